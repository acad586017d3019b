"""Frames that are none of graphql-transport-ws, or not even of RFC 6455: each closes the socket by its exact code and reason."""

import asyncio
import base64
import os
import struct
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from schema.gate import frames, gate
from schema.gate.options import Options
from subscriptions import live
from tests.gate import sample, serving
from tests.gate.serving import Doorkeeper

JSON = "this is not valid JSON in UTF-8"
OBJECT = "a frame is one JSON object"
TYPE = "this type of frame is unknown"
PAYLOAD = "`payload` must be an object or null"
ID = "`id` must be a string that is not empty"
REQUEST = "a request is one JSON object; batches are not supported"
QUERY = "`query` must be a string that holds the document"

TEXTS: list[tuple[str, str]] = [
    ("", JSON),
    ("hello", JSON),
    ('{"type":"connection_init"', JSON),
    ('{"type":"ping","payload":{"x":"\\ud800"}}', JSON),
    ('{"type":"ping","payload":{"x":NaN}}', JSON),
    ("[" * 100_000, JSON),
    ("[]", OBJECT),
    ('"x"', OBJECT),
    ("1", OBJECT),
    ("null", OBJECT),
    ('[{"type":"ping"}]', OBJECT),
    ("{}", TYPE),
    ('{"type":1}', TYPE),
    ('{"type":null}', TYPE),
    ('{"type":["ping"]}', TYPE),
    ('{"type":"PING"}', TYPE),
    ('{"type":"start","id":"1"}', TYPE),
    ('{"type":"connection_ack"}', TYPE),
    ('{"type":"next","id":"1","payload":{}}', TYPE),
    ('{"type":"ping","type":"pong"}', "a key stands twice in one object"),
    ('{"type":"ping","payload":{"x":"\\u0000"}}', "a string holds the character U+0000"),
    ('{"type":"ping","payload":' + '{"x":' * 60 + "1" + "}" * 61, "the JSON is nested too deeply"),
    ('{"type":"ping","payload":{"x":[' + "1," * 60_000 + "1]}}", "the JSON holds more than 50000 values"),
    ('{"type":"ping","payload":[]}', PAYLOAD),
    ('{"type":"pong","payload":"x"}', PAYLOAD),
    ('{"type":"connection_init","payload":[]}', PAYLOAD),
    ('{"type":"connection_init","payload":"token"}', PAYLOAD),
    ('{"type":"subscribe","payload":{"query":"{hello}"}}', ID),
    ('{"type":"subscribe","id":"","payload":{"query":"{hello}"}}', ID),
    ('{"type":"subscribe","id":1,"payload":{"query":"{hello}"}}', ID),
    ('{"type":"complete"}', ID),
    ('{"type":"complete","id":["1"]}', ID),
    ('{"type":"subscribe","id":"1"}', REQUEST),
    ('{"type":"subscribe","id":"1","payload":null}', REQUEST),
    ('{"type":"subscribe","id":"1","payload":"{hello}"}', REQUEST),
    ('{"type":"subscribe","id":"1","payload":[{"query":"{hello}"}]}', REQUEST),
    ('{"type":"subscribe","id":"1","payload":{}}', QUERY),
    ('{"type":"subscribe","id":"1","payload":{"query":1}}', QUERY),
    (
        '{"type":"subscribe","id":"1","payload":{"query":"{hello}","variables":[]}}',
        "`variables` must be an object or null",
    ),
    (
        '{"type":"subscribe","id":"1","payload":{"query":"{hello}","extensions":"x"}}',
        "`extensions` must be an object or null",
    ),
    (
        '{"type":"subscribe","id":"1","payload":{"query":"{hello}","operationName":1}}',
        "`operationName` must be a string or null",
    ),
    (
        '{"type":"subscribe","id":"1","payload":{"query":"{hello}","documentId":"x"}}',
        "a request has a `query` or a `documentId`, not both",
    ),
]


