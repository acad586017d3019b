"""Listeners: one subscriber's bounded queue, and how its stream may end."""

import asyncio
from collections import deque
from dataclasses import dataclass, field
from enum import StrEnum

from subscriptions.cursor import Position
from subscriptions.group import Delivery, Group
from subscriptions.interest import Interest

BOUND = 1000
"""Deliveries that may wait for one subscriber."""


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


@dataclass(slots=True, eq=False)
class Listener:
    """A subscriber that has caught up, or is about to. `floor` is the last number that must not reach it again."""

    interest: Interest
    group: Group
    floor: Position
    bound: int = BOUND
    reason: Reason | None = None
    is_reset: bool = False
    _waiting: deque[Delivery] = field(default_factory=deque)
    _wakes: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def is_drained(self) -> bool:
        """Whether nothing waits, here or in the group."""
        return not self._waiting and self.group.is_idle

    def offer(self, delivery: Delivery) -> None:
        """The delivery waits; when too many do, the stream ends instead."""
        if self.is_reset or self.reason is not None or self._has_had(delivery.position):
            return
        self.floor = delivery.position
        if len(self._waiting) >= self.bound:
            self.overflow()
            return
        self._waiting.append(delivery)
        self._wakes.set()

    def overflow(self) -> None:
        """The stream ends: the subscriber reads too slowly."""
        self._end(Reason.TOO_SLOW)

    def revoke(self) -> None:
        """The stream ends: the subscriber may no longer listen."""
        self._end(Reason.REVOKED)

    def fail(self) -> None:
        """The stream ends: an event could not be told."""
        self._end(Reason.FAILED)

    def stop(self) -> None:
        """The stream ends: the server goes away."""
        self._end(Reason.STOPPED)

    def reset(self) -> None:
        """What waits is dropped; the subscriber has to catch up again."""
        self._waiting.clear()
        self.is_reset = True
        self._wakes.set()

    async def next(self, quiet_seconds: float) -> Delivery | None:
        """The next delivery; null after a quiet time, a reset or the end."""
        if not self._waiting and not self.is_reset and self.reason is None:
            self._wakes.clear()
            try:
                async with asyncio.timeout(quiet_seconds):
                    await self._wakes.wait()
            except TimeoutError:
                return None
        return self._waiting.popleft() if self._waiting else None

    def _has_had(self, position: Position) -> bool:
        # A group may still hold what was meant for the listener before it was reset.
        return position.epoch != self.floor.epoch or position.seq <= self.floor.seq

    def _end(self, reason: Reason) -> None:
        self.reason = self.reason or reason
        # What waits would only delay the word that the stream has ended; the cursor brings it back.
        self._waiting.clear()
        self._wakes.set()
