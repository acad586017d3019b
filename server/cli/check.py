"""`begrip check FILE`: the rules over a file, without database or network."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from exchange import reading
from exchange.rows import Row, RowProblem
from rules import messages, profiles
from rules.kit import Severity, Style
from rules.profiles import Profile
from server.cli import check_baseline, check_file, check_github, check_report
from server.cli.check_baseline import Comparison
from server.cli.check_file import Outcome
from server.cli.check_report import Checked

FAILED = 1
UNUSABLE = 2
FAILING = {"error": (Severity.ERROR,), "warning": (Severity.ERROR, Severity.WARNING), "never": ()}
_FILE = click.Path(dir_okay=False, path_type=Path)


class Unusable(click.ClickException):
    """The input cannot be checked; the message says why and what to do."""

    exit_code = UNUSABLE


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, readable=True, path_type=Path))
@click.option(
    "--format", "layout", type=click.Choice(["text", "json", "github"]), default="text", help="How to report."
)
@click.option("--profile", "name", type=click.Choice(profiles.names()), default=profiles.DEFAULT, help="Which rules.")
@click.option("--style", type=click.Choice([style.lower() for style in Style]), help="Omitted: that of the profile.")
@click.option("--locale", help="Language of rows that name none, such as nl or en.")
@click.option("--column", "columns", multiple=True, metavar="FIELD=HEADER", help="Which column is which field.")
@click.option("--messages", "speech", type=click.Choice(messages.LOCALES), default="en", help="Language of the report.")
@click.option(
    "--fail-on", type=click.Choice(list(FAILING)), default="error", help="What ends with 1, and all that is worse."
)
@click.option("--baseline", type=_FILE, help="Findings that are known: only new ones are reported as text, and fail.")
@click.option("--write-baseline", "kept", type=_FILE, help="Accept what is found today: write it there and end with 0.")
def check(  # noqa: PLR0913, PLR0917 - click hands over every option
    file: Path, layout: str, name: str, style: str | None, locale: str | None, columns: tuple[str, ...], speech: str,
    fail_on: str, baseline: Path | None, kept: Path | None,
) -> None:  # fmt: skip
    """Check the definitions in FILE (CSV, JSON Lines or SKOS) as one glossary, and report what the rules find.

    Exit code 0: nothing that `--fail-on` names. 1: at least one such finding, with `--baseline` at least one new. 2: FILE, a
    line of it, or the baseline cannot be read.
    """
    profile = profiles.profile(name, None if style is None else Style(style.upper()))
    before = None if baseline is None else _baseline(baseline)
    outcome = check_file.check(_rows(file, columns=_columns(columns)), profile, locale=locale)
    if not outcome.checked:
        raise Unusable(_sentence(file, list(outcome.problems)))
    compared = None if before is None else check_baseline.compared(outcome.checked, before)
    shown = outcome if compared is None else _new(outcome, compared)
    _report(file, outcome if layout == "json" else shown, profile, layout=layout, speech=speech, compared=compared)
    if kept is not None:
        check_baseline.write(kept, outcome.checked)
    if outcome.problems:
        total = len(outcome.problems) + len(outcome.checked)
        raise Unusable(f"{len(outcome.problems)} of {total} rows of {file.name} could not be read; see the report")
    if kept is None and any(item.count(severity) for item in shown.checked for severity in FAILING[fail_on]):
        raise SystemExit(FAILED)


def _report(
    file: Path, outcome: Outcome, profile: Profile, *, layout: str, speech: str, compared: Comparison | None
) -> None:
    totals = {} if compared is None else _counts(compared)
    if layout == "json":
        click.echo(
            check_report.as_json(outcome.checked, outcome.problems, profile=profile, language=speech, totals=totals)
        )
        return
    if layout == "github":
        for line in check_github.lines(str(file), outcome.checked, outcome.problems, language=speech):
            click.echo(line)
        click.echo(check_report.summary(outcome.checked, outcome.problems))
    else:
        check_report.show(Console(highlight=False, soft_wrap=True), outcome.checked, outcome.problems, language=speech)
    if totals:
        click.echo("against the baseline: " + ", ".join(f"{count} {kind}" for kind, count in totals.items()))


def _counts(compared: Comparison) -> dict[str, int]:
    return {"new": len(compared.new), "known": compared.known_count, "resolved": compared.resolved_count}


def _new(outcome: Outcome, compared: Comparison) -> Outcome:
    """The outcome with the findings alone that the baseline lacks."""
    return Outcome([_of_new(item, compared) for item in outcome.checked], outcome.problems)


def _of_new(item: Checked, compared: Comparison) -> Checked:
    found = tuple(one for one in item.report.findings if compared.is_new(item, one.fingerprint))
    return replace(item, report=replace(item.report, findings=found))


def _baseline(file: Path) -> frozenset[tuple[str, str]]:
    try:
        return check_baseline.read(file)
    except check_baseline.Unreadable as error:
        raise Unusable(str(error)) from error


def _rows(file: Path, *, columns: Mapping[str, str]) -> Iterator[Row]:
    bar = Progress(
        TextColumn("checking"), BarColumn(), MofNCompleteColumn(), TextColumn("bytes"), TimeElapsedColumn(),
        console=Console(stderr=True), transient=True,
    )  # fmt: skip
    try:
        with bar, file.open("rb") as source:
            task = bar.add_task("check", total=file.stat().st_size)
            chunks = _watched(source, lambda count: bar.advance(task, count))
            yield from reading.read(file.name, chunks, columns=columns)
    except (reading.UnknownFormat, OSError) as error:
        raise Unusable(str(error)) from error


def _watched(source: Iterable[bytes], advance: Callable[[int], None]) -> Iterator[bytes]:
    for chunk in source:
        advance(len(chunk))
        yield chunk


def _columns(given: Iterable[str]) -> dict[str, str]:
    pairs = [item.partition("=") for item in given]
    wrong = next((field for field, equals, header in pairs if not (field and equals and header)), None)
    if wrong is not None:
        raise Unusable(f"--column {wrong} is not written as FIELD=HEADER, such as --column term=Begrip")
    return {field.strip(): header for field, _, header in pairs}


def _sentence(file: Path, problems: list[RowProblem]) -> str:
    if not problems:
        return f"{file.name} has a header but no rows"
    first = problems[0]
    more = f" (and {len(problems) - 1} more lines)" if len(problems) > 1 else ""
    column = "" if first.column is None else f", column {first.column!r}"
    return f"{file.name}, line {first.line}{column}: {first.message}{more}"
