"""From the outbox to a subscriber: in order, once, nothing missed, whatever breaks in between."""

import asyncio
import random
from dataclasses import replace
from typing import Any

import pytest
from redis.asyncio import Redis

from models import outbox
from models import store as stores
from models.store import Store
from subscriptions import cursor
from subscriptions.cursor import Position
from subscriptions.envelope import Topic
from subscriptions.interest import Interest
from subscriptions.listener import Ended, Reason
from subscriptions.live import Live
from subscriptions.relay import Relay
from tests import harness
from tests.subscriptions import happenings, proxy
from tests.subscriptions.happenings import NOBODY, Audiences

FIRST = ("Checkpoint", None)


async def _tell(relay: Relay, *versions: int, **about: Any) -> None:
    """Definitions of these versions are created, numbered and in Redis."""
    await happenings.tell(*(happenings.created(version, **about) for version in versions))
    await relay.turn()


async def test_subscriber_hears_what_happens_from_now_on(store: Store, redis: Redis, database_url: str) -> None:
    hub, relay = Live(redis), Relay(redis, database_url)
    await _tell(relay, 1)
    async with happenings.running(hub), happenings.listening(hub) as ear:
        assert await ear.next() == FIRST
        await _tell(relay, 2, 3)

        assert await ear.versions(2) == [2, 3]


async def test_cursor_of_a_delivery_resumes_after_it(store: Store, redis: Redis, database_url: str) -> None:
    hub, relay = Live(redis), Relay(redis, database_url)
    async with happenings.running(hub):
        async with happenings.listening(hub) as ear:
            await ear.next()
            await _tell(relay, 1, 2, 3)
            await ear.versions(2)
            resumed = cursor.read(ear.cursor)
        async with happenings.listening(hub, after=resumed) as ear:
            assert await ear.next() == FIRST
            assert cursor.read(ear.cursor) == resumed
            assert await ear.versions(1) == [3]
            await _tell(relay, 4)

            assert await ear.versions(1) == [4]


@pytest.mark.parametrize("is_emptied", [False, True])
async def test_resume_reads_redis_or_else_the_log(
    store: Store,
    redis: Redis,
    database_url: str,
    is_emptied: bool,  # noqa: FBT001 - the two cases
) -> None:
    hub, relay = Live(redis), Relay(redis, database_url)
    await _tell(relay, *range(1, 501))
    if is_emptied:
        await redis.flushdb()
    epoch = (await outbox.head()).epoch
    async with happenings.running(hub), happenings.listening(hub, after=Position(epoch, 0)) as ear:
        await ear.next()

        assert await ear.versions(500) == list(range(1, 501))


async def test_forgotten_events_are_a_gap(store: Store, redis: Redis, database_url: str, owner_url: str) -> None:
    hub, relay = Live(redis), Relay(redis, database_url)
    await _tell(relay, 1, 2, 3)
    await redis.flushdb()
    connection = await harness.connect(owner_url)
    await connection.execute("DELETE FROM event_log WHERE seq <= 2")
    await connection.close()
    epoch = (await outbox.head()).epoch
    async with happenings.running(hub), happenings.listening(hub, after=Position(epoch, 0)) as ear:
        assert await ear.next() == FIRST
        assert await ear.next() == ("Gap", None)
        assert ear.position == Position(epoch, 2)

        assert await ear.versions(1) == [3]


async def test_cursor_of_another_epoch_is_a_gap(store: Store, redis: Redis, database_url: str) -> None:
    hub, relay = Live(redis), Relay(redis, database_url)
    await _tell(relay, 1)
    async with happenings.running(hub), happenings.listening(hub, after=Position("restored", 0)) as ear:
        assert [await ear.next(), await ear.next()] == [FIRST, ("Gap", None)]
        await _tell(relay, 2)

        assert await ear.versions(1) == [2]


