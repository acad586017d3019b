"""History: events that already happened, from Redis while it holds them, else from the log, else the word that they are gone."""

from dataclasses import dataclass

from redis.asyncio import Redis

from models import outbox
from models.outbox import NumberedEvent
from subscriptions import record, stream
from subscriptions.cursor import Position
from subscriptions.record import Unreadable
from subscriptions.stream import Found

PAGE = 200


@dataclass(frozen=True, slots=True)
class Hole:
    """What follows a position is no longer held. `oldest` is the first position that still can be resumed from."""

    oldest: Position
    resume: Position


async def after(redis: Redis | None, position: Position, *, limit: int = PAGE) -> list[Found] | Hole:
    """At most `limit` events just after the position, in order and without a hole; none when it is the head."""
    head = await outbox.head()
    if position.epoch != head.epoch or position.seq > head.seq:
        return Hole(Position(head.epoch, await _oldest(head.seq)), Position(head.epoch, head.seq))
    if position.seq == head.seq:
        return []
    held = await from_redis(redis, position, limit)
    return held or await from_log(position, head.seq, limit=limit)


async def from_log(position: Position, head: int, *, limit: int = PAGE) -> list[Found] | Hole:
    """The same, from PostgreSQL alone."""
    found = [found_of(row) for row in await outbox.logged(position.seq, limit)]
    kept = stream.contiguous(position.seq, found)
    if kept:
        return kept
    resume = Position(position.epoch, found[0][0] - 1 if found else head)
    return Hole(resume, resume)


def found_of(row: NumberedEvent) -> Found:
    """The row's number and event; the event is null when this version of the server cannot read it."""
    try:
        return row.seq, record.of(row)
    except Unreadable:
        return row.seq, None


async def from_redis(redis: Redis | None, position: Position, limit: int) -> list[Found]:
    """The same, from Redis alone; none when it is away or no longer holds them."""
    if redis is None:
        return []
    try:
        return await stream.after(redis, position.epoch, position.seq, limit)
    except stream.TROUBLE:
        return []


async def _oldest(head: int) -> int:
    oldest = await outbox.oldest()
    return head if oldest is None else oldest - 1
