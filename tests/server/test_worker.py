"""The worker: rounds that outlive failures, jobs done in a process of its own, and a process that is killed."""

import asyncio
import signal
import subprocess
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path

import pytest

from models import job_queue, outbox
from models.kinds import RunStatus
from models.store import Store, rows
from models.store import run as execute
from resolvers import bulk_validations, validations
from server import house, settings, worker
from server.connections import Urls
from tests.resolvers import validated
from tests.server import holder

NOTHING_WAITS = "SELECT 1 WHERE NOT EXISTS (SELECT 1 FROM glossary_changes)"
CODE = "from server import settings, worker; worker.main(settings.read())"


def environment(database_url: str, redis_url: str, folder: Path) -> dict[str, str]:
    return {"DATABASE_URL": database_url, "REDIS_URL": redis_url, "BEGRIP_DATA_DIR": str(folder)}


async def until(sql: str, *, seconds: float = 30) -> None:
    """Waits until the statement has a row."""
    async with asyncio.timeout(seconds):
        while not await rows(sql):  # noqa: ASYNC110 - another process sets it, not an event of ours
            await asyncio.sleep(0.05)


@asynccontextmanager
async def process(places: dict[str, str]) -> AsyncIterator[subprocess.Popen[str]]:
    started = holder.run(CODE, **places)
    try:
        yield started
    finally:
        started.kill()
        await asyncio.to_thread(started.communicate)


async def test_rounds_go_on_after_a_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker, "IDLE", timedelta(milliseconds=1))
    stop = asyncio.Event()
    seen: list[int] = []

    async def act() -> bool:
        seen.append(len(seen))
        if len(seen) == 1:
            raise ExceptionGroup("away", [OSError("no database")])
        if len(seen) == 4:
            stop.set()
        return len(seen) == 2

    async with asyncio.timeout(5):
        await worker.rounds(act, stop)

    assert seen == [0, 1, 2, 3]


async def test_a_worker_in_this_process_works_until_it_is_stopped(
    store: Store, database_url: str, redis_url: str, tmp_path: Path
) -> None:
    owner = await validated.glossary()
    row = await validated.definition(owner, "is a house etc.")
    await bulk_validations.start(validated.as_system(), owner.id)
    await validations.start(validated.as_system(), row.id)
    chosen = settings.read(environment(database_url, redis_url, tmp_path))
    built, stop = house.build(chosen, Urls(database_url, database_url, redis_url)), asyncio.Event()

    async with asyncio.TaskGroup() as tasks:
        tasks.create_task(worker._work(built, stop))
        await until(
            "SELECT 1 FROM validation_runs HAVING count(*) FILTER (WHERE status = 'SUCCEEDED' AND NOT is_web) = 2"
        )
        await until(NOTHING_WAITS)
        await until("SELECT 1 FROM jobs WHERE status = 'SUCCEEDED'")
        await until("SELECT 1 FROM (SELECT count(*) AS n FROM outbox) o WHERE n = 0")
        stop.set()
    await built.redis.aclose()

    assert await outbox.pending() == 0
    assert (await outbox.head()).seq > 0


async def test_a_house_that_does_not_open_is_tried_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stop, tries = asyncio.Event(), []

    def build(*_: object) -> house.House:
        tries.append(1)
        if len(tries) == 2:
            stop.set()
        raise OSError("no database")

    monkeypatch.setattr(house, "build", build)
    monkeypatch.setattr(worker, "IDLE", timedelta(milliseconds=1))
    chosen = settings.read(environment("postgresql://nobody@127.0.0.1:9/none", "redis://127.0.0.1:9", tmp_path))

    async with asyncio.timeout(10):
        await worker.run(chosen, Urls("", "", ""), stop)

    assert len(tries) == 2


async def test_a_killed_worker_leaves_each_definition_exactly_one_run_of_each_kind(
    store: Store, database_url: str, redis_url: str, tmp_path: Path
) -> None:
    owner = await validated.glossary()
    for place in range(150):
        await validated.definition(owner, f"is a house etc. {place}", term=f"term {place}")
    started = await bulk_validations.start(validated.as_system(), owner.id)
    places = environment(database_url, redis_url, tmp_path)

    async with process(places) as first:
        await until("SELECT 1 FROM jobs WHERE done_count > 0")
        first.kill()
        await asyncio.to_thread(first.wait)
    await execute("UPDATE job_parts SET lease_until = now() WHERE status = 'RUNNING'")
    await execute("UPDATE glossary_upkeep SET lease_until = now()")
    async with process(places) as second:
        await until("SELECT 1 FROM jobs WHERE status = 'SUCCEEDED'", seconds=60)
        await until(NOTHING_WAITS, seconds=60)
        second.send_signal(signal.SIGTERM)
        assert await asyncio.to_thread(second.wait, 20) == 0

    counted = await rows(
        "SELECT count(*) AS runs, count(DISTINCT definition_id) AS texts FROM validation_runs GROUP BY is_web"
    )
    job = await job_queue.find(started.job.id)
    assert [(one["runs"], one["texts"]) for one in counted] == [(150, 150), (150, 150)]
    assert job is not None
    assert (job.status, job.done_count) == (RunStatus.SUCCEEDED, 150)
