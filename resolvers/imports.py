"""Rows of a file brought into a glossary: checked all, then applied a hundred at a time by a job that survives crashes."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from auth.errors import Forbidden
from auth.scopes import OF_ROLE, Scope
from auth.viewer import SYSTEM, Viewer
from exchange.rows import ImportRow
from models import job_parts, job_queue, store, user_reads
from models.job import Job
from models.job_parts import Claim, NewPart
from models.kinds import DefinitionOrigin, JobKind, PartAction, RunStatus
from models.records import Json
from models.sentences import say
from resolvers import bulk, import_concepts, import_rows, jobs
from resolvers.bulk_results import BulkItem, BulkOutcome
from resolvers.context import Context
from resolvers.inputs import BulkUpsert, OnError
from resolvers.work import work

CHUNK = 100
RELATED = 5
"""Parts whose concepts are related at a time."""


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
    """A queued job that applies the rows in their order, as the viewer.

    Its parts go one after another, on whichever worker: a row may speak of what an earlier one made.
    """
    ctx.viewer.must(Scope.DEFINITIONS_WRITE)
    user_id = ctx.viewer.user_id
    new = Job(
        kind=JobKind.IMPORT,
        glossary_id=glossary_id,
        total_count=len(rows),
        started_by_id=user_id,
        input={"user_id": None if user_id is None else str(user_id)},
        is_sequential=True,
    )
    async with work(ctx) as tell:
        job = await jobs.queued(tell, new, _parts(rows))
        tell.audit("import.start", "Job", job.id)
    return job


async def step(ctx: Context, claim: Claim, job: Job) -> None:
    """The hundred rows of the part are applied, or refused with their reason in the report."""
    chunk = [import_rows.unpacked(row) for row in _rows(claim.payload)]
    as_starter = Context(await _viewer(job.input), ctx.request_id)
    assert job.glossary_id is not None, "made by start"  # noqa: S101 - a law of start
    known = await _met(claim, chunk)
    async with work(ctx) as tell:
        await job_parts.hold(claim)
        results = await import_concepts.upsert(as_starter, job.glossary_id, chunk, known=known)
        told = [
            _packed(_told(row, item, OnConflict.UPDATE)) | _concept(row, item)
            for row, item in zip(chunk, results, strict=True)
        ]
        await jobs.part_done(tell, claim, told)


async def relate(ctx: Context, claim: Claim, job: Job) -> None:
    """The concepts of five hundred rows are related as the file says; every row is applied by then."""
    first, count = int(str(claim.payload["first"])), int(str(claim.payload["count"]))
    packed = [row for payload in await job_parts.payloads(job.id, first, count) for row in _rows(payload)]
    as_starter = Context(await _viewer(job.input), ctx.request_id)
    assert job.glossary_id is not None, "made by start"  # noqa: S101 - a law of start
    concepts = _concepts(await job_queue.report(job.id))
    async with work(as_starter) as tell:
        await job_parts.hold(claim)
        await import_concepts.relate(tell, job.glossary_id, [import_rows.unpacked(row) for row in packed], concepts)
        await jobs.part_done(tell, claim)


def _parts(rows: Sequence[ImportRow]) -> list[NewPart]:
    applied = [
        NewPart(PartAction.APPLY, {"rows": [import_rows.packed(row) for row in chunk]}, len(chunk))
        for chunk in (list(_chunks(rows)) or [()])
    ]
    if not any(row.concept for row in rows):
        return applied
    related = range(0, len(applied), RELATED)
    return applied + [NewPart(PartAction.RELATE, {"first": first, "count": RELATED}, 0) for first in related]


async def _met(claim: Claim, chunk: Sequence[ImportRow]) -> dict[str, UUID]:
    """The concept that the rows before this part end with, when its first row goes on with it."""
    here = chunk[0].concept if chunk else None
    if claim.number == 0 or here is None:
        return {}
    (before,) = await job_parts.payloads(claim.job_id, claim.number - 1, 1)
    if _rows(before)[-1].get("concept") != here:
        return {}
    concepts = _concepts(await job_queue.report(claim.job_id))
    return {here: concepts[here]} if here in concepts else {}


def _concepts(told: Sequence[Json]) -> dict[str, UUID]:
    """The concepts that the rows came into, by the URI in the file."""
    found: dict[str, UUID] = {}
    for one in told:
        if one.get("uri") is not None and one.get("concept") is not None:
            found.setdefault(str(one["uri"]), UUID(str(one["concept"])))
    return found


def _concept(row: ImportRow, item: BulkItem) -> Json:
    return {} if item.definition is None else {"uri": row.concept, "concept": str(item.definition.concept_id)}


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
        raise Forbidden(said=say("import-no-longer"))
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
