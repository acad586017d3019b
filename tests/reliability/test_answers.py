"""Acknowledged is acknowledged: the server killed again and again under mutations, and ended politely with work in flight."""

# ruff: noqa: ASYNC110 - what is waited for happens in other processes

import asyncio
import os
import signal
import time

import httpx
import pytest

from tests.reliability import figures, judge
from tests.reliability.keeper import wait_for
from tests.reliability.load import killed, listening, quantile, told, under_load
from tests.reliability.place import Place, is_ready, opened
from tests.reliability.subscriber import place_of
from tests.reliability.writer import Writer

pytestmark = pytest.mark.timeout(900)
_KILLS = int(os.environ.get("BEGRIP_KILLS", "30"))
_AWAY_SECONDS = 60.0
_READY_SECONDS = 2.0
_LATE_SECONDS = 2.0
_FLIGHT, _SOCKETS = 200, 200
_END_SECONDS = 30.0
_GOING_AWAY = 1012


async def test_a_server_killed_mid_mutation_again_and_again() -> None:
    ready: list[float] = []
    with opened() as place:
        async with under_load(place, lanes=6, pause=0.0) as load:
            for number in range(_KILLS):
                await asyncio.sleep(0.05 * (number % 7))
                began = time.time()
                ready.append(await killed(place, "server-1", lambda: is_ready(place.ports[0])) - began)
                await load.written(3)
            verdict = await load.judged()
            counts = await _counts(place)
            retries, acknowledged = load.writer.retries, len(load.writer.acknowledged)

    is_met = set(counts.values()) == {acknowledged} and quantile(ready, 0.5) <= _READY_SECONDS
    figure = (
        f"{_KILLS} kills, {acknowledged} mutations acknowledged, {retries} attempts repeated under their key;"
        f" ready after {quantile(ready, 0.5):.1f} s (median) and {max(ready):.1f} s (most); {told(verdict)}"
    )
    figures.record("mid-mutation", figure, is_met=verdict.is_clean and is_met)
    assert verdict.is_clean, verdict
    assert set(counts.values()) == {acknowledged}, counts


async def test_valkey_away_for_a_minute() -> None:
    with opened() as place:
        async with under_load(place, lanes=2, pause=0.1) as load:
            await load.written(60)
            usual = [seconds for _, seconds, _ in load.writer.first_try[30:]]
            await asyncio.to_thread(place.keeper.kill, "valkey", stays_down=True)
            began = time.time()
            await asyncio.sleep(_AWAY_SECONDS)
            meanwhile = [attempt for attempt in load.writer.first_try if attempt[0] >= began]
            place.keeper.release("valkey")
            await asyncio.to_thread(wait_for, place.services.store.is_ready, "valkey back")
            seconds = await load.recovered(time.time())
            verdict = await load.judged()

    share = sum(is_done for *_, is_done in meanwhile) / len(meanwhile)
    slow, fast = quantile([seconds for _, seconds, _ in meanwhile], 0.95), quantile(usual, 0.95)
    is_met = share >= 0.999 and slow <= 2 * fast and seconds <= _LATE_SECONDS
    figure = (
        f"{share:.1%} of {len(meanwhile)} mutations succeeded at the first attempt, p95 {slow * 1000:.0f} ms"
        f" (before: {fast * 1000:.0f} ms); {told(verdict, [seconds])}"
    )
    figures.record("valkey-away", figure, is_met=verdict.is_clean and is_met)
    assert verdict.is_clean, verdict
    assert share >= 0.999
    assert seconds <= _LATE_SECONDS


async def test_a_polite_end_loses_nothing_in_flight() -> None:
    with opened(
        workers=0, settings={"BEGRIP_POOL_WAIT": "30"}
    ) as place:  # what waits for a connection is in flight too
        async with (
            listening(place, _SOCKETS) as load,
            httpx.AsyncClient(timeout=120, limits=httpx.Limits(max_connections=_FLIGHT)) as client,
        ):
            writer = Writer(place, is_keyed=False)
            flight = [asyncio.ensure_future(writer.write(client)) for _ in range(_FLIGHT)]
            async with asyncio.timeout(120):
                while len(writer.acknowledged) < _FLIGHT // 10:
                    await asyncio.sleep(0.005)
            code, seconds = await asyncio.to_thread(place.keeper.end, "server-1", signal.SIGTERM)
            answers = await asyncio.gather(*flight)
            place.keeper.release("server-1")
            await asyncio.to_thread(wait_for, lambda: is_ready(place.ports[0]), "server-1 back")
            await load.joined(60)
            verdict = await judge.judged(place, load.followers, writer, after=place_of(load.cursor)[1])
            closes = {one.ends[0][0] if one.ends else None for one in load.followers}

    failed = sum(answer is None for answer in answers)
    is_met = failed == 0 and code == 0 and seconds <= _END_SECONDS and closes == {_GOING_AWAY}
    figure = (
        f"{_FLIGHT} requests in flight: {failed} failed; {_SOCKETS} sockets closed with {min(map(str, closes))} and resumed;"
        f" exit code {code} after {seconds:.1f} s; {told(verdict)}"
    )
    figures.record("polite-end", figure, is_met=verdict.is_clean and is_met)
    assert verdict.is_clean, verdict
    assert (failed, code, closes) == (0, 0, {_GOING_AWAY})
    assert seconds <= _END_SECONDS


async def _counts(place: Place) -> dict[str, int]:
    """Rows that a new definition leaves, by table: all must agree."""
    connection = await place.connect()
    try:
        return {
            "definitions": await connection.fetchval("SELECT count(*) FROM definitions"),
            "audit": await connection.fetchval("SELECT count(*) FROM audit_log WHERE action = 'definition.create'"),
            "events": await connection.fetchval("SELECT count(*) FROM event_log WHERE type = 'DefinitionCreated'"),
            "keys": await connection.fetchval("SELECT count(*) FROM idempotency_keys"),
        }
    finally:
        await connection.close()
