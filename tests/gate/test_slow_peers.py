"""Peers that read more slowly than events come."""

import asyncio
import json
from collections.abc import AsyncIterator
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import Any

import pytest
import pytest_asyncio
from starlette.types import Message

from schema.gate import gate
from schema.gate.asker import Asker
from schema.gate.counts import Counts, Tally
from schema.gate.following import Following
from schema.gate.options import Options, SocketLimits
from schema.gate.outlet import Outlet
from schema.gate.session import Session
from subscriptions import cursor, live
from subscriptions.cursor import Position
from subscriptions.group import Delivery
from subscriptions.listener import Reason
from tests.gate import sample

INIT = {"type": "websocket.receive", "text": '{"type":"connection_init"}'}


@dataclass
class Wire:
    """Takes frames when the test says so."""

    written: list[bytes] = field(default_factory=list)
    closed: tuple[int, str] | None = None
    ready: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def is_ready(self) -> bool:
        return self.ready.is_set()

    def write(self, text: bytes) -> None:
        self.written.append(text)

    async def drained(self) -> None:
        await self.ready.wait()

    async def close(self, code: int, reason: str) -> None:
        self.closed = (code, reason)


@dataclass
class Recipient:
    given: Position = field(default_factory=lambda: Position("e", 0))


@pytest_asyncio.fixture
async def tasks() -> AsyncIterator[asyncio.TaskGroup]:
    async with asyncio.timeout(5), asyncio.TaskGroup() as group:
        yield group


def _outlet(wire: Wire, tasks: asyncio.TaskGroup, *, frames: int = 3, size: int = 100) -> Outlet:
    return Outlet(wire, frames, size, tasks.create_task, lambda: None)


async def test_frames_wait_in_order_and_count_as_given_when_they_leave(tasks: asyncio.TaskGroup) -> None:
    wire, recipient = Wire(), Recipient()
    outlet = _outlet(wire, tasks)
    assert [outlet.put(name, recipient, Position("e", seq)) for seq, name in enumerate([b"a", b"b"], 1)] == [True, True]
    assert (wire.written, recipient.given.seq, outlet.blocked_at is None) == ([], 0, False)

    wire.ready.set()
    await outlet.room()

    assert (wire.written, recipient.given.seq, outlet.blocked_at) == ([b"a", b"b"], 2, None)


@pytest.mark.parametrize("frames", [[b"x"] * 4, [b"x" * 60, b"x" * 60]])
async def test_more_than_the_bound_is_not_taken(tasks: asyncio.TaskGroup, frames: list[bytes]) -> None:
    wire = Wire()
    outlet = _outlet(wire, tasks)

    taken = [outlet.put(frame) for frame in frames]
    wire.ready.set()

    assert taken == [True] * (len(frames) - 1) + [False]


def _following(session: Session, id_: str, seq: int) -> Following:
    made = Following(id_, session.out, Position("e", seq), session.hear_of_end, Tally(Counts(9), "x"))
    session.running[id_] = made
    return made


def _session(wire: Wire, messages: asyncio.Queue[Message], **limits: Any) -> Session:
    options = Options(sockets=replace(SocketLimits(), **limits))
    return Session(gate.build(sample.SCHEMA, sample.message, live.Live(None), options), Asker(), messages.get, wire)


async def test_overflow_tells_each_subscription_its_cursor_and_closes_with_the_oldest(
    tasks: asyncio.TaskGroup,
) -> None:
    wire = Wire()
    session = _session(wire, asyncio.Queue(), waiting_frames=1)
    running = tasks.create_task(session.run())
    await asyncio.sleep(0)
    ahead, behind = _following(session, "a", 7), _following(session, "b", 5)
    assert behind.take(Delivery("c", Position("e", 6), b"{}"))
    assert not ahead.take(Delivery("c", Position("e", 8), b"{}"))
    ahead.end(Reason.TOO_SLOW)
    await running

    oldest = cursor.write(Position("e", 5))
    said = {frame["id"]: frame["payload"][0]["extensions"] for frame in map(json.loads, wire.written)}
    assert wire.closed == (4413, f"too slow; resume after {oldest}")
    assert said == {
        "a": {"code": "SUBSCRIBER_TOO_SLOW", "cursor": cursor.write(Position("e", 7))},
        "b": {"code": "SUBSCRIBER_TOO_SLOW", "cursor": oldest},
    }


async def test_peer_that_takes_nothing_for_too_long_is_closed(tasks: asyncio.TaskGroup) -> None:
    wire, messages = Wire(), asyncio.Queue[Message]()
    messages.put_nowait(INIT)
    session = _session(wire, messages, send_within=timedelta(milliseconds=20))

    await tasks.create_task(session.run())

    assert wire.closed == (4413, "too slow")


async def test_peer_that_asks_without_reading_is_not_read_from(tasks: asyncio.TaskGroup) -> None:
    wire, messages = Wire(), asyncio.Queue[Message]()
    for _ in range(100):
        messages.put_nowait({"type": "websocket.receive", "text": '{"type":"ping"}'})
    session = _session(wire, messages, send_within=timedelta(milliseconds=50))

    await tasks.create_task(session.run())

    assert messages.qsize() == 99
