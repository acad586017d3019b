"""The relay: one process of all numbers what happened, hands it to Redis and other sinks, and seals the audit trail."""

import asyncio
import logging
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from redis.asyncio import Redis

from models import audit_trail, leadership, outbox
from models.leadership import Office
from models.outbox import Head, NumberedEvent
from subscriptions import dead_stream, gauges, record
from subscriptions.outlet import Outlet, put_aside
from subscriptions.record import Unreadable
from subscriptions.redis_sink import RedisSink
from subscriptions.sink import EventSink, SetBack

_LOG = logging.getLogger("begrip.relay")
_BATCH = 500
_POLL_SECONDS = 0.2
_ELECTION_SECONDS = 0.5
_SEAL_SECONDS = 1.0
_PARTITION_SECONDS = 3600.0
_MEASURE_SECONDS = 5.0
KEPT = timedelta(days=30)
"""How long the log holds an event at least. Whoever wants to resume from before hears of a gap."""


@dataclass(slots=True)
class Relay:
    """Runs in every server and worker; whoever holds the office works, the others wait to take it over.

    `database_url` is that of a direct connection: the office is a lock of the session, which a pooler would lose.
    """

    redis: Redis | None
    database_url: str
    sinks: Sequence[EventSink] = ()
    """Where events go besides Redis."""
    is_leader: bool = False
    _wakes: asyncio.Event = field(default_factory=asyncio.Event)
    _stopped: asyncio.Event = field(default_factory=asyncio.Event)
    _sealed_at: float = field(default=float("-inf"))
    _partitioned_at: float = field(default=float("-inf"))
    _measured_at: float = field(default=float("-inf"))
    _head: Head | None = None
    """Where the stream stood after the last turn."""
    outlets: list[Outlet] = field(init=False)

    def __post_init__(self) -> None:
        """Redis comes first: subscribers wait for it."""
        first: list[EventSink] = [] if self.redis is None else [RedisSink(self.redis)]
        self.outlets = [Outlet(sink) for sink in (*first, *self.sinks)]

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
                gauges.LEADER.set(0)
                await office.leave()

    def wake(self) -> None:
        """Somebody committed: look at once."""
        self._wakes.set()

    async def stop(self) -> None:
        """`run` returns after the batch in hand."""
        self._stopped.set()
        self._wakes.set()

    async def _serve(self, office: Office) -> None:
        self.is_leader = True
        self._head = None
        self._distrust()
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
        """How many events were numbered just now. Every sink holds them, or will after the trouble it is in."""
        head = await self._brought_up()
        rows = await outbox.number(_BATCH)
        self._head = Head(head.epoch, head.seq + len(rows))
        for row in rows:
            await self._look_at(row)
        for outlet in self.outlets:
            if rows and not outlet.is_behind:
                await outlet.put(head.epoch, rows)
        await self._keep_house()
        return len(rows)

    async def _brought_up(self) -> Head:
        """Where the stream stands, and every sink with it. The epoch is new when the database turns out to be set back."""
        head = await outbox.head()
        known = self._head
        if known is not None and known.epoch == head.epoch and known.seq > head.seq:
            head = await self._renewed(head.epoch, f"numbered {known.seq}, and the log ends at {head.seq}")
        elif known is not None and known.epoch != head.epoch:
            self._distrust()
        try:
            await self._catch_up(head)
        except SetBack as err:
            head = await self._renewed(head.epoch, str(err))
            await self._catch_up(head)
        return head

    async def _catch_up(self, head: Head) -> None:
        for outlet in self.outlets:
            if outlet.is_behind:
                await outlet.catch_up(head.epoch, head.seq)

    async def _renewed(self, epoch: str, why: str) -> Head:
        _LOG.warning(
            "the database was set back (%s): the stream goes on in a new epoch, and subscribers read anew", why
        )
        self._distrust()
        return await outbox.renew(epoch)

    def _distrust(self) -> None:
        for outlet in self.outlets:
            outlet.is_behind = True

    async def _look_at(self, row: NumberedEvent) -> None:
        try:
            record.of(row)
        except Unreadable as err:
            await put_aside(row, f"no reader of the stream will know it: {err}")

    async def _keep_house(self) -> None:
        now = time.monotonic()
        if now - self._sealed_at >= _SEAL_SECONDS:
            self._sealed_at = now
            await audit_trail.seal()
        if now - self._partitioned_at >= _PARTITION_SECONDS:
            self._partitioned_at = now
            await audit_trail.make_partitions()
            await outbox.forget(KEPT)
        if now - self._measured_at >= _MEASURE_SECONDS:
            self._measured_at = now
            await gauges.measure()
            if self.redis is not None:
                await dead_stream.publish(self.redis)

    async def _pause(self, seconds: float) -> None:
        try:
            async with asyncio.timeout(seconds):
                await (self._wakes.wait() if self.is_leader else self._stopped.wait())
        except TimeoutError:
            return
