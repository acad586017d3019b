import asyncio
from collections.abc import Awaitable, Callable

import pytest
from redis.asyncio import Redis

from models import audit_trail, leadership, outbox
from models import store as stores
from models.audit_trail import Act
from models.store import Store
from subscriptions import stream
from subscriptions.relay import Relay
from tests.subscriptions import happenings, proxy


async def _held(redis: Redis) -> list[int]:
    """Numbers that the Redis stream holds, in order."""
    head = await outbox.head()
    return [seq for seq, _ in await stream.after(redis, head.epoch, 0, 10_000)]


async def _logged() -> list[int]:
    return [event.seq for event in await outbox.logged(0, 10_000)]


async def test_concurrent_commits_are_numbered_without_a_hole(store: Store, redis: Redis, database_url: str) -> None:
    relay = Relay(redis, database_url)
    async with happenings.running(relay):
        async with asyncio.TaskGroup() as tasks:
            for number in range(40):
                tasks.create_task(happenings.tell(happenings.created(number + 1), happenings.created(number + 1)))

        async def is_done() -> bool:
            return len(await _held(redis)) == 80

        await happenings.until(is_done)

    assert await _held(redis) == list(range(1, 81))
    assert await _logged() == list(range(1, 81))
    assert await outbox.pending() == 0


async def test_events_of_one_commit_stay_together_and_in_order(store: Store, redis: Redis, database_url: str) -> None:
    await happenings.tell(*(happenings.created(version) for version in range(1, 6)))
    await Relay(redis, database_url).turn()

    assert [event.data["version"] for event in await outbox.logged(0)] == [1, 2, 3, 4, 5]


async def test_rolled_back_work_stays_silent(store: Store, redis: Redis, database_url: str) -> None:
    with pytest.raises(RuntimeError, match="no"):
        await _fail_after_telling()
    await happenings.tell(happenings.created(2))

    assert await Relay(redis, database_url).turn() == 1
    assert [event.data["version"] for event in await outbox.logged(0)] == [2]


async def _fail_after_telling() -> None:
    async with stores.transaction():
        await happenings.tell(happenings.created())
        raise RuntimeError("no")


async def test_wake_up_is_faster_than_the_poll(store: Store, redis: Redis, database_url: str) -> None:
    relay = Relay(redis, database_url)
    async with happenings.running(relay):
        await happenings.until(happenings.claim(lambda: relay.is_leader))
        await happenings.tell(happenings.created())
        relay.wake()

        async def is_done() -> bool:
            return await _held(redis) == [1]

        await happenings.until(is_done)


async def test_only_one_leads_and_the_other_takes_over(store: Store, redis: Redis, database_url: str) -> None:
    first, second = Relay(redis, database_url), Relay(redis, database_url)
    async with happenings.running(first):
        await happenings.until(happenings.claim(lambda: first.is_leader))
        async with happenings.running(second):
            await happenings.tell(happenings.created())
            await happenings.until(_is_held(redis, [1]))
            assert not second.is_leader
            started = asyncio.get_running_loop().time()
            await first.stop()
            await happenings.until(happenings.claim(lambda: second.is_leader))
            assert asyncio.get_running_loop().time() - started < 2
            await happenings.tell(happenings.created())
            await happenings.until(_is_held(redis, [1, 2]))


def _is_held(redis: Redis, numbers: list[int]) -> Callable[[], Awaitable[bool]]:
    async def asked() -> bool:
        return await _held(redis) == numbers

    return asked


async def test_killed_connection_of_the_leader_loses_the_office(store: Store, redis: Redis, database_url: str) -> None:
    relay = Relay(redis, database_url)
    async with happenings.running(relay):
        await happenings.until(happenings.claim(lambda: relay.is_leader))
        await _kill_leader()
        await happenings.tell(happenings.created())

        await happenings.until(_is_held(redis, [1]))


async def _kill_leader() -> None:
    await stores.rows(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'begrip-leader' AND datname = current_database()"
    )


async def test_redis_that_was_away_has_everything_afterwards(
    store: Store, redis_url: str, redis: Redis, database_url: str
) -> None:
    async with proxy.wired(redis_url) as (wire, client):
        relay = Relay(client, database_url)
        await happenings.tell(happenings.created())
        await relay.turn()
        wire.cut()
        for _ in range(3):
            await happenings.tell(happenings.created())
            assert await relay.turn() == 1
        assert await _held(redis) == [1]
        wire.mend()
        await relay.turn()

    assert await _held(redis) == [1, 2, 3, 4]


async def test_emptied_redis_is_filled_from_the_log(store: Store, redis: Redis, database_url: str) -> None:
    await happenings.tell(happenings.created(), happenings.created())
    await Relay(redis, database_url).turn()
    await redis.flushdb()

    await Relay(redis, database_url).turn()

    assert await _held(redis) == [1, 2]


async def test_repeated_append_changes_nothing(store: Store, redis: Redis) -> None:
    await happenings.tell(happenings.created(), happenings.created())
    rows = await outbox.number()
    epoch = (await outbox.head()).epoch
    await stream.append(redis, epoch, rows)

    await stream.append(redis, epoch, rows)

    assert await _held(redis) == [1, 2]


async def test_relay_works_without_redis(store: Store, database_url: str) -> None:
    await happenings.tell(happenings.created())

    assert await Relay(None, database_url).turn() == 1
    assert await _logged() == [1]


async def test_leader_seals_the_audit_trail(store: Store, redis: Redis, database_url: str) -> None:
    act = Act(
        actor_kind="SYSTEM",
        actor_id=None,
        action="x.y",
        subject_kind="Glossary",
        subject_id=happenings.GLOSSARY,
        request_id="r",
    )
    await audit_trail.record([act])
    relay = Relay(redis, database_url)
    async with happenings.running(relay):

        async def is_sealed() -> bool:
            rows = await _rows("SELECT count(*) AS n FROM audit_seals")
            return bool(rows[0]["n"])

        await happenings.until(is_sealed)


async def _rows(sql: str) -> list[stores.Row]:
    return await stores.rows(sql)


async def test_office_is_free_when_left(database_url: str, store: Store) -> None:
    first = await leadership.take(database_url, 77)
    assert first is not None
    assert await leadership.take(database_url, 77) is None
    await first.leave()

    second = await leadership.take(database_url, 77)
    assert second is not None
    assert await second.is_held()
    await second.leave()
    assert not await second.is_held()


async def test_no_office_where_postgresql_is_away() -> None:
    assert await leadership.take("postgresql://nobody@127.0.0.1:1/nothing") is None
