"""Jobs carried out: claimed, done step by step, each step one transaction with its progress, and ended.

A worker that dies leaves a lease behind; whoever takes over goes on after the last step that committed.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping
from datetime import timedelta
from uuid import UUID

from auth.viewer import SYSTEM
from models import engine, job_queue
from models.job import Job
from models.job_queue import Claim, LeaseLost
from models.kinds import JobKind, RunStatus
from models.records import Json
from resolvers import bulk_validations, imports, jobs
from resolvers.context import Context
from resolvers.work import work

LEASE = timedelta(seconds=30)
HEARTBEAT = timedelta(seconds=10)
BACKOFF = timedelta(seconds=2)
GIVEN_UP = f"the same part failed {job_queue.MOST_FAILURES} times; the cause is in the log of the worker"

Step = Callable[[Context, Claim, Job, Json], Awaitable[bool]]
"""Does the next part of the job with what it was given, in a transaction of its own that holds it; whether more is left."""

STEPS: Mapping[JobKind, Step] = {JobKind.BULK_VALIDATION: bulk_validations.step, JobKind.IMPORT: imports.step}

_logger = logging.getLogger(__name__)


async def work_one(stop: asyncio.Event) -> bool:
    """Whether there was a job to carry out; it ended, or waits for its next attempt, or was let go because of `stop`."""
    claim = await claimed()
    if claim is None:
        return False
    await carry_out(claim, stop)
    return True


async def claimed(job_id: UUID | None = None) -> Claim | None:
    """A job that is ours now, this one when given; null when there is none."""
    async with work(Context(SYSTEM, "worker")) as tell:
        claim = await job_queue.claim(LEASE, job_id)
        if claim is not None and claim.before is RunStatus.QUEUED:
            tell(jobs.status_changed(claim.job, RunStatus.QUEUED))
    return claim


async def carry_out(claim: Claim, stop: asyncio.Event) -> None:
    """The job has ended, or waits for its next attempt, or is somebody else's by now."""
    ctx = Context(SYSTEM, f"job-{claim.job.id}")
    try:
        async with asyncio.TaskGroup() as tasks:
            heartbeat = tasks.create_task(_beat(claim))
            await _steps(ctx, claim, stop)
            heartbeat.cancel()
    except* LeaseLost:
        _logger.warning("job %s went to another worker", claim.job.id)
    except* Exception:
        _logger.exception("job %s failed at attempt %d", claim.job.id, claim.attempt)
        await _put_off(claim)


async def _put_off(claim: Claim) -> None:
    try:
        await job_queue.put_off(claim, BACKOFF * 2 ** failures_of(claim.job))
    except engine.AWAY:
        _logger.warning("job %s is left to the end of its lease: the database is away", claim.job.id)


def failures_of(job: Job) -> int:
    """How often the part that comes next has failed."""
    return int(str(job.progress.get("failures", 0)))


async def _steps(ctx: Context, claim: Claim, stop: asyncio.Event) -> None:
    if failures_of(claim.job) >= job_queue.MOST_FAILURES:
        return await _end(ctx, claim, RunStatus.FAILED, reason=GIVEN_UP)
    given, step = await job_queue.given(claim.job.id), STEPS[claim.job.kind]
    while not stop.is_set():
        job = await job_queue.find(claim.job.id)
        if job is None:
            raise LeaseLost
        if job.is_cancel_requested:
            return await _end(ctx, claim, RunStatus.CANCELED)
        if not await step(ctx, claim, job, given):
            return await _end(ctx, claim, RunStatus.SUCCEEDED)
    return await job_queue.let_go(claim)


async def _beat(claim: Claim) -> None:
    # The claim is fresh: to extend it at once could undo that it was let go meanwhile.
    while True:
        await asyncio.sleep(HEARTBEAT.total_seconds())
        if not await job_queue.extend(claim, LEASE):
            return


async def _end(ctx: Context, claim: Claim, status: RunStatus, *, reason: str | None = None) -> None:
    async with work(ctx) as tell:
        job = await job_queue.finish(claim, status, reason)
        tell(jobs.status_changed(job, RunStatus.RUNNING))
