"""Redis as far as it can be reached: what depends on it goes on without it, and does not wait for it every time."""

import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from redis.asyncio import Redis
from redis.exceptions import RedisError

_AWAY_SECONDS = 5.0
"""After a failure Redis is left alone this long: each try may cost its whole connection timeout."""


class Reach:
    """One client of Redis, shared by what remembers things for a while."""

    def __init__(self, redis: Redis | None) -> None:
        self._redis = redis
        self._away_until = 0.0

    @property
    def is_away(self) -> bool:
        """Whether Redis is not worth a try at the moment."""
        return self._redis is None or time.monotonic() < self._away_until

    @asynccontextmanager
    async def client(self) -> AsyncIterator[Redis | None]:
        """Redis, or null while it is away; a failure inside ends the block and nothing more."""
        try:
            yield None if self.is_away else self._redis
        except (RedisError, OSError):
            self._away_until = time.monotonic() + _AWAY_SECONDS
