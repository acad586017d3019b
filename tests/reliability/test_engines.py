"""Engines die under load: Valkey three times and PostgreSQL once, Valkey emptied, Valkey away for a minute."""

import time

import pytest
from redis.asyncio import Redis

from tests.reliability import figures
from tests.reliability.load import RECOVERY_SECONDS, killed, told, under_load
from tests.reliability.place import opened

pytestmark = pytest.mark.timeout(900)


async def test_engines_killed_under_load() -> None:
    with opened() as place:
        valkey, postgres = place.services.store.is_ready, place.services.cluster.is_ready
        seconds: list[float] = []
        async with under_load(place) as load:
            for name, is_back in (("valkey", valkey), ("valkey", valkey), ("postgres", postgres), ("valkey", valkey)):
                seconds.append(await load.recovered(await killed(place, name, is_back)))
            verdict = await load.judged()

    is_met = max(seconds) <= RECOVERY_SECONDS
    figures.record("engines", told(verdict, seconds), is_met=verdict.is_clean and is_met)
    assert verdict.is_clean, verdict
    assert is_met, seconds


async def test_valkey_emptied_under_load() -> None:
    with opened() as place:
        seconds: list[float] = []
        async with under_load(place) as load, Redis.from_url(place.services.redis_url) as redis:
            for _ in range(3):
                await redis.flushall()
                seconds.append(await load.recovered(time.time()))
            load.follow(1)  # from the first event: what Valkey forgot is in the log
            verdict = await load.judged()

    is_met = max(seconds) <= RECOVERY_SECONDS
    figures.record("flushall", told(verdict, seconds), is_met=verdict.is_clean and is_met)
    assert verdict.is_clean, verdict
    assert is_met, seconds