async def test_restored_database_tells_every_subscriber_of_the_gap(
    store: Store, redis: Redis, database_url: str, owner_url: str
) -> None:
    hub, relay = Live(redis), Relay(redis, database_url)
    async with happenings.running(hub), happenings.listening(hub) as ear:
        await ear.next()
        await _tell(relay, 1)
        assert await ear.versions(1) == [1]
        connection = await harness.connect(owner_url)
        await connection.execute("UPDATE stream_state SET epoch = 'restored', last_seq = 0")
        await connection.execute("DELETE FROM event_log")
        await connection.close()

        assert await ear.next() == ("Gap", None)
        assert ear.position == Position("restored", 0)
        await _tell(relay, 2)
        assert await ear.versions(1) == [2]


async def test_quiet_time_gives_a_checkpoint_of_the_present(store: Store, redis: Redis, database_url: str) -> None:
    hub, relay = Live(redis, quiet_seconds=0.3), Relay(redis, database_url)
    wanted = Interest(topic=Topic.JOBS, job_id=happenings.GLOSSARY)
    async with happenings.running(hub), happenings.listening(hub, interest=wanted) as ear:
        await ear.next()
        await _tell(relay, 1, 2)

        async def is_past() -> bool:
            assert await ear.next() == FIRST
            return ear.position.seq == 2

        await happenings.until(is_past)


async def test_filters_and_topics_are_kept_apart(store: Store, redis: Redis, database_url: str) -> None:
    hub, relay = Live(redis), Relay(redis, database_url)
    one, other = await happenings.glossary(is_public=False), await happenings.glossary(is_public=False)
    wanted = Interest(topic=Topic.DEFINITIONS, glossary_ids=frozenset({one}))
    async with happenings.running(hub), happenings.listening(hub, interest=wanted) as ear:
        await ear.next()
        await _tell(relay, 1, glossary_id=other)
        await _tell(relay, 2, glossary_id=one)

        assert await ear.versions(1) == [2]


async def test_permission_is_asked_per_event(store: Store, redis: Redis, database_url: str) -> None:
    hub, relay = Live(redis), Relay(redis, database_url)
    public, private = await happenings.glossary(is_public=True), await happenings.glossary(is_public=False)
    draft = happenings.created(1, glossary_id=public)
    hidden = replace(happenings.created(2, glossary_id=private), concerns_force=True)
    heard = replace(happenings.created(3, glossary_id=public), concerns_force=True)
    async with happenings.running(hub), happenings.listening(hub, hearer=NOBODY) as ear:
        await ear.next()
        await happenings.tell(draft, hidden, heard)
        await relay.turn()

        assert await ear.versions(1) == [3]


async def test_backlog_knows_the_same_permissions(store: Store, redis: Redis, database_url: str) -> None:
    hub, relay = Live(redis), Relay(redis, database_url)
    public, private = await happenings.glossary(is_public=True), await happenings.glossary(is_public=False)
    epoch = (await outbox.head()).epoch
    await happenings.tell(
        happenings.created(1, glossary_id=public),
        replace(happenings.created(2, glossary_id=private), concerns_force=True),
        replace(happenings.created(3, glossary_id=public), concerns_force=True),
    )
    await relay.turn()
    async with happenings.running(hub), happenings.listening(hub, hearer=NOBODY, after=Position(epoch, 0)) as ear:
        await ear.next()

        assert await ear.versions(1) == [3]


async def test_glossary_that_turns_private_falls_silent(store: Store, redis: Redis, database_url: str) -> None:
    hub, relay = Live(redis), Relay(redis, database_url)
    turned, other = await happenings.glossary(is_public=True), await happenings.glossary(is_public=True)
    async with happenings.running(hub), happenings.listening(hub, hearer=NOBODY) as ear:
        await ear.next()
        await happenings.tell(replace(happenings.created(1, glossary_id=turned), concerns_force=True))
        await relay.turn()
        assert await ear.versions(1) == [1]
        await stores.run("UPDATE glossaries SET is_public = FALSE WHERE id = $1", turned)
        await asyncio.sleep(0.3)  # publicity is known for a quarter of a second
        await happenings.tell(replace(happenings.created(2, glossary_id=turned), concerns_force=True))
        await happenings.tell(replace(happenings.created(3, glossary_id=other), concerns_force=True))
        await relay.turn()

        assert await ear.versions(1) == [3]


