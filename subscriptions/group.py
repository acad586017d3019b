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
from subscriptions.envelope import Checkpoint, Envelope, Gap

Render = Callable[[Envelope], Awaitable[bytes | None]]
"""The text of an event for the group, in UTF-8; null when there is nothing to tell (its object has gone meanwhile)."""

_LOG = logging.getLogger("begrip.live")
_BOUND = 1000
_REMEMBERED = 512
_BURST = 16
"""Events handed out before the loop gets its turn: what goes to one socket within a turn costs one call of the kernel."""


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
    text: bytes | None
    is_word: bool = False
    """Word about the stream itself, which may repeat a position."""


class Member(Protocol):
    """A subscriber as its group sees it."""

    def offer(self, delivery: Delivery) -> None:
        """The delivery went out or waits, or the subscriber had it already."""

    def revoke(self) -> None:
        """Nothing more is delivered: the permission has ended."""

    def overflow(self) -> None:
        """Nothing more is delivered: it could not be kept up with."""

    def fail(self) -> None:
        """Nothing more is delivered: the event could not be told."""

    def stop(self) -> None:
        """Nothing more is delivered: the server goes away."""


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
    members: set[Member] = field(default_factory=set)
    """All who belong to it, whether they have caught up or not."""
    returning: int = 0
    """How many of them are catching up; for them texts are remembered."""
    _tasks: "asyncio.Queue[Task]" = field(default_factory=lambda: asyncio.Queue(_BOUND))
    _texts: OrderedDict[tuple[str, Checkpoint | Gap | None], bytes | None] = field(default_factory=OrderedDict)
    _one_at_a_time: asyncio.Lock = field(default_factory=asyncio.Lock)
    _is_busy: bool = False

    @property
    def size(self) -> int:
        """How many subscribers belong to it."""
        return len(self.members)

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
        count = 0
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
            count += 1
            # Resolvers that never wait would let a burst fill the buffers of sockets before anything is sent.
            if count % _BURST == 0 or self._tasks.empty():
                await asyncio.sleep(0)

    async def text(self, envelope: Envelope) -> bytes | None:
        """The text of an event for those who catch up, rendered once however many ask."""
        word = envelope.event if isinstance(envelope.event, Checkpoint | Gap) else None
        key = (envelope.cursor, word)
        async with self._one_at_a_time:
            if key not in self._texts:
                self._texts[key] = await self.audience.render(envelope)
                if len(self._texts) > _REMEMBERED:
                    self._texts.popitem(last=False)
            return self._texts[key]

    def forget(self) -> None:
        """No text is remembered."""
        self._texts.clear()

    async def _deliver(self, task: Task) -> None:
        if not await self.audience.still_holds():
            for member in task.members:
                member.revoke()
            return
        envelope = task.envelope
        text = await self.audience.render(envelope)
        delivery = Delivery(envelope.cursor, task.position, text, isinstance(envelope.event, Checkpoint | Gap))
        for member in task.members:
            member.offer(delivery)
