"""What people said of real findings: rules/texts/verdicts.toml, and the precision of a rule that follows from it."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources

FEWEST = 5
"""Findings that must have been read before a figure is given."""


@cache
def verdicts() -> Mapping[str, Mapping[str, list[str]]]:
    """Rule code to `right` and `wrong`: what was read, as `source row`."""
    file = resources.files("rules") / "texts" / "verdicts.toml"
    return tomllib.loads(file.read_text(encoding="utf-8"))


def precision(code: str) -> float | None:
    """The share of the findings read that were right; None when too few were read."""
    read = verdicts().get(code, {})
    right, wrong = len(read.get("right", [])), len(read.get("wrong", []))
    return right / (right + wrong) if right + wrong >= FEWEST else None
