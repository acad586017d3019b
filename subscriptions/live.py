"""Live: the event stream of one process, from its reader to each subscriber's next text."""

import asyncio
import logging
import math
from collections.abc import AsyncGenerator
from dataclasses import dataclass, field
from functools import partial

from redis.asyncio import Redis

from subscriptions import backlog, cursor, mailbox, patience, reader
from subscriptions.cursor import Position
from subscriptions.group import Audience, Delivery
from subscriptions.hub import Hub
from subscriptions.interest import Interest
from subscriptions.listener import Ended, Listener, Reason, Sink
from subscriptions.mailbox import Mailbox
from subscriptions.pages import Pages
from subscriptions.reader import NewEpoch, Reader

_LOG = logging.getLogger("begrip.live")
_JOIN_SECONDS = 30.0
_LOOK_SECONDS = 0.45
"""With half a second for which a standing may be remembered: who may no longer listen is gone within one second."""


@dataclass(frozen=True, slots=True)
class Ask:
    """What one subscriber wants. `after` is null to start at now."""

    interest: Interest
    audience: Audience
    after: Position | None = None
    bound: int = mailbox.MESSAGES


@dataclass(slots=True)
class Live:
    """One per process. `run` it in a task of the server; until it runs, subscribers wait."""

    redis: Redis | None = None
    quiet_seconds: float = 60.0
    """A subscriber that heard nothing for so long gets a checkpoint."""
    _hub: Hub | None = None
    _pages: Pages = field(init=False)
    _opened: asyncio.Event = field(default_factory=asyncio.Event)
    _stopped: asyncio.Event = field(default_factory=asyncio.Event)

    def __post_init__(self) -> None:
        """Nothing of the past was read yet."""
        self._pages = Pages(self.redis)

    async def run(self) -> None:
        """Events go to subscribers until `stop`; whatever Redis or PostgreSQL do, the reader carries on afterwards."""
        source = await patience.insist("open the event stream", partial(reader.start, self.redis))
        hub = self._hub = Hub(source.position, source.position)
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(hub.run(self._bring, self._opened, self._stopped))
            others = [tasks.create_task(self._pump(source, hub)), tasks.create_task(self._look_after(hub))]
            await self._stopped.wait()
            for task in others:
                task.cancel()

    async def stop(self) -> None:
        """Every stream has ended, with a cursor to resume from; `run` returns."""
        self._stopped.set()
        self._opened.set()

    @property
    def position(self) -> Position | None:
        """Up to where this process has read; null before it started."""
        return None if self._hub is None else self._hub.position

    async def follow(self, ask: Ask, sink: Sink) -> Listener:
        """The subscriber's stream goes to the sink: a checkpoint, what it missed, then what happens; until `leave`.

        Raises:
            Ended: the server stops.
        """
        if not self._opened.is_set():
            async with asyncio.timeout(_JOIN_SECONDS):
                await self._opened.wait()
        hub = self._hub
        if hub is None or self._stopped.is_set():
            raise Ended(Reason.STOPPED, "" if ask.after is None else cursor.write(ask.after))
        group = hub.enter(ask.audience)
        listener = Listener(ask.interest, group, ask.after or hub.settled, sink, hub.leave, ask.audience)
        hub.follow(listener)
        return listener

    async def deliveries(self, ask: Ask) -> AsyncGenerator[Delivery, None]:
        """The same stream, to be fetched. Use it under `aclosing`.

        Raises:
            Ended: too slow, no longer permitted, or the server stops.
        """
        box = Mailbox(ask.after or Position("", 0), ask.bound)
        listener = await self.follow(ask, box)
        if ask.after is None:
            box.given = listener.floor
        try:
            while (delivery := await box.next()) is not None:
                yield delivery
        finally:
            listener.leave(listener)
        if box.reason is not None:
            raise Ended(box.reason, cursor.write(box.given))

    async def _bring(self, hub: Hub, listener: Listener) -> None:
        await backlog.bring(self._pages, hub, listener, is_new=not listener.was_heard)

    async def _pump(self, source: Reader, hub: Hub) -> None:
        # Not `while True`: redis 8.1 was seen to swallow a cancellation that hit it while it connected.
        while not self._stopped.is_set():
            found = await patience.insist("read the event stream", source.read)
            if isinstance(found, NewEpoch):
                hub.restart(found.position)
            else:
                await patience.insist("hand out events", partial(hub.publish, found))

    async def _look_after(self, hub: Hub) -> None:
        """Who may no longer listen is gone within a second, even when nothing happens; the quiet hear checkpoints."""
        pause = min(_LOOK_SECONDS, self.quiet_seconds / 2)
        turns = math.ceil(self.quiet_seconds / pause)
        while not self._stopped.is_set():
            await asyncio.sleep(pause)
            self._pages.tidy()
            groups = hub.groups
            # All at once, so that the standings of everybody are read in one statement.
            await asyncio.gather(*(group.look() for group in groups))
            for group in groups:
                group.tidy()
                await hub.reassure(group, turns)
