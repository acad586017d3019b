"""Light subscribers: graphql-transport-ws spoken byte by byte (RFC 6455), so that one process holds thousands of them."""

import asyncio
import base64
import contextlib
import os
import random
import struct
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import orjson

QUERY = """
subscription Follow($after: EventCursor) { definitionEvents(after: $after) { cursor occurredAt event { __typename
  ... on DefinitionCreated { definition { id } } ... on DefinitionUpdated { definition { id } }
  ... on DefinitionStatusChanged { definition { id } } ... on DefinitionRemoved { definitionId } } } }
"""
_TEXT, _CLOSE, _PING = 1, 8, 9
_OPEN_SECONDS = 60.0


class Heard(NamedTuple):
    """An event as it arrived."""

    seq: int
    kind: str
    id: str
    at: float
    """Wall clock, as is `occurredAt` on the same machine."""
    occurred_at: str


class Ended(Exception):
    """The socket ended, or was not opened."""


def place_of(cursor: str) -> tuple[str, int]:
    """Epoch and number of a cursor; its first 12 bytes are its signature."""
    raw = base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4))[12:]
    epoch, _, seq = raw.decode().rpartition(".")
    return epoch, int(seq)


class Socket(asyncio.Protocol):
    """One connection: shakes hands, says what it is told to, hands on what it hears."""

    def __init__(self, hear: Callable[[dict[str, Any]], None]) -> None:
        self.ended: asyncio.Future[Any] = asyncio.get_running_loop().create_future()
        self.heard_at = time.monotonic()
        self._hear = hear
        self._buffer = bytearray()
        self._is_open = False
        self._code, self._reason = 1006, ""
        self.transport: asyncio.Transport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self.transport = transport
        key = base64.b64encode(os.urandom(16)).decode()
        transport.write(
            (
                "GET /graphql HTTP/1.1\r\nHost: begrip.test\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                f"Sec-WebSocket-Key: {key}\r\nSec-WebSocket-Version: 13\r\n"
                "Sec-WebSocket-Protocol: graphql-transport-ws\r\n\r\n"
            ).encode()
        )

    def data_received(self, data: bytes) -> None:
        self.heard_at = time.monotonic()
        self._buffer += data
        if not self._is_open:
            head, found, rest = bytes(self._buffer).partition(b"\r\n\r\n")
            if not found:
                return
            if b" 101 " not in head.split(b"\r\n")[0]:
                self._reason = head.split(b"\r\n")[0].decode(errors="replace")
                self.abort()
                return
            self._is_open = True
            self._buffer = bytearray(rest)
            self._hear({"type": "opened"})
        self._frames()

    def connection_lost(self, _exc: Exception | None) -> None:
        if not self.ended.done():
            self.ended.set_result((self._code, self._reason))

    def say(self, frame: object) -> None:
        """A text frame; the mask is zero, which is a mask."""
        self._write(_TEXT, orjson.dumps(frame))

    def abort(self) -> None:
        """The connection is gone, at once."""
        if self.transport is not None:
            self.transport.abort()

    def _write(self, opcode: int, payload: bytes) -> None:
        if self.transport is None or self.transport.is_closing():
            return
        size = len(payload)
        if size < 126:
            length = bytes([0x80 | size])
        else:
            length = b"\xfe" + struct.pack("!H", size) if size < 65_536 else b"\xff" + struct.pack("!Q", size)
        self.transport.write(bytes([0x80 | opcode]) + length + b"\0\0\0\0" + payload)

    def _frames(self) -> None:
        buffer, at = self._buffer, 0
        while len(buffer) - at >= 2:
            size, start = buffer[at + 1] & 0x7F, at + 2
            if size == 126:
                size, start = int.from_bytes(buffer[at + 2 : at + 4], "big"), at + 4
            elif size == 127:
                size, start = int.from_bytes(buffer[at + 2 : at + 10], "big"), at + 10
            if start > len(buffer) or start + size > len(buffer):
                break
            self._frame(buffer[at] & 0x0F, bytes(buffer[start : start + size]))
            at = start + size
        del buffer[:at]

    def _frame(self, opcode: int, payload: bytes) -> None:
        if opcode == _TEXT:
            self._hear(orjson.loads(payload))
        elif opcode == _PING:
            self._write(10, payload)
        elif opcode == _CLOSE:
            if len(payload) >= 2:
                self._code, self._reason = int.from_bytes(payload[:2], "big"), payload[2:].decode(errors="replace")
            self._write(_CLOSE, payload[:2])
            assert self.transport is not None
            self.transport.close()


