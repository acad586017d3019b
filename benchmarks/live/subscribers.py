"""Subscribers that cost little: raw sockets that read just enough of RFC 6455 to know which event has come, and when."""

import asyncio
import json
import struct
import time
from array import array
from dataclasses import dataclass, field
from typing import cast

_TEXT, _CLOSE, _PING, _PONG = 0x81, 0x88, 0x89, 0x8A
_LENGTH_16, _LENGTH_64 = 126, 127
_SHORT_HEAD, _LONG_HEAD = 2, 4
_GRAPHQL_PING = b'{"type":"ping"}'
_GRAPHQL_PONG = b'{"type":"pong"}'
_CONNECTING = 50
"""Handshakes under way at a time: the backlog of a listening socket is finite."""


@dataclass(slots=True)
class Crowd:
    """What all subscribers of one server have in common, and what they have seen.

    The first subscriber to hear the n-th event sets what the n-th event is: whoever hears something else counts as `differing`.
    """

    document: str
    variables: dict[str, object]
    token: str | None = None
    events: list[bytes] = field(default_factory=list)
    sent: list[float] = field(default_factory=list)
    seconds: "array[float]" = field(default_factory=lambda: array("d"))
    differing: int = 0
    closed: int = 0
    ready: int = 0
    expected: int = 0
    """Deliveries after which `done` is set."""
    changed: asyncio.Event = field(default_factory=asyncio.Event)

    def opening(self) -> tuple[bytes, bytes]:
        """The frames that a subscriber says."""
        payload = {"authorization": f"Bearer {self.token}"} if self.token else {}
        init = {"type": "connection_init", "payload": payload}
        ask = {
            "id": "1",
            "type": "subscribe",
            "payload": {"query": self.document, "variables": self.variables},
        }
        return framed(_TEXT, json.dumps(init).encode()), framed(_TEXT, json.dumps(ask).encode())

    def heard(self, place: int, frame: bytes, now: float) -> None:
        """A subscriber has its event number `place`."""
        if place == len(self.events):
            self.events.append(frame)
        elif frame != self.events[place]:
            self.differing += 1
        if place < len(self.sent):
            self.seconds.append(now - self.sent[place])
        if len(self.seconds) >= self.expected:
            self.changed.set()

    def expect(self, deliveries: int) -> None:
        """Events are counted anew."""
        self.events.clear()
        self.sent.clear()
        self.seconds = array("d")
        self.expected = deliveries
        self.changed.clear()


class Subscriber(asyncio.Protocol):
    """One socket: shakes hands, subscribes, counts."""

    def __init__(self, crowd: Crowd, host: str, frames: tuple[bytes, bytes]) -> None:
        self.crowd = crowd
        self.frames = frames
        self.greeting = (
            f"GET /graphql HTTP/1.1\r\nHost: {host}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nSec-WebSocket-Version: 13\r\n"
            "Sec-WebSocket-Protocol: graphql-transport-ws\r\n\r\n"
        ).encode()
        self.kept = b""
        self.place = -1
        self.is_upgraded = False
        self.subscribed: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self.transport: asyncio.Transport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Connected."""
        # uvloop's transports are of a class of their own.
        self.transport = cast("asyncio.Transport", transport)
        self.transport.write(self.greeting)

    def connection_lost(self, exc: Exception | None) -> None:
        """Gone."""
        self.crowd.closed += 1
        if not self.subscribed.done():
            self.subscribed.set_exception(exc or ConnectionError("closed before the first event"))

    def data_received(self, data: bytes) -> None:
        """Whole frames are taken, the rest is kept."""
        now = time.perf_counter()
        if self.kept:
            data = self.kept + data
        at = 0 if self.is_upgraded else self._upgraded(data)
        end = len(data) if self.is_upgraded else 0
        while end - at >= _SHORT_HEAD:
            length, start = data[at + 1], at + 2
            if length == _LENGTH_16:
                if end - at < _LONG_HEAD:
                    break
                length, start = (data[at + 2] << 8) | data[at + 3], at + 4
            elif length == _LENGTH_64:
                raise ConnectionError("no event is that long")
            if end < start + length:
                break
            self._take(data[at], data[start : start + length], now)
            at = start + length
        self.kept = data[at:]

    def _upgraded(self, data: bytes) -> int:
        end = data.find(b"\r\n\r\n")
        if end < 0:
            return 0
        if not data.startswith(b"HTTP/1.1 101"):
            raise ConnectionError(data[:200].decode())
        self.is_upgraded = True
        self._say(self.frames[0])
        return end + 4

    def _take(self, kind: int, payload: bytes, now: float) -> None:
        if kind == _PING:
            self._say(framed(_PONG, payload))
        elif kind == _CLOSE and self.transport is not None:
            self.transport.close()
        elif payload == _GRAPHQL_PING:
            self._say(framed(_TEXT, _GRAPHQL_PONG))
        elif self.place >= 0:
            self.crowd.heard(self.place, payload, now)
            self.place += 1
        else:
            self._begin(payload)

    def _begin(self, payload: bytes) -> None:
        if b'"connection_ack"' in payload:
            self._say(self.frames[1])
        elif b"StreamCheckpoint" in payload:
            self.place = 0
            if not self.subscribed.done():
                self.subscribed.set_result(None)
        elif not self.subscribed.done():
            self.subscribed.set_exception(ConnectionError(payload.decode()))

    def _say(self, frame: bytes) -> None:
        assert self.transport is not None  # noqa: S101 - something was received
        self.transport.write(frame)


def framed(kind: int, payload: bytes) -> bytes:
    """A frame of a client; the mask is zero, which changes nothing."""
    length = len(payload)
    head = bytes([kind, 0x80 | length]) if length < _LENGTH_16 else struct.pack("!BBH", kind, 0x80 | _LENGTH_16, length)
    return head + bytes(4) + payload


async def joined(crowd: Crowd, port: int, count: int) -> list[Subscriber]:
    """So many subscribers, each of which has had its first message."""
    loop = asyncio.get_running_loop()
    frames = crowd.opening()
    turns = asyncio.Semaphore(_CONNECTING)

    async def join() -> Subscriber:
        async with turns:
            _, one = await loop.create_connection(
                lambda: Subscriber(crowd, f"127.0.0.1:{port}", frames), "127.0.0.1", port
            )
            await asyncio.wait_for(one.subscribed, 90)
            return one

    async with asyncio.TaskGroup() as tasks:
        joining = [tasks.create_task(join()) for _ in range(count)]
    return [task.result() for task in joining]


async def left(subscribers: list[Subscriber]) -> None:
    """All have hung up."""
    for one in subscribers:
        if one.transport is not None:
            one.transport.abort()
    await asyncio.sleep(0)
