"""`begrip import`: all rows or none, reported line by line."""

import asyncio
import io
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner
from rich.console import Console

from exchange import reading
from exchange.rows import ImportRow, RowProblem
from models import job_queue
from models.definition import Definition
from models.kinds import DefinitionOrigin, DefinitionStatus, JobKind, RunStatus
from models.store import Store, rows
from models.store import run as execute
from resolvers import import_rows, imports, job_work
from resolvers.imports import OnConflict, Outcome, Told
from server.cli import import_report, import_run
from server.cli.import_ import import_
from server.cli.import_run import Plan, Result, Unknown
from tests.resolvers import validated

GOOD = "term,text,synonyms\ntenant,person who rents a home,renter\nlandlord,person who rents out a home,\n"


def plan(text: str, name: str = "f.csv", **changes: object) -> Plan:
    outcomes = list(reading.read(name, text.splitlines(keepends=True)))
    chosen: dict[str, object] = {
        "slug": "homes",
        "locale": None,
        "on_conflict": OnConflict.SKIP,
        "is_dry_run": False,
        "is_lenient": False,
        "email": None,
        "rows": [one for one in outcomes if isinstance(one, ImportRow)],
        "problems": [one for one in outcomes if isinstance(one, RowProblem)],
    }
    return Plan(**chosen | changes)  # type: ignore[arg-type]


def outcomes(result: Result) -> list[tuple[int, Outcome]]:
    return [(one.line, one.outcome) for one in result.told]


async def test_an_import_makes_validated_drafts(store: Store) -> None:
    await validated.glossary()

    result = await import_run.carried_out(plan(GOOD))

    made = await Definition.all().order_by("term_key")
    assert outcomes(result) == [(2, Outcome.CREATED), (3, Outcome.CREATED)]
    assert [(row.term, row.status, row.origin, row.locale) for row in made] == [
        ("landlord", DefinitionStatus.DRAFT, DefinitionOrigin.IMPORTED, "en"),
        ("tenant", DefinitionStatus.DRAFT, DefinitionOrigin.IMPORTED, "en"),
    ]
    assert made[1].designations == [{"text": "renter", "kind": "ADMITTED", "form": "FULL_FORM"}]
    assert all(row.latest_run_id for row in made)
    assert result.job is not None
    assert (result.job.kind, result.job.status, result.job.done_count) == (JobKind.IMPORT, RunStatus.SUCCEEDED, 2)


async def test_a_dry_run_changes_nothing(store: Store) -> None:
    await validated.glossary()

    result = await import_run.carried_out(plan(GOOD, is_dry_run=True))

    assert outcomes(result) == [(2, Outcome.CREATED), (3, Outcome.CREATED)]
    assert [len(await rows(f"SELECT 1 FROM {table}")) for table in ("definitions", "outbox", "jobs", "audit_log")] == [
        0,
        0,
        0,
        0,
    ]


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        (GOOD + '"unclosed,text,\n', 4, None),
        (GOOD + "a,b\n", 4, "the row has 2 cells, the header 3"),
        (GOOD + "Tenant,again,\n", 4, "line 2 has the same term, language and contexts"),
        (GOOD + "x" * 201 + ",long,\n", 4, "term: is longer than 200 characters"),
    ],
)
async def test_one_bad_row_and_nothing_is_imported(store: Store, text: str, line: int, message: str | None) -> None:
    await validated.glossary()

    result = await import_run.carried_out(plan(text))

    refused = [one for one in result.told if one.outcome is Outcome.REFUSED]
    assert [one.line for one in refused] == [line]
    assert message is None or refused[0].message == message
    assert result.job is None
    assert await Definition.all() == []


async def test_the_good_rows_are_imported_when_asked(store: Store) -> None:
    await validated.glossary()

    result = await import_run.carried_out(plan(GOOD + "a,b\n", is_lenient=True))

    assert outcomes(result) == [(2, Outcome.CREATED), (3, Outcome.CREATED), (4, Outcome.REFUSED)]
    assert len(await Definition.all()) == 2


