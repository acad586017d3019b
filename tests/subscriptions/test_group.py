"""What happens when rendering gets stuck or fails."""

import asyncio
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from typing import NoReturn

import pytest
from redis.asyncio import Redis

from models import outbox
from models.store import Store
from subscriptions import group, patience
from subscriptions.cursor import Position
from subscriptions.envelope import Checkpoint, Envelope, Topic
from subscriptions.group import Delivery, Group, Rendering, Task
from subscriptions.interest import Interest
from subscriptions.listener import Listener, Reason
from subscriptions.mailbox import Mailbox
from subscriptions.relay import Relay
from tests.subscriptions import happenings
from tests.subscriptions.happenings import Audiences


def _listener(made: Group) -> Listener:
    listener = Listener(
        Interest(topic=Topic.DEFINITIONS),
        made,
        Position("e", 0),
        Mailbox(Position("e", 0)),
        _leave,
        made.audience,
        is_joined=True,
    )
    made.members.add(listener)
    return listener


def _leave(listener: Listener) -> None:
    listener.is_joined = False
    listener.group.members.discard(listener)


def _box(listener: Listener) -> Mailbox:
    assert isinstance(listener.sink, Mailbox)
    return listener.sink


def _task(*members: Listener) -> Task:
    envelope = Envelope(Topic.DEFINITIONS, "c", datetime.now(UTC), Checkpoint(is_first=False))
    return Task(envelope, Position("e", 1), members)


async def test_group_that_is_stuck_loses_its_members_not_the_stream(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(group, "_BOUND", 1)
    made = Group(Audiences().of())
    listener = _listener(made)
    await made.put(_task(listener))

    await made.put(_task(listener), seconds=0.01)

    assert _box(listener).reason is Reason.TOO_SLOW


async def test_group_that_recovers_in_time_loses_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(group, "_BOUND", 1)
    made = Group(Audiences().of())
    listener = _listener(made)
    await made.put(_task(listener))
    running = asyncio.create_task(made.run())

    await made.put(_task(listener), seconds=5)
    await happenings.until(happenings.claim(lambda: made.is_idle))
    running.cancel()

    assert _box(listener).reason is None


async def test_texts_are_forgotten_beyond_the_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(group, "_REMEMBERED", 2)
    made = Group(Audiences().of())
    for number in range(5):
        await made.text(Envelope(Topic.JOBS, str(number), datetime.now(UTC), Checkpoint(is_first=False)), made.audience)

    assert len(made._texts) == 2


def test_delivery_is_taken_once_and_in_order() -> None:
    listener = _listener(Group(Audiences().of()))
    for seq in (1, 2, 2, 1, 3):
        listener.offer(Delivery("c", Position("e", seq), b"x"))
    listener.offer(Delivery("c", Position("other", 9), b"x"))

    assert [delivery.position.seq for delivery in _box(listener)._waiting] == [1, 2, 3]


def test_first_reason_to_end_stays() -> None:
    listener = _listener(Group(Audiences().of()))
    listener.revoke()
    listener.overflow()
    listener.offer(Delivery("c", Position("e", 1), b"x"))

    assert _box(listener).reason is Reason.REVOKED
    assert not _box(listener)._waiting


async def test_patience_tries_until_it_succeeds(caplog: pytest.LogCaptureFixture) -> None:
    answers: Iterator[OSError | int] = iter([OSError("away"), 7])

    async def attempt() -> int:
        answer = next(answers)
        if isinstance(answer, OSError):
            raise answer
        return answer

    assert await patience.insist("do it", attempt) == 7
    assert "could not do it" in caplog.text


async def test_relay_outlives_a_turn_that_fails(
    store: Store, redis: Redis, database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    relay = Relay(redis, database_url)
    monkeypatch.setattr(outbox, "number", _away)
    async with happenings.running(relay):
        await happenings.until(happenings.claim(lambda: relay.is_leader))
        await happenings.tell(happenings.created())
        relay.wake()
        await asyncio.sleep(0.3)
        monkeypatch.undo()

        async def is_numbered() -> bool:
            return (await outbox.head()).seq == 1

        await happenings.until(is_numbered)


async def _away(_limit: int) -> NoReturn:
    raise OSError("PostgreSQL is away")


async def test_event_waits_while_the_database_is_away(store: Store) -> None:
    audiences, told = Audiences(), []
    about = audiences.of()

    async def render(_: Envelope) -> Rendering:
        told.append("attempt")
        if len(told) < 3:
            raise ConnectionRefusedError
        return Rendering(b"text")

    made = Group(replace(about, render=render))
    listener = _listener(made)
    await made.put(_task(listener))
    running = asyncio.create_task(made.run())

    await happenings.until(happenings.claim(lambda: made.is_idle))
    running.cancel()

    delivery = await _box(listener).next()
    assert (_box(listener).reason, delivery and delivery.text, len(told)) == (None, b"text", 3)


async def test_event_that_cannot_be_told_for_another_reason_is_not_tried_again() -> None:
    told = []

    async def render(_: Envelope) -> Rendering:
        told.append("attempt")
        raise ValueError

    made = Group(replace(Audiences().of(), render=render))
    listener = _listener(made)
    await made.put(_task(listener))
    running = asyncio.create_task(made.run())

    await happenings.until(happenings.claim(lambda: made.is_idle))
    running.cancel()

    assert (_box(listener).reason, told) == (Reason.FAILED, ["attempt"])
