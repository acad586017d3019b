"""The Redis stream: numbered events under ids of our own, so that Redis itself refuses what it already holds."""

import asyncio
from collections.abc import Mapping, Sequence
from typing import Any, cast

from redis.asyncio import Redis
from redis.exceptions import RedisError, ResponseError

from models.outbox import NumberedEvent
from subscriptions import record
from subscriptions.record import Record, Unreadable

TROUBLE = (RedisError, OSError, TimeoutError)
"""What a Redis that is away, loading or cut off raises."""

_KEPT = 100_000

_DEADLINE_SECONDS = 2.0
# The client retries by itself with pauses of seconds; a reader that waited for that would be late by as much.

Found = tuple[int, Record | None]
"""A number and its event; null when this version of the server cannot read it."""

_Entries = Sequence[tuple[bytes | str, Mapping[bytes | str, bytes | str]]]


def key(epoch: str) -> str:
    """Where the events of an epoch lie."""
    return f"begrip:events:{epoch}"


async def head(redis: Redis, epoch: str) -> int:
    """The highest number that Redis holds; 0 when it holds none."""
    async with asyncio.timeout(_DEADLINE_SECONDS):
        entries = cast("_Entries", await redis.xrevrange(key(epoch), count=1))
    return _seq(entries[0][0]) if entries else 0


async def newest(redis: Redis, epoch: str) -> tuple[int, str] | None:
    """The highest number that Redis holds, and the id of its event; null when it holds none."""
    async with asyncio.timeout(_DEADLINE_SECONDS):
        found = cast("_Entries", await redis.xrevrange(key(epoch), count=1))
    return (_seq(found[0][0]), record.event_id(found[0][1])) if found else None


async def append(redis: Redis, epoch: str, rows: Sequence[NumberedEvent]) -> None:
    """Redis holds the events, or newer ones. About the last 100,000 are kept.

    Raises:
        TROUBLE: Redis is away; some of the events may have arrived.
    """
    async with redis.pipeline(transaction=False) as pipe:
        for row in rows:
            fields = cast("dict[str | bytes, str | bytes]", record.packed(row, epoch))
            pipe.xadd(key(epoch), fields, id=f"{row.seq}-0", maxlen=_KEPT, approximate=True)  # type: ignore[arg-type]
        async with asyncio.timeout(_DEADLINE_SECONDS):
            answers = await pipe.execute(raise_on_error=False)
    for answer in answers:
        if isinstance(answer, Exception) and not _is_known(answer):
            raise answer


async def after(redis: Redis, epoch: str, seq: int, limit: int) -> list[Found]:
    """At most `limit` events just after `seq` without a hole; none when Redis no longer holds the first of them."""
    async with asyncio.timeout(_DEADLINE_SECONDS):
        entries = cast("_Entries", await redis.xrange(key(epoch), min=f"{seq + 1}-0", count=limit))
    return contiguous(seq, [_found(id_, fields) for id_, fields in entries])


async def wait(redis: Redis, epoch: str, seq: int, *, limit: int, milliseconds: int) -> list[Found]:
    """At most `limit` events above `seq`, with holes if Redis has them; none when none came in time."""
    async with asyncio.timeout(_DEADLINE_SECONDS + milliseconds / 1000):
        answer = await redis.xread({key(epoch): f"{seq}-0"}, count=limit, block=milliseconds)
    return [_found(id_, fields) for id_, fields in entries(answer)]


def entries(answer: object) -> list[tuple[bytes | str, Mapping[bytes | str, bytes | str]]]:
    """The entries in the answer to XREAD or XREADGROUP, whichever version of the protocol it came in."""
    if not answer:
        return []
    lists = answer.values() if isinstance(answer, dict) else [listed for _, listed in cast("list[Any]", answer)]
    return [entry for listed in lists for entry in _flat(listed)]


def contiguous(seq: int, found: Sequence[Found]) -> list[Found]:
    """The leading part that continues `seq` without a hole."""
    kept: list[Found] = []
    for number, entry in found:
        if number != seq + 1 + len(kept):
            break
        kept.append((number, entry))
    return kept


def _flat(entries: object) -> _Entries:
    listed = cast("list[object]", entries)
    # The third version of the protocol wraps the entries of a stream in one more list.
    if listed and isinstance(listed[0], list) and listed[0] and isinstance(listed[0][0], tuple | list):
        return cast("_Entries", listed[0])
    return cast("_Entries", listed)


def _found(id_: bytes | str, fields: Mapping[bytes | str, bytes | str]) -> Found:
    seq = _seq(id_)
    try:
        return seq, record.unpacked(seq, fields)
    except Unreadable:
        return seq, None


def _seq(id_: bytes | str) -> int:
    return int((id_.decode() if isinstance(id_, bytes) else id_).partition("-")[0])


def _is_known(answer: Exception) -> bool:
    return isinstance(answer, ResponseError) and "equal or smaller" in str(answer)
