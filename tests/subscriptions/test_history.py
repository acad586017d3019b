from redis.asyncio import Redis

from models import outbox
from models import store as stores
from models.store import Store
from subscriptions import history, stream
from subscriptions.cursor import Position
from subscriptions.history import Hole
from tests import harness
from tests.subscriptions import happenings, proxy


async def _numbered(count: int, redis: Redis | None = None) -> str:
    """So many events in the log, and in Redis; the epoch."""
    await happenings.tell(*(happenings.created(version) for version in range(1, count + 1)))
    rows = await outbox.number()
    epoch = (await outbox.head()).epoch
    if redis is not None:
        await stream.append(redis, epoch, rows)
    return epoch


def _seqs(found: list[stream.Found] | Hole) -> list[int]:
    assert isinstance(found, list)
    return [seq for seq, _ in found]


async def test_head_has_nothing_after_it(store: Store, redis: Redis) -> None:
    epoch = await _numbered(2, redis)

    assert await history.after(redis, Position(epoch, 2)) == []


async def test_redis_and_log_tell_the_same(store: Store, redis: Redis) -> None:
    epoch = await _numbered(5, redis)

    from_redis = await history.after(redis, Position(epoch, 2))
    from_log = await history.after(None, Position(epoch, 2))

    assert _seqs(from_redis) == [3, 4, 5]
    assert from_redis == from_log


async def test_trimmed_redis_is_completed_by_the_log(store: Store, redis: Redis) -> None:
    epoch = await _numbered(5, redis)
    await redis.xtrim(stream.key(epoch), minid="4-0", approximate=False)

    assert _seqs(await history.after(redis, Position(epoch, 1))) == [2, 3, 4, 5]


async def test_hole_in_redis_ends_the_page(store: Store, redis: Redis) -> None:
    epoch = await _numbered(5, redis)
    await redis.xdel(stream.key(epoch), "4-0")

    assert _seqs(await history.after(redis, Position(epoch, 2))) == [3]
    assert _seqs(await history.after(redis, Position(epoch, 3))) == [4, 5]


async def test_page_is_bounded(store: Store, redis: Redis) -> None:
    epoch = await _numbered(5, redis)

    assert _seqs(await history.after(redis, Position(epoch, 0), limit=2)) == [1, 2]
    assert _seqs(await history.after(None, Position(epoch, 0), limit=2)) == [1, 2]


async def test_redis_that_is_away_is_no_matter(store: Store, redis_url: str, redis: Redis) -> None:
    epoch = await _numbered(2, redis)
    async with proxy.wired(redis_url) as (wire, client):
        wire.cut()

        assert _seqs(await history.after(client, Position(epoch, 0))) == [1, 2]


async def test_retention_that_has_passed_is_a_hole(store: Store, owner_url: str) -> None:
    epoch = await _numbered(5)
    await _forget(owner_url, 3)

    found = await history.after(None, Position(epoch, 1))

    assert found == Hole(Position(epoch, 3), Position(epoch, 3))


async def test_emptied_log_is_a_hole_up_to_the_head(store: Store, owner_url: str) -> None:
    epoch = await _numbered(5)
    await _forget(owner_url, 5)

    assert await history.after(None, Position(epoch, 1)) == Hole(Position(epoch, 5), Position(epoch, 5))


async def test_other_epoch_is_a_hole(store: Store) -> None:
    epoch = await _numbered(3)

    found = await history.after(None, Position("another", 1))

    assert found == Hole(oldest=Position(epoch, 0), resume=Position(epoch, 3))


async def test_position_of_the_future_is_a_hole(store: Store) -> None:
    epoch = (await outbox.head()).epoch

    assert await history.after(None, Position(epoch, 9)) == Hole(Position(epoch, 0), Position(epoch, 0))


async def test_event_of_another_version_keeps_its_number(store: Store) -> None:
    async with stores.transaction():
        await outbox.tell_all([{"type": "Unknown", "glossary_id": None, "subject_id": happenings.GLOSSARY, "data": {}}])
    await outbox.number()
    epoch = (await outbox.head()).epoch

    assert await history.after(None, Position(epoch, 0)) == [(1, None)]


async def _forget(owner_url: str, upto: int) -> None:
    connection = await harness.connect(owner_url)
    await connection.execute("DELETE FROM event_log WHERE seq <= $1", upto)
    await connection.close()
