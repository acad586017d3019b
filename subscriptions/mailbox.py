"""Mailboxes: deliveries that wait, within bounds, for a subscriber who fetches them."""

import asyncio
from collections import deque
from dataclasses import dataclass, field

from subscriptions.cursor import Position
from subscriptions.group import Delivery
from subscriptions.listener import Reason

MESSAGES = 1000
"""Deliveries that may wait for one subscriber."""
BYTES = 1024 * 1024
"""What they may hold together."""


@dataclass(slots=True)
class Mailbox:
    """A bounded queue. `given` is the position of what was fetched last."""

    given: Position
    bound: int = MESSAGES
    reason: Reason | None = None
    _bytes: int = 0
    _waiting: deque[Delivery] = field(default_factory=deque)
    _wakes: asyncio.Event = field(default_factory=asyncio.Event)
    _has_room: asyncio.Event = field(default_factory=asyncio.Event)

    def take(self, delivery: Delivery) -> bool:
        """Whether the delivery waits; false when too many do."""
        if len(self._waiting) >= self.bound or self._bytes > BYTES:
            return False
        self._waiting.append(delivery)
        self._bytes += len(delivery.text or b"")
        self._wakes.set()
        return True

    async def room(self) -> None:
        """Less than half of the bounds is used."""
        while len(self._waiting) * 2 > self.bound or self._bytes * 2 > BYTES:
            self._has_room.clear()
            await self._has_room.wait()

    def end(self, reason: Reason) -> None:
        """Nothing more comes. What waits would only delay the word of the end; the cursor brings it back."""
        self.reason = reason
        self._waiting.clear()
        self._wakes.set()

    async def next(self) -> Delivery | None:
        """The next delivery that has a text; null at the end."""
        while self.reason is None:
            while self._waiting:
                delivery = self._waiting.popleft()
                self._bytes -= len(delivery.text or b"")
                self._has_room.set()
                self.given = delivery.position
                if delivery.text is not None:
                    return delivery
            self._wakes.clear()
            await self._wakes.wait()
        return None