async def test_revoked_subscriber_hears_nothing_more(store: Store, redis: Redis, database_url: str) -> None:
    hub, relay, audiences = Live(redis), Relay(redis, database_url), Audiences()
    async with happenings.running(hub), happenings.listening(hub, audiences) as ear:
        await ear.next()
        audiences.may_listen = False
        await _tell(relay, 1)

        with pytest.raises(Ended) as ended:
            await ear.next()

    assert ended.value.reason is Reason.REVOKED
    assert cursor.read(ended.value.cursor).seq == 0


async def test_equal_subscribers_share_one_execution(store: Store, redis: Redis, database_url: str) -> None:
    hub, relay, audiences = Live(redis), Relay(redis, database_url), Audiences()
    async with (
        happenings.running(hub),
        happenings.listening(hub, audiences) as one,
        happenings.listening(hub, audiences) as two,
    ):
        await one.next()
        await two.next()
        audiences.rendered.clear()
        await _tell(relay, 1)

        assert [await one.versions(1), await two.versions(1)] == [[1], [1]]
        assert audiences.rendered == ["DefinitionCreated"]


async def test_event_whose_object_has_gone_is_withheld(store: Store, redis: Redis, database_url: str) -> None:
    hub, relay = Live(redis), Relay(redis, database_url)
    async with happenings.running(hub), happenings.listening(hub) as ear:
        await ear.next()
        await _tell(relay, 0, 1)

        assert await ear.versions(1) == [1]


async def test_slow_subscriber_is_cut_off_and_others_are_not(store: Store, redis: Redis, database_url: str) -> None:
    hub, relay, audiences = Live(redis), Relay(redis, database_url), Audiences()
    async with (
        happenings.running(hub),
        happenings.listening(hub, audiences, bound=3) as slow,
        happenings.listening(hub, audiences) as quick,
    ):
        async with happenings.joined(hub, slow, quick):
            await _tell(relay, 1)
        await _tell(relay, 2, 3, 4, 5, 6)
        assert await quick.versions(5) == [2, 3, 4, 5, 6]

        with pytest.raises(Ended) as ended:
            await slow.next()

    assert ended.value.reason is Reason.TOO_SLOW
    assert cursor.read(ended.value.cursor).seq == 1


async def test_group_that_cannot_render_ends_alone(store: Store, redis: Redis, database_url: str) -> None:
    hub, relay, broken = Live(redis), Relay(redis, database_url), Audiences()
    async with (
        happenings.running(hub),
        happenings.listening(hub, broken) as one,
        happenings.listening(hub, Audiences(), hearer=happenings.WRITER) as two,
    ):
        async with happenings.joined(hub, one, two):
            await _tell(relay, 1)
        broken.is_broken = True
        await _tell(relay, 2)
        assert await two.versions(1) == [2]

        with pytest.raises(Ended) as ended:
            await one.next()

    assert ended.value.reason is Reason.FAILED
    assert cursor.read(ended.value.cursor).seq == 1


async def test_slow_backlog_is_read_at_the_pace_of_its_subscriber(
    store: Store, redis: Redis, database_url: str
) -> None:
    hub, relay = Live(redis), Relay(redis, database_url)
    await _tell(relay, *range(1, 301))
    start = Position((await outbox.head()).epoch, 0)
    async with happenings.running(hub), happenings.listening(hub, after=start, bound=3) as slow:
        await slow.next()

        assert await slow.versions(300) == list(range(1, 301))


async def test_stopped_hub_ends_every_stream(store: Store, redis: Redis) -> None:
    hub = Live(redis)
    async with happenings.running(hub), happenings.listening(hub) as ear:
        await ear.next()
        await hub.stop()

        with pytest.raises(Ended) as ended:
            await ear.next()

    assert ended.value.reason is Reason.STOPPED


