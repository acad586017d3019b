"""Rows of a file brought into a glossary: checked all, then applied a hundred at a time by a job that survives crashes."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from auth.errors import Forbidden
from auth.scopes import OF_ROLE, Scope
from auth.viewer import SYSTEM, Viewer
from exchange.rows import ImportRow
from models import job_queue, store, user_reads
from models.job import Job
from models.job_queue import Claim
from models.kinds import DefinitionOrigin, JobKind, RunStatus
from models.records import Json
from resolvers import bulk, import_concepts, import_rows, jobs
from resolvers.bulk_results import BulkItem, BulkOutcome
from resolvers.context import Context
from resolvers.inputs import BulkUpsert, OnError
from resolvers.work import work

CHUNK = 100
RELATED = 500
"""Rows whose concepts are related at a time."""


class OnConflict(StrEnum):
    """What becomes of a row whose definition exists."""

    SKIP = "SKIP"
    UPDATE = "UPDATE"
    FAIL = "FAIL"


class Outcome(StrEnum):
    """What happened to a row, or would happen."""

    CREATED = "CREATED"
    UPDATED = "UPDATED"
    UNCHANGED = "UNCHANGED"
    SKIPPED = "SKIPPED"
    REFUSED = "REFUSED"


@dataclass(frozen=True, slots=True)
class Told:
    """What is to be said of one row; `message` when it was refused."""

    line: int
    term: str
    outcome: Outcome
    message: str | None = None


async def check(
    ctx: Context,
    glossary_id: UUID,
    rows: Sequence[ImportRow],
    *,
    on_conflict: OnConflict,
    progress: Callable[[int], None],
) -> list[Told]:
    """What applying the rows would come to, row by row; nothing is stored. `progress` hears how many more are checked."""
    told: list[Told] = []
    for chunk in _chunks(rows):
        result = await bulk.upsert(ctx, _asked(glossary_id, chunk, is_dry_run=True))
        told += [_told(row, item, on_conflict) for row, item in zip(chunk, result.results, strict=True)]
        progress(len(chunk))
    return told


async def start(ctx: Context, glossary_id: UUID, rows: Sequence[ImportRow]) -> Job:
    """A queued job that applies the rows in their order, as the viewer."""
    ctx.viewer.must(Scope.DEFINITIONS_WRITE)
    user_id = ctx.viewer.user_id
    new = Job(
        kind=JobKind.IMPORT,
        glossary_id=glossary_id,
        total_count=len(rows),
        started_by_id=user_id,
        input={"rows": [import_rows.packed(row) for row in rows], "user_id": None if user_id is None else str(user_id)},
    )
    async with work(ctx) as tell:
        job = await job_queue.add(new)
        tell(jobs.status_changed(job, None))
        tell.audit("import.start", "Job", job.id)
    return job


async def step(ctx: Context, claim: Claim, job: Job, given: Json) -> bool:
    """The next hundred rows are applied, or refused with their reason in the report; whether more are left.

    When all are applied, their concepts are related as the file says, five hundred rows at a time.
    """
    rows = _rows(given)
    done = int(str(job.progress.get("next", 0)))
    chunk = [import_rows.unpacked(row) for row in rows[done : done + CHUNK]]
    as_starter = Context(await _viewer(given), ctx.request_id)
    if not chunk:
        return await _relate(as_starter, claim, job, rows)
    assert job.glossary_id is not None, "made by start"  # noqa: S101 - a law of start
    known = await _met(job, rows, done)
    async with work(ctx) as tell:
        await job_queue.hold(claim)
        results = await import_concepts.upsert(as_starter, job.glossary_id, chunk, known=known)
        told = [
            _packed(_told(row, item, OnConflict.UPDATE)) | _concept(item)
            for row, item in zip(chunk, results, strict=True)
        ]
        done += len(chunk)
        await job_queue.advance(claim, done=done, progress={"next": done}, report=told)
        tell(jobs.progressed(job, done, job.total_count))
    return done < len(rows) or any(row.get("concept") for row in rows)


async def _relate(ctx: Context, claim: Claim, job: Job, rows: Sequence[store.Row]) -> bool:
    """The next rows have the relations of the file; whether more are left."""
    done = int(str(job.progress.get("related", 0)))
    chunk = [import_rows.unpacked(row) for row in rows[done : done + RELATED]]
    if not any(row.concept for row in chunk):
        return False
    assert job.glossary_id is not None, "made by start"  # noqa: S101 - a law of start
    concepts = _concepts(rows, await job_queue.report(job.id))
    async with work(ctx) as tell:
        await job_queue.hold(claim)
        await import_concepts.relate(tell, job.glossary_id, chunk, concepts)
        done += len(chunk)
        await job_queue.advance(claim, done=len(rows), progress={"next": len(rows), "related": done}, report=[])
    return done < len(rows)


async def _met(job: Job, rows: Sequence[store.Row], done: int) -> dict[str, UUID]:
    """The concept that the rows before this place end with, when the next row goes on with it."""
    here = rows[done].get("concept")
    if done == 0 or here is None or rows[done - 1].get("concept") != here:
        return {}
    concepts = _concepts(rows[:done], await job_queue.report(job.id))
    return {here: concepts[here]} if here in concepts else {}


def _concepts(rows: Sequence[store.Row], told: Sequence[Json]) -> dict[str, UUID]:
    """The concepts that the rows came into, by the URI in the file."""
    found: dict[str, UUID] = {}
    for row, one in zip(rows, told, strict=False):
        if row.get("concept") is not None and one.get("concept") is not None:
            found.setdefault(row["concept"], UUID(str(one["concept"])))
    return found


def _concept(item: BulkItem) -> Json:
    return {} if item.definition is None else {"concept": str(item.definition.concept_id)}


def report(packed: Sequence[Mapping[str, object]]) -> list[Told]:
    """The report of an import job, row by row."""
    return [_unpacked(one) for one in packed]


def has_ended(job: Job) -> bool:
    """Whether nothing more will be applied."""
    return job.status not in {RunStatus.QUEUED, RunStatus.RUNNING}


def _asked(glossary_id: UUID, rows: Sequence[ImportRow], *, is_dry_run: bool = False) -> BulkUpsert:
    return BulkUpsert(
        glossary_id=glossary_id,
        items=tuple(import_rows.item(row) for row in rows),
        on_error=OnError.SKIP_FAILED,
        is_dry_run=is_dry_run,
        origin=DefinitionOrigin.IMPORTED,
    )


def _told(row: ImportRow, item: BulkItem, on_conflict: OnConflict) -> Told:
    exists = item.outcome in {BulkOutcome.UPDATED, BulkOutcome.UNCHANGED}
    if item.outcome is BulkOutcome.REFUSED:
        return Told(
            row.line,
            row.term,
            Outcome.REFUSED,
            "; ".join(_sentence(error.path, error.message) for error in item.errors),
        )
    if exists and on_conflict is OnConflict.FAIL:
        return Told(row.line, row.term, Outcome.REFUSED, "a definition of this term, language and context exists")
    if exists and on_conflict is OnConflict.SKIP:
        return Told(row.line, row.term, Outcome.SKIPPED)
    return Told(row.line, row.term, Outcome(item.outcome))


def _sentence(path: tuple[str, ...], message: str) -> str:
    # Of a bulk request: items, the place in its hundred, then the field that the reader of the file knows.
    field = path[2:] if path[:1] == ("items",) else path
    return f"{'.'.join(field)}: {message}" if field else message


async def _viewer(given: Json) -> Viewer:
    if given.get("user_id") is None:
        return SYSTEM
    user = await user_reads.by_id(UUID(str(given["user_id"])))
    if user is None or not user.is_active:
        raise Forbidden(message="whoever started this import may no longer write")
    return Viewer(user_id=user.id, role=user.role, scopes=OF_ROLE[user.role])


def _chunks(rows: Sequence[ImportRow]) -> Iterator[Sequence[ImportRow]]:
    return (rows[start : start + CHUNK] for start in range(0, len(rows), CHUNK))


def _rows(given: Json) -> list[store.Row]:
    rows = given["rows"]
    return list(rows) if isinstance(rows, list) else []


def _packed(told: Told) -> Json:
    return {"line": told.line, "term": told.term, "outcome": told.outcome.value, "message": told.message}


def _unpacked(packed: Mapping[str, object]) -> Told:
    message = packed["message"]
    return Told(
        int(str(packed["line"])),
        str(packed["term"]),
        Outcome(str(packed["outcome"])),
        None if message is None else str(message),
    )
