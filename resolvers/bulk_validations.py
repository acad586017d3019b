"""Every definition of a glossary validated again, in the background, a hundred at a time, by as many workers as there are."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from auth.scopes import Scope
from models import gate_reads, glossary_reads, job_parts, outbox, validation_lists, visibility
from models import validation_writes as writes
from models.definition import Definition
from models.definition_filters import DefinitionFilter
from models.errors import NotFound
from models.glossary import Glossary
from models.job import Job
from models.job_parts import Claim, NewPart
from models.kinds import JobKind, PartAction
from models.records import Json
from resolvers import checking, filters, glossaries, idempotency, jobs
from resolvers.context import Context
from resolvers.work import Tell, work

CHUNK = 100


@dataclass(frozen=True, slots=True)
class StartedJob:
    """A queued job. Every event of it has a higher number than `position`."""

    job: Job
    position: int


@dataclass(frozen=True, slots=True, kw_only=True)
class StartBulkValidation:
    """What is asked for; `filter_` null: every definition of the glossary."""

    glossary_id: UUID
    filter_: DefinitionFilter | None = None
    idempotency_key: str | None = None


async def start(
    ctx: Context, glossary_id: UUID, *, filter_: DefinitionFilter | None = None, idempotency_key: str | None = None
) -> StartedJob:
    """A job over the texts of the glossary that the viewer reads, archived ones left out, as they are chosen now.

    Raises:
        NotFound: the glossary is absent, or hidden from this viewer.
        InvalidInput: a bound of the filter.
    """
    ctx.viewer.must(Scope.VALIDATIONS_WRITE)
    if filter_ is not None:
        filters.check(filter_)
    asked = StartBulkValidation(glossary_id=glossary_id, filter_=filter_, idempotency_key=idempotency_key)
    async with work(ctx) as tell:
        remembered = await idempotency.recall(ctx, "startBulkValidation", asked)
        if remembered is not None:
            return StartedJob(await jobs.get(ctx, UUID(str(remembered["id"]))), int(str(remembered["position"])))
        position = (await outbox.head()).seq
        glossary = await glossaries.find(ctx, glossary_id)
        if glossary is None:
            raise NotFound("Glossary", glossary_id, path=("glossaryId",))
        ids = await validation_lists.checkable(ctx.viewer.reader, glossary.id, filter_)
        job = await _queued(tell, glossary.id, ids, {})
        tell.audit("validation.start-bulk", "Job", job.id)
        await idempotency.remember(ctx, "startBulkValidation", asked, {"id": str(job.id), "position": position})
    return StartedJob(job, position)


async def renew(tell: Tell, glossary: Glossary) -> Job:
    """A job over every text of the glossary that is not archived, whoever may read it: its rules have changed.

    Inside the transaction that holds the lock of the glossary, so that no text is added unseen. Its parts pass over what
    was checked by the rules of the moment meanwhile, so that ten changes in a row cost little more than one.
    """
    ids = await validation_lists.checkable(visibility.EVERYTHING, glossary.id)
    return await _queued(tell, glossary.id, ids, {"is_renewal": True})


async def step(ctx: Context, claim: Claim, job: Job) -> None:
    """The hundred definitions of the part have a run each.

    A text saved since it was read is passed over: that save made its own run.
    """
    assert job.glossary_id is not None, "made by start"  # noqa: S101 - a law of start
    glossary = (await glossary_reads.by_ids(visibility.EVERYTHING, [job.glossary_id]))[job.glossary_id]
    rows = await writes.definitions([UUID(one) for one in _texts(claim.payload["ids"])])
    if job.input.get("is_renewal"):
        rows = await _outdated(rows, glossary)
    checks = dict(
        zip([(row.id, row.text_hash) for row in rows], await checking.report_many(rows, glossary), strict=True)
    )
    async with work(ctx) as tell:
        await job_parts.hold(claim)
        locked = await writes.lock_definitions([row.id for row in rows])
        fresh = [(row, checks[row.id, row.text_hash]) for row in locked if (row.id, row.text_hash) in checks]
        await checking.store_many(fresh, glossary=glossary, tell=tell, started_by=job.started_by_id)
        await jobs.part_done(tell, claim)


async def _outdated(rows: list[Definition], glossary: Glossary) -> list[Definition]:
    """Those whose latest run is not a whole one of this text by the rules of the moment."""
    runs = await gate_reads.runs([row.latest_run_id for row in rows if row.latest_run_id is not None])
    now = checking.profile_of(glossary).fingerprint
    known = {run_id: run.text_hash for run_id, run in runs.items() if run.is_whole and run.profile_fingerprint == now}
    return [row for row in rows if row.latest_run_id is None or known.get(row.latest_run_id) != row.text_hash]


async def _queued(tell: Tell, glossary_id: UUID, ids: Sequence[UUID], given: Json) -> Job:
    new = Job(
        kind=JobKind.BULK_VALIDATION,
        glossary_id=glossary_id,
        total_count=len(ids),
        started_by_id=tell.ctx.viewer.user_id,
        input=given,
    )
    return await jobs.queued(tell, new, [_part(ids[place : place + CHUNK]) for place in range(0, len(ids) or 1, CHUNK)])


def _part(ids: Sequence[UUID]) -> NewPart:
    return NewPart(PartAction.VALIDATE, {"ids": [str(one) for one in ids]}, len(ids))


def _texts(value: object) -> list[str]:
    return [str(one) for one in value] if isinstance(value, list) else []
