"""The reader: the one place of a process where events come in, in order, once, whatever befalls Redis."""

import asyncio
import time
from dataclasses import dataclass, field

from redis.asyncio import Redis

from models import outbox
from subscriptions import history, stream
from subscriptions.cursor import Position
from subscriptions.history import Hole
from subscriptions.stream import Found

_BATCH = 500
_BLOCK_MILLISECONDS = 1000
_POLL_SECONDS = 0.15
_AVOID_SECONDS = 0.5
"""How long Redis is left alone after trouble; meanwhile the log is polled."""


@dataclass(frozen=True, slots=True)
class NewEpoch:
    """The database was restored: what was read before may never have happened."""

    position: Position


@dataclass(slots=True)
class Reader:
    """Reads on from `position`, which it moves itself. Use `start` to make one."""

    redis: Redis | None
    position: Position
    _avoids_redis_until: float = field(default=0.0)

    async def read(self) -> list[Found] | NewEpoch:
        """The next events without a hole; none when it was quiet for a second. Waits; never skips a number."""
        found = await self._from_redis()
        if found and found[0][0] == self.position.seq + 1:
            return self._moved(stream.contiguous(self.position.seq, found))
        # A quiet second, a hole or no Redis: the log knows whether there is more than Redis told us.
        return await self._from_log()

    async def _from_redis(self) -> list[Found]:
        if self.redis is None or time.monotonic() < self._avoids_redis_until:
            await asyncio.sleep(_POLL_SECONDS)
            return []
        try:
            return await stream.wait(
                self.redis, self.position.epoch, self.position.seq, limit=_BATCH, milliseconds=_BLOCK_MILLISECONDS
            )
        except stream.TROUBLE:
            self._avoids_redis_until = time.monotonic() + _AVOID_SECONDS
            return []

    async def _from_log(self) -> list[Found] | NewEpoch:
        head = await outbox.head()
        if head.epoch == self.position.epoch and head.seq < self.position.seq:
            head = await outbox.renew(head.epoch)
        if head.epoch != self.position.epoch:
            return self._restarted(Position(head.epoch, head.seq))
        if head.seq == self.position.seq:
            return []
        found = await history.from_log(self.position, head.seq, limit=_BATCH)
        if isinstance(found, Hole):
            return self._restarted(found.resume)
        return self._moved(found)

    def _moved(self, found: list[Found]) -> list[Found]:
        self.position = Position(self.position.epoch, found[-1][0])
        return found

    def _restarted(self, position: Position) -> NewEpoch:
        self.position = position
        return NewEpoch(position)


async def start(redis: Redis | None) -> Reader:
    """A reader that stands at the head of the stream; in a new epoch when Redis still has what a restored database has not."""
    newest = await _newest(redis, (await outbox.head()).epoch)
    head = await outbox.head()
    if newest > head.seq:
        head = await outbox.renew(head.epoch)
    return Reader(redis, Position(head.epoch, head.seq))


async def _newest(redis: Redis | None, epoch: str) -> int:
    try:
        return 0 if redis is None else await stream.head(redis, epoch)
    except stream.TROUBLE:
        return 0
