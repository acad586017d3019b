"""Many at once: who comes back, who comes and goes, who falls idle and loses the right to listen."""

import asyncio
import gc
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack

import pytest
from redis.asyncio import Redis

from models import outbox
from models import store as stores
from models.store import Store
from subscriptions import cursor
from subscriptions.cursor import Position
from subscriptions.listener import Ended, Reason
from subscriptions.live import Live
from subscriptions.relay import Relay
from tests.subscriptions import happenings
from tests.subscriptions.happenings import Audiences

FIRST = ("Checkpoint", None)


async def _told(relay: Relay, *versions: int) -> str:
    await happenings.tell(*(happenings.created(version) for version in versions))
    while await relay.turn():
        pass
    return (await outbox.head()).epoch


def _counted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The statements that go to PostgreSQL from now on."""
    statements: list[str] = []

    def watched(name: str) -> None:
        real: Callable[..., Awaitable[object]] = getattr(stores, name)

        async def counted(sql: str, *values: object) -> object:
            statements.append(sql)
            return await real(sql, *values)

        monkeypatch.setattr(stores, name, counted)

    for name in ("row", "rows"):
        watched(name)
    return statements


@pytest.mark.parametrize("is_emptied", [False, True])
async def test_thousand_who_come_back_share_the_reading_of_what_they_missed(
    store: Store,
    redis: Redis,
    database_url: str,
    monkeypatch: pytest.MonkeyPatch,
    is_emptied: bool,  # noqa: FBT001 - from Redis, or from the log alone
) -> None:
    hub, relay, audiences = Live(redis), Relay(redis, database_url), Audiences()
    epoch = await _told(relay, *range(1, 1001))
    if is_emptied:
        await redis.flushdb()
    async with happenings.running(hub), AsyncExitStack() as stack:
        statements = _counted(monkeypatch)

        async def heard(after: int) -> list[int | None]:
            ear = await stack.enter_async_context(happenings.listening(hub, audiences, after=Position(epoch, after)))
            await ear.next()
            return await ear.versions(1000 - after)

        starts = [990 + number % 10 for number in range(1000)]
        told = await asyncio.gather(*(heard(start) for start in starts))

    assert told == [list(range(start + 1, 1001)) for start in starts]
    assert len(statements) <= 50, statements


async def test_ten_thousand_who_come_and_go_leave_nothing_behind(store: Store, redis: Redis) -> None:
    hub, audiences = Live(redis), Audiences()
    async with happenings.running(hub):
        for _ in range(10_000):
            async with happenings.listening(hub, audiences) as ear:
                await ear.next()
        inner = hub._hub
        assert inner is not None
        await happenings.until(happenings.claim(lambda: not inner._groups))
        gc.collect()

        assert (inner._seats, dict(inner._places), inner._runners) == ({}, {}, {})
        assert len(asyncio.all_tasks()) < 20


async def test_idle_subscriber_who_may_listen_no_more_is_told_within_a_second(store: Store, redis: Redis) -> None:
    hub, audiences = Live(redis), Audiences()
    async with happenings.running(hub), happenings.listening(hub, audiences) as ear:
        await ear.next()
        audiences.may_listen = False

        with pytest.raises(Ended) as ended:
            async with asyncio.timeout(1):
                await ear.next()

    assert ended.value.reason is Reason.REVOKED


async def test_cursor_ahead_of_the_head_is_a_gap(store: Store, redis: Redis, database_url: str) -> None:
    hub, relay = Live(redis), Relay(redis, database_url)
    epoch = await _told(relay, 1, 2)
    async with happenings.running(hub), happenings.listening(hub, after=Position(epoch, 500)) as ear:
        assert [await ear.next(), await ear.next()] == [FIRST, ("Gap", None)]
        at = cursor.read(ear.cursor)
        assert (at.epoch != epoch, at.seq) == (True, 2)
        await _told(relay, 3)

        assert await ear.versions(1) == [3]


async def test_cursor_of_a_server_that_is_a_little_ahead_loses_and_doubles_nothing(
    store: Store, redis: Redis, database_url: str
) -> None:
    """This process has not read yet what the cursor says was told elsewhere."""
    hub, relay = Live(redis), Relay(redis, database_url)
    async with happenings.running(hub), happenings.listening(hub) as first:
        await first.next()
        await happenings.tell(*(happenings.created(version) for version in (1, 2)))
        await outbox.number()
        epoch = (await outbox.head()).epoch
        async with happenings.listening(hub, after=Position(epoch, 2)) as ear:
            assert await ear.next() == FIRST
            await _told(relay, 3)

            assert await ear.versions(1) == [3]


async def test_mailbox_is_bounded_by_bytes_too(store: Store, redis: Redis, database_url: str) -> None:
    hub, relay, audiences = Live(redis), Relay(redis, database_url), Audiences()
    audiences.padding = 300_000
    async with happenings.running(hub), happenings.listening(hub, audiences) as slow:
        async with happenings.joined(hub, slow):
            await _told(relay, 1)
        await _told(relay, *range(2, 8))
        inner = hub._hub
        assert inner is not None
        await happenings.until(happenings.claim(lambda: not inner._groups))

        with pytest.raises(Ended) as ended:
            await slow.next()

    assert ended.value.reason is Reason.TOO_SLOW
    assert cursor.read(ended.value.cursor).seq == 1


async def test_first_checkpoint_is_written_once_for_those_who_come_one_after_another(
    store: Store, redis: Redis
) -> None:
    hub, audiences = Live(redis), Audiences()
    async with happenings.running(hub), AsyncExitStack() as stack:
        ears = [await stack.enter_async_context(happenings.listening(hub, audiences)) for _ in range(5)]
        heard = [await ear.next() for ear in ears]
        inner = hub._hub
        assert inner is not None
        await happenings.until(happenings.claim(lambda: not inner.groups[0]._texts))

    assert heard == [FIRST] * 5
    assert len(audiences.rendered) < 5
