"""How `begrip import` reports: what was refused or passed over line by line, then totals; or every row as CSV."""

import csv
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from rich.console import Console
from rich.text import Text

from resolvers.imports import Outcome, Told
from server.cli.import_run import Result

COLOURS = {Outcome.REFUSED: "bold red", Outcome.SKIPPED: "yellow"}
MOST_SHOWN = 200
"""Rows shown in full; --report writes all."""


def show(console: Console, result: Result, *, is_dry_run: bool) -> None:
    """Refused rows first come to the eye; of the others, as many as a person reads."""
    refused = [one for one in result.told if one.outcome is Outcome.REFUSED]
    others = [one for one in result.told if one.outcome is not Outcome.REFUSED]
    shown = sorted([*refused, *others[: max(0, MOST_SHOWN - len(refused))]], key=lambda one: one.line)
    for one in shown:
        console.print(_line(one))
    if len(shown) < len(result.told):
        console.print(f"… and {len(result.told) - len(shown)} more rows; --report writes all of them to a file")
    console.print(_totals(result, is_dry_run=is_dry_run))


def write(path: Path, told: Sequence[Told]) -> None:
    """The file holds one line per row: line, term, outcome, message."""
    with path.open("w", encoding="utf-8", newline="") as target:
        writer = csv.writer(target)
        writer.writerow(["line", "term", "outcome", "message"])
        writer.writerows([one.line, one.term, one.outcome.value, one.message or ""] for one in told)


def _line(told: Told) -> Text:
    term = f" {_visible(told.term)}" if told.term else ""
    why = f": {_visible(told.message)}" if told.message else ""
    return Text.assemble(
        (told.outcome.value.lower(), COLOURS.get(told.outcome, "green")), f" line {told.line}{term}{why}"
    )


def _totals(result: Result, *, is_dry_run: bool) -> str:
    counts = Counter(one.outcome for one in result.told)
    counted = ", ".join(f"{counts[outcome]} {outcome.value.lower()}" for outcome in Outcome if counts[outcome])
    if is_dry_run:
        return f"dry run, nothing was imported: {counted}"
    if result.job is None and counts[Outcome.REFUSED]:
        return f"nothing was imported: {counted}; correct the rows, or give --skip-failed to import the others"
    if not result.is_complete and result.job is not None:
        return f"the import ended early ({result.job.failure_reason or 'it was canceled'}): {counted}"
    return f"imported: {counted}"


def _visible(value: str) -> str:
    """The text without anything that a terminal would obey."""
    return "".join(letter if letter.isprintable() else "\ufffd" for letter in value)
