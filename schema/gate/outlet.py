"""Outlets: what leaves on one socket, in order; a bounded queue for peers that read too slowly for the wire."""

import asyncio
from collections import deque
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field
from typing import Any, Protocol

from schema.gate.wire import Wire
from subscriptions.cursor import Position


class Recipient(Protocol):
    """Whoever keeps count of how far its subscriber was told."""

    given: Position


_Waiting = tuple[bytes, Recipient | None, Position | None]


@dataclass(slots=True)
class Outlet:
    """`spawn` runs a coroutine for as long as the socket lives; `on_block` hears that the peer has stopped taking."""

    wire: Wire
    most_frames: int
    most_bytes: int
    spawn: Callable[[Coroutine[Any, Any, None]], object]
    on_block: Callable[[], None]
    blocked_at: float | None = None
    """Since when the peer has taken nothing; null while it keeps up."""
    _held: int = 0
    _waiting: deque[_Waiting] = field(default_factory=deque)
    _room: asyncio.Event | None = None

    def put(self, frame: bytes, recipient: Recipient | None = None, position: Position | None = None) -> bool:
        """Whether the frame went out or waits; false when too much waits already."""
        if self.blocked_at is None:
            if self.wire.is_ready:
                self.wire.write(frame)
                if recipient is not None and position is not None:
                    recipient.given = position
                return True
            self._block()
        if len(self._waiting) >= self.most_frames or self._held + len(frame) > self.most_bytes:
            return False
        self._held += len(frame)
        self._waiting.append((frame, recipient, position))
        return True

    async def room(self) -> None:
        """Nothing waits, here or in front of the wire."""
        if self.blocked_at is None and not self.wire.is_ready:
            self._block()
        if self.blocked_at is not None:
            if self._room is None:
                self._room = asyncio.Event()
            await self._room.wait()

    def _block(self) -> None:
        self.blocked_at = asyncio.get_running_loop().time()
        self.on_block()
        self.spawn(self._flush())

    async def _flush(self) -> None:
        loop = asyncio.get_running_loop()
        while self._waiting or not self.wire.is_ready:
            await self.wire.drained()
            self.blocked_at = loop.time()
            while self._waiting and self.wire.is_ready:
                frame, recipient, position = self._waiting.popleft()
                self._held -= len(frame)
                self.wire.write(frame)
                if recipient is not None and position is not None:
                    recipient.given = position
        self.blocked_at = None
        if self._room is not None:
            self._room.set()
            self._room = None
