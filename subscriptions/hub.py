"""The hub: who listens in this process, and which of them an event goes to."""

import asyncio
from collections import defaultdict
from collections.abc import Awaitable, Callable, Hashable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from uuid import UUID

from subscriptions import audience, cursor, interest
from subscriptions.cursor import Position
from subscriptions.envelope import Checkpoint, Envelope, Topic
from subscriptions.group import Audience, Group, Task
from subscriptions.interest import Interest
from subscriptions.listener import Listener
from subscriptions.publicity import Publicity
from subscriptions.record import Record
from subscriptions.stream import Found

_Place = tuple[Topic, interest.Key | None, int]


@dataclass(slots=True, eq=False)
class _Seat:
    """Those of one group who ask for the same: an event is held against their interest once."""

    group: Group
    interest: Interest
    listeners: dict[Listener, None] = field(default_factory=dict)


@dataclass(slots=True)
class Hub:
    """Must be open (`run`) to take listeners.

    `position` moves to an event before it goes out, `settled` after it was handed to every group: whoever joins at the
    first misses nothing and gets nothing twice, whoever is told the second has been given everything up to there.
    """

    position: Position
    settled: Position
    publicity: Publicity = field(default_factory=Publicity)
    _seats: dict[tuple[Group, Interest], _Seat] = field(default_factory=dict)
    _places: defaultdict[_Place, set[_Seat]] = field(default_factory=lambda: defaultdict(set))
    _groups: dict[Hashable, Group] = field(default_factory=dict)
    _runners: dict[Hashable, "asyncio.Task[None]"] = field(default_factory=dict)
    _nursery: asyncio.TaskGroup | None = None
    _bring: Callable[["Hub", Listener], Awaitable[None]] | None = None

    @property
    def groups(self) -> list[Group]:
        """Everybody who listens or is about to."""
        return list(self._groups.values())

    async def run(
        self,
        bring: Callable[["Hub", Listener], Awaitable[None]],
        opened: asyncio.Event,
        stopped: asyncio.Event,
    ) -> None:
        """Groups render from `opened` until `stopped`; then every stream has ended. `bring` lets a listener catch up."""
        async with asyncio.TaskGroup() as nursery:
            self._nursery, self._bring = nursery, bring
            opened.set()
            await stopped.wait()
            self._nursery = None
            for group in self.groups:
                for member in tuple(group.members):
                    member.stop()

    def enter(self, about: Audience) -> Group:
        """The group of subscribers alike; it lives until the last of them leaves.

        Raises:
            RuntimeError: the hub is not open.
        """
        group = self._groups.get(about.key)
        if group is None:
            if self._nursery is None:
                raise RuntimeError("the hub is not open")
            group = self._groups[about.key] = Group(about)
            self._runners[about.key] = self._nursery.create_task(group.run())
        return group

    def follow(self, listener: Listener) -> None:
        """The listener is on its way: what it missed reaches it, then what happens."""
        if self._nursery is None or self._bring is None:
            listener.stop()
            return
        listener.group.members.add(listener)
        listener.catching_up = self._nursery.create_task(self._brought(listener))

    async def _brought(self, listener: Listener) -> None:
        assert self._bring is not None  # noqa: S101 - `follow` has looked
        listener.group.returning += 1
        try:
            await self._bring(self, listener)
        finally:
            listener.catching_up = None
            listener.group.returning -= 1

    def leave(self, listener: Listener) -> None:
        """Nothing more reaches the listener; may be said twice."""
        self._part(listener)
        if listener.catching_up is not None:
            listener.catching_up.cancel()
        group = listener.group
        group.members.discard(listener)
        key = group.audience.key
        if not group.members and self._groups.get(key) is group:
            del self._groups[key]
            self._runners.pop(key).cancel()

    def join(self, listener: Listener) -> None:
        """Events above the listener's floor reach it from now on."""
        key = (listener.group, listener.interest)
        seat = self._seats.get(key)
        if seat is None:
            seat = self._seats[key] = _Seat(*key)
            for place in _places(listener.interest):
                self._places[place].add(seat)
        seat.listeners[listener] = None
        listener.is_joined = True

    def _part(self, listener: Listener) -> None:
        listener.is_joined = False
        key = (listener.group, listener.interest)
        seat = self._seats.get(key)
        if seat is None:
            return
        seat.listeners.pop(listener, None)
        if seat.listeners:
            return
        del self._seats[key]
        for place in _places(listener.interest):
            self._places[place].discard(seat)
            if not self._places[place]:
                del self._places[place]

    async def publish(self, found: Sequence[Found]) -> None:
        """The events went to the groups of everybody who may and wants to hear them, in order.

        May be called again after a failure: events that went out do not go out twice.
        """
        public = await self.publicity.ids() if self._places else frozenset[UUID]()
        for seq, record in found:
            if seq <= self.position.seq:
                continue
            self.position = Position(self.position.epoch, seq)
            if record is not None:
                await self._send(record, public)
            self.settled = self.position

    def restart(self, position: Position) -> None:
        """The stream goes on from elsewhere; every listener catches up anew, and hears of the gap."""
        self.position = self.settled = position
        for listener in self._listeners():
            self._part(listener)
            self.follow(listener)

    async def reassure(self, group: Group, quiet_turns: int) -> None:
        """Those of the group who heard nothing for so many looks hear how far they may count on having heard everything."""
        quiet: list[Listener] = []
        for member in group.members:
            if isinstance(member, Listener) and member.is_joined:
                member.quiet_turns += 1
                if member.quiet_turns >= quiet_turns:
                    member.quiet_turns = 0
                    quiet.append(member)
        if quiet:
            text, now = cursor.write(self.settled), datetime.now(UTC)
            envelope = Envelope(quiet[0].interest.topic, text, now, Checkpoint(is_first=False))
            await group.put(Task(envelope, self.settled, tuple(quiet)))

    async def _send(self, record: Record, public: frozenset[UUID]) -> None:
        seats = self._wanting(record)
        if not seats:
            return
        text = cursor.write(self.position)
        is_public = record.event.glossary_id in public
        tasks = [(group, self._task(record, group, seated, text, is_public)) for group, seated in seats.items()]
        for group, task in tasks:
            if task is not None:
                await group.put(task)

    def _task(self, record: Record, group: Group, seats: list[_Seat], text: str, is_public: bool) -> Task | None:  # noqa: FBT001 - private
        told = audience.heard(record.event, group.audience.hearer, is_public=is_public)
        if told is None:
            return None
        members = tuple(listener for seat in seats if seat.interest.covers(told) for listener in seat.listeners)
        if not members:
            return None
        return Task(Envelope(record.topic, text, record.occurred_at, told), self.position, members)

    def _wanting(self, record: Record) -> defaultdict[Group, list[_Seat]]:
        """Whoever may want the event, found by what it is about: others cost nothing."""
        keys = (None, *interest.keys_of(record.event))
        places = ((record.topic, key, rank) for key in keys for rank in interest.ranks_of(record.event))
        wanting: defaultdict[Group, list[_Seat]] = defaultdict(list)
        for seat in set[_Seat]().union(*(self._places.get(place, ()) for place in places)):
            wanting[seat.group].append(seat)
        return wanting

    def _listeners(self) -> set[Listener]:
        return {listener for seat in self._seats.values() for listener in seat.listeners}


def _places(wanted: Interest) -> list[_Place]:
    keys = wanted.keys
    return [(wanted.topic, key, wanted.rank) for key in ((None,) if keys is None else keys)]
