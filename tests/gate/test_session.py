"""Sockets whose peer misbehaves below the protocol."""

import asyncio
from dataclasses import replace
from datetime import timedelta

from starlette.types import Message

from schema.gate import gate
from schema.gate.asker import Asker
from schema.gate.gate import Gate
from schema.gate.options import Options, SocketLimits
from schema.gate.session import Session
from schema.gate.wire import Asgi
from subscriptions import live
from tests.gate import sample

INIT = {"type": "websocket.receive", "text": '{"type":"connection_init"}'}
HELLO = {"type": "websocket.receive", "text": '{"type":"subscribe","id":"1","payload":{"query":"{hello}"}}'}


def _gate() -> Gate:
    sockets = replace(SocketLimits(), send_within=timedelta(milliseconds=50))
    return gate.build(sample.SCHEMA, sample.message, live.Live(None), Options(sockets=sockets))


def _said(*messages: Message) -> asyncio.Queue[Message]:
    queue: asyncio.Queue[Message] = asyncio.Queue()
    for message in messages:
        queue.put_nowait(message)
    return queue


async def test_peer_that_reads_nothing_is_cut_off() -> None:
    sent: list[Message] = []

    async def send(message: Message) -> None:
        sent.append(message)
        if message["type"] == "websocket.send":
            await asyncio.Event().wait()

    async with asyncio.timeout(5):
        await Session(_gate(), Asker(), _said(INIT, HELLO).get, Asgi(send)).run()

    assert sent[-1]["type"] == "websocket.close"
    assert sent[-1]["code"] == 4413


async def test_peer_that_is_gone_already_is_not_closed_twice() -> None:
    async def send(message: Message) -> None:
        if message["type"] == "websocket.close":
            raise RuntimeError("it is closed")

    bad = {"type": "websocket.receive", "text": "?"}
    async with asyncio.timeout(5):
        await Session(_gate(), Asker(), _said(bad).get, Asgi(send)).run()


async def test_disconnect_ends_the_session_without_a_close() -> None:
    sent: list[Message] = []

    async def send(message: Message) -> None:
        sent.append(message)

    async with asyncio.timeout(5):
        await Session(
            _gate(), Asker(), _said(INIT, {"type": "websocket.disconnect", "code": 1001}).get, Asgi(send)
        ).run()

    assert [message["type"] for message in sent] == ["websocket.send"]
