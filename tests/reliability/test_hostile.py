"""Hostile clients: ten thousand malformed requests, bodies without end, gzip bombs, slow lorises, large frames."""

import asyncio
import contextlib
import gzip
import json
import random
import time
from collections.abc import AsyncIterator, Callable, Coroutine
from typing import Any

import httpx
import pytest

from tests.reliability import figures
from tests.reliability.keeper import memory
from tests.reliability.load import quantile
from tests.reliability.place import Place, opened
from tests.reliability.subscriber import Socket

pytestmark = pytest.mark.timeout(900)
_REQUESTS = 10_000
_FRAMES = 1_000
_MIB = 1024 * 1024
_LORISES = 500
_KNOWN = {200, 400, 401, 404, 405, 406, 408, 411, 413, 414, 415, 421, 422, 426, 431, 501, 505}
_GOOD = b'{"query":"{ __typename glossaries(first: 1) { nodes { id name } } }"}'


async def test_malformed_requests_and_frames() -> None:
    dice = random.Random(5)
    with opened(workers=0) as place:
        pid = place.keeper.pid("server-1")
        quiet = await _good_traffic(place, asyncio.sleep(5))
        await asyncio.gather(*[_thrown(place, dice) for _ in range(500)])
        before = memory(pid)
        statuses: list[int] = []
        beside = await _good_traffic(place, _barrage(place, dice, statuses))
        closes = await _frames(place, dice)
        growth = memory(pid) - before
        is_alive = place.keeper.starts["server-1"] == 1 and place.keeper.is_alive("server-1")
        failures = place.log("server-1").read_text(errors="replace").count('"severity_text":"ERROR"')

    odd = sorted({status for status in statuses if status not in _KNOWN and status != 0})
    figure = (
        f"{len(statuses)} requests and {_FRAMES} frames: answers {sorted(set(statuses))} (0: connection closed), closes {sorted(set(closes))};"
        f" {failures} errors logged; memory grew by {growth / _MIB:.1f} MiB; p99 of good requests {quantile(beside, 0.99) * 1000:.0f} ms"
        f" (alone: {quantile(quiet, 0.99) * 1000:.0f} ms)"
    )
    is_met = (
        not odd
        and is_alive
        and growth <= 20 * _MIB
        and failures == 0
        and quantile(beside, 0.99) <= 2 * quantile(quiet, 0.99)
    )
    figures.record("malformed", figure, is_met=is_met)
    assert odd == []
    assert is_alive
    assert failures == 0
    assert growth <= 20 * _MIB


async def test_bodies_without_measure() -> None:
    with opened(workers=0, settings={"BEGRIP_BODY_TIMEOUT": "3"}) as place:
        pid = place.keeper.pid("server-1")
        await _good_traffic(place, asyncio.sleep(2))
        before = memory(pid)
        head = b"POST /graphql HTTP/1.1\r\nHost: begrip.test\r\nContent-Type: application/json\r\n"
        announced = await _sent(place, head + b"Content-Length: 209715200\r\n\r\n", 209_715_200)
        chunked = await _sent(place, head + b"Transfer-Encoding: chunked\r\n\r\n", 209_715_200, is_chunked=True)
        bomb = gzip.compress(b"0" * 200 * _MIB)
        zipped = await _sent(
            place, head + f"Content-Encoding: gzip\r\nContent-Length: {len(bomb)}\r\n\r\n".encode() + bomb, 0
        )
        frame = await _close_code(place, lambda socket: socket._write(1, b"x" * (257 * 1024)))
        slow = await asyncio.gather(*[_sent(place, head + b"Content-Length: 100\r\n\r\n{", 0) for _ in range(_LORISES)])
        growth = memory(pid) - before

    figure = (
        f"200 MB announced: {announced}; chunked: {chunked}; gzip bomb: {zipped}; frame of 257 KiB: {frame};"
        f" {_LORISES} slow lorises: {sorted(set(slow))}; memory grew by {growth / _MIB:.1f} MiB"
    )
    is_met = (
        (announced, chunked) == (413, 413) and zipped in {400, 413, 415} and set(slow) == {408} and growth <= 16 * _MIB
    )
    figures.record("bodies", figure, is_met=is_met and frame in {1009, 4400})
    assert (announced, chunked) == (413, 413)
    assert zipped in {400, 413, 415}
    assert frame in {1009, 4400}
    assert set(slow) == {408}
    assert growth <= 16 * _MIB


async def _good_traffic(place: Place, meanwhile: Coroutine[Any, Any, object]) -> list[float]:
    """Seconds of good requests, one after the other, for as long as the other work takes."""
    other = asyncio.ensure_future(meanwhile)
    seconds: list[float] = []
    async with httpx.AsyncClient(timeout=20) as client:
        while not other.done():
            began = time.perf_counter()
            answer = await client.post(place.url(), content=_GOOD, headers={"content-type": "application/json"})
            assert answer.status_code == 200, answer.text
            seconds.append(time.perf_counter() - began)
    await other
    return seconds


async def _barrage(place: Place, dice: random.Random, statuses: list[int]) -> None:
    async def lane() -> None:
        while len(statuses) < _REQUESTS:
            statuses.append(0)
            at = len(statuses) - 1
            statuses[at] = await _thrown(place, dice)

    await asyncio.gather(*[lane() for _ in range(8)])


