"""From which counts on a glossary is judged by them: what its profile says."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Bounds:
    """What a profile says of counts.

    `longest_circle` in definitions; `most_percent`, and never fewer than `fewest_users`, texts that use a label before it counts
    as an ordinary word; `crowd` texts that share half their words follow a formula, and are no duplicates of each other;
    `fewest_texts` with a word make it one to define; a style is usual from `fewest_styled` texts on at `style_percent`.
    """

    longest_circle: int
    most_percent: int
    fewest_users: int
    crowd: int
    fewest_texts: int
    fewest_styled: int
    style_percent: int


def of(limits: Mapping[tuple[str, str], int]) -> Bounds:
    """What the parameters of a profile say: (rule code, name) to number."""
    return Bounds(
        longest_circle=limits["GLO-01", "longest"],
        most_percent=limits["GLO-01", "percent"],
        fewest_users=limits["GLO-01", "users"],
        crowd=limits["GLO-03", "crowd"],
        fewest_texts=limits["GLO-06", "texts"],
        fewest_styled=limits["GLO-10", "texts"],
        style_percent=limits["GLO-10", "percent"],
    )


def step(size: int) -> int:
    """The largest of 1, 2, 3 … 10, 11, 12, 13, 14 …, each a tenth more than the one before, that is not above `size`."""
    step = 0
    while (following := max(step + 1, step * 11 // 10)) <= size:
        step = following
    return step