async def test_stopped_hub_takes_no_subscriber(store: Store, redis: Redis) -> None:
    hub = Live(redis)
    async with happenings.running(hub):
        pass
    async with happenings.listening(hub, after=Position("e", 1)) as ear:
        with pytest.raises(Ended) as ended:
            await ear.next()

    assert ended.value.cursor == cursor.write(Position("e", 1))


async def test_subscriber_that_leaves_is_forgotten(store: Store, redis: Redis, database_url: str) -> None:
    hub, relay, audiences = Live(redis), Relay(redis, database_url), Audiences()
    async with happenings.running(hub):
        async with happenings.listening(hub, audiences) as ear:
            await ear.next()
        audiences.rendered.clear()
        await _tell(relay, 1)
        await happenings.until(happenings.claim(lambda: hub.position is not None and hub.position.seq == 1))

        assert hub._hub is not None
        assert (hub._hub._groups, dict(hub._hub._places)) == ({}, {})
        assert audiences.rendered == []


async def test_redis_that_is_away_delays_nothing_for_long(
    store: Store, redis: Redis, redis_url: str, database_url: str
) -> None:
    async with proxy.wired(redis_url) as (wire, client):
        hub, relay = Live(client), Relay(client, database_url)
        async with happenings.running(hub), happenings.listening(hub) as ear:
            await ear.next()
            await _tell(relay, 1)
            assert await ear.versions(1) == [1]
            wire.cut()
            await _tell(relay, 2)
            await _tell(relay, 3)
            assert await ear.versions(2) == [2, 3]
            wire.mend()
            await redis.flushdb()
            await _tell(relay, 4)

            assert await ear.versions(1) == [4]


async def test_reader_without_redis_polls_the_log(store: Store, database_url: str) -> None:
    hub, relay = Live(None), Relay(None, database_url)
    async with happenings.running(hub), happenings.listening(hub) as ear:
        await ear.next()
        await _tell(relay, 1, 2)

        assert await ear.versions(2) == [1, 2]


async def test_hole_in_redis_is_filled_from_the_log(store: Store, redis: Redis, database_url: str) -> None:
    hub = Live(redis)
    numbering, appending = Relay(None, database_url), Relay(redis, database_url)
    async with happenings.running(hub), happenings.listening(hub) as ear:
        await ear.next()
        await _tell(appending, 1)
        await _tell(numbering, 2)
        appending.outlets[0].is_behind = False
        await _tell(appending, 3)

        assert await ear.versions(3) == [1, 2, 3]


@pytest.mark.parametrize("seed", range(3))
async def test_every_event_once_and_in_order_under_random_cuts(
    store: Store, redis: Redis, redis_url: str, database_url: str, seed: int
) -> None:
    """Redis is cut, emptied and mended, hubs are killed and subscribers come back, at random moments."""
    dice, heard, count = random.Random(seed), list[int | None](), 150
    epoch = (await outbox.head()).epoch
    async with proxy.wired(redis_url) as (wire, client), asyncio.TaskGroup() as tasks:
        relay = Relay(client, database_url)
        async with happenings.running(relay):
            tasks.create_task(_tell_slowly(relay, count))
            position = Position(epoch, 0)
            while len(heard) < count:
                hub = Live(client)
                async with happenings.running(hub), happenings.listening(hub, after=position) as ear:
                    await ear.next()
                    for _ in range(min(dice.randint(1, 40), count - len(heard))):
                        heard += await ear.versions(1)
                        position = ear.position
                wire.cut() if dice.random() < 0.5 else wire.mend()
                if dice.random() < 0.3:
                    await redis.flushdb()

    assert heard == list(range(1, count + 1))


async def _tell_slowly(relay: Relay, count: int) -> None:
    for version in range(1, count + 1):
        await happenings.tell(happenings.created(version))
        relay.wake()
        await asyncio.sleep(0.002)
