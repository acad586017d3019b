"""Crowds: a slow reader among 500, a thousand sockets that all come back at once, 100,000 events on one subscription, poison."""

# ruff: noqa: ASYNC110 - what is waited for happens in other processes

import asyncio
import operator
import socket
import time
from datetime import datetime

import pytest

from tests.reliability import figures, happenings, judge
from tests.reliability.keeper import memory, untaken
from tests.reliability.load import listening, quantile, told
from tests.reliability.place import Place, opened
from tests.reliability.subscriber import Subscriber

pytestmark = pytest.mark.timeout(900)
_CROWD = 500
_STUCK_SECONDS = 2.5
"""A megabyte more is made in this time, and the server gives five seconds from then on in which its reader may read why it ends."""
_STORM = 1_000
_STORM_SECONDS, _STORM_QUERIES = 10.0, 50
_MANY = 100_000
_GROWTH = 10 * 1024 * 1024
_LARGE = (
    "subscription Large($after: EventCursor) { definitionEvents(after: $after) { cursor occurredAt event { __typename "
    + ("... on DefinitionUpdated { definition { id " + " ".join(f"t{n}: text" for n in range(20)) + " } } } } }")
)


async def test_a_slow_reader_among_many() -> None:
    with opened(workers=0) as place:
        definition = happenings.a_definition(place, "x" * 9_000)
        async with listening(place, _CROWD) as load:
            quiet = await _latencies(place, load.followers, definition, 15)
            (slow,) = load.follow(1)
            slow.query, slow.cursor = _LARGE, load.followers[0].cursor
            await load.joined()
            _, beside = await asyncio.gather(
                _stopped(place, slow), _latencies(place, load.followers[:-1], definition, 15)
            )
            verdict = await load.verdict(load.followers[:-1])
            last = load.followers[0].heard[-1].seq
            async with asyncio.timeout(60):
                while not slow.heard or slow.heard[-1].seq < last:
                    await asyncio.sleep(0.05)

    seqs = [one.seq for one in slow.heard]
    is_whole = seqs == sorted(set(seqs)) and set(seqs) == {
        one.seq for one in load.followers[0].heard if one.seq >= seqs[0]
    }
    code = next((f"{code} {reason}" for code, reason in slow.ends if code), "not closed")
    is_even = quantile(beside, 0.99) <= 1.1 * quantile(quiet, 0.99)
    figure = (
        f"others' p99 {quantile(quiet, 0.99) * 1000:.0f} ms without it, {quantile(beside, 0.99) * 1000:.0f} ms beside it;"
        f" it was closed with {code.split(';')[0]}, resumed, and has had {len(seqs)} events once, in order; {told(verdict)}"
    )
    figures.record("slow", figure, is_met=verdict.is_clean and is_whole and code.startswith("4413") and is_even)
    assert verdict.is_clean, verdict
    assert is_whole
    assert slow.ends


async def test_a_storm_of_reconnects() -> None:
    with opened(workers=0) as place:
        definition = happenings.a_definition(place)
        async with listening(place, _STORM) as load:
            await happenings.happened(place, definition, 5)
            await load.verdict()
            await _counting(place, is_on=True)
            await asyncio.sleep(_STORM_SECONDS)
            before, counted_at = _queries(place)["crowd"], time.monotonic()
            for one in load.followers:
                assert one.socket is not None
                one.socket.abort()
                one.joined.clear()
            began = time.time()
            await happenings.happened(place, definition, 20)
            await load.joined(120)
            verdict = await load.verdict()
            seconds = max(one.heard[-1].at for one in load.followers) - began
            back = max(one.joined_at for one in load.followers) - began
            meanwhile = time.monotonic() - counted_at
            await _counting(place, is_on=False)
            queries = _queries(place)

    usual = round(before / _STORM_SECONDS * meanwhile)
    of_storm = queries["crowd"] - before - usual
    is_met = back <= _STORM_SECONDS and of_storm <= _STORM_QUERIES
    figure = (
        f"{_STORM} sockets back after {back:.1f} s, with all they missed after {seconds:.1f} s; {of_storm} statements"
        f" beside the {usual} that come in {meanwhile:.0f} s while nobody comes or goes; {told(verdict)}"
    )
    figures.record("storm", figure, is_met=verdict.is_clean and is_met)
    assert verdict.is_clean, verdict
    assert of_storm <= _STORM_QUERIES, sorted(queries.items(), key=operator.itemgetter(1))[-12:]
    assert back <= _STORM_SECONDS


