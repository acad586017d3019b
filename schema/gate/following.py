"""Followings: one subscription on a socket, from the first checkpoint to its end."""

from collections.abc import Callable
from dataclasses import dataclass

from schema.gate import frames
from schema.gate.counts import Tally
from schema.gate.outlet import Outlet
from subscriptions import cursor
from subscriptions.cursor import Position
from subscriptions.group import Delivery
from subscriptions.listener import Listener, Reason


@dataclass(slots=True, eq=False)
class Following:
    """Takes deliveries from the hub and puts them on the socket as `next` frames; `given` is the last that went out."""

    id: str
    outlet: Outlet
    given: Position
    on_end: Callable[["Following", Reason], None]
    tally: Tally
    listener: Listener | None = None
    _head: bytes = b""

    @property
    def cursor(self) -> str:
        """Resumes just after what went out last."""
        return cursor.write(self.given)

    def __post_init__(self) -> None:
        """The part of the frame that stays the same is written once."""
        self._head = frames.head(self.id)

    def take(self, delivery: Delivery) -> bool:
        """Whether the delivery went out or waits; false when too much waits already."""
        text = delivery.text
        return text is None or self.outlet.put(self._head + text + b"}", self, delivery.position)

    async def room(self) -> None:
        """The peer has taken what was sent."""
        await self.outlet.room()

    def end(self, reason: Reason) -> None:
        """The session was told."""
        self.tally.leave()
        self.on_end(self, reason)

    def leave(self) -> None:
        """Nothing more is taken."""
        self.tally.leave()
        if self.listener is not None:
            self.listener.leave(self.listener)
