"""The open sockets of a process: one timer looks after all of them, and one goodbye is said to all."""

import asyncio
import random
from dataclasses import dataclass, field
from typing import Protocol

from schema.gate.counts import Counts
from schema.gate.options import SocketLimits

_TICK_SECONDS = 0.5
_BATCH = 50


class Watched(Protocol):
    """A socket with things to be done at their time."""

    due: float
    """When the next of them is, by the clock of the loop."""

    def look(self, now: float) -> None:
        """What was due is done, and `due` lies ahead."""

    def go_away(self) -> None:
        """The socket closes: the server goes away."""


@dataclass(slots=True)
class Sockets:
    """Deadlines are kept by a look at every socket twice a second: a timer of its own would cost each one memory."""

    limits: SocketLimits
    by_user: Counts = field(init=False)
    by_address: Counts = field(init=False)
    streams: Counts = field(init=False)
    is_closing: bool = False
    _open: set[Watched] = field(default_factory=set)
    _timer: asyncio.TimerHandle | None = None

    def __post_init__(self) -> None:
        """Nobody is counted yet."""
        self.by_user = Counts(self.limits.per_user)
        self.by_address = Counts(self.limits.per_address)
        self.streams = Counts(self.limits.streams_per_user)

    def __len__(self) -> int:
        """How many are open."""
        return len(self._open)

    def add(self, socket: Watched) -> None:
        """The socket is looked after until `remove`; closed at once when the server goes away."""
        self._open.add(socket)
        self._arm()
        if self.is_closing:
            socket.go_away()

    def remove(self, socket: Watched) -> None:
        """The socket has ended."""
        self._open.discard(socket)

    async def drain(self) -> None:
        """Every socket was told that the server goes away, in small companies at odd moments.

        All coming back at once would fell the server that takes over.
        """
        self.is_closing = True
        sockets = list(self._open)
        random.shuffle(sockets)
        for start in range(0, len(sockets), _BATCH):
            for socket in sockets[start : start + _BATCH]:
                socket.go_away()
            if start + _BATCH < len(sockets):
                mean = _BATCH / self.limits.drained_a_second
                await asyncio.sleep(mean * random.uniform(0.5, 1.5))

    def _arm(self) -> None:
        if self._timer is None and self._open:
            limits = self.limits
            waits = (limits.init_wait, limits.ping_every, limits.pong_within, limits.send_within)
            tick = min(_TICK_SECONDS, *(wait.total_seconds() / 4 for wait in waits))
            self._timer = asyncio.get_running_loop().call_later(tick, self._tick)

    def _tick(self) -> None:
        self._timer = None
        now = asyncio.get_running_loop().time()
        for socket in [socket for socket in self._open if socket.due <= now]:
            socket.look(now)
        self._arm()
