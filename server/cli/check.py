"""`begrip check FILE`: the rules over a file, without database or network."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from exchange import reading
from exchange.rows import ImportRow, RowProblem
from rules import engine, messages, profiles
from rules.entry import Context, Designation, Entry, Source
from rules.kit import Category, ContextKind, DesignationForm, DesignationKind, Severity, Style
from rules.profiles import Profile
from server.cli import check_report
from server.cli.check_report import Checked

ERRORS_FOUND = 1
UNUSABLE = 2


class Unusable(click.ClickException):
    """The input cannot be checked; the message says why and what to do."""

    exit_code = UNUSABLE


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, readable=True, path_type=Path))
@click.option("--format", "layout", type=click.Choice(["text", "json"]), default="text", help="How to report.")
@click.option("--profile", "name", type=click.Choice(profiles.names()), default=profiles.DEFAULT, help="Which rules.")
@click.option("--style", type=click.Choice([style.lower() for style in Style]), help="Omitted: that of the profile.")
@click.option("--locale", help="Language of rows that name none, such as nl or en.")
@click.option("--column", "columns", multiple=True, metavar="FIELD=HEADER", help="Which column is which field.")
@click.option("--messages", "speech", type=click.Choice(messages.LOCALES), default="en", help="Language of the report.")
def check(
    file: Path, layout: str, name: str, style: str | None, locale: str | None, columns: tuple[str, ...], speech: str
) -> None:
    """Check the definitions in FILE (CSV or JSON Lines) and report what the rules find.

    Exit code 0: no errors. 1: at least one finding of severity ERROR. 2: FILE, or a line of it, cannot be read.
    """
    profile = profiles.profile(name, None if style is None else Style(style.upper()))
    outcomes = list(_outcomes(file, profile, locale=locale, columns=_columns(columns)))
    checked = [outcome for outcome in outcomes if isinstance(outcome, Checked)]
    problems = [outcome for outcome in outcomes if isinstance(outcome, RowProblem)]
    if not checked:
        raise Unusable(_sentence(file, problems))
    if layout == "json":
        click.echo(check_report.as_json(checked, problems, profile=profile, language=speech))
    else:
        check_report.show(Console(highlight=False, soft_wrap=True), checked, problems, language=speech)
    if problems:
        raise Unusable(f"{len(problems)} of {len(outcomes)} rows of {file.name} could not be read; see the report")
    if any(item.count(Severity.ERROR) for item in checked):
        raise SystemExit(ERRORS_FOUND)


def _outcomes(
    file: Path, profile: Profile, *, locale: str | None, columns: Mapping[str, str]
) -> Iterator[Checked | RowProblem]:
    bar = Progress(
        TextColumn("checking"), BarColumn(), MofNCompleteColumn(), TextColumn("bytes"), TimeElapsedColumn(),
        console=Console(stderr=True), transient=True,
    )  # fmt: skip
    try:
        with bar, file.open("rb") as source:
            task = bar.add_task("check", total=file.stat().st_size)
            chunks = _watched(source, lambda count: bar.advance(task, count))
            for row in reading.read(file.name, chunks, columns=columns):
                yield row if isinstance(row, RowProblem) else _checked(row, profile, locale)
    except (reading.UnknownFormat, OSError) as error:
        raise Unusable(str(error)) from error


def _watched(source: Iterable[bytes], advance: Callable[[int], None]) -> Iterator[bytes]:
    for chunk in source:
        advance(len(chunk))
        yield chunk


def _checked(row: ImportRow, profile: Profile, locale: str | None) -> Checked | RowProblem:
    spoken = row.locale or locale
    if spoken is None:
        return RowProblem(row.line, "the row names no language; add a column for it, or give --locale")
    entry = _entry(row, spoken)
    return Checked(row.line, entry, engine.check(entry, profile))


def _entry(row: ImportRow, locale: str) -> Entry:
    return Entry(
        term=row.term,
        text=row.text,
        locale=locale,
        category=None if row.category is None else Category(row.category),
        contexts=tuple(Context(ContextKind(item.kind), item.name) for item in row.contexts),
        designations=tuple(
            Designation(item.text, DesignationKind(item.kind), DesignationForm(item.form)) for item in row.designations
        ),
        sources=tuple(Source(item.title, item.url, item.locator) for item in row.sources),
        explanation=row.explanation,
        examples=row.examples,
        notes=row.notes,
    )


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
