"""Two workers in processes of their own: they share one glossary, and one takes over what the other led."""

import asyncio
import signal
import time
from pathlib import Path

import pytest_asyncio
from redis.asyncio import Redis
from redis.exceptions import ResponseError

from models.store import Store, rows
from resolvers import bulk_validations, jobs
from subscriptions import job_group
from tests.resolvers import validated
from tests.server import test_worker
from tests.subscriptions import happenings

TEXTS = 400
TAKEOVER_SECONDS = 2.0  # the goal: a new leader within two seconds of the death of the old one


@pytest_asyncio.fixture
async def places(store: Store, redis: Redis, database_url: str, redis_url: str, tmp_path: Path) -> dict[str, str]:
    return test_worker.environment(database_url, redis_url, tmp_path)


async def joined(redis: Redis, count: int) -> None:
    """So many workers belong to the group."""
    async with asyncio.timeout(60):
        while await _members(redis) < count:  # noqa: ASYNC110 - another process sets it
            await asyncio.sleep(0.05)


async def _members(redis: Redis) -> int:
    try:
        return len(await redis.xinfo_consumers(job_group.KEY, job_group.GROUP))
    except ResponseError:  # there is no group yet
        return 0


async def test_two_workers_share_one_glossary(places: dict[str, str], redis: Redis) -> None:
    owner = await validated.glossary()
    for place in range(TEXTS):
        await validated.definition(owner, f"is a house etc. {place}", term=f"term {place}")
    async with test_worker.process(places) as first, test_worker.process(places):
        await joined(redis, 2)
        started = await bulk_validations.start(validated.as_system(), owner.id)
        await test_worker.until("SELECT 1 FROM jobs WHERE status = 'SUCCEEDED'", seconds=60)
        consumers = await redis.xinfo_consumers(job_group.KEY, job_group.GROUP)
        first.send_signal(signal.SIGTERM)

    shares = [consumer["inactive"] >= 0 for consumer in consumers]
    runs = await rows(
        "SELECT count(*) AS runs, count(DISTINCT definition_id) AS texts FROM validation_runs WHERE NOT is_web"
    )
    told = await rows(
        """SELECT data -> 'done_count' AS done FROM (
            SELECT data, seq AS place, 0 AS kind, type FROM event_log UNION ALL SELECT data, id, 1, type FROM outbox) e
        WHERE type = 'JobProgressed' ORDER BY kind, place"""
    )
    assert shares == [True, True]
    assert (runs[0]["runs"], runs[0]["texts"]) == (TEXTS, TEXTS)
    assert [event["done"] for event in told] == list(range(100, TEXTS + 1, 100))
    assert (await jobs.get(validated.as_system(), started.job.id)).done_count == TEXTS


async def test_a_killed_leader_is_followed_within_two_seconds(places: dict[str, str], redis: Redis) -> None:
    numbered = "SELECT 1 WHERE NOT EXISTS (SELECT 1 FROM outbox)"
    async with test_worker.process(places) as leader:
        await joined(redis, 1)
        await happenings.tell(happenings.created())
        await test_worker.until(numbered)
        async with test_worker.process(places):
            await joined(redis, 2)
            leader.kill()
            killed = time.monotonic()
            await happenings.tell(happenings.created())
            await test_worker.until(numbered)
            seconds = time.monotonic() - killed

    assert seconds <= TAKEOVER_SECONDS


async def test_a_running_job_is_canceled_within_a_second(places: dict[str, str]) -> None:
    owner = await validated.glossary()
    for place in range(TEXTS):
        await validated.definition(owner, f"is a house etc. {place}", term=f"term {place}")
    started = await bulk_validations.start(validated.as_system(), owner.id)
    async with test_worker.process(places) as worker:
        await test_worker.until("SELECT 1 FROM jobs WHERE done_count > 0")
        asked = time.monotonic()
        await jobs.cancel(validated.as_system(), started.job.id)
        seconds = time.monotonic() - asked
        (before,) = await rows("SELECT count(*) AS runs FROM validation_runs WHERE NOT is_web")
        worker.send_signal(signal.SIGTERM)
        await asyncio.to_thread(worker.wait, 30)
        (after,) = await rows("SELECT count(*) AS runs FROM validation_runs WHERE NOT is_web")

    assert seconds <= 1
    assert before == after