async def _thrown(place: Place, dice: random.Random) -> int:
    """The status that a malformed request got; 0 when the connection was just closed."""
    make = dice.choice((_raw, _bad_json, _bad_utf8, _bad_header, _bad_document, _bad_shape))
    return await _sent(place, make(dice), 0)


def _raw(dice: random.Random) -> bytes:
    return dice.randbytes(dice.randrange(1, 200)) + b"\r\n\r\n"


def _post(body: bytes, kind: bytes = b"application/json") -> bytes:
    return (
        b"POST /graphql HTTP/1.1\r\nHost: begrip.test\r\nConnection: close\r\nContent-Type: "
        + kind
        + b"\r\nContent-Length: "
        + str(len(body)).encode()
        + b"\r\n\r\n"
        + body
    )


def _bad_json(dice: random.Random) -> bytes:
    return _post(_GOOD[: dice.randrange(len(_GOOD))] + dice.choice((b"", b"]", b"}}", b"\0", b"NaN", b"[" * 2_000)))


def _bad_utf8(dice: random.Random) -> bytes:
    return _post(b'{"query":"{ __typename }","operationName":"' + dice.randbytes(8) + b'"}')


def _bad_header(dice: random.Random) -> bytes:
    return (
        b"GET /graphql?query="
        + dice.randbytes(6).replace(b"\n", b"")
        + b" HTTP/1.1\r\nHost: a\r\n"
        + dice.randbytes(10)
        + b": b\r\nConnection: close\r\n\r\n"
    )


def _bad_document(dice: random.Random) -> bytes:
    letters = [
        dice.choice("{}()[]:$@!…\"'\\ \n\tquery mutation fragment on __typename nodes 1.5 -0 null\u2028\ud800")
        for _ in range(80)
    ]
    return _post(
        json.dumps({"query": "".join(letters)}).encode(),
        dice.choice((b"application/json", b"text/plain", b"application/graphql", b"")),
    )


def _bad_shape(dice: random.Random) -> bytes:
    values: list[object] = [None, True, -1, 1e308, 10**400, "", "x" * 5_000, [], [[]], {}, {"a": {}}, "\ud800"]
    names = ["query", "variables", "operationName", "extensions", "id", "documentId"]
    return _post(json.dumps({dice.choice(names): dice.choice(values) for _ in range(dice.randrange(5))}).encode())


async def _frames(place: Place, dice: random.Random) -> list[int]:
    """Close codes that malformed frames got."""

    async def lane(count: int) -> list[int]:
        return [await _close_code(place, lambda socket: _say_nonsense(socket, dice)) for _ in range(count)]

    return [code for codes in await asyncio.gather(*[lane(_FRAMES // 10) for _ in range(10)]) for code in codes]


def _say_nonsense(socket: Socket, dice: random.Random) -> None:
    kinds = ["subscribe", "connection_init", "complete", "ping", "next", "", 7, None]
    text = json.dumps(
        {
            "type": dice.choice(kinds),
            "id": dice.choice(["1", "", None, 7]),
            "payload": dice.choice([None, [], 7, {"query": 7}]),
        }
    )
    opcode = dice.choice((1, 1, 1, 2, 3, 7, 9, 11, 15))
    payload = dice.choice((text.encode(), text.encode()[:-3], dice.randbytes(20), b"", b"\xff\xfe", b"[" * 5_000))
    socket._write(opcode, payload)
    socket._write(8, b"\x0f\xa0")


async def _close_code(place: Place, act: Callable[[Socket], None]) -> int:
    opened_: asyncio.Future[None] = asyncio.get_running_loop().create_future()

    def hear(frame: dict[str, object]) -> None:
        if frame.get("type") == "opened" and not opened_.done():
            opened_.set_result(None)

    _, socket = await asyncio.get_running_loop().create_connection(lambda: Socket(hear), "127.0.0.1", place.ports[0])
    async with asyncio.timeout(20):
        await opened_
        act(socket)
        code: int = (await socket.ended)[0]
    return code


async def _sent(place: Place, head: bytes, size: int, *, is_chunked: bool = False) -> int:
    """The status of the answer to these bytes and `size` more; 0 when there was none."""
    async with _connection(place) as (reader, writer):
        with contextlib.suppress(OSError):
            writer.write(head)
            block = b"x" * 65_536
            piece = b"10000\r\n" + block + b"\r\n" if is_chunked else block
            while size > 0 and not reader._buffer:  # type: ignore[attr-defined]
                writer.write(piece)
                await writer.drain()
                size -= len(block)
        with contextlib.suppress(OSError, TimeoutError):
            async with asyncio.timeout(20):
                line = await reader.readline()
                return int(line.split()[1]) if line.startswith(b"HTTP/1.1 ") else 0
    return 0


@contextlib.asynccontextmanager
async def _connection(place: Place) -> AsyncIterator[tuple[asyncio.StreamReader, asyncio.StreamWriter]]:
    reader, writer = await asyncio.open_connection("127.0.0.1", place.ports[0])
    try:
        yield reader, writer
    finally:
        writer.transport.abort()
