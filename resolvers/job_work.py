"""Parts of jobs carried out: claimed, done in one transaction with the word of it, tried again later, buried at last.

A worker that dies leaves a lease and a pending entry of the stream behind; another takes over, and does nothing twice.
"""

import asyncio
import contextlib
import logging
import random
from collections.abc import Awaitable, Callable, Mapping
from datetime import timedelta
from uuid import UUID

from auth.viewer import SYSTEM
from models import dead_letter_rows, engine, job_parts, job_queue
from models.dead_letter_rows import NewLetter
from models.job import Job
from models.job_parts import Claim
from models.job_queue import LeaseLost
from models.kinds import DeadGroup, PartAction, RunStatus
from resolvers import bulk_validations, imports, jobs
from resolvers.context import Context
from resolvers.work import work
from subscriptions.job_group import WAIT, Away, Delivery, JobGroup

LEASE = timedelta(seconds=10)
HEARTBEAT = timedelta(seconds=3)
BACKOFF = timedelta(seconds=1)
MOST_RETRIES = 5
UNSEEN = timedelta(seconds=1)
"""What the group was told of this long ago, and nobody began while a worker had nothing to do, was lost with Redis."""
MOST_SENT = 64

Step = Callable[[Context, Claim, Job], Awaitable[None]]
"""Does the part in a transaction of its own that holds it and ends with `jobs.part_done`."""

STEPS: Mapping[PartAction, Step] = {
    PartAction.VALIDATE: bulk_validations.step,
    PartAction.APPLY: imports.step,
    PartAction.RELATE: imports.relate,
}

_logger = logging.getLogger(__name__)


async def work_one(stop: asyncio.Event) -> bool:
    """Whether the table had a part to carry out: what a worker does whose Redis is away."""
    claim = await claimed()
    if claim is None:
        return False
    await carry_out(claim, stop)
    return True


async def work_shared(group: JobGroup, stop: asyncio.Event) -> bool:
    """Whether there was a part to carry out, as the group shares them; from the table when Redis is away."""
    try:
        room = await group.room(MOST_SENT)
        if room:
            await group.send(await job_parts.due(room))
        delivery = await group.take()
    except Away:
        return await _found_alone(stop)
    if delivery is not None:
        return await _carry_out_delivered(group, delivery, stop)
    claim = await claimed(unseen=UNSEEN)
    if claim is not None:
        await carry_out(claim, stop)
    return claim is not None


async def claimed(
    job_id: UUID | None = None, *, part_id: UUID | None = None, unseen: timedelta = timedelta(0)
) -> Claim | None:
    """A part that is ours now, of this job or this very one when given; null when there is none."""
    async with work(Context(SYSTEM, "worker")) as tell:
        claim = await job_parts.claim(LEASE, job_id=job_id, part_id=part_id, unseen=unseen)
        begun = None if claim is None else await job_queue.begin(claim.job_id)
        if begun is not None:
            tell(jobs.status_changed(begun, RunStatus.QUEUED))
    return claim


async def carry_out(claim: Claim, stop: asyncio.Event, keep: Callable[[], Awaitable[None]] | None = None) -> None:
    """The part is done, or waits for its next attempt, or is buried, or is somebody else's by now."""
    try:
        async with asyncio.TaskGroup() as tasks:
            heartbeat = tasks.create_task(_beat(claim, keep))
            await _one(claim, stop)
            heartbeat.cancel()
    except* LeaseLost:
        _logger.info("part %d of job %s went to another worker, or the job has ended", claim.number, claim.job_id)
    except* Exception as failures:
        cause = _first(failures)
        _logger.warning("part %d of job %s failed", claim.number, claim.job_id, exc_info=cause)
        await _fail(claim, f"{type(cause).__name__}: {cause}", is_away=engine.is_away(cause))


def backoff(failures: int) -> timedelta:
    """How long a part waits that failed so often before: exponentially longer, less up to half of it by chance."""
    return BACKOFF * (2.0**failures * random.uniform(0.5, 1))


async def _found_alone(stop: asyncio.Event) -> bool:
    has_worked = await work_one(stop)
    if not has_worked:  # what Redis would have waited for us
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(WAIT.total_seconds()):
                await stop.wait()
    return has_worked


async def _carry_out_delivered(group: JobGroup, delivery: Delivery, stop: asyncio.Event) -> bool:
    claim = await claimed(part_id=delivery.part_id)
    if claim is not None:
        await carry_out(claim, stop, lambda: group.keep(delivery))
    with contextlib.suppress(Away):  # handed out again, it will be found done
        await group.done(delivery)
    return True


async def _one(claim: Claim, stop: asyncio.Event) -> None:
    job = await job_queue.find(claim.job_id)
    if job is None or job.status is not RunStatus.RUNNING:
        raise LeaseLost
    if stop.is_set():
        await job_parts.let_go(claim)
    elif claim.failures > MOST_RETRIES:
        await _bury(claim, "every worker that took this part ended without a word")
    else:
        await STEPS[claim.action](Context(SYSTEM, f"job-{claim.job_id}"), claim, job)


async def _beat(claim: Claim, keep: Callable[[], Awaitable[None]] | None) -> None:
    # The claim is fresh: to extend it at once could undo that it was let go meanwhile.
    while True:
        await asyncio.sleep(HEARTBEAT.total_seconds())
        if not await job_parts.extend(claim, LEASE):
            return
        if keep is not None:
            with contextlib.suppress(Away):
                await keep()


async def _fail(claim: Claim, reason: str, *, is_away: bool) -> None:
    """The part waits longer, or is buried; a database that is away says nothing about the part: its lease just ends."""
    with contextlib.suppress(LeaseLost):
        try:
            if is_away:
                await job_parts.let_go(claim)
            elif claim.failures >= MOST_RETRIES:
                await _bury(claim, reason)
            else:
                await job_parts.put_off(claim, backoff(claim.failures))
        except engine.AWAY:
            _logger.warning("job %s is left to the end of its lease: the database is away", claim.job_id)


async def _bury(claim: Claim, reason: str) -> None:
    """The part is a dead letter; the other parts of its job go on, those of a file that came after it wait."""
    async with work(Context(SYSTEM, f"job-{claim.job_id}")) as tell:
        await job_parts.bury(claim)
        letter = NewLetter(
            group=DeadGroup.JOBS,
            kind=claim.action,
            payload=claim.payload,
            reason=reason,
            attempt_count=claim.attempt,
            job_id=claim.job_id,
            part_number=claim.number,
        )
        await dead_letter_rows.add(letter)
        if await job_queue.lock(claim.job_id) is not None:
            await jobs.ended(tell, claim.job_id)


def _first(failures: BaseExceptionGroup[Exception]) -> Exception:
    cause: BaseException = failures
    while isinstance(cause, BaseExceptionGroup):
        cause = cause.exceptions[0]
    assert isinstance(cause, Exception)  # noqa: S101 - `except*` has sorted the others out
    return cause
