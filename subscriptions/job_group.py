"""The group of workers: a Redis stream of parts that are due, each handed to one worker, and to another when that one dies.

PostgreSQL knows what is to be done; the stream only wakes and shares. Whatever is lost with Redis is found in the table.
"""

import asyncio
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import cast
from uuid import UUID

from redis.asyncio import Redis
from redis.exceptions import ResponseError

from models.keys import uuid7
from subscriptions import stream

KEY = "begrip:jobs"
GROUP = "workers"
WAIT = timedelta(milliseconds=200)
AVOID = timedelta(seconds=2)
_DEADLINE_SECONDS = 2.0

_Entries = list[tuple[bytes, dict[bytes, bytes]]]


class Away(Exception):
    """Redis cannot be asked at the moment: look into the table."""


@dataclass(frozen=True, slots=True)
class Delivery:
    """A part that this worker was handed; nobody else is, while `keep` is called often enough."""

    entry: bytes
    part_id: UUID


@dataclass(slots=True)
class JobGroup:
    """One worker's place in the group. `patience`: how long a part may lie with a silent worker."""

    redis: Redis
    patience: timedelta
    name: str = field(default_factory=lambda: str(uuid7()))
    _is_member: bool = False
    _avoids_until: float = 0.0

    async def room(self, most: int) -> int:
        """How many parts may be sent so that at most so many wait: what waits in the table still can be put in order."""
        return max(0, most - cast("int", await self._asked(self.redis.xlen(KEY))))

    async def send(self, parts: Sequence[UUID]) -> None:
        """The group was told of the parts."""
        async with self.redis.pipeline(transaction=False) as pipe:
            for part in parts:
                pipe.xadd(KEY, {"part": str(part)})
            await self._asked(pipe.execute())

    async def take(self) -> Delivery | None:
        """A part left behind by a silent worker, else a new one; null when none came for a moment."""
        await self._join()
        idle = int(self.patience.total_seconds() * 1000)
        claimed = await self._asked(self.redis.xautoclaim(KEY, GROUP, self.name, min_idle_time=idle, count=1))
        left = cast("_Entries", cast("list[object]", claimed)[1])
        if left:
            return _delivery(left[0])
        asked = self.redis.xreadgroup(GROUP, self.name, {KEY: ">"}, count=1, block=int(WAIT.total_seconds() * 1000))
        found = stream.entries(await self._asked(asked))
        return _delivery(cast("_Entries", found)[0]) if found else None

    async def keep(self, delivery: Delivery) -> None:
        """The part is still being worked on here."""
        await self._asked(
            self.redis.xclaim(KEY, GROUP, self.name, min_idle_time=0, message_ids=[delivery.entry], justid=True)
        )

    async def done(self, delivery: Delivery) -> None:
        """Nobody is handed the part again."""
        async with self.redis.pipeline(transaction=False) as pipe:
            pipe.xack(KEY, GROUP, delivery.entry)
            pipe.xdel(KEY, delivery.entry)
            await self._asked(pipe.execute())

    async def leave(self) -> None:
        """The group does not know us any more, nor members that left without a word; what they had goes to others first."""
        members = cast("list[dict[str, object]]", await self._asked(self.redis.xinfo_consumers(KEY, GROUP)))
        for member in members:
            name = cast("bytes", member["name"]).decode()
            is_gone = name == self.name or cast("int", member["idle"]) > _FORGOTTEN_MILLISECONDS
            if is_gone and not member["pending"]:
                await self._asked(self.redis.xgroup_delconsumer(KEY, GROUP, name))

    async def _join(self) -> None:
        if self._is_member:
            return
        try:
            await self._asked(self.redis.xgroup_create(KEY, GROUP, id="0", mkstream=True))
        except ResponseError as err:
            if "BUSYGROUP" not in str(err):
                raise
        self._is_member = True

    async def _asked(self, answer: object) -> object:
        if time.monotonic() < self._avoids_until:
            _close(answer)
            raise Away
        try:
            async with asyncio.timeout(_DEADLINE_SECONDS):
                return await answer  # type: ignore[misc]
        except ResponseError as err:
            if "BUSYGROUP" in str(err):
                raise
            # An emptied Redis has no group any more; whatever else it refuses may be mended by joining anew.
            self._is_member = False
            raise Away from err
        except stream.TROUBLE as err:
            self._is_member, self._avoids_until = False, time.monotonic() + AVOID.total_seconds()
            raise Away from err


_FORGOTTEN_MILLISECONDS = 3_600_000


def _delivery(entry: tuple[bytes, dict[bytes, bytes]]) -> Delivery:
    return Delivery(entry[0], UUID(entry[1][b"part"].decode()))


def _close(answer: object) -> None:
    close = getattr(answer, "close", None)
    if close is not None:
        close()
