"""Groups: subscribers for whom an event reads the same. It is executed and written out once for all of them."""

import asyncio
import logging
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Hashable
from dataclasses import dataclass, field
from functools import partial
from typing import Protocol

from subscriptions import patience
from subscriptions.audience import Hearer
from subscriptions.cursor import Position
from subscriptions.envelope import Envelope

Render = Callable[[Envelope], Awaitable[str | None]]
"""The text of an event for the group; null when there is nothing to tell (its object has gone meanwhile)."""

_LOG = logging.getLogger("begrip.live")
_BOUND = 1000
_REMEMBERED = 256


@dataclass(frozen=True, slots=True)
class Audience:
    """What makes a group: equal keys must mean equal texts. `still_holds` is asked for every event: may they go on?"""

    key: Hashable
    hearer: Hearer
    render: Render
    still_holds: Callable[[], Awaitable[bool]]


@dataclass(frozen=True, slots=True)
class Delivery:
    """A text for one subscriber; `cursor` resumes just after it."""

    cursor: str
    position: Position
    text: str | None


class Member(Protocol):
    """A subscriber as its group sees it; there is one implementation per way of listening."""

    def offer(self, delivery: Delivery) -> None:
        """The delivery is queued."""

    def revoke(self) -> None:
        """Nothing more is delivered: the permission has ended."""

    def overflow(self) -> None:
        """Nothing more is delivered: it could not be kept up with."""

    def fail(self) -> None:
        """Nothing more is delivered: the event could not be told."""


@dataclass(frozen=True, slots=True)
class Task:
    """An event to render, and who is to have it."""

    envelope: Envelope
    position: Position
    members: tuple[Member, ...]


@dataclass(slots=True, eq=False)
class Group:
    """Renders in order, one event at a time."""

    audience: Audience
    size: int = 0
    """How many subscribers belong to it."""
    _tasks: "asyncio.Queue[Task]" = field(default_factory=lambda: asyncio.Queue(_BOUND))
    _texts: OrderedDict[tuple[str, str], str | None] = field(default_factory=OrderedDict)
    _one_at_a_time: asyncio.Lock = field(default_factory=asyncio.Lock)
    _is_busy: bool = False

    @property
    def is_idle(self) -> bool:
        """Whether everything put was delivered."""
        return not self._is_busy and self._tasks.empty()

    async def put(self, task: Task, *, seconds: float = 10.0) -> None:
        """The task is queued. A group that is stuck for `seconds` loses its members instead of stopping all others."""
        try:
            self._tasks.put_nowait(task)
        except asyncio.QueueFull:
            await self._put_in_time(task, seconds)

    async def _put_in_time(self, task: Task, seconds: float) -> None:
        try:
            async with asyncio.timeout(seconds):
                await self._tasks.put(task)
        except TimeoutError:
            for member in task.members:
                member.overflow()

    async def run(self) -> None:
        """Delivers what is put, for ever."""
        while True:
            task = await self._tasks.get()
            self._is_busy = True
            try:
                await patience.outlast("tell an event", partial(self._deliver, task))
            except Exception:  # noqa: BLE001 - one event must not silence the group of every other subscriber
                _LOG.exception("event %s could not be told", task.position)
                for member in task.members:
                    member.fail()
            finally:
                self._is_busy = False
            # Resolvers that never wait would let a burst fill the queues before anybody could send.
            await asyncio.sleep(0)

    async def text(self, envelope: Envelope) -> str | None:
        """The text of the event, rendered once however many ask."""
        key = (type(envelope.event).__name__, envelope.cursor)
        async with self._one_at_a_time:
            if key not in self._texts:
                self._texts[key] = await self.audience.render(envelope)
                if len(self._texts) > _REMEMBERED:
                    self._texts.popitem(last=False)
            return self._texts[key]

    async def _deliver(self, task: Task) -> None:
        if not await self.audience.still_holds():
            for member in task.members:
                member.revoke()
            return
        delivery = Delivery(task.envelope.cursor, task.position, await self.text(task.envelope))
        for member in task.members:
            member.offer(delivery)
