"""Edits of one text at once: which get in each other's way, and what comes of the rest."""

from collections.abc import Sequence
from itertools import pairwise

from rules.marks import TextEdit


def overlap(edits: Sequence[TextEdit]) -> tuple[int, int] | None:
    """The places in `edits` of two that get in each other's way, the one further on in the text last; None when none do.

    Edits that touch may both be made; two at the same place, or one inside another, may not.
    """
    order = sorted(range(len(edits)), key=lambda at: edits[at].span)
    for first, second in pairwise(order):
        one, other = edits[first].span, edits[second].span
        if other.start < one.end or other == one:
            return first, second
    return None


def applied(text: str, edits: Sequence[TextEdit]) -> str:
    """The text with every edit made; none gets in the way of another, and all lie within the text."""
    # From the end: an edit moves only what follows it.
    for edit in sorted(edits, key=lambda one: one.span, reverse=True):
        text = text[: edit.span.start] + edit.replacement + text[edit.span.end :]
    return text
