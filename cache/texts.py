"""Texts by the hash of what they say, remembered for all servers for some days; nobody may rely on it."""

from datetime import timedelta

from redis.asyncio import Redis

from cache.reach import Reach

_PREFIX = "begrip:text:"


class Texts:
    """A store of texts in Redis; without it, nothing is remembered."""

    def __init__(self, redis: Redis | None, *, keep: timedelta = timedelta(days=7)) -> None:
        self._reach = Reach(redis)
        self._keep = keep

    async def get(self, hash_: str) -> str | None:
        """The text, remembered anew; null when it is not known."""
        found = None
        async with self._reach.client() as redis:
            if redis is not None:
                found = await redis.getex(_PREFIX + hash_, px=self._keep)
        return found.decode() if isinstance(found, bytes) else found

    async def put(self, hash_: str, text: str) -> None:
        """The text is remembered, where there is a Redis."""
        async with self._reach.client() as redis:
            if redis is not None:
                await redis.set(_PREFIX + hash_, text.encode(), px=self._keep)
