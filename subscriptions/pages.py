"""Pages of the past, read once for all who come back: a storm of reconnections costs as many reads as it spans pages."""

import asyncio
import time
from collections import OrderedDict
from dataclasses import dataclass, field

from redis.asyncio import Redis

from models import outbox
from models.outbox import Head
from subscriptions import history
from subscriptions.cursor import Position
from subscriptions.history import PAGE, Hole
from subscriptions.stream import Found

_KEPT = 32
_FRESH_SECONDS = 0.5
_IDLE_SECONDS = 10.0

_Key = tuple[str, int]


@dataclass(slots=True)
class Pages:
    """Page `n` holds the events with numbers above `n * PAGE`, as many as there were when it was read."""

    redis: Redis | None
    _pages: OrderedDict[_Key, list[Found]] = field(default_factory=OrderedDict)
    _reading: asyncio.Lock = field(default_factory=asyncio.Lock)
    _head: tuple[float, Head] | None = None
    _oldest: tuple[float, Hole] | None = None
    _used_at: float = 0.0

    async def after(self, position: Position, known: Position) -> list[Found] | Hole:
        """Events just after the position, in order and without a hole, at least one; or the word that they are gone.

        `known` is the newest position that this process has read; the other lies before it, or in another epoch.
        """
        self._used_at = time.monotonic()
        found = self._held(position)
        if found:
            return found
        async with self._reading:
            return self._held(position) or self._lost(position) or await self._read(position, known)

    async def head(self, floor: Position) -> Head:
        """Where the stream stands, as of half a second ago at most; in a new epoch when `floor` lies beyond.

        Positions are signed: one that was never reached says that the store was set back after it was told.
        """
        async with self._reading:
            asked_at = time.monotonic()
            if self._head is None or asked_at - self._head[0] > _FRESH_SECONDS or _is_beyond(floor, self._head[1]):
                self._head = (asked_at, await outbox.head())
            if _is_beyond(floor, self._head[1]):
                self._head = (asked_at, await outbox.renew(floor.epoch))
            return self._head[1]

    def tidy(self) -> None:
        """Nothing is held that nobody has asked for lately."""
        if self._pages and time.monotonic() - self._used_at > _IDLE_SECONDS:
            self._pages.clear()

    def _held(self, position: Position) -> list[Found]:
        page = self._pages.get((position.epoch, position.seq // PAGE))
        return [] if page is None else page[position.seq % PAGE :]

    def _lost(self, position: Position) -> Hole | None:
        """The hole that another has fallen into just now, if this position lies in it too."""
        if self._oldest is None or time.monotonic() - self._oldest[0] > _FRESH_SECONDS:
            return None
        hole = self._oldest[1]
        is_before = position.epoch != hole.resume.epoch or position.seq < hole.oldest.seq
        return hole if is_before else None

    async def _read(self, position: Position, known: Position) -> list[Found] | Hole:
        if position.epoch == known.epoch:
            start = Position(position.epoch, position.seq // PAGE * PAGE)
            page = await self._page(start, known)
            if isinstance(page, list) and start.seq + len(page) > position.seq:
                self._keep((start.epoch, start.seq // PAGE), page)
                return page[position.seq - start.seq :]
        found = await history.after(self.redis, position)
        if isinstance(found, Hole):
            self._oldest = (time.monotonic(), found)
        return found

    async def _page(self, start: Position, known: Position) -> list[Found] | Hole:
        held = await history.from_redis(self.redis, start, PAGE)
        if start.seq + len(held) < min(start.seq + PAGE, known.seq):
            return await history.from_log(start, known.seq, limit=PAGE)
        return held

    def _keep(self, key: _Key, page: list[Found]) -> None:
        self._pages[key] = page
        self._pages.move_to_end(key)
        if len(self._pages) > _KEPT:
            self._pages.popitem(last=False)


def _is_beyond(floor: Position, head: Head) -> bool:
    return floor.epoch == head.epoch and floor.seq > head.seq
