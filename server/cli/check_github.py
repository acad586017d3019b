"""The findings of `begrip check` as annotations of a GitHub workflow, which show beside the line of the file."""

from collections.abc import Iterator, Sequence

from exchange.rows import RowProblem
from rules import characters, messages
from rules.kit import Outcome, Severity
from server.cli.check_report import Checked

LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def lines(file: str, checked: Sequence[Checked], problems: Sequence[RowProblem], *, language: str) -> Iterator[str]:
    """One workflow command for each finding and each line that could not be read; questions for people are left out."""
    for item in checked:
        for finding in item.report.findings:
            if finding.outcome is not Outcome.NEEDS_JUDGEMENT:
                said = messages.message(finding.rule_code, finding.arguments, language)
                title = f"{finding.rule_code} {messages.name(finding.rule_code, language)}"
                yield _command(LEVELS[finding.severity], file, item.line, title, f"{item.entry.term}: {said}")
    for problem in problems:
        column = "" if problem.column is None else f"column {problem.column}: "
        yield _command("error", file, problem.line, "unreadable", f"{column}{problem.message}")


def _command(level: str, file: str, line: int, title: str, message: str) -> str:
    return f"::{level} file={_property(file)},line={line},title={_property(title)}::{_data(message)}"


def _data(text: str) -> str:
    # What a file holds must not begin a command of its own.
    shown = characters.INVISIBLE.sub("\N{REPLACEMENT CHARACTER}", text)
    return shown.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
