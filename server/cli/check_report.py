"""How `begrip check` reports: readable lines with the marked words, or one JSON document."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import orjson
from rich.console import Console
from rich.text import Text

from exchange.rows import RowProblem
from rules import characters, messages
from rules.entry import Entry
from rules.kit import Outcome, Severity
from rules.marks import Finding, Report, Span
from rules.profiles import Profile

COLOURS = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}
SIGHT = 40  # characters shown on either side of the marked words


@dataclass(frozen=True, slots=True)
class Checked:
    """A row with what the rules say of it. `identity` names it in every run over the same rows, whatever their lines."""

    line: int
    entry: Entry
    report: Report
    identity: str

    def count(self, severity: Severity) -> int:
        """How many violations of that severity there are."""
        return sum(
            finding.severity is severity and finding.outcome is Outcome.VIOLATED for finding in self.report.findings
        )


def show(console: Console, checked: Sequence[Checked], problems: Sequence[RowProblem], *, language: str) -> None:
    """The findings row by row, then the lines that could not be read, then the totals."""
    for item in checked:
        if item.report.findings:
            console.print(_heading(item))
            for finding in item.report.findings:
                console.print(_line(item.entry.text, finding, language))
    for problem in problems:
        column = "" if problem.column is None else f", column {_visible(problem.column)}"
        console.print(
            Text.assemble(("UNREADABLE", "bold red"), f" line {problem.line}{column}: {_visible(problem.message)}")
        )
    console.print(_totals(checked, problems))


def as_json(
    checked: Sequence[Checked],
    problems: Sequence[RowProblem],
    *,
    profile: Profile,
    language: str,
    totals: Mapping[str, int],
) -> str:
    """One document: profile, entries in order with their findings, problems, totals and those given. Spans count code points."""
    document = {
        "profile": {"name": profile.name, "style": profile.style, "fingerprint": profile.fingerprint},
        "entries": [_entry(item, language) for item in checked],
        "problems": [{"line": item.line, "column": item.column, "message": item.message} for item in problems],
        "totals": {
            "entries": len(checked),
            "problems": len(problems),
            **{severity.lower(): sum(item.count(severity) for item in checked) for severity in Severity},
            **totals,
        },
    }
    return orjson.dumps(document, option=orjson.OPT_INDENT_2).decode()


def summary(checked: Sequence[Checked], problems: Sequence[RowProblem]) -> str:
    """The totals, as one plain line."""
    return _totals(checked, problems).plain


def _heading(item: Checked) -> Text:
    return Text.assemble(
        (_visible(item.entry.term), "bold"), f"  line {item.line}, {item.entry.locale}, score {item.report.score}"
    )


def _line(text: str, finding: Finding, language: str) -> Text:
    arguments = {name: _visible(value) for name, value in finding.arguments.items()}
    line = Text.assemble(
        "  ",
        (f"{finding.severity:<7}", COLOURS[finding.severity]),
        f" {finding.rule_code}  {messages.message(finding.rule_code, arguments, language)}",
    )
    if finding.span is not None:
        line.append("\n          ").append_text(_marked(text, finding.span))
    remedy = messages.remedy(finding.rule_code, language)
    return line.append(f"\n          → {remedy}", "dim") if remedy else line


def _marked(text: str, span: Span) -> Text:
    before = text[max(0, span.start - SIGHT) : span.start]
    inside = span.of(text)
    after = text[span.end : span.end + SIGHT]
    shown = inside if len(inside) <= 2 * SIGHT else f"{inside[:SIGHT]} … {inside[-SIGHT:]}"
    return Text.assemble(
        "…" if span.start > SIGHT else "",
        _visible(before),
        (f"»{_visible(shown)}«", "bold underline"),
        _visible(after),
        "…" if span.end + SIGHT < len(text) else "",
    )


def _visible(text: str) -> str:
    # An escape sequence in a file must not reach the terminal.
    return characters.INVISIBLE.sub("\N{REPLACEMENT CHARACTER}", text).replace("\n", " ").replace("\r", " ")


def _totals(checked: Sequence[Checked], problems: Sequence[RowProblem]) -> Text:
    total = Text(f"{len(checked)} definitions", "bold")
    for severity in reversed(Severity):
        count = sum(item.count(severity) for item in checked)
        total.append(f", {count} {severity.lower()}{'' if count == 1 else 's'}", COLOURS[severity] if count else "")
    clean = sum(not item.count(Severity.ERROR) and not item.count(Severity.WARNING) for item in checked)
    total.append(f"; {clean} without errors or warnings")
    return total.append(f"; {len(problems)} lines unreadable", "bold red") if problems else total


def _entry(item: Checked, language: str) -> dict[str, object]:
    return {
        "id": item.identity,
        "line": item.line,
        "term": item.entry.term,
        "locale": item.entry.locale,
        "score": item.report.score,
        "verdict": item.report.verdict,
        "findings": [_finding(finding, language) for finding in item.report.findings],
    }


def _finding(finding: Finding, language: str) -> dict[str, object]:
    span, fix = finding.span, finding.fix
    return {
        "rule": finding.rule_code,
        "outcome": finding.outcome,
        "severity": finding.severity,
        "confidence": finding.confidence,
        "message": messages.message(finding.rule_code, finding.arguments, language),
        "remedy": messages.remedy(finding.rule_code, language),
        "span": None if span is None else {"start": span.start, "end": span.end},
        "excerpt": finding.excerpt,
        "fix": None if fix is None else {"start": fix.span.start, "end": fix.span.end, "replacement": fix.replacement},
        "fingerprint": finding.fingerprint,
    }