@dataclass(slots=True, eq=False)
class Subscriber:
    """Follows one stream from `cursor`, and resumes behind its last event after every cut."""

    port: Callable[[], int]
    """Of the server to connect to next."""
    token: Callable[[], str]
    cursor: str | None = None
    query: str = QUERY
    heartbeat: float | None = None
    """A peer that says nothing for so long although pinged is given up."""
    heard: list[Heard] = field(default_factory=list)
    arrivals: dict[str, float] = field(default_factory=dict)
    """When each definition was first heard of."""
    gaps: int = 0
    errors: list[Any] = field(default_factory=list)
    """Messages that carried errors instead of an event."""
    ends: list[tuple[int, str]] = field(default_factory=list)
    """Close code and reason of each cut; an operation that the server ended counts as code 0 with its error."""
    joined: asyncio.Event = field(default_factory=asyncio.Event)
    """Set while the stream stands: its first checkpoint came."""
    joined_at: float = 0.0
    socket: Socket | None = None
    _failed: asyncio.Event = field(default_factory=asyncio.Event)

    async def follow(self) -> None:
        """Until it is cancelled."""
        while True:
            with contextlib.suppress(OSError, TimeoutError):
                await self.once()
            await asyncio.sleep(random.uniform(0.05, 0.15))

    async def once(self) -> None:
        """One connection, until it ends."""
        self._failed.clear()
        async with asyncio.timeout(_OPEN_SECONDS):
            _, socket = await asyncio.get_running_loop().create_connection(
                lambda: Socket(self._hear), "127.0.0.1", self.port()
            )
        self.socket = socket
        try:
            await self._watch(socket)
        finally:
            self.joined.clear()
            socket.abort()

    async def _watch(self, socket: Socket) -> None:
        failed: asyncio.Future[Any] = asyncio.ensure_future(self._failed.wait())
        began = time.monotonic()
        try:
            while not socket.ended.done() and not failed.done():
                await asyncio.wait(
                    {socket.ended, failed}, timeout=self.heartbeat or 5.0, return_when=asyncio.FIRST_COMPLETED
                )
                silent = time.monotonic() - socket.heard_at
                if not self.joined.is_set() and time.monotonic() - began > _OPEN_SECONDS:
                    self.ends.append((0, "not opened in time"))
                    return
                if self.heartbeat is not None:
                    if silent > 2 * self.heartbeat:
                        self.ends.append((0, "silent"))
                        return
                    socket.say({"type": "ping"})
            if socket.ended.done():
                self.ends.append(socket.ended.result())
        finally:
            failed.cancel()

    def _hear(self, frame: dict[str, Any]) -> None:
        match frame["type"]:
            case "next":
                self._next(frame["payload"])
            case "opened":
                self._say({"type": "connection_init", "payload": {"authorization": f"Bearer {self.token()}"}})
            case "connection_ack":
                payload = {"query": self.query, "variables": {"after": self.cursor}}
                self._say({"id": "1", "type": "subscribe", "payload": payload})
            case "ping":
                self._say({"type": "pong"})
            case "error" | "complete":
                self.ends.append((0, said := orjson.dumps(frame.get("payload")).decode()))
                if "SUBSCRIBER_TOO_SLOW" not in said:  # then the close follows, with its code
                    self._failed.set()

    def _say(self, frame: object) -> None:
        if self.socket is not None:
            self.socket.say(frame)

    def _next(self, payload: dict[str, Any]) -> None:
        if payload.get("errors") or not payload.get("data"):
            self.errors.append(payload)
            return
        (told,) = payload["data"].values()
        self.cursor, event = told["cursor"], told["event"]
        kind = event["__typename"]
        if kind == "StreamCheckpoint":
            self.joined_at = time.time()
            self.joined.set()
        elif kind == "StreamGap":
            self.gaps += 1
        else:
            subject = event.get("definitionId") or (event.get("definition") or {}).get("id", "")
            self.arrivals.setdefault(subject, time.time())
            self.heard.append(Heard(place_of(self.cursor)[1], kind, subject, time.time(), told["occurredAt"]))
