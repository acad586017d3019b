"""What an earlier `begrip check` found, so that a pipeline fails on new findings alone."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import orjson

from rules.kit import Outcome
from server.cli.check_report import Checked

VERSION = 1


class Unreadable(ValueError):
    """The file is no baseline; the message says what to do."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """The findings of today against a baseline: which are new, by row and fingerprint; how many are known and resolved."""

    new: frozenset[tuple[str, str]]
    known_count: int
    resolved_count: int

    def is_new(self, item: Checked, fingerprint: str) -> bool:
        """Whether the baseline lacks this finding of the row."""
        return (item.identity, fingerprint) in self.new


def read(file: Path) -> frozenset[tuple[str, str]]:
    """The findings of a baseline, or of a report of `--format json`, by row and fingerprint.

    Raises:
        Unreadable: it is neither.
    """
    try:
        document = orjson.loads(file.read_bytes())
        return frozenset(
            (str(entry["id"]), str(finding["fingerprint"]))
            for entry in document["entries"]
            for finding in entry["findings"]
        )
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise Unreadable(
            f"{file.name} is no baseline; write one with --write-baseline, or give a report of --format json"
        ) from error


def write(file: Path, checked: Sequence[Checked]) -> None:
    """The file holds the findings of today, rows without any left out."""
    entries = [
        {"id": item.identity, "findings": [{"rule": code, "fingerprint": one} for code, one in sorted(found)]}
        for item in checked
        if (found := {(one.rule_code, one.fingerprint) for one in item.report.findings})
    ]
    document = {"version": VERSION, "entries": entries}
    file.write_bytes(orjson.dumps(document, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE))


def compared(checked: Sequence[Checked], before: frozenset[tuple[str, str]]) -> Comparison:
    """Today's findings against those of the baseline. A questionnaire for people is no finding that can be new."""
    now = {(item.identity, one.fingerprint) for item in checked for one in item.report.findings}
    faults = {
        (item.identity, one.fingerprint)
        for item in checked
        for one in item.report.findings
        if one.outcome is not Outcome.NEEDS_JUDGEMENT
    }
    return Comparison(frozenset(faults - before), len(faults & before), len(before - now))
