"""Sliding windows of attempts: how often something was tried of late, counted before it is tried.

In Redis where there is one, so that all servers count together; in this process while Redis is away.
"""

import time
from collections import OrderedDict, deque
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from uuid import uuid4

from redis.asyncio import Redis

from cache.reach import Reach

_PREFIX = "begrip:attempts:"
_MAX_REMEMBERED = 10_000


@dataclass(frozen=True, slots=True)
class Window:
    """At most `limit` attempts with this key in any stretch of `length`."""

    key: str
    limit: int
    length: timedelta


@dataclass(frozen=True, slots=True)
class Attempt:
    """An attempt that was let through, and under which windows it was counted."""

    name: str
    windows: tuple[Window, ...]


class Attempts:
    """Counts attempts and says which ones are too many."""

    def __init__(self, redis: Redis | None) -> None:
        self._reach = Reach(redis)
        self._local: OrderedDict[str, deque[tuple[float, str]]] = OrderedDict()

    async def begin(self, windows: Sequence[Window]) -> Attempt | None:
        """The attempt, counted in every window; null, and not counted, when one of them is full.

        Counting comes first, so that parallel attempts cannot slip through together.
        """
        attempt = Attempt(uuid4().hex, tuple(windows))
        counts = await self._add(attempt)
        if all(count <= window.limit for count, window in zip(counts, windows, strict=True)):
            return attempt
        await self.forget(attempt)
        return None

    async def forget(self, attempt: Attempt) -> None:
        """The attempt counts no more: it succeeded, or was not let through."""
        for window in attempt.windows:
            if seen := self._local.get(window.key):
                self._local[window.key] = deque((at, name) for at, name in seen if name != attempt.name)
        async with self._reach.client() as redis:
            if redis is not None:
                batch = redis.pipeline(transaction=True)
                for window in attempt.windows:
                    batch.zrem(_PREFIX + window.key, attempt.name)
                await batch.execute()

    async def mark(self, key: str, length: timedelta) -> None:
        """The key is marked for this long; forgotten sooner where Redis is away."""
        async with self._reach.client() as redis:
            if redis is not None:
                await redis.set(_PREFIX + key, 1, px=length)

    async def is_marked(self, key: str) -> bool:
        """Whether the key is marked; no, as long as Redis is away."""
        is_marked = False
        async with self._reach.client() as redis:
            if redis is not None:
                is_marked = bool(await redis.exists(_PREFIX + key))
        return is_marked

    async def _add(self, attempt: Attempt) -> list[int]:
        # Wall clock, since servers share it; a step of the clock only makes a window longer or shorter once.
        now = time.time()
        counts = [self._add_locally(window, attempt.name, now) for window in attempt.windows]
        async with self._reach.client() as redis:
            if redis is not None:
                batch = redis.pipeline(transaction=True)
                for window in attempt.windows:
                    key = _PREFIX + window.key
                    batch.zremrangebyscore(key, "-inf", now - window.length.total_seconds())
                    batch.zadd(key, {attempt.name: now})
                    batch.zcard(key)
                    batch.pexpire(key, window.length)
                counts = [int(count) for count in (await batch.execute())[2::4]]
        return counts

    def _add_locally(self, window: Window, name: str, now: float) -> int:
        seen = self._local.setdefault(window.key, deque())
        self._local.move_to_end(window.key)
        while seen and seen[0][0] <= now - window.length.total_seconds():
            seen.popleft()
        seen.append((now, name))
        if len(self._local) > _MAX_REMEMBERED:
            self._local.popitem(last=False)
        return len(seen)
