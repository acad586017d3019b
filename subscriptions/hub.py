"""The hub: who listens in this process, and which of them an event goes to."""

import asyncio
from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from subscriptions import audience, cursor, interest
from subscriptions.cursor import Position
from subscriptions.envelope import Envelope, Topic
from subscriptions.group import Audience, Group, Task
from subscriptions.listener import Listener
from subscriptions.publicity import Publicity
from subscriptions.record import Record
from subscriptions.stream import Found

_Place = tuple[Topic, interest.Key | None]


@dataclass(slots=True)
class Hub:
    """Must be open (`run`) to take listeners.

    `position` moves to an event before it goes out, `settled` after it was handed to every group: whoever joins at the
    first misses nothing and gets nothing twice, whoever is told the second has been given everything up to there.
    """

    position: Position
    settled: Position
    publicity: Publicity = field(default_factory=Publicity)
    _places: defaultdict[_Place, set[Listener]] = field(default_factory=lambda: defaultdict(set))
    _groups: dict[Hashable, Group] = field(default_factory=dict)
    _runners: dict[Hashable, "asyncio.Task[None]"] = field(default_factory=dict)
    _nursery: asyncio.TaskGroup | None = None

    async def run(self, opened: asyncio.Event, stopped: asyncio.Event) -> None:
        """Groups render from `opened` until `stopped`; then every stream has ended."""
        async with asyncio.TaskGroup() as nursery:
            self._nursery = nursery
            opened.set()
            await stopped.wait()
            self._nursery = None
            for listener in self._listeners():
                listener.stop()
            for runner in self._runners.values():
                runner.cancel()

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
        group.size += 1
        return group

    def leave(self, group: Group) -> None:
        """One subscriber fewer."""
        group.size -= 1
        if group.size == 0:
            del self._groups[group.audience.key]
            self._runners.pop(group.audience.key).cancel()

    def join(self, listener: Listener) -> None:
        """Events above the listener's floor reach it from now on."""
        for place in _places(listener.interest):
            self._places[place].add(listener)

    def part(self, listener: Listener) -> None:
        """No further event reaches the listener."""
        for place in _places(listener.interest):
            found = self._places.get(place)
            if found is not None:
                found.discard(listener)
                if not found:
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
            self.part(listener)
            listener.reset()

    async def _send(self, record: Record, public: frozenset[UUID]) -> None:
        wanting: defaultdict[Group, list[Listener]] = defaultdict(list)
        for listener in self._candidates(record):
            if listener.floor.seq < record.seq:
                wanting[listener.group].append(listener)
        is_public = record.event.glossary_id in public
        tasks = [(group, self._task(record, group, members, is_public=is_public)) for group, members in wanting.items()]
        for group, task in tasks:
            if task is not None:
                await group.put(task)

    def _task(self, record: Record, group: Group, members: Iterable[Listener], *, is_public: bool) -> Task | None:
        told = audience.heard(record.event, group.audience.hearer, is_public=is_public)
        if told is None:
            return None
        covered = tuple(member for member in members if member.interest.covers(told))
        if not covered:
            return None
        text = cursor.write(self.position)
        return Task(Envelope(record.topic, text, record.occurred_at, told), self.position, covered)

    def _candidates(self, record: Record) -> set[Listener]:
        topic = record.topic
        places: list[_Place] = [(topic, None), *((topic, key) for key in interest.keys_of(record.event))]
        return set[Listener]().union(*(self._places.get(place, ()) for place in places))

    def _listeners(self) -> set[Listener]:
        return set[Listener]().union(*self._places.values())


def _places(wanted: interest.Interest) -> list[_Place]:
    keys = wanted.keys
    return [(wanted.topic, None)] if keys is None else [(wanted.topic, key) for key in keys]
