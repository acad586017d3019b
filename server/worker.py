"""The worker: jobs and single runs carried out, glossaries looked after, events numbered, old keys and sessions swept; until told to stop."""

import asyncio
import contextlib
import functools
import logging
import signal
from collections.abc import Awaitable, Callable
from datetime import timedelta

from redis.asyncio import Redis

from auth.viewer import SYSTEM
from models import engine, glossary_changes, job_parts
from resolvers import idempotency, job_work, run_work, sessions, upkeep, work
from resolvers.context import Context
from resolvers.upkeep_memory import Memory
from rules import tokens
from server import connections, house
from server.connections import Urls
from server.house import House
from server.settings import Settings
from subscriptions.job_group import Away, JobGroup
from subscriptions.relay import Relay

IDLE = timedelta(milliseconds=250)
"""How long work may wait unseen."""
BREATH = timedelta(milliseconds=20)
"""Between two looks of a worker that waits inside Redis already."""
LONGEST_BACKOFF = timedelta(seconds=5)
LANES = 2
"""Glossaries looked after at a time."""
SWEEP_EVERY = timedelta(hours=1)

_logger = logging.getLogger("begrip.worker")


def main(chosen: Settings) -> None:
    """Works until SIGTERM or SIGINT; the step in hand is finished first."""
    with connections.urls(chosen) as urls:
        asyncio.run(_until_signal(chosen, urls))


async def run(chosen: Settings, urls: Urls, stop: asyncio.Event) -> None:
    """Works until `stop` is set. A database that is away is waited for, at the start as well as later."""
    backoff = IDLE
    while not stop.is_set():
        try:
            async with house.opened(house.build(chosen, urls)) as built:
                backoff = IDLE
                await _work(built, stop)
        except Exception as failure:  # noqa: BLE001 - the worker loop outlives whatever it depends on
            _logger.warning("no work possible: %s; trying again", _cause(failure))
            backoff = min(backoff * 2, LONGEST_BACKOFF)
            await _pause(stop, backoff)


async def rounds(act: Callable[[], Awaitable[bool]], stop: asyncio.Event, *, idle: timedelta = IDLE) -> None:
    """`act` is carried out again and again until `stop` is set: at once when it found work, else after `idle`.

    An act that fails is tried again after a while that grows: PostgreSQL may be starting anew.
    """
    backoff = IDLE
    while not stop.is_set():
        try:
            found = await act()
        except Exception as failure:  # noqa: BLE001 - as in run
            _logger.warning("%s failed: %s; trying again", getattr(act, "__name__", "a round"), _cause(failure))
            backoff = min(backoff * 2, LONGEST_BACKOFF)
            await _pause(stop, backoff)
            continue
        backoff = IDLE
        if not found:
            await _pause(stop, idle)


async def carry_out_jobs(redis: Redis, stop: asyncio.Event) -> None:
    """Parts of jobs are carried out, shared with every other worker, until `stop` is set."""
    group = JobGroup(redis, patience=job_work.LEASE)
    await rounds(functools.partial(job_work.work_shared, group, stop), stop, idle=BREATH)
    with contextlib.suppress(Away):
        await group.leave()


async def carry_out_runs(stop: asyncio.Event) -> None:
    """Single runs are carried out until `stop` is set; a server without a worker may call this too."""
    await rounds(functools.partial(run_work.work_one, Context(SYSTEM, "worker")), stop)


async def keep_glossaries(stop: asyncio.Event) -> None:
    """What is known across glossaries is kept up to date until `stop` is set; a large one does not keep the others waiting."""
    memory = Memory()
    async with asyncio.TaskGroup() as tasks:
        for _ in range(LANES):
            tasks.create_task(rounds(functools.partial(upkeep.work_one, memory), stop))
    with contextlib.suppress(*engine.AWAY):  # the leases end by themselves when the database is away
        await glossary_changes.release(memory.holder)


async def _until_signal(chosen: Settings, urls: Urls) -> None:
    stop = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    _logger.info("the worker is at work")
    await run(chosen, urls, stop)
    _logger.info("the worker has stopped")


async def _work(built: House, stop: asyncio.Event) -> None:
    relay = Relay(built.redis, built.urls.database_url, sinks=house.sinks(built.settings))
    async with asyncio.TaskGroup() as tasks:
        tasks.create_task(relay.run())
        tasks.create_task(asyncio.to_thread(tokens.warm))  # else the first check of a text waits for word lists
        tasks.create_task(carry_out_jobs(built.redis, stop))
        tasks.create_task(carry_out_runs(stop))
        tasks.create_task(keep_glossaries(stop))
        tasks.create_task(rounds(_sweep, stop, idle=SWEEP_EVERY))
        work.BELL.hang(relay.wake)
        try:
            await stop.wait()
        finally:
            work.BELL.take_down()
            await relay.stop()


async def _sweep() -> bool:
    await idempotency.purge()
    await sessions.purge()
    await job_parts.purge()
    return False


async def _pause(stop: asyncio.Event, length: timedelta) -> None:
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(length.total_seconds()):
            await stop.wait()


def _cause(failure: Exception) -> str:
    """The innermost of a group, for one line of the log."""
    cause: Exception = failure
    while isinstance(cause, ExceptionGroup):
        cause = cause.exceptions[0]
    return f"{type(cause).__name__}: {cause}"
