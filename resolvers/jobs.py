"""Long work, as whoever started it follows it."""

from collections.abc import Sequence
from uuid import UUID

from auth.errors import Unauthenticated
from models import job_parts, job_queue
from models.errors import NotFound
from models.job import Job
from models.job_parts import Claim, NewPart
from models.job_queue import JobFilter
from models.kinds import Role, RunStatus
from models.records import Json
from models.sentences import say
from resolvers import filters, paging
from resolvers.context import Context
from resolvers.errors import Conflict
from resolvers.paging import Maker, Page, Slice
from resolvers.work import Tell, work
from subscriptions.events import JobProgressed, JobStatusChanged


async def get(ctx: Context, job_id: UUID, *, path: tuple[str, ...] = ()) -> Job:
    """The job.

    Raises:
        NotFound: it is absent, or somebody else's.
    """
    found = await find(ctx, job_id)
    if found is None:
        raise NotFound("Job", job_id, path=path)
    return found


async def find(ctx: Context, job_id: UUID) -> Job | None:
    """The job, or null when it is absent or somebody else's."""
    found = await job_queue.find(job_id)
    return found if found is not None and _may_see(ctx, found) else None


async def page(ctx: Context, slice_: Slice, filter_: JobFilter | None = None) -> Page[Job]:
    """The viewer's own jobs and, for administrators, all; newest first."""
    if filter_ is not None:
        filters.check(filter_)
    if ctx.viewer.is_anonymous:
        return paging.empty()
    listing = job_queue.listing(ctx.viewer.user_id, filter_, is_everyones=_sees_all(ctx))
    return await paging.of_listing(listing, slice_, Maker(f"jobs of {ctx.viewer.user_id}", job_queue.job))


async def cancel(ctx: Context, job_id: UUID) -> Job:
    """The job, canceled. What a worker does of it at this moment leaves nothing behind.

    Raises:
        Unauthenticated: nobody signed in.
        NotFound: it is absent, or somebody else's.
        Conflict: it ended before.
    """
    if ctx.viewer.is_anonymous:
        raise Unauthenticated
    seen = await get(ctx, job_id, path=("jobId",))
    if seen.status is RunStatus.CANCELED:
        return seen
    async with work(ctx) as tell:
        canceled = await job_queue.cancel(job_id)
        if canceled is None:
            raise Conflict(say("job-ended"), path=("jobId",))
        job, before = canceled
        tell(status_changed(job, before))
        tell.audit("job.cancel", "Job", job.id)
    return job


async def queued(tell: Tell, new: Job, parts: Sequence[NewPart]) -> Job:
    """The job with its parts, at least one, waiting for workers after the commit."""
    job = await job_queue.add(new)
    await job_parts.add(job.id, parts)
    tell(status_changed(job, None))
    return job


async def part_done(tell: Tell, claim: Claim, report: Sequence[Json] = ()) -> None:
    """The part is done, its job has moved on, and has ended if it was the last; all with what else the transaction did.

    Raises:
        LeaseLost: the part went to another worker, or the job has ended.
    """
    await job_parts.complete(claim)
    job = await job_queue.advance(claim.job_id, claim.size, list(report))
    if claim.size:
        tell(progressed(job, job.done_count, job.total_count))
    await ended(tell, job.id)


async def ended(tell: Tell, job_id: UUID) -> None:
    """The job has ended, when nothing of it can go on. Its row must be locked."""
    job = await job_queue.end(job_id)
    if job is not None:
        tell(status_changed(job, RunStatus.RUNNING))


def status_changed(job: Job, before: RunStatus | None) -> JobStatusChanged:
    """What is told when the job entered its status."""
    return JobStatusChanged(
        job_id=job.id, glossary_id=job.glossary_id, author_id=job.started_by_id, before=before, after=job.status
    )


def progressed(job: Job, done: int, total: int | None) -> JobProgressed:
    """What is told when more of the job is done."""
    return JobProgressed(
        job_id=job.id, glossary_id=job.glossary_id, author_id=job.started_by_id, done_count=done, total_count=total
    )


def _may_see(ctx: Context, job: Job) -> bool:
    return _sees_all(ctx) or (ctx.viewer.user_id is not None and job.started_by_id == ctx.viewer.user_id)


def _sees_all(ctx: Context) -> bool:
    return ctx.viewer.is_system or ctx.viewer.role is Role.ADMIN