@pytest.mark.parametrize(
    ("on_conflict", "outcome", "text"),
    [
        (OnConflict.SKIP, Outcome.SKIPPED, "person who rents a home"),
        (OnConflict.UPDATE, Outcome.UPDATED, "somebody who rents"),
        (OnConflict.FAIL, Outcome.REFUSED, "person who rents a home"),
    ],
)
async def test_what_exists_is_treated_as_asked(
    store: Store, on_conflict: OnConflict, outcome: Outcome, text: str
) -> None:
    await validated.glossary()
    await import_run.carried_out(plan(GOOD))

    result = await import_run.carried_out(plan("term,text\ntenant,somebody who rents\n", on_conflict=on_conflict))

    row = await Definition.get(term_key="tenant")
    assert outcomes(result) == [(2, outcome)]
    assert row.text == text
    assert row.designations == [{"text": "renter", "kind": "ADMITTED", "form": "FULL_FORM"}]


async def test_the_same_file_again_changes_nothing(store: Store) -> None:
    await validated.glossary()
    await import_run.carried_out(plan(GOOD))

    result = await import_run.carried_out(plan(GOOD, on_conflict=OnConflict.UPDATE))

    assert outcomes(result) == [(2, Outcome.UNCHANGED), (3, Outcome.UNCHANGED)]
    assert result.job is None


async def test_an_import_in_somebodys_name_is_theirs(store: Store) -> None:
    await validated.glossary()
    ann = await validated.user()

    await import_run.carried_out(plan(GOOD, email="ann@example.org"))

    assert {row.created_by_id for row in await Definition.all()} == {ann.id}


async def test_names_that_are_not_there_say_what_is(store: Store) -> None:
    await validated.glossary()

    with pytest.raises(Unknown, match="there is no glossary nope; there are: homes"):
        await import_run.carried_out(plan(GOOD, slug="nope"))
    with pytest.raises(Unknown, match="nobody active has the address"):
        await import_run.carried_out(plan(GOOD, email="nobody@example.org"))


