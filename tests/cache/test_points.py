import asyncio
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from redis.asyncio import Redis

from cache.points import Bucket, Points

SMALL = Bucket(size=100, per_second=1, portion=20)


@pytest.fixture
def away() -> Redis:
    return Redis.from_url("redis://127.0.0.1:1", socket_connect_timeout=0.5)


async def test_full_bucket_gives_what_it_holds(redis: Redis) -> None:
    points = Points(redis, SMALL)

    assert (await points.take("a", 100)).is_enough


async def test_too_few_points_are_all_left(redis: Redis) -> None:
    points = Points(redis, SMALL)
    await points.take("a", 70)

    refused = await points.take("a", 50)

    assert not refused.is_enough
    assert refused.remaining == 30
    assert refused.retry_seconds == 20
    assert (await points.take("a", 30)).is_enough


async def test_servers_drink_from_one_bucket(redis: Redis) -> None:
    await Points(redis, SMALL).take("a", 95)

    assert not (await Points(redis, SMALL).take("a", 10)).is_enough


async def test_each_key_has_its_own_bucket(redis: Redis) -> None:
    points = Points(redis, SMALL)
    await points.take("a", 100)

    assert (await points.take("b", 100)).is_enough


async def test_a_lease_is_spent_without_asking_again(redis: Redis) -> None:
    points = Points(redis, SMALL)
    await points.take("a", 1)
    await redis.flushdb()

    for _ in range(9):
        await points.take("a", 1)

    assert await redis.keys() == []


async def test_what_was_not_needed_comes_back(redis: Redis) -> None:
    points = Points(redis, SMALL)
    await points.take("a", 100)

    points.settle("a", 60)

    assert (await points.take("a", 55)).is_enough


async def test_what_was_needed_beyond_is_owed(redis: Redis) -> None:
    points = Points(redis, SMALL)
    await points.take("a", 50)

    points.settle("a", -40)

    assert (await points.standing("a")).remaining <= 11


async def test_asking_takes_nothing(redis: Redis) -> None:
    points = Points(redis, SMALL)

    before = [(await points.standing("a")).remaining for _ in range(3)]

    assert before == [100, 100, 100]


async def test_bucket_refills_with_time(redis: Redis) -> None:
    points = Points(redis, Bucket(size=100, per_second=1000, portion=20))
    refused = await Points(redis, SMALL).take("a", 101)
    await points.take("a", 100)

    await asyncio.sleep(0.1)

    assert refused.remaining == 100
    assert (await points.take("a", 80)).is_enough


async def test_without_redis_each_server_counts_for_itself(away: Redis) -> None:
    points = Points(away, SMALL)

    taken = [(await points.take("a", 60)).is_enough for _ in range(2)]

    assert taken == [True, False]


async def test_bucket_of_a_lonely_server_refills(away: Redis, monkeypatch: pytest.MonkeyPatch) -> None:
    points, moment = Points(away, SMALL), time.monotonic()
    monkeypatch.setattr(time, "monotonic", lambda: moment)
    await points.take("a", 100)
    moment += 40

    assert not (await points.take("a", 50)).is_enough
    assert (await points.take("a", 40)).is_enough


@given(st.lists(st.integers(1, 40), max_size=20))
def test_never_more_is_given_than_the_bucket_holds(wanted: list[int]) -> None:
    async def taken() -> int:
        points = Points(None, Bucket(size=100, per_second=1, portion=20))
        got = [number for number in wanted if (await points.take("a", number)).is_enough]
        return sum(got)

    assert asyncio.run(taken()) <= 101
