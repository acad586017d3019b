import asyncio
import time
from collections.abc import Awaitable, Callable
from datetime import timedelta

import pytest
from redis.asyncio import Redis

from cache import attempts
from cache.attempts import Attempt, Attempts, Window

MINUTE = timedelta(minutes=1)
TWO = (Window("a", 2, MINUTE),)


@pytest.fixture
def away() -> Redis:
    return Redis.from_url("redis://127.0.0.1:1", socket_connect_timeout=0.5)


async def _let_through(counter: Attempts, times: int, windows: tuple[Window, ...] = TWO) -> list[bool]:
    return [await counter.begin(windows) is not None for _ in range(times)]


async def test_window_lets_as_many_through_as_it_says(redis: Redis) -> None:
    assert await _let_through(Attempts(redis), 4) == [True, True, False, False]


async def test_servers_count_together(redis: Redis) -> None:
    assert await _let_through(Attempts(redis), 2) == [True, True]

    assert await _let_through(Attempts(redis), 1) == [False]


async def test_other_key_is_another_window(redis: Redis) -> None:
    counter = Attempts(redis)
    await _let_through(counter, 2)

    assert await _let_through(counter, 1, (Window("b", 2, MINUTE),)) == [True]


async def test_one_full_window_is_enough_and_the_others_count_nothing(redis: Redis) -> None:
    counter = Attempts(redis)
    wide = Window("wide", 3, MINUTE)

    assert await _let_through(counter, 4, (*TWO, wide)) == [True, True, False, False]

    assert await _let_through(counter, 2, (wide,)) == [True, False]


async def test_window_slides(redis: Redis, monkeypatch: pytest.MonkeyPatch) -> None:
    counter, moment = Attempts(redis), time.time()
    monkeypatch.setattr(time, "time", lambda: moment)
    await _let_through(counter, 1)
    moment += 40
    assert await _let_through(counter, 2) == [True, False]

    moment += 21

    assert await _let_through(counter, 2) == [True, False]


async def test_forgotten_attempt_counts_no_more(redis: Redis) -> None:
    counter = Attempts(redis)
    first = await counter.begin(TWO)
    assert first is not None
    await counter.begin(TWO)

    await counter.forget(first)

    assert await _let_through(counter, 2) == [True, False]


async def test_without_redis_the_process_counts() -> None:
    counter = Attempts(None)

    assert await _let_through(counter, 3) == [True, True, False]
    assert await counter.is_marked("x") is False
    await counter.mark("x", MINUTE)
    await counter.forget(Attempt("unknown", TWO))


async def test_while_redis_is_away_the_process_counts(away: Redis) -> None:
    counter = Attempts(away)
    await counter.mark("x", MINUTE)

    assert await _let_through(counter, 3) == [True, True, False]
    assert await counter.is_marked("x") is False


async def test_window_slides_in_the_process_too(monkeypatch: pytest.MonkeyPatch) -> None:
    counter, moment = Attempts(None), 1000.0
    monkeypatch.setattr(time, "time", lambda: moment)
    await _let_through(counter, 2)

    moment += 60

    assert await _let_through(counter, 3) == [True, True, False]


async def test_mark_is_seen_by_every_server(redis: Redis) -> None:
    await Attempts(redis).mark("x", MINUTE)

    assert (await Attempts(redis).is_marked("x"), await Attempts(redis).is_marked("y")) == (True, False)


async def test_memory_of_the_process_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(attempts, "_MAX_REMEMBERED", 3)
    counter = Attempts(None)

    for number in range(10):
        await counter.begin((Window(str(number), 1, MINUTE),))

    assert list(counter._local) == ["7", "8", "9"]


async def test_keys_in_redis_end_by_themselves(redis: Redis) -> None:
    await Attempts(redis).begin(TWO)

    assert 0 < await redis.pttl("begrip:attempts:a") <= 60_000


async def test_redis_that_failed_is_left_alone_for_a_while(away: Redis, monkeypatch: pytest.MonkeyPatch) -> None:
    counter, moment = Attempts(away), 1000.0
    monkeypatch.setattr(time, "monotonic", lambda: moment)
    asked: list[str] = []
    monkeypatch.setattr(away, "exists", _failing(asked))

    for _ in range(10):
        await counter.is_marked("x")
    moment += 5
    await counter.is_marked("x")

    assert len(asked) == 2


def _failing(asked: list[str]) -> Callable[[str], Awaitable[int]]:
    async def exists(key: str) -> int:
        await asyncio.sleep(0)
        asked.append(key)
        raise ConnectionError

    return exists
