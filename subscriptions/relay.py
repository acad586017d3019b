"""The relay: one process of all numbers what happened, hands it to Redis and seals the audit trail."""

import asyncio
import logging
import time
from dataclasses import dataclass, field

from redis.asyncio import Redis

from models import audit_trail, leadership, outbox
from models.leadership import Office
from subscriptions import stream

_LOG = logging.getLogger("begrip.relay")
_BATCH = 500
_POLL_SECONDS = 0.2
_ELECTION_SECONDS = 0.5
_SEAL_SECONDS = 1.0
_PARTITION_SECONDS = 3600.0


@dataclass(slots=True)
class Relay:
    """Runs in every server and worker; whoever holds the office works, the others wait to take it over.

    `database_url` is that of a direct connection: the office is a lock of the session, which a pooler would lose.
    """

    redis: Redis | None
    database_url: str
    is_leader: bool = False
    _wakes: asyncio.Event = field(default_factory=asyncio.Event)
    _stopped: asyncio.Event = field(default_factory=asyncio.Event)
    _is_behind: bool = True
    """Whether Redis may lack events of the log; so after every trouble, and when the office is new."""
    _sealed_at: float = field(default=float("-inf"))
    _partitioned_at: float = field(default=float("-inf"))

    async def run(self) -> None:
        """Events flow until `stop`."""
        while not self._stopped.is_set():
            office = await leadership.take(self.database_url)
            if office is None:
                await self._pause(_ELECTION_SECONDS)
                continue
            try:
                await self._serve(office)
            except Exception:  # noqa: BLE001 - the loop of the worker: whoever holds the office next goes on
                _LOG.exception("the office of the relay was left in disorder")
                await self._pause(_POLL_SECONDS)
            finally:
                self.is_leader = False
                await office.leave()

    def wake(self) -> None:
        """Somebody committed: look at once."""
        self._wakes.set()

    async def stop(self) -> None:
        """`run` returns after the batch in hand."""
        self._stopped.set()
        self._wakes.set()

    async def _serve(self, office: Office) -> None:
        self.is_leader, self._is_behind = True, True
        while not self._stopped.is_set():
            if not await office.is_held():
                _LOG.warning("lost the office of the relay")
                return
            self._wakes.clear()
            count = await self._tried_turn()
            if count < _BATCH:
                await self._pause(_POLL_SECONDS)

    async def _tried_turn(self) -> int:
        try:
            return await self.turn()
        except Exception:  # noqa: BLE001 - the loop of the worker: it must outlive a PostgreSQL that is away
            _LOG.warning("a turn of the relay failed; trying again", exc_info=True)
            return 0

    async def turn(self) -> int:
        """How many events were numbered just now. Redis holds them, or will after the trouble it is in."""
        head = await outbox.head()
        if self._is_behind:
            await self._catch_up(head.epoch, head.seq)
        rows = await outbox.number(_BATCH)
        if rows and not self._is_behind:
            await self._append(head.epoch, rows)
        await self._keep_house()
        return len(rows)

    async def _append(self, epoch: str, rows: list[outbox.NumberedEvent]) -> None:
        if self.redis is None:
            return
        try:
            await stream.append(self.redis, epoch, rows)
        except stream.TROUBLE as err:
            # Some may have arrived. What is missing is sent again from the log, before anything newer.
            self._is_behind = True
            _LOG.warning("Redis is away: %s", err)

    async def _catch_up(self, epoch: str, last: int) -> None:
        if self.redis is None:
            self._is_behind = False
            return
        try:
            held = await stream.head(self.redis, epoch)
            while held < last:
                rows = await outbox.logged(held, _BATCH)
                if not rows:
                    break
                await stream.append(self.redis, epoch, rows)
                held = rows[-1].seq
        except stream.TROUBLE:
            return
        self._is_behind = False

    async def _keep_house(self) -> None:
        now = time.monotonic()
        if now - self._sealed_at >= _SEAL_SECONDS:
            self._sealed_at = now
            await audit_trail.seal()
        if now - self._partitioned_at >= _PARTITION_SECONDS:
            self._partitioned_at = now
            await audit_trail.make_partitions()

    async def _pause(self, seconds: float) -> None:
        try:
            async with asyncio.timeout(seconds):
                await (self._wakes.wait() if self.is_leader else self._stopped.wait())
        except TimeoutError:
            return
