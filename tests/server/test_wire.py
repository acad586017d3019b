"""The wire: what peers get that send nonsense, and those that read slowly."""

import asyncio
import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import cast

import pytest
import uvicorn
from starlette.types import Receive, Scope, Send
from uvicorn.server import ServerState

from schema.gate import gate
from schema.gate import wire as wires
from schema.gate.options import Options
from server import wire
from server.wire import DirectWire, SocketProtocol
from subscriptions import live
from tests.gate import sample, serving
from tests.gate.serving import Doorkeeper

HANDSHAKE = (
    b"GET /graphql HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
    b"Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nSec-WebSocket-Protocol: graphql-transport-ws\r\n\r\n"
)
# Masked with zeros: text that is no UTF-8, whole and in two pieces; close with 4000.
NO_TEXT = b"\x81\x82\0\0\0\0\xff\xfe"
NO_TEXT_IN_PIECES = b"\x01\x81\0\0\0\0\xc3\x80\x81\0\0\0\0\x28"
CLOSE = b"\x88\x82\0\0\0\0\x0f\xa0"
CLOSED_1007, CLOSED_4000 = b"\x88\x02\x03\xef", b"\x88\x02\x0f\xa0"


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        (NO_TEXT, CLOSED_1007),
        (NO_TEXT_IN_PIECES, CLOSED_1007),
        (NO_TEXT + CLOSE, CLOSED_4000),
        (NO_TEXT + NO_TEXT, CLOSED_1007),
    ],
)
async def test_text_that_is_no_utf8_closes_without_an_error_of_ours(
    said: bytes, answer: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    made = gate.build(sample.SCHEMA, sample.message, live.Live(None), Options())
    async with serving.served(made, Doorkeeper()) as address, asyncio.timeout(10):
        logging.getLogger("uvicorn.error").setLevel(logging.ERROR)
        logging.getLogger("uvicorn.error").addHandler(caplog.handler)
        reader, writer = await asyncio.open_connection(*address.split(":"))
        writer.write(HANDSHAKE)
        await reader.readuntil(b"\r\n\r\n")
        writer.write(said)
        heard = await reader.read()
        writer.close()
        logging.getLogger("uvicorn.error").removeHandler(caplog.handler)

    assert heard == answer
    assert [record.getMessage() for record in caplog.records if record.levelno >= logging.ERROR] == []


async def _too_much(scope: Scope, receive: Receive, send: Send) -> None:
    """Writes until the peer takes no more, and closes."""
    await receive()
    await send({"type": "websocket.accept", "subprotocol": "graphql-transport-ws"})
    found = wires.of(scope, send)
    while found.is_ready:
        found.write(b"x" * 65_000)
        await asyncio.sleep(0)
    await found.close(4413, "too slow; resume after x")
    scope["state"]["closed"].set()
    await receive()


async def test_reader_that_stopped_finds_the_close_behind_what_it_missed() -> None:
    closed = asyncio.Event()
    config = uvicorn.Config(_too_much, log_level="critical", lifespan="off", ws=SocketProtocol)
    config.load()
    state = ServerState()
    listening = await asyncio.get_running_loop().create_server(
        lambda: SocketProtocol(config, state, {"closed": closed}), "127.0.0.1", 0
    )
    async with listening, asyncio.timeout(20):
        reader, writer = await asyncio.open_connection(*listening.sockets[0].getsockname(), limit=1024)
        writer.write(HANDSHAKE)
        await closed.wait()
        heard = await reader.read()
        writer.close()

    assert heard[-28:] == b"\x88\x1a\x11\x3d" + b"too slow; resume after x"


@dataclass
class Transport:
    """Holds what the peer has not taken yet."""

    left: int
    is_aborted: bool = False

    def write(self, _data: bytes) -> None:
        pass

    def is_closing(self) -> bool:
        return False

    def get_write_buffer_size(self) -> int:
        return self.left

    def abort(self) -> None:
        self.is_aborted = True


@dataclass
class Loop:
    """Its time passes when the test says so."""

    now: float = 0.0
    due: list[tuple[float, Callable[[], None]]] = field(default_factory=list)

    def time(self) -> float:
        return self.now

    def call_later(self, delay: float, call: Callable[..., None], *given: object) -> None:
        self.due.append((self.now + delay, lambda: call(*given)))

    def pass_time(self) -> None:
        self.now, call = self.due.pop()
        call()


async def _closed(left: int) -> tuple[Transport, Loop]:
    transport, loop = Transport(left), Loop()
    conn = SimpleNamespace(send_close=lambda code, reason: None, data_to_send=lambda: [b"closed"])  # noqa: ARG005
    given = SimpleNamespace(
        transport=transport, loop=loop, conn=conn, close_sent=False, disconnected=False, read_paused=False
    )
    await DirectWire(cast("SocketProtocol", given)).close(4413, "too slow")
    return transport, loop


@pytest.mark.parametrize("left", [0, 65_536])
async def test_peer_that_takes_nothing_is_cut_off_after_five_seconds(left: int) -> None:
    transport, loop = await _closed(left)

    loop.pass_time()

    assert (transport.is_aborted, loop.now) == (True, 5.0)


async def test_peer_that_still_reads_may_come_to_the_close() -> None:
    transport, loop = await _closed(65_536)

    transport.left = 30_000
    loop.pass_time()
    is_cut_while_reading = transport.is_aborted
    loop.pass_time()

    assert (is_cut_while_reading, transport.is_aborted, loop.now) == (False, True, 10.0)


async def test_peer_that_reads_a_byte_at_a_time_is_cut_off_in_the_end() -> None:
    transport, loop = await _closed(65_536)

    while not transport.is_aborted:
        transport.left -= 1
        loop.pass_time()

    assert loop.now == wire._LAST_SECONDS