async def test_a_worker_goes_on_where_a_killed_import_stopped(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(imports, "CHUNK", 2)
    owner = await validated.glossary()
    wanted = plan("term,text\n" + "".join(f"term {place},text {place}\n" for place in range(5)), locale="en")
    job = await imports.start(
        validated.as_system(), owner.id, [import_rows.in_language(row, "en") for row in wanted.rows]
    )
    dead = await job_work.claimed(job.id)
    assert dead is not None
    await job_work.carry_out(dead, asyncio.Event())
    assert await job_work.claimed(job.id) is not None
    await execute("UPDATE job_parts SET lease_until = now() - interval '1 second' WHERE status = 'RUNNING'")

    while await job_work.work_one(asyncio.Event()):
        pass

    told = imports.report(await job_queue.report(job.id))
    assert [(one.line, one.outcome) for one in told] == [(line, Outcome.CREATED) for line in range(2, 7)]
    assert len(await Definition.all()) == 5


async def test_rows_survive_their_wait_in_a_job(store: Store) -> None:
    everything = plan(
        '{"term": "home", "text": "place", "locale": "en", "category": "TYPE", "notes": ["n"], "examples": ["e"], "explanation": "x",'
        ' "designations": [{"text": "house", "kind": "DEPRECATED"}], "contexts": [{"kind": "LEGAL", "name": "civil law"}],'
        ' "sources": [{"title": "Act", "url": "https://example.org", "locator": "1"}]}\n',
        name="f.jsonl",
    )

    (row,) = everything.rows
    assert import_rows.unpacked(import_rows.packed(row)) == row


async def test_a_canceled_import_tells_exactly_what_was_applied(store: Store) -> None:
    await validated.glossary()
    claimed = job_work.claimed

    async def canceled_first(job_id: object) -> object:
        await execute("UPDATE jobs SET status = 'CANCELED', finished_at = now()")
        return await claimed(job_id)  # type: ignore[arg-type]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(job_work, "claimed", canceled_first)
        result = await import_run.carried_out(plan(GOOD))

    assert not result.is_complete
    assert [one.message for one in result.told] == ["the import ended before this row"] * 2
    assert await Definition.all() == []


def shown(result: Result, *, is_dry_run: bool = False) -> list[str]:
    console = Console(width=200, record=True, file=io.StringIO())
    import_report.show(console, result, is_dry_run=is_dry_run)
    return console.export_text().splitlines()


def test_the_report_goes_line_by_line() -> None:
    result = Result([Told(2, "a\x1b", Outcome.CREATED), Told(3, "", Outcome.REFUSED, "no text")], None)

    assert shown(result) == [
        "created line 2 a�",
        "refused line 3: no text",
        "nothing was imported: 1 created, 1 refused; correct the rows, or give --skip-failed to import the others",
    ]
    assert shown(result, is_dry_run=True)[-1] == "dry run, nothing was imported: 1 created, 1 refused"


def test_long_reports_are_cut_but_never_the_refused() -> None:
    result = Result(
        [*(Told(line, "t", Outcome.SKIPPED) for line in range(2, 302)), Told(400, "t", Outcome.REFUSED, "bad")], None
    )

    lines = shown(result)

    assert "refused line 400 t: bad" in lines
    assert "… and 101 more rows; --report writes all of them to a file" in lines


def test_every_row_is_written_to_a_file(tmp_path: Path) -> None:
    import_report.write(tmp_path / "r.csv", [Told(2, "a,b", Outcome.CREATED), Told(3, "", Outcome.REFUSED, "bad")])

    assert (tmp_path / "r.csv").read_text().splitlines() == [
        "line,term,outcome,message",
        '2,"a,b",CREATED,',
        "3,,REFUSED,bad",
    ]


@pytest.mark.parametrize(
    ("name", "content", "options", "sentence"),
    [
        ("f.csv", "colour,size\nred,1\n", [], "there is no column for term and text"),
        ("f.csv", "term,text\n", [], "has no rows"),
        ("f.csv", "", [], "the file is empty"),
        ("f.pdf", "x", [], "is no file that can be read here"),
        ("f.csv", GOOD, ["--column", "term"], "is not written as FIELD=HEADER"),
        ("f.csv", GOOD, ["--column", "term=begrip"], "there is no column 'begrip' for term"),
    ],
)
def test_files_that_cannot_be_read_end_with_one_sentence(
    tmp_path: Path, name: str, content: str, options: list[str], sentence: str
) -> None:
    file = tmp_path / name
    file.write_text(content)

    result = CliRunner().invoke(import_, [str(file), "--glossary", "homes", *options])

    assert result.exit_code == 2
    assert sentence in result.output


def command(file: Path, *options: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "server.cli", "import", str(file), "--glossary", "homes", *options],
        env={"PATH": os.environ["PATH"], "PYTHONPATH": str(Path.cwd()), **environment},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


async def test_the_command_imports(store: Store, database_url: str, redis_url: str, tmp_path: Path) -> None:
    await validated.glossary()
    file = tmp_path / "f.csv"
    file.write_text(GOOD.replace("term", "Begrip").replace("text", "Uitleg over"))
    places = {"DATABASE_URL": database_url, "REDIS_URL": redis_url, "BEGRIP_DATA_DIR": str(tmp_path / "data")}

    options = ("--column", "term=Begrip", "--column", "text=Uitleg over", "--report", str(tmp_path / "r.csv"))
    ended = await asyncio.to_thread(command, file, *options, **places)
    broken = await asyncio.to_thread(command, file, "--on-conflict", "fail", *options, **places)

    assert (ended.returncode, ended.stdout.splitlines()[-1]) == (0, "imported: 2 created"), ended.stderr
    assert broken.returncode == 1
    assert "a definition of this term, language and context exists" in broken.stdout
    assert len(await Definition.all()) == 2


def test_no_database_is_one_sentence(tmp_path: Path) -> None:
    file = tmp_path / "f.csv"
    file.write_text(GOOD)

    ended = command(
        file,
        DATABASE_URL="postgresql://nobody@127.0.0.1:9/none",
        REDIS_URL="redis://127.0.0.1:9/0",
        BEGRIP_DATA_DIR=str(tmp_path / "data"),
    )

    assert ended.returncode == 2
    assert "PostgreSQL does not answer" in ended.stderr
    assert "Traceback" not in ended.stderr
