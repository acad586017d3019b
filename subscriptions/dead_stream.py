"""The streams `dead:{group}`: word of every dead letter, for whoever wants to be woken. The table is the truth."""

import asyncio

from redis.asyncio import Redis

from models import dead_letter_rows
from models.kinds import DeadGroup
from subscriptions import stream

_KEPT = 10_000
_DEADLINE_SECONDS = 2.0


def key(group: DeadGroup) -> str:
    """Where word of the letters of a group lies."""
    return f"begrip:dead:{group.lower()}"


async def publish(redis: Redis) -> int:
    """How many letters the streams were told of just now; after trouble with Redis they are told of later, perhaps twice."""
    letters = await dead_letter_rows.unpublished()
    if not letters:
        return 0
    try:
        async with redis.pipeline(transaction=False) as pipe:
            for letter in letters:
                told = {"id": str(letter.id), "kind": letter.kind, "reason": letter.reason[:200]}
                pipe.xadd(key(letter.group), told, maxlen=_KEPT, approximate=True)  # type: ignore[arg-type]
            async with asyncio.timeout(_DEADLINE_SECONDS):
                await pipe.execute()
    except stream.TROUBLE:
        return 0
    await dead_letter_rows.published([letter.id for letter in letters])
    return len(letters)