@pytest.mark.parametrize(("text", "reason"), TEXTS, ids=[text[:60] for text, _ in TEXTS])
def test_text_that_is_no_frame_has_its_reason(text: str, reason: str) -> None:
    with pytest.raises(frames.Closed) as caught:
        frames.read({"text": text}, 256 * 1024)

    assert (caught.value.code, caught.value.reason) == (4400, reason)


def test_bytes_are_no_frame() -> None:
    with pytest.raises(frames.Closed) as caught:
        frames.read({"bytes": b'{"type":"ping"}'}, 256 * 1024)

    assert (caught.value.code, caught.value.reason) == (4400, "frames are text, not binary")


def test_text_beyond_the_limit_is_too_big() -> None:
    with pytest.raises(frames.Closed) as caught:
        frames.read({"text": "é" * 600}, 1024)

    assert (caught.value.code, caught.value.reason) == (1009, "a frame has at most 1024 bytes")


def _masked(head: int, content: bytes, *, is_masked: bool = True, length: int | None = None) -> bytes:
    size = len(content) if length is None else length
    start = bytes([head]) + (
        bytes([size | 0x80 * is_masked]) if size < 126 else bytes([126 | 0x80 * is_masked]) + struct.pack("!H", size)
    )
    return start + (b"\0\0\0\0" if is_masked else b"") + content


# RFC 6455 5 and 7.4.1: 1002 breaks the protocol, 1007 is not of its type, 1009 is too big.
RAW: dict[str, tuple[bytes, int]] = {
    "not masked": (_masked(0x81, b"{}", is_masked=False), 1002),
    "unknown opcode": (_masked(0x83, b"{}"), 1002),
    "unknown control opcode": (_masked(0x8B, b""), 1002),
    "reserved bit 1": (_masked(0xC1, b"{}"), 1002),
    "reserved bit 2": (_masked(0xA1, b"{}"), 1002),
    "reserved bit 3": (_masked(0x91, b"{}"), 1002),
    "continuation of nothing": (_masked(0x80, b"{}"), 1002),
    "text inside a fragmented text": (_masked(0x01, b"{") + _masked(0x81, b"}"), 1002),
    "ping in pieces": (_masked(0x09, b"x"), 1002),
    "ping of 126 bytes": (_masked(0x89, b"x" * 126), 1002),
    "text that is not UTF-8": (_masked(0x81, b"\xff\xfe"), 1007),
    "close of one byte": (_masked(0x88, b"\x03"), 1002),
    "close by a code of nobody": (_masked(0x88, struct.pack("!H", 999)), 1002),
    "close by a code never sent": (_masked(0x88, struct.pack("!H", 1006)), 1002),
    "close with a reason that is not UTF-8": (_masked(0x88, struct.pack("!H", 1000) + b"\xff"), 1007),
}


@pytest_asyncio.fixture
async def address() -> AsyncIterator[str]:
    made = gate.build(sample.SCHEMA, sample.message, live.Live(None), Options())
    async with serving.served(made, Doorkeeper()) as running:
        yield running


@pytest.mark.parametrize(("sent", "code"), RAW.values(), ids=RAW)
async def test_frame_that_breaks_the_protocol_is_answered_by_its_code(address: str, sent: bytes, code: int) -> None:
    reader, writer = await asyncio.open_connection(*address.split(":"))
    async with asyncio.timeout(10):
        await _shake_hands(reader, writer)
        writer.write(sent)
        head = await reader.readexactly(2)
        content = await reader.readexactly(head[1])
    writer.close()

    assert head[0] == 0x88
    assert struct.unpack("!H", content[:2]) == (code,)


async def _shake_hands(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    key = base64.b64encode(os.urandom(16)).decode()
    lines = [
        "GET /graphql HTTP/1.1",
        "Host: begrip.test",
        "Upgrade: websocket",
        "Connection: Upgrade",
        f"Sec-WebSocket-Key: {key}",
        "Sec-WebSocket-Version: 13",
        "Sec-WebSocket-Protocol: graphql-transport-ws",
    ]
    writer.write(("\r\n".join(lines) + "\r\n\r\n").encode())
    answer = await reader.readuntil(b"\r\n\r\n")
    assert answer.startswith(b"HTTP/1.1 101")