async def test_memory_stays_flat() -> None:
    with opened(workers=0) as place:
        definition = happenings.a_definition(place)
        async with listening(place, 1) as load:
            await _flooded(place, load.followers[0], definition, 20_000)
            before = memory(place.keeper.pid("server-1"))
            began = time.monotonic()
            await _flooded(place, load.followers[0], definition, _MANY)
            seconds = time.monotonic() - began
            growth = memory(place.keeper.pid("server-1")) - before
            verdict = await load.verdict()

    figure = f"{_MANY} events in {seconds:.0f} s; memory grew by {growth / 2**20:.1f} MiB; {told(verdict)}"
    figures.record("memory", figure, is_met=verdict.is_clean and growth <= _GROWTH)
    assert verdict.is_clean, verdict
    assert growth <= _GROWTH


async def test_poison_harms_nobody() -> None:
    with opened() as place:
        definition = happenings.a_definition(place)
        async with listening(place, 20) as load:
            for _ in range(5):
                await happenings.happened(place, definition, 10)
                await happenings.poisoned(place)
            await happenings.happened(place, definition, 1)
            began = time.time()
            verdict = await load.verdict()
            late = load.follow(5)
            verdict = await load.verdict()
            cuts = sum(len(one.ends) for one in load.followers)

    del began, late
    figures.record(
        "poison",
        f"10 events that nobody can read among others; {told(verdict)}; {cuts} streams cut",
        is_met=verdict.is_clean and not cuts,
    )
    assert verdict.is_clean, verdict
    assert cuts == 0


async def _latencies(place: Place, crowd: list[Subscriber], definition: str, seconds: int) -> list[float]:
    """Seconds from the commit of each event to its arrival, at every subscriber."""
    counts = [len(one.heard) for one in crowd]
    for _ in range(seconds * 5):
        await happenings.happened(place, definition, 2)
        await asyncio.sleep(0.2)
    await judge.judged(place, crowd, after=crowd[0].heard[-1].seq - 1)
    return [
        event.at - datetime.fromisoformat(event.occurred_at).timestamp()
        for one, count in zip(crowd, counts, strict=True)
        for event in one.heard[count:]
    ]


async def _stopped(place: Place, slow: Subscriber) -> None:
    """The subscriber read nothing until the server must have had enough of it, and reads again: the close stands behind what it missed."""
    assert slow.socket is not None
    transport = slow.socket.transport
    assert transport is not None
    transport.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 65_536)
    transport.pause_reading()
    own_port, taken_at, left = transport.get_extra_info("sockname")[1], time.monotonic(), 0
    async with asyncio.timeout(60):
        while not left or time.monotonic() - taken_at < _STUCK_SECONDS:
            if (now := untaken(place.ports[0], own_port)) != left:
                left, taken_at = now, time.monotonic()
            await asyncio.sleep(0.05)
    transport.resume_reading()


async def _flooded(place: Place, one: Subscriber, definition: str, count: int) -> None:
    """So many events were heard; ten thousand at a time wait for the relay. What was heard is forgotten but for the law."""
    for _ in range(count // 10_000):
        wanted = len(one.heard) + 10_000
        await happenings.vanished(place, definition, 10_000)
        async with asyncio.timeout(600):
            while len(one.heard) < wanted:
                await asyncio.sleep(0.05)


async def _counting(place: Place, *, is_on: bool) -> None:
    """PostgreSQL writes every statement to its log."""
    connection = await place.connect()
    try:
        await connection.execute("ALTER SYSTEM SET log_line_prefix = '%a|'")
        await connection.execute(f"ALTER SYSTEM SET log_statement = '{'all' if is_on else 'none'}'")
        await connection.execute("SELECT pg_reload_conf()")
        await asyncio.sleep(0.3)
    finally:
        await connection.close()


def _queries(place: Place) -> dict[str, int]:
    """Statements by what they are for: `crowd`, and those of the relay, which come whether anybody listens or not."""
    found = {"crowd": 0, "relay": 0}
    relay = ("outbox", "audit", "BEGIN", "COMMIT", "advisory", "SAVEPOINT", "ROLLBACK")
    for line in place.services.cluster.log.read_text(errors="replace").splitlines():
        if line.startswith("begrip|LOG:") and ("statement:" in line or "execute" in line):
            statement = line.partition(": ")[2]
            found["relay" if any(word in statement for word in relay) else "crowd"] += 1
            found[statement[-80:]] = found.get(statement[-80:], 0) + 1
    return found
