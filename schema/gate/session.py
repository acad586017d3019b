"""A session of graphql-transport-ws: a strict state machine around operations that run side by side.

A refused operation answers `error` under its own id and leaves the socket alone; only a breach of the protocol, a peer that
does not keep up, the end of the token or of the server closes it. Idle, a session is one waiting task and nothing else.
"""

import asyncio
from dataclasses import dataclass, field
from typing import cast

from starlette.types import Receive

from schema.gate import counts, credential, ending, errors, frames
from schema.gate.asker import Asker
from schema.gate.errors import Entry
from schema.gate.following import Following
from schema.gate.frames import Closed, Complete, Frame, Init, Ping, Pong, Subscribe
from schema.gate.gate import Gate
from schema.gate.operating import SUPERSEDED, Operating
from schema.gate.outlet import Outlet
from schema.gate.wire import Wire
from subscriptions.listener import Ended, Reason

_CLOSE_SECONDS = 5.0


@dataclass(slots=True, eq=False)
class Session:
    """One socket, from its acceptance to its close."""

    gate: Gate
    who: Asker
    receive: Receive
    wire: Wire
    due: float = 0.0
    out: Outlet = field(init=False)
    running: dict[str, Operating | Following] = field(default_factory=dict)
    _closed: Closed | None = None
    _scope: asyncio.Timeout = field(init=False)
    _tasks: asyncio.TaskGroup = field(init=False)
    _counted: str | None = None
    _has_init: bool = False
    _is_acknowledged: bool = False
    _pinged_at: float | None = None
    _next_ping: float = 0.0
    _began_at: float = 0.0

    def __post_init__(self) -> None:
        """The outlet starts its flushing in the tasks of this session."""
        limits = self.gate.options.sockets
        self._tasks = asyncio.TaskGroup()
        self.out = Outlet(
            self.wire, limits.waiting_frames, limits.waiting_bytes, self._tasks.create_task, self._blocked
        )

    async def run(self) -> None:
        """The socket is closed, and nothing of it runs any more."""
        self._began_at = asyncio.get_running_loop().time()
        self.due = self._began_at + self.gate.options.sockets.init_wait.total_seconds()
        try:
            # Never due by itself: `end` makes it so, and thereby ends the waiting for the peer.
            async with asyncio.timeout(None) as self._scope, self._tasks:
                self.gate.sockets.add(self)
                await self._listen()
        except TimeoutError:
            pass
        finally:
            self._abandon()
            self.gate.sockets.remove(self)
            if self._counted is not None:
                self.gate.sockets.by_user.leave(self._counted)
        if self._closed is not None and self._closed.code is not None:
            await self._close(self._closed)

    def end(self, closed: Closed) -> None:
        """The socket closes, for the first reason that was given."""
        if self._closed is None:
            self._closed = closed
            self._scope.reschedule(asyncio.get_running_loop().time())

    def look(self, now: float) -> None:
        """What was due is done: see `Watched`."""
        limits = self.gate.options.sockets
        dues = [now + 30.0]  # the wall clock may jump, so the end of a token is looked at again in between
        if not self._is_acknowledged:
            dues.append(self._began_at + limits.init_wait.total_seconds())
            if dues[-1] <= now:
                self.end(Closed(4408, "Connection initialisation timeout"))
        else:
            dues.append(self._look_at_pulse(now))
            dues.append(now + ending.seconds_until(self.who.until))
            if dues[-1] <= now:
                self.end(Closed(4403, f"Forbidden: {ending.TOKEN_ENDED}"))
        if self.out.blocked_at is not None:
            dues.append(self.out.blocked_at + limits.send_within.total_seconds())
            if dues[-1] <= now:
                self.end(self._slow())
        self.due = max(min(dues), now)

    def go_away(self) -> None:
        """The socket closes: the server goes away."""
        self.end(Closed(1012, "the server goes away; reconnect and resume"))

    def refuse(self, id_: str, entries: list[Entry]) -> None:
        """The operation has ended with an error; its id is free."""
        self.running.pop(id_, None)
        self.put(frames.written("error", id_=id_, payload=entries))

    def put(self, frame: bytes) -> None:
        """The frame goes out, or the socket closes because too much waits already."""
        if not self.out.put(frame):
            self.end(self._slow())

    def hear_of_end(self, following: Following, reason: Reason) -> None:
        """A subscription was ended by the hub."""
        ended = Ended(reason, following.cursor)
        match reason:
            case Reason.REVOKED:
                self.end(Closed(4403, f"Forbidden; resume after {ended.cursor}"))
            case Reason.TOO_SLOW:
                self.end(self._slow())
            case _:
                self.refuse(following.id, [ending.entry(ended)])

    async def _listen(self) -> None:
        limits = self.gate.options.sockets
        try:
            while True:
                message = await self.receive()
                if message["type"] == "websocket.disconnect":
                    self.end(Closed())
                    return
                self._pinged_at = None
                await self._take(frames.read(cast("dict[str, object]", message), limits.frame_bytes))
        except Closed as closed:
            self.end(closed)
        finally:
            self._abandon()

    async def _take(self, frame: Frame) -> None:
        match frame:
            case Init():
                await self._init(frame)
            case Ping() if credential.is_in(frame.payload):
                await self._renew(frame)
            case Ping():
                self.put(frames.written("pong", payload=frame.payload))
            case Pong():
                return
            case Subscribe():
                self._subscribe(frame)
            case Complete():
                running = self.running.pop(frame.id, None)
                if running is not None:
                    running.leave()
        # A peer that sends without reading gets no further than its own queue.
        if self.out.blocked_at is not None:
            await self.out.room()

    async def _init(self, frame: Init) -> None:
        if self._has_init:
            raise Closed(4429, "Too many initialisation requests")
        self._has_init = True
        self.who = await credential.opened(self.who, frame.payload)
        key = counts.caller(self.who.viewer)
        if not self.who.viewer.is_anonymous:
            if not self.gate.sockets.by_user.enter(key):
                most = self.gate.options.sockets.per_user
                raise Closed(frames.TOO_MANY, f"too many sockets: one person may have {most}")
            self._counted = key
        self._is_acknowledged = True
        now = asyncio.get_running_loop().time()
        self._next_ping = now + self.gate.options.sockets.ping_every.total_seconds()
        self.due = now
        self.put(frames.written("connection_ack"))

    async def _renew(self, frame: Ping) -> None:
        if not self._is_acknowledged:
            raise Closed(4401, "Unauthorized")
        self.who = await credential.renewed(self.who, frame.payload)
        self.due = asyncio.get_running_loop().time()
        self.put(frames.written("pong", payload={"until": self.who.until}))

    def _subscribe(self, frame: Subscribe) -> None:
        if not self._is_acknowledged:
            raise Closed(4401, "Unauthorized")
        if frame.id in self.running:
            raise Closed(4409, f"Subscriber for {frame.id} already exists")
        self._supersede(frame)
        if len(self.running) >= self.gate.options.sockets.operations:
            too_many = errors.entry("LIMIT_EXCEEDED", "too many operations run on this socket")
            self.put(frames.written("error", id_=frame.id, payload=[too_many]))
            return
        made = Operating(self, frame)
        self.running[frame.id] = made
        made.task = self._tasks.create_task(made.run())

    def _supersede(self, frame: Subscribe) -> None:
        """An older query under the same key is given up: its text has changed meanwhile."""
        if frame.supersedes is None:
            return
        for older in tuple(self.running.values()):
            if isinstance(older, Operating) and older.frame.supersedes == frame.supersedes:
                older.leave()
                self.refuse(older.frame.id, [SUPERSEDED])

    def _look_at_pulse(self, now: float) -> float:
        limits = self.gate.options.sockets
        if self._pinged_at is not None and now >= self._pinged_at + limits.pong_within.total_seconds():
            self.end(Closed(1011, "no answer to a ping"))
        if now >= self._next_ping:
            self._next_ping = now + limits.ping_every.total_seconds()
            self._pinged_at = self._pinged_at or now
            self.put(_PING)
        if self._pinged_at is None:
            return self._next_ping
        return min(self._next_ping, self._pinged_at + limits.pong_within.total_seconds())

    def _blocked(self) -> None:
        limit = self.gate.options.sockets.send_within.total_seconds()
        self.due = min(self.due, asyncio.get_running_loop().time() + limit)

    def _slow(self) -> Closed:
        followed = [one for one in self.running.values() if isinstance(one, Following)]
        oldest = min(followed, key=lambda one: one.given.seq, default=None)
        where = "" if oldest is None else f"; resume after {oldest.cursor}"
        return Closed(frames.TOO_SLOW, f"too slow{where}")

    def _abandon(self) -> None:
        for running in tuple(self.running.values()):
            running.leave()

    async def _close(self, closed: Closed) -> None:
        if closed.code == frames.TOO_SLOW:
            for one in self.running.values():
                if isinstance(one, Following):
                    said = [ending.entry(Ended(Reason.TOO_SLOW, one.cursor))]
                    self.wire.write(frames.written("error", id_=one.id, payload=said))
        try:
            async with asyncio.timeout(_CLOSE_SECONDS):
                await self.wire.close(cast("int", closed.code), closed.reason)
        except TimeoutError:
            return


_PING = frames.written("ping")
