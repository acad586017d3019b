"""Listeners: one subscriber's place in the stream, and how its stream may end."""

from asyncio import Task
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from subscriptions.cursor import Position
from subscriptions.group import Audience, Delivery, Group
from subscriptions.interest import Interest


class Reason(StrEnum):
    """Why a stream ended that nobody completed."""

    TOO_SLOW = "SUBSCRIBER_TOO_SLOW"
    REVOKED = "FORBIDDEN"
    STOPPED = "SERVER_STOPPING"
    FAILED = "INTERNAL"


class Ended(Exception):
    """The stream ended; `cursor` resumes just after what the subscriber was given last."""

    def __init__(self, reason: Reason, cursor: str) -> None:
        super().__init__(f"{reason}: resume after {cursor}")
        self.reason = reason
        self.cursor = cursor


class Sink(Protocol):
    """Where the deliveries of one subscriber go: a socket, or a box from which they are fetched."""

    def take(self, delivery: Delivery) -> bool:
        """Whether the delivery went out or waits; false when too much waits already. Never blocks."""

    async def room(self) -> None:
        """Little or nothing waits: more of the past may come."""

    def end(self, reason: Reason) -> None:
        """Nothing more comes."""


@dataclass(slots=True, eq=False)
class Listener:
    """A subscriber. `floor` is the last number that must not reach it again."""

    interest: Interest
    group: Group
    floor: Position
    sink: Sink
    leave: Callable[["Listener"], None]
    audience: Audience
    is_joined: bool = False
    """Whether it has caught up; until then only what it reads of the past reaches it."""
    was_heard: bool = False
    """Whether its first checkpoint went out."""
    quiet_turns: int = 0
    """How many looks of the hub ago it was last told something."""
    catching_up: "Task[None] | None" = None

    def offer(self, delivery: Delivery) -> None:
        """The delivery went out or waits; when too many wait, the stream ends instead. What was had before is passed over."""
        floor, position = self.floor, delivery.position
        # A group may still hold what was meant for the listener before it was reset.
        if not self.is_joined or position.epoch != floor.epoch or position.seq < floor.seq:
            return
        if position.seq == floor.seq and not delivery.is_word:
            return
        self.give(delivery)

    def give(self, delivery: Delivery) -> None:
        """The same, without a look at what was had before."""
        self.floor = delivery.position
        self.quiet_turns = 0
        self.was_heard = True
        if not self.sink.take(delivery):
            self.overflow()

    def overflow(self) -> None:
        """The stream has ended: the subscriber reads too slowly."""
        self._end(Reason.TOO_SLOW)

    def revoke(self) -> None:
        """The stream has ended: the subscriber may no longer listen."""
        self._end(Reason.REVOKED)

    def fail(self) -> None:
        """The stream has ended: an event could not be told."""
        self._end(Reason.FAILED)

    def stop(self) -> None:
        """The stream has ended: the server goes away."""
        self._end(Reason.STOPPED)

    def _end(self, reason: Reason) -> None:
        if self in self.group.members:
            self.leave(self)
            self.sink.end(reason)
