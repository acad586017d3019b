"""`begrip import FILE --glossary SLUG`: definitions of a file brought into a glossary, all of them or none."""

import asyncio
from collections.abc import Iterable, Mapping
from pathlib import Path

import asyncpg
import click
from rich.console import Console

from exchange import reading
from exchange.rows import ImportRow, RowProblem
from resolvers.imports import OnConflict, Outcome
from server import connections, house, settings
from server.cli import import_report, import_run
from server.cli.import_run import Plan, Result

REFUSED = 1
UNUSABLE = 2


class Unusable(click.ClickException):
    """Nothing can be imported; the message says why and what to do."""

    exit_code = UNUSABLE


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, readable=True, path_type=Path))
@click.option("--glossary", "slug", required=True, metavar="SLUG", help="Glossary that the definitions go to.")
@click.option("--dry-run", "is_dry_run", is_flag=True, help="Check and report; change nothing.")
@click.option("--locale", help="Language of rows that name none. Omitted: the first of the glossary.")
@click.option("--column", "columns", multiple=True, metavar="FIELD=HEADER", help="Which column is which field.")
@click.option(
    "--on-conflict",
    type=click.Choice(["skip", "update", "fail"]),
    default="skip",
    show_default=True,
    help="What becomes of a row whose definition exists.",
)
@click.option("--skip-failed", "is_lenient", is_flag=True, help="Import the good rows although others are refused.")
@click.option("--as", "email", metavar="EMAIL", help="Person in whose name it is done. Omitted: the server itself.")
@click.option(
    "--report",
    "report_path",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write what happened to every row to this CSV file.",
)
def import_(file: Path, slug: str, columns: tuple[str, ...], report_path: Path | None, **chosen: object) -> None:
    """Import the definitions in FILE into a glossary, as drafts.

    FILE is CSV, JSON Lines, or SKOS in Turtle, N-Triples, RDF/XML or JSON-LD; its ending tells which.

    All rows are checked first; unless every one is acceptable, nothing is imported (see --skip-failed).

    Exit code 0: all went well. 1: rows were refused. 2: nothing could be tried.
    """
    plan = _plan(slug, *_read(file, _columns(columns)), chosen)
    result = _carry_out(plan)
    import_report.show(Console(highlight=False, soft_wrap=True), result, is_dry_run=plan.is_dry_run)
    if report_path is not None:
        import_report.write(report_path, result.told)
    if not result.is_complete or any(one.outcome is Outcome.REFUSED for one in result.told):
        raise SystemExit(REFUSED)


def _plan(slug: str, rows: list[ImportRow], problems: list[RowProblem], chosen: Mapping[str, object]) -> Plan:
    locale, email = chosen["locale"], chosen["email"]
    return Plan(
        slug=slug,
        rows=rows,
        problems=problems,
        locale=None if locale is None else str(locale),
        on_conflict=OnConflict(str(chosen["on_conflict"]).upper()),
        is_dry_run=bool(chosen["is_dry_run"]),
        is_lenient=bool(chosen["is_lenient"]),
        email=None if email is None else str(email),
    )


def _carry_out(plan: Plan) -> Result:
    chosen = settings.read()
    with connections.urls(chosen) as urls:
        try:
            return asyncio.run(import_run.run(plan, house.build(chosen, urls)))
        except import_run.Unknown as unknown:
            raise Unusable(str(unknown)) from unknown
        except asyncpg.UndefinedTableError as error:
            raise Unusable("the database has no tables yet; run `begrip migrate` first") from error
        except (OSError, asyncpg.PostgresConnectionError, asyncpg.InvalidCatalogNameError) as error:
            raise Unusable(f"PostgreSQL does not answer ({error}); start it, or correct DATABASE_URL") from error


def _read(file: Path, columns: Mapping[str, str]) -> tuple[list[ImportRow], list[RowProblem]]:
    try:
        with file.open("rb") as source:
            outcomes = list(reading.read(file.name, source, columns=columns))
    except (reading.UnknownFormat, OSError) as error:
        raise Unusable(str(error)) from error
    rows = [one for one in outcomes if isinstance(one, ImportRow)]
    problems = [one for one in outcomes if isinstance(one, RowProblem)]
    if not rows:
        raise Unusable(_sentence(file, problems))
    return rows, problems


def _columns(given: Iterable[str]) -> dict[str, str]:
    pairs = [item.partition("=") for item in given]
    wrong = next((field for field, equals, header in pairs if not (field and equals and header)), None)
    if wrong is not None:
        raise Unusable(f"--column {wrong} is not written as FIELD=HEADER, such as --column term=Begrip")
    return {field.strip(): header for field, _, header in pairs}


def _sentence(file: Path, problems: list[RowProblem]) -> str:
    if not problems:
        return f"{file.name} has no rows; give a file with a header and at least one definition"
    first = problems[0]
    return f"{file.name}, line {first.line}: {first.message}"
