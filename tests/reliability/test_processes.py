"""Our own processes die: the leader of the relay, a server with 500 subscribers, each of two servers and two workers."""

# ruff: noqa: ASYNC110 - what is waited for happens in other processes

import asyncio
import time

import asyncpg
import pytest

from models.leadership import RELAY
from tests.reliability import figures
from tests.reliability.keeper import wait_for
from tests.reliability.load import RECOVERY_SECONDS, Load, killed, told, under_load
from tests.reliability.place import Place, is_ready, opened

pytestmark = pytest.mark.timeout(900)
_SUBSCRIBERS = 500
_ALL = ("worker-1", "worker-2", "server-1")
_HOLDER = (
    "SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND granted AND (classid::bigint << 32 | objid::bigint) = $1"
)


async def test_the_leader_is_killed() -> None:
    with opened(servers=1, workers=2) as place:
        async with under_load(place) as load:
            elections = [await _leader_killed(place, load) for _ in range(3)]
            verdict = await load.judged()

    is_met = max(elections) <= RECOVERY_SECONDS
    figures.record(
        "leader", f"{told(verdict)}; a new leader after {_listed(elections)} s", is_met=verdict.is_clean and is_met
    )
    assert verdict.is_clean, verdict
    assert is_met, elections


async def test_a_server_with_subscribers_is_killed() -> None:
    with opened() as place:
        async with under_load(place, _SUBSCRIBERS, lanes=1) as load:
            ended = await killed(place, "server-1", lambda: is_ready(place.ports[0]))
            seconds = await load.recovered(ended)
            verdict = await load.judged()

    is_met = seconds <= RECOVERY_SECONDS
    figures.record(
        "server", f"{_SUBSCRIBERS} subscribers; {told(verdict, [seconds])}", is_met=verdict.is_clean and is_met
    )
    assert verdict.is_clean, verdict
    assert is_met, seconds


async def test_two_servers_and_two_workers_are_killed_in_turn() -> None:
    with opened(servers=2, workers=2) as place:
        seconds: list[float] = []
        async with under_load(place, 6) as load:
            for name in ("server-1", "worker-1", "server-2", "worker-2"):
                ended = await killed(place, name, lambda name=name: place.is_back(name))  # type: ignore[misc]
                seconds.append(await load.recovered(ended))
            verdict = await load.judged()

    is_met = max(seconds) <= RECOVERY_SECONDS
    figures.record("two-of-each", told(verdict, seconds), is_met=verdict.is_clean and is_met)
    assert verdict.is_clean, verdict
    assert is_met, seconds


async def _leader_killed(place: Place, load: Load) -> float:
    """Seconds until another process led, counted from the kill of the one that did: found by killing each in turn."""
    connection = await place.connect()
    try:
        while True:
            await asyncio.to_thread(wait_for, lambda: all(map(place.is_back, _ALL)), "everybody back")
            for name in _ALL:
                before = await _leader(connection)
                began = time.time()
                await asyncio.to_thread(place.keeper.kill, name)
                await asyncio.sleep(0.1)
                if await connection.fetchval(_HOLDER, RELAY) != before:
                    await _leader(connection)
                    seconds = time.time() - began
                    await load.written(5)
                    return seconds
                await load.written(5)
                await asyncio.to_thread(wait_for, lambda name=name: place.is_back(name), f"{name} back")  # type: ignore[misc]
    finally:
        await connection.close()


async def _leader(connection: asyncpg.Connection) -> int:
    """The session that leads, once there is one."""
    async with asyncio.timeout(30):
        while (pid := await connection.fetchval(_HOLDER, RELAY)) is None:
            await asyncio.sleep(0.01)
    return int(pid)


def _listed(seconds: list[float]) -> str:
    return ", ".join(f"{one:.2f}" for one in seconds)
