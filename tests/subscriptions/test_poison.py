"""An event that cannot be rendered: one dead letter, word of a gap, and the stream goes on."""

import pytest
from redis.asyncio import Redis

from models import dead_letter_rows, outbox
from models import store as stores
from models.store import Store
from subscriptions import cursor
from subscriptions.cursor import Position
from subscriptions.live import Live
from subscriptions.relay import Relay
from tests.subscriptions import happenings
from tests.subscriptions.happenings import Audiences

HEARD = [("DefinitionCreated", 1), ("Gap", None), ("DefinitionCreated", 3)]


async def _told(relay: Relay, *versions: int) -> None:
    await happenings.tell(*(happenings.created(version) for version in versions))
    await relay.turn()


@pytest.fixture
def audiences() -> Audiences:
    made = Audiences()
    made.poison = 2
    return made


async def test_members_hear_of_a_gap_and_go_on(
    store: Store, redis: Redis, database_url: str, audiences: Audiences
) -> None:
    hub, relay = Live(redis), Relay(redis, database_url)
    async with (
        happenings.running(hub),
        happenings.listening(hub, audiences) as one,
        happenings.listening(hub, audiences) as two,
    ):
        async with happenings.joined(hub, one, two):
            await _told(relay, 1)
        await _told(relay, 2, 3)

        assert [await one.next() for _ in range(2)] == HEARD[1:]
        assert [await two.next() for _ in range(2)] == HEARD[1:]


async def test_there_is_one_letter_however_often_it_is_met(
    store: Store, redis: Redis, database_url: str, audiences: Audiences
) -> None:
    hub, relay = Live(redis), Relay(redis, database_url)
    await _told(relay, 1, 2, 3)
    start = Position((await outbox.head()).epoch, 0)
    async with happenings.running(hub):
        for _ in range(3):
            async with happenings.listening(hub, audiences, after=start) as ear:
                await ear.next()
                assert [await ear.next() for _ in range(3)] == HEARD

    rows = await stores.rows("SELECT event_seq, attempt_count, reason FROM dead_letters")
    assert [tuple(row.values()) for row in rows] == [(2, 2, "it cannot be rendered: RuntimeError: poison")]
    assert await dead_letter_rows.open_count() == 1


async def test_gap_carries_the_cursor_just_after_the_event(
    store: Store, redis: Redis, database_url: str, audiences: Audiences
) -> None:
    hub, relay = Live(redis), Relay(redis, database_url)
    await _told(relay, 1, 2, 3)
    start = Position((await outbox.head()).epoch, 1)
    async with happenings.running(hub), happenings.listening(hub, audiences, after=start) as ear:
        await ear.next()
        assert await ear.next() == ("Gap", None)

        assert cursor.read(ear.cursor) == Position(start.epoch, 2)
