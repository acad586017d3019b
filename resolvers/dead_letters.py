"""Dead letters, for whoever runs the server: seen, tried once more, or given up."""

from collections.abc import Collection, Sequence
from uuid import UUID

from auth.scopes import Scope
from models import dead_letter_rows, job_parts, job_queue, outbox
from models.dead_letter import DeadLetter
from models.dead_letter_rows import DeadLetterFilter
from models.errors import NotFound
from models.kinds import DeadGroup, DeadStatus, RunStatus
from models.sentences import say
from resolvers import filters, jobs, paging
from resolvers.context import Context
from resolvers.errors import Conflict, LimitExceeded
from resolvers.paging import Maker, Page, Slice
from resolvers.work import Tell, work

MOST = 100

_NEWEST_FIRST = Maker("dead letters, newest first", dead_letter_rows.letter)


async def page(ctx: Context, slice_: Slice, filter_: DeadLetterFilter | None = None) -> Page[DeadLetter]:
    """Dead letters, newest first.

    Raises:
        Forbidden: the viewer does not run the server; Unauthenticated when nobody signed in.
    """
    ctx.viewer.must(Scope.OPERATIONS_WRITE)
    filters.check(filter_)
    return await paging.of_listing(dead_letter_rows.listing(filter_), slice_, _NEWEST_FIRST)


async def find(ctx: Context, letter_id: UUID) -> DeadLetter | None:
    """The letter, to whoever runs the server; null otherwise."""
    return await dead_letter_rows.find(letter_id) if ctx.viewer.may(Scope.OPERATIONS_WRITE) else None


async def replay(ctx: Context, ids: Collection[UUID]) -> Sequence[DeadLetter]:
    """The letters, at most 100, decided on: parts of jobs wait again with all their retries, events are told anew.

    Whoever heard an event before hears it a second time under a new number, and knows it by its id.

    Raises:
        NotFound: one of them is absent.
        Conflict: one was decided on before, or its job was canceled; none of them is replayed then.
        LimitExceeded: they are more than 100.
    """
    ctx.viewer.must(Scope.OPERATIONS_WRITE)
    async with work(ctx) as tell:
        for letter in await _open(ids):
            await _again(letter, tell)
        return await _resolved(tell, ids, DeadStatus.REPLAYED)


async def discard(ctx: Context, ids: Collection[UUID]) -> Sequence[DeadLetter]:
    """The letters, at most 100, given up: what they were about stays undone.

    Raises:
        NotFound: one of them is absent.
        Conflict: one was decided on before; none of them is discarded then.
        LimitExceeded: they are more than 100.
    """
    ctx.viewer.must(Scope.OPERATIONS_WRITE)
    async with work(ctx) as tell:
        await _open(ids)
        return await _resolved(tell, ids, DeadStatus.DISCARDED)


async def _open(ids: Collection[UUID]) -> list[DeadLetter]:
    if len(ids) > MOST:
        raise LimitExceeded(say("too-many-letters", most=MOST), path=("ids",))
    found = await dead_letter_rows.lock(ids)
    for missing in sorted(set(ids) - {letter.id for letter in found}):
        raise NotFound("DeadLetter", missing, path=("ids",))
    for letter in found:
        if letter.status is not DeadStatus.OPEN:
            raise Conflict(say("letter-settled", status=letter.status.lower()), path=("ids",))
    return found


async def _again(letter: DeadLetter, tell: Tell) -> None:
    match letter.group:
        case DeadGroup.EVENTS:
            await outbox.tell_all([letter.payload], event_ids=[UUID(str(letter.payload["event_id"]))])
        case DeadGroup.JOBS:
            await _part_again(letter, tell)


async def _part_again(letter: DeadLetter, tell: Tell) -> None:
    assert letter.job_id is not None, "a law of the table"  # noqa: S101 - a CHECK of it
    assert letter.part_number is not None, "a law of the table"  # noqa: S101 - a CHECK of it
    resumed = await job_queue.resume(letter.job_id)
    if resumed is not None:
        tell(jobs.status_changed(resumed, RunStatus.FAILED))
    elif await job_queue.lock(letter.job_id) is None:
        raise Conflict(say("job-canceled"), path=("ids",))
    await job_parts.revive(letter.job_id, letter.part_number)


async def _resolved(tell: Tell, ids: Collection[UUID], status: DeadStatus) -> list[DeadLetter]:
    for one in sorted(ids):
        tell.audit(f"dead-letter.{'replay' if status is DeadStatus.REPLAYED else 'discard'}", "DeadLetter", one)
    return await dead_letter_rows.resolve(ids, status, tell.ctx.viewer.user_id)
