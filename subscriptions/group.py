"""Groups: subscribers for whom an event reads the same. It is executed and written out once for all of them."""

import asyncio
import logging
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Hashable, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Protocol

from subscriptions import patience, poison
from subscriptions.audience import Hearer
from subscriptions.cursor import Position
from subscriptions.envelope import Checkpoint, Envelope, Gap

_LOG = logging.getLogger("begrip.live")
_BOUND = 1000
_REMEMBERED = 512
_BURST = 16
"""Events handed out before the loop gets its turn: what goes to one socket within a turn costs one call of the kernel."""


@dataclass(frozen=True, slots=True)
class Rendering:
    """The text of an event, in UTF-8; null when there is nothing to tell (its object has gone meanwhile)."""

    text: bytes | None
    is_shared: bool = True
    """Whether it is that of everybody in the group; else that of the one alone for whom it was made."""


Render = Callable[[Envelope], Awaitable[Rendering]]


def unknown() -> None:
    """Nobody knows without asking."""


@dataclass(frozen=True, slots=True)
class Audience:
    """One subscriber as its group sees it: equal keys must mean equal shared texts and equal hearing.

    `still_holds` is asked for every event: may this one go on? `known` is its answer, when there is one without waiting.
    It is asked once for all who have the same `bearer`.
    """

    key: Hashable
    hearer: Hearer
    render: Render
    still_holds: Callable[[], Awaitable[bool]]
    known: Callable[[], bool | None] = unknown
    bearer: Hashable = None


@dataclass(frozen=True, slots=True)
class Delivery:
    """A text for one subscriber; `cursor` resumes just after it."""

    cursor: str
    position: Position
    text: bytes | None
    is_word: bool = False
    """Word about the stream itself, which may repeat a position."""


class Member(Protocol):
    """A subscriber that has joined its group."""

    audience: Audience

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
    """Of whoever came first: key and hearing are those of all."""
    members: set[Member] = field(default_factory=set)
    """All who belong to it, whether they have caught up or not."""
    returning: int = 0
    """How many of them are catching up; texts are remembered for them, and for those who come within the next look."""
    _tasks: "asyncio.Queue[Task]" = field(default_factory=lambda: asyncio.Queue(_BOUND))
    _texts: OrderedDict[tuple[str, Checkpoint | Gap | None], Rendering] = field(default_factory=OrderedDict)
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

    async def text(self, envelope: Envelope, about: Audience) -> bytes | None:
        """The text of an event for one who catches up; rendered once however many ask, if they may share it."""
        word = envelope.event if isinstance(envelope.event, Checkpoint | Gap) else None
        key = (envelope.cursor, word)
        async with self._one_at_a_time:
            if key not in self._texts:
                made = await poison.rendered(about.render, envelope)
                self._remember(key, made)
                return made.text
            known = self._texts[key]
        return known.text if known.is_shared else (await poison.rendered(about.render, envelope)).text

    def tidy(self) -> None:
        """No text is remembered when nobody catches up."""
        if not self.returning:
            self._texts.clear()

    async def look(self) -> None:
        """Those who may no longer listen are gone, even when nothing happens. In doubt they stay: every event asks again."""
        try:
            await self._permitted(tuple(self.members))
        except Exception:  # noqa: BLE001 - the loop must outlive a PostgreSQL that is away
            _LOG.warning("could not look whether subscribers may go on", exc_info=True)

    def _remember(self, key: tuple[str, Checkpoint | Gap | None], made: Rendering) -> None:
        self._texts[key] = made if made.is_shared else Rendering(None, is_shared=False)
        if len(self._texts) > _REMEMBERED:
            self._texts.popitem(last=False)

    async def _deliver(self, task: Task) -> None:
        members = await self._permitted(task.members)
        if not members:
            return
        first, *others = members
        made = await self._offer_own(task, first)
        for member in others:
            if made.is_shared:
                member.offer(_delivery(task, made))
            else:
                await self._offer_own(task, member)

    async def _offer_own(self, task: Task, member: Member) -> Rendering:
        made = await poison.rendered(member.audience.render, task.envelope)
        member.offer(_delivery(task, made))
        return made

    async def _permitted(self, members: Sequence[Member]) -> Sequence[Member]:
        """Those who may go on; the others have heard that they may not."""
        bearers = {member.audience.bearer: member.audience for member in members}
        standing = {bearer: about.known() for bearer, about in bearers.items()}
        asked = [bearer for bearer, holds in standing.items() if holds is None]
        if asked:
            # All at once, so that they share one statement.
            holds = await asyncio.gather(*(bearers[bearer].still_holds() for bearer in asked))
            standing |= zip(asked, holds, strict=True)
        if all(standing.values()):
            return members
        for member in members:
            if not standing[member.audience.bearer]:
                member.revoke()
        return [member for member in members if standing[member.audience.bearer]]


def _delivery(task: Task, made: Rendering) -> Delivery:
    envelope = task.envelope
    return Delivery(envelope.cursor, task.position, made.text, isinstance(envelope.event, Checkpoint | Gap))
