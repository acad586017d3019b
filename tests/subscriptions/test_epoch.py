"""An older backup of the database is restored: what was told since never happened, and numbers are given again."""

import asyncio
from collections.abc import Awaitable, Callable

import pytest
from click.testing import CliRunner
from redis.asyncio import Redis

from models import outbox
from models.store import Store
from server.cli import events, inside
from subscriptions import stream
from subscriptions.cursor import Position
from subscriptions.live import Live
from subscriptions.relay import Relay
from tests import harness
from tests.subscriptions import happenings

FIRST = ("Checkpoint", None)
GAP = ("Gap", None)


async def _told(relay: Relay, *versions: int) -> str:
    await happenings.tell(*(happenings.created(version) for version in versions))
    while await relay.turn():
        pass
    return (await outbox.head()).epoch


Restore = Callable[[int], Awaitable[None]]


@pytest.fixture
def restored(owner_url: str) -> Restore:
    """The log is as it was after that event."""

    async def act(last: int) -> None:
        connection = await harness.connect(owner_url)
        async with connection.transaction():
            await connection.execute("DELETE FROM event_log WHERE seq > $1", last)
            await connection.execute("UPDATE stream_state SET last_seq = $1", last)
        await connection.close()

    return act


async def _held(redis: Redis) -> list[int]:
    epoch = (await outbox.head()).epoch
    return [seq for seq, _ in await stream.after(redis, epoch, 0, 1000)]


async def test_new_leader_sees_that_redis_is_ahead(
    store: Store, redis: Redis, database_url: str, restored: Restore
) -> None:
    before = await _told(Relay(redis, database_url), 1, 2, 3, 4, 5)
    await restored(2)

    after = await _told(Relay(redis, database_url), 30)

    assert after != before
    assert (await _held(redis), (await outbox.head()).seq) == ([1, 2, 3], 3)


async def test_log_that_has_counted_past_redis_is_found_out(
    store: Store, redis: Redis, database_url: str, restored: Restore
) -> None:
    """Redis was away while the restored database went on, so its numbers alone say nothing."""
    before = await _told(Relay(redis, database_url), 1, 2, 3, 4, 5)
    await restored(2)
    await _told(Relay(None, database_url), 30, 40, 50, 60)

    await Relay(redis, database_url).turn()

    head = await outbox.head()
    assert (head.epoch != before, head.seq, await _held(redis)) == (True, 6, [1, 2, 3, 4, 5, 6])


async def test_leader_sees_a_restore_under_its_feet(
    store: Store, redis: Redis, database_url: str, restored: Restore
) -> None:
    relay = Relay(redis, database_url)
    before = await _told(relay, 1, 2, 3)
    await restored(1)

    assert await _told(relay, 20) != before
    assert await _held(redis) == [1, 2]


async def test_subscriber_hears_of_the_gap_and_then_everything_once(
    store: Store, redis: Redis, database_url: str, restored: Restore
) -> None:
    relay = Relay(redis, database_url)
    hub = Live(redis)
    async with happenings.running(hub), happenings.listening(hub) as ear:
        await ear.next()
        await _told(relay, 1, 2, 3)
        assert await ear.versions(3) == [1, 2, 3]
        await restored(1)
        await _told(relay)

        assert await ear.next() == GAP
        await _told(relay, 20, 30)
        assert await ear.versions(2) == [20, 30]


@pytest.mark.parametrize("seq", [1, 3, 5])
async def test_cursor_of_before_is_a_gap(
    store: Store, redis: Redis, database_url: str, restored: Restore, seq: int
) -> None:
    relay = Relay(redis, database_url)
    before = await _told(relay, 1, 2, 3, 4, 5)
    await restored(2)
    await _told(Relay(redis, database_url), 30)
    hub = Live(redis)
    async with happenings.running(hub), happenings.listening(hub, after=Position(before, seq)) as ear:
        assert [await ear.next(), await ear.next()] == [FIRST, GAP]
        assert ear.position.seq == 3
        await _told(relay, 40)

        assert await ear.versions(1) == [40]


async def test_server_that_starts_before_any_leader_tells_nothing_of_before(
    store: Store, redis: Redis, database_url: str, restored: Restore
) -> None:
    before = await _told(Relay(redis, database_url), 1, 2, 3, 4, 5)
    await restored(2)
    hub = Live(redis)
    async with happenings.running(hub), happenings.listening(hub) as ear:
        assert await ear.next() == FIRST
        assert (ear.position.epoch != before, ear.position.seq) == (True, 2)
        await _told(Relay(redis, database_url), 30)

        assert await ear.versions(1) == [30]


async def test_cursor_beyond_the_log_gives_restored_and_emptied_stores_a_new_epoch(
    store: Store, redis: Redis, database_url: str, restored: Restore
) -> None:
    relay = Relay(redis, database_url)
    before = await _told(relay, 1, 2, 3, 4, 5)
    await restored(2)
    await redis.flushdb()
    hub = Live(redis)
    async with happenings.running(hub), happenings.listening(hub, after=Position(before, 5)) as ear:
        assert [await ear.next(), await ear.next()] == [FIRST, GAP]

    assert (await outbox.head()).epoch != before


async def test_new_leaders_and_an_empty_redis_keep_the_epoch(store: Store, redis: Redis, database_url: str) -> None:
    epochs = {await _told(Relay(redis, database_url), version) for version in (1, 2, 3)}
    await redis.flushdb()
    epochs.add(await _told(Relay(redis, database_url), 4))

    assert len(epochs) == 1


async def test_of_several_who_renew_one_is_right(store: Store) -> None:
    epoch = (await outbox.head()).epoch

    made = await asyncio.gather(*(outbox.renew(epoch) for _ in range(5)))

    assert len({head.epoch for head in made} - {epoch}) == 1


async def test_operator_gives_the_stream_a_new_epoch(
    store: Store, redis: Redis, database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    loop = asyncio.get_running_loop()

    async def done(act: Callable[[], Awaitable[object]]) -> object:
        return await act()

    monkeypatch.setattr(inside, "run", lambda act: asyncio.run_coroutine_threadsafe(done(act), loop).result(30))
    before = await _told(Relay(redis, database_url), 1)

    said = await asyncio.to_thread(CliRunner().invoke, events.events, ["new-epoch"])

    after = (await outbox.head()).epoch
    assert (said.output, after != before) == (f"the stream goes on in epoch {after}\n", True)
