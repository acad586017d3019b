"""Live: the event stream of one process, from its reader to each subscriber's next text."""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import aclosing
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial

from redis.asyncio import Redis

from subscriptions import audience, cursor, history, patience, reader
from subscriptions.cursor import Position
from subscriptions.envelope import Checkpoint, Envelope, Gap
from subscriptions.group import Audience, Delivery, Group
from subscriptions.history import Hole
from subscriptions.hub import Hub
from subscriptions.interest import Interest
from subscriptions.listener import BOUND, Ended, Listener, Reason
from subscriptions.reader import NewEpoch, Reader
from subscriptions.stream import Found

_JOIN_SECONDS = 30.0


@dataclass(frozen=True, slots=True)
class Ask:
    """What one subscriber wants. `after` is null to start at now."""

    interest: Interest
    audience: Audience
    after: Position | None = None
    bound: int = BOUND


@dataclass(slots=True)
class Live:
    """One per process. `run` it in a task of the server; until it runs, subscribers wait."""

    redis: Redis | None = None
    quiet_seconds: float = 60.0
    """A subscriber that heard nothing for so long gets a checkpoint."""
    _hub: Hub | None = None
    _opened: asyncio.Event = field(default_factory=asyncio.Event)
    _stopped: asyncio.Event = field(default_factory=asyncio.Event)

    async def run(self) -> None:
        """Events go to subscribers until `stop`; whatever Redis or PostgreSQL do, the reader carries on afterwards."""
        source = await patience.insist("open the event stream", partial(reader.start, self.redis))
        self._hub = Hub(source.position, source.position)
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(self._hub.run(self._opened, self._stopped))
            pump = tasks.create_task(self._pump(source, self._hub))
            await self._stopped.wait()
            pump.cancel()

    async def stop(self) -> None:
        """Every stream has ended, with a cursor to resume from; `run` returns."""
        self._stopped.set()
        self._opened.set()

    @property
    def position(self) -> Position | None:
        """Up to where this process has read; null before it started."""
        return None if self._hub is None else self._hub.position

    async def deliveries(self, ask: Ask) -> AsyncGenerator[Delivery, None]:
        """The subscriber's stream: a checkpoint, what it missed, then what happens. Use it under `aclosing`.

        Raises:
            Ended: too slow, no longer permitted, or the server stops.
        """
        hub = await self._open_hub(ask)
        group = hub.enter(ask.audience)
        listener = Listener(ask.interest, group, ask.after or hub.settled, ask.bound)
        try:
            yield await _checkpoint(listener, listener.floor, is_first=True)
            while True:
                async with aclosing(self._caught_up(hub, listener)) as missed:
                    async for delivery in missed:
                        yield delivery
                async with aclosing(self._joined(hub, listener)) as told:
                    async for delivery in told:
                        yield delivery
        finally:
            hub.part(listener)
            hub.leave(group)

    async def _open_hub(self, ask: Ask) -> Hub:
        if not self._opened.is_set():
            async with asyncio.timeout(_JOIN_SECONDS):
                await self._opened.wait()
        if self._hub is None or self._stopped.is_set():
            raise Ended(Reason.STOPPED, "" if ask.after is None else cursor.write(ask.after))
        return self._hub

    async def _caught_up(self, hub: Hub, listener: Listener) -> AsyncGenerator[Delivery, None]:
        """What lies between the listener's floor and now; at the end the listener has joined."""
        listener.is_reset = False
        while True:
            if self._stopped.is_set():
                listener.stop()
                return
            # Between this comparison and the joining nothing else runs: an event that fell between them would be lost.
            if listener.floor.epoch == hub.position.epoch and listener.floor.seq >= hub.position.seq:
                hub.join(listener)
                return
            found = await patience.insist("read past events", partial(history.after, self.redis, listener.floor))
            if isinstance(found, Hole):
                yield await _gap(listener, found)
                continue
            if not await patience.outlast("check a permission", listener.group.audience.still_holds):
                listener.revoke()
                return
            async with aclosing(_told(hub, listener, found)) as told:
                async for delivery in told:
                    yield delivery

    async def _joined(self, hub: Hub, listener: Listener) -> AsyncGenerator[Delivery, None]:
        """What happens from now on; ends when the listener has to catch up anew."""
        given = listener.floor
        while listener.reason is None:
            delivery = await listener.next(self.quiet_seconds)
            if delivery is not None:
                given = delivery.position
                if delivery.text is not None:
                    yield delivery
            elif listener.is_reset:
                listener.floor = given
                return
            elif listener.reason is None:
                given = hub.settled if listener.is_drained else given
                yield await _checkpoint(listener, given, is_first=False)
        raise Ended(listener.reason, cursor.write(given))

    async def _pump(self, source: Reader, hub: Hub) -> None:
        # Not `while True`: redis 8.1 was seen to swallow a cancellation that hit it while it connected.
        while not self._stopped.is_set():
            found = await patience.insist("read the event stream", source.read)
            if isinstance(found, NewEpoch):
                hub.restart(found.position)
            else:
                await patience.insist("hand out events", partial(hub.publish, found))


async def _told(hub: Hub, listener: Listener, found: list[Found]) -> AsyncGenerator[Delivery, None]:
    public = await patience.outlast("read what is public", hub.publicity.ids)
    for seq, record in found:
        listener.floor = Position(listener.floor.epoch, seq)
        if record is None or record.topic is not listener.interest.topic:
            continue
        hearer = listener.group.audience.hearer
        told = audience.heard(record.event, hearer, is_public=record.event.glossary_id in public)
        if told is None or not listener.interest.covers(told):
            continue
        envelope = Envelope(record.topic, cursor.write(listener.floor), record.occurred_at, told)
        text = await patience.outlast("tell an event", partial(listener.group.text, envelope))
        if text is not None:
            yield Delivery(envelope.cursor, listener.floor, text)


async def _checkpoint(listener: Listener, position: Position, *, is_first: bool) -> Delivery:
    return await _about(listener.group, listener.interest, position, Checkpoint(is_first))


async def _gap(listener: Listener, hole: Hole) -> Delivery:
    gap = Gap(cursor.write(listener.floor), cursor.write(hole.oldest))
    listener.floor = hole.resume
    return await _about(listener.group, listener.interest, hole.resume, gap)


async def _about(group: Group, interest: Interest, position: Position, word: Checkpoint | Gap) -> Delivery:
    envelope = Envelope(interest.topic, cursor.write(position), datetime.now(UTC), word)
    return Delivery(envelope.cursor, position, await group.audience.render(envelope))
