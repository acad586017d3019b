"""The Redis stream as a sink: what subscribers are served from."""

from collections.abc import Sequence
from dataclasses import dataclass

from redis.asyncio import Redis

from models import outbox
from models.outbox import NumberedEvent
from subscriptions import stream
from subscriptions.sink import SetBack, SinkAway


@dataclass(frozen=True, slots=True)
class RedisSink:
    """About the last 100,000 events of each epoch."""

    redis: Redis

    async def append(self, epoch: str, batch: Sequence[NumberedEvent]) -> None:
        """Redis holds the events, or newer ones."""
        try:
            await stream.append(self.redis, epoch, batch)
        except stream.TROUBLE as err:
            raise SinkAway(str(err)) from err

    async def head(self, epoch: str) -> int:
        """The highest number that Redis holds.

        Raises:
            SetBack: the log has another event under that number, since a restored database has counted on from an older one.
        """
        try:
            held = await stream.newest(self.redis, epoch)
        except stream.TROUBLE as err:
            raise SinkAway(str(err)) from err
        if held is None:
            return 0
        seq, event_id = held
        for row in await outbox.logged(seq - 1, 1):
            if row.seq == seq and str(row.event_id) != event_id:
                raise SetBack(f"event {seq} is another one in Redis than in the log")
        return seq
