"""The Redis stream as a sink: what subscribers are served from."""

from collections.abc import Sequence
from dataclasses import dataclass

from redis.asyncio import Redis

from models.outbox import NumberedEvent
from subscriptions import stream
from subscriptions.sink import SinkAway


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
        """The highest number that Redis holds."""
        try:
            return await stream.head(self.redis, epoch)
        except stream.TROUBLE as err:
            raise SinkAway(str(err)) from err
