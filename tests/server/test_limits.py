import asyncio
import json
from dataclasses import replace
from datetime import timedelta

import pytest
import uvicorn
from starlette.types import Receive, Scope, Send
from uvicorn.server import ServerState

from auth.viewer import SYSTEM, Viewer
from server import answers
from server.limits import BodyLimit, Bounds
from tests.server import asgi

BOUNDS = Bounds(body=100, anonymous_body=10, arrival=timedelta(seconds=0.05))


async def echo(_scope: Scope, receive: Receive, send: Send) -> None:
    message = await receive()
    await answers.refuse(send, 200, "ECHO", message["body"].decode())


LIMITED = BodyLimit(echo, BOUNDS)


async def test_a_body_within_the_limit_arrives_whole() -> None:
    answer = await asgi.call(LIMITED, asgi.scope(), [b"12345", b"67890"])

    assert (answer.status, json.loads(answer.body)["errors"][0]["message"]) == (200, "1234567890")


@pytest.mark.parametrize("parts", [[b"12345678901"], [b"12345", b"678901"]])
async def test_an_anonymous_body_over_the_limit_is_refused(parts: list[bytes]) -> None:
    answer = await asgi.call(LIMITED, asgi.scope(viewer=Viewer()), parts, stalls=True)

    assert answer.status == 413
    assert answer.headers["connection"] == "close"
    assert json.loads(answer.body) == {
        "errors": [{"message": "a request body may hold at most 10 bytes", "extensions": {"code": "BODY_TOO_LARGE"}}]
    }


async def test_an_announced_length_over_the_limit_is_refused_unread() -> None:
    answer = await asgi.call(LIMITED, asgi.scope(headers={"content-length": "11"}), [b""], stalls=True)

    assert answer.status == 413


async def test_a_peer_in_the_middle_of_a_large_body_reads_the_refusal() -> None:
    config = uvicorn.Config(
        BodyLimit(echo, replace(BOUNDS, arrival=timedelta(seconds=5))), log_level="critical", lifespan="off"
    )
    config.load()
    serving = await asyncio.get_running_loop().create_server(
        lambda: config.http_protocol_class(config, ServerState(), {}),  # type: ignore[call-arg]
        "127.0.0.1",
        0,
    )
    async with serving, asyncio.timeout(20):
        reader, writer = await asyncio.open_connection(*serving.sockets[0].getsockname())
        answered = asyncio.ensure_future(reader.readline())
        writer.write(b"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 209715200\r\n\r\n")
        while not answered.done():
            writer.write(b"x" * 65_536)
            await writer.drain()
            await asyncio.sleep(0)
        writer.close()

    assert (await answered).split()[1] == b"413"


async def test_callers_who_signed_in_may_send_more() -> None:
    answer = await asgi.call(LIMITED, asgi.scope(viewer=SYSTEM), [b"x" * 100])

    assert answer.status == 200


async def test_a_body_that_does_not_arrive_is_given_up() -> None:
    answer = await asgi.call(LIMITED, asgi.scope(), [b"1"], stalls=True)

    assert (answer.status, json.loads(answer.body)["errors"][0]["extensions"]) == (408, {"code": "BODY_TOO_SLOW"})


async def test_what_is_no_http_request_passes() -> None:
    seen: list[str] = []

    async def inner(scope: Scope, _receive: Receive, _send: Send) -> None:
        seen.append(scope["type"])

    await asgi.call(BodyLimit(inner, BOUNDS), {"type": "lifespan"})

    assert seen == ["lifespan"]
