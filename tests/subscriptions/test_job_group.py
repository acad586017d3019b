"""The group of workers: each part handed to one, to another when that one is silent, and nothing lost with Redis."""

import asyncio
from datetime import timedelta

import pytest
import pytest_asyncio
from redis.asyncio import Redis

from models.keys import uuid7
from models.kinds import RunStatus
from models.store import Store, rows
from resolvers import bulk_validations, job_work, jobs
from subscriptions import job_group
from subscriptions.job_group import Away, JobGroup
from tests.resolvers import validated
from tests.subscriptions import proxy

GOING = asyncio.Event()
SOON = timedelta(milliseconds=1)


@pytest_asyncio.fixture
async def group(redis: Redis) -> JobGroup:
    return JobGroup(redis, patience=timedelta(minutes=1))


async def started(count: int = 3) -> bulk_validations.StartedJob:
    owner = await validated.glossary()
    for place in range(count):
        await validated.definition(owner, f"is a text {place} etc.")
    return await bulk_validations.start(validated.as_system(), owner.id)


async def status(job: bulk_validations.StartedJob) -> RunStatus:
    return (await jobs.get(validated.as_system(), job.job.id)).status


async def test_each_part_is_handed_to_one_member(redis: Redis, group: JobGroup) -> None:
    other, sent = JobGroup(redis, patience=timedelta(minutes=1)), [uuid7() for _ in range(4)]
    await group.send(sent)

    taken = [await member.take() for member in (group, other, other, group)]

    assert [one.part_id for one in taken if one] == sent
    assert await group.take() is None


async def test_what_a_silent_member_had_goes_to_another(redis: Redis, group: JobGroup) -> None:
    await group.send([uuid7()])
    had = await group.take()

    found = await JobGroup(redis, patience=SOON).take()

    assert found == had


async def test_what_is_kept_is_not_handed_on(redis: Redis, group: JobGroup) -> None:
    await group.send([uuid7()])
    had = await group.take()
    assert had is not None
    waited = JobGroup(redis, patience=timedelta(milliseconds=300))
    await asyncio.wait_for(_idle(redis, 400), 5)
    await group.keep(had)

    assert await waited.take() is None


async def _idle(redis: Redis, milliseconds: int) -> None:
    while True:
        (pending,) = await redis.xpending_range(job_group.KEY, job_group.GROUP, "-", "+", 1)
        if int(pending["time_since_delivered"]) >= milliseconds:
            return
        await asyncio.sleep(0.01)


async def test_what_is_done_is_gone(redis: Redis, group: JobGroup) -> None:
    await group.send([uuid7()])
    had = await group.take()
    assert had is not None

    await group.done(had)

    assert await redis.xlen(job_group.KEY) == 0
    assert await JobGroup(redis, patience=SOON).take() is None


async def test_an_emptied_redis_makes_the_group_anew(redis: Redis, group: JobGroup) -> None:
    assert await group.take() is None
    await redis.flushdb()
    with pytest.raises(Away):
        await group.take()
    part = uuid7()
    await group.send([part])

    found = await group.take()

    assert found is not None
    assert found.part_id == part


async def test_who_leaves_is_forgotten_unless_something_is_pending(redis: Redis, group: JobGroup) -> None:
    other = JobGroup(redis, patience=timedelta(minutes=1))
    await group.send([uuid7()])
    await group.take()
    await other.take()

    await group.leave()
    await other.leave()

    (left,) = await redis.xinfo_consumers(job_group.KEY, job_group.GROUP)
    assert left["name"].decode() == group.name


async def test_parts_come_by_the_group(store: Store, redis: Redis, group: JobGroup) -> None:
    job = await started()

    assert await job_work.work_shared(group, GOING)

    assert await status(job) is RunStatus.SUCCEEDED
    (info,) = await redis.xinfo_groups(job_group.KEY)
    assert (info["entries-read"], info["pending"]) == (1, 0)


async def test_a_lost_stream_loses_no_job(
    store: Store, redis: Redis, group: JobGroup, monkeypatch: pytest.MonkeyPatch
) -> None:
    job = await started()
    monkeypatch.setattr(job_work, "UNSEEN", timedelta(0))
    (part,) = await rows("UPDATE job_parts SET sent_at = now() RETURNING id")  # told, and then Redis was emptied

    assert await job_work.work_shared(group, GOING)

    assert part is not None
    assert await status(job) is RunStatus.SUCCEEDED


async def test_jobs_are_done_without_redis(store: Store, redis_url: str) -> None:
    job = await started()
    async with proxy.wired(redis_url) as (wire, client):
        wire.cut()
        away = JobGroup(client, patience=timedelta(minutes=1))

        assert await job_work.work_shared(away, GOING)
        assert not await job_work.work_shared(away, GOING)

    assert await status(job) is RunStatus.SUCCEEDED


async def test_a_part_of_a_dead_worker_is_taken_over_by_the_group(store: Store, redis: Redis, group: JobGroup) -> None:
    job = await started()
    await group.send([row["id"] for row in await rows("UPDATE job_parts SET sent_at = now() RETURNING id")])
    lost = await group.take()
    assert lost is not None
    await job_work.claimed(part_id=lost.part_id)
    await rows("UPDATE job_parts SET lease_until = now()")

    assert await job_work.work_shared(JobGroup(redis, patience=SOON), GOING)

    assert await status(job) is RunStatus.SUCCEEDED
    assert len(await rows("SELECT 1 FROM validation_runs")) == 3
