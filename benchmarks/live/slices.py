"""Slices: short measurements of one server, taken in turn, so that noise of the machine meets all alike."""

import asyncio
import gc
import time
from dataclasses import dataclass, field

from benchmarks.live import cost, stage
from benchmarks.live.publisher import Publisher
from benchmarks.live.stage import Server
from benchmarks.live.subscribers import Crowd, Subscriber, joined, left

DOCUMENT = """subscription Follow($filter: DefinitionEventFilter) { definitionEvents(filter: $filter) {
  cursor occurredAt event { __typename
    ... on DefinitionUpdated { definition { id term text version status } } ... on StreamCheckpoint { isFirst } } } }"""
_MOST_SECONDS = 90


@dataclass(frozen=True, slots=True)
class Slice:
    """One server's figures: latencies in milliseconds."""

    server: str
    subscribers: int
    deliveries: int
    lost: int
    differing: int
    p50: float
    p99: float
    worst: float
    wall_seconds: float
    cpu_seconds: float
    load_cpu_share: float
    connect_cpu_micros: float
    sample: bytes = field(repr=False)

    @property
    def per_cpu_second(self) -> float:
        """Deliveries per second of CPU time of the server."""
        return self.deliveries / self.cpu_seconds


@dataclass(frozen=True, slots=True)
class Plan:
    """`events` come in rounds of `burst` with `pause` seconds from the start of one to the start of the next."""

    subscribers: int
    events: int
    burst: int = 1
    pause: float = 0.2


async def taken(server: Server, publisher: Publisher, plan: Plan, glossary: str) -> Slice:
    """The figures of one slice: join, hear all, leave."""
    crowd = Crowd(DOCUMENT, {"filter": {"glossaryIds": [glossary]}}, _token(server))
    before = cost.cpu_seconds(server.process.pid)
    crowded = await joined(crowd, server.port, plan.subscribers)
    connecting = cost.cpu_seconds(server.process.pid) - before
    try:
        await _played(publisher, Plan(plan.subscribers, 3), crowd, crowded)  # warm
        began, cpu, own = time.perf_counter(), cost.cpu_seconds(server.process.pid), time.process_time()
        await _played(publisher, plan, crowd, crowded)
        wall, load = time.perf_counter() - began, time.process_time() - own
        used = cost.cpu_seconds(server.process.pid) - cpu
    finally:
        await left(crowded)
    ranked = sorted(crowd.seconds)
    return Slice(
        server=server.name,
        subscribers=plan.subscribers,
        deliveries=len(ranked),
        lost=plan.events * plan.subscribers - len(ranked),
        differing=crowd.differing,
        p50=1000 * ranked[len(ranked) // 2],
        p99=1000 * ranked[len(ranked) * 99 // 100],
        worst=1000 * ranked[-1],
        wall_seconds=wall,
        cpu_seconds=used,
        load_cpu_share=load / wall,
        connect_cpu_micros=1e6 * connecting / plan.subscribers,
        sample=crowd.events[0],
    )


async def idle_kb(server: Server, count: int, glossary: str) -> float:
    """Resident memory that one idle subscriber takes."""
    crowd = Crowd(DOCUMENT, {"filter": {"glossaryIds": [glossary]}}, _token(server))
    first = await joined(crowd, server.port, 50)  # what the first ones make is not theirs alone
    before = cost.resident_kb(server.process.pid)
    crowded = await joined(crowd, server.port, count)
    await asyncio.sleep(2)
    after = cost.resident_kb(server.process.pid)
    await left(first + crowded)
    return (after - before) / count


async def _played(publisher: Publisher, plan: Plan, crowd: Crowd, crowded: list[Subscriber]) -> None:
    """The events went out, and were heard by all, or time ran out."""
    crowd.expect(plan.events * plan.subscribers)
    for one in crowded:
        one.place = 0
    start = time.perf_counter()
    # The garbage collector of the load must not be measured.
    gc.disable()
    try:
        for turn in range(plan.events // plan.burst):
            await asyncio.sleep(max(0.0, start + turn * plan.pause - time.perf_counter()))
            await publisher.publish(plan.burst, crowd.sent)
        async with asyncio.timeout(_MOST_SECONDS):
            await crowd.changed.wait()
    except TimeoutError:
        return
    finally:
        gc.enable()


def _token(server: Server) -> str | None:
    return stage.token(server) if server.name == "begrip" else None
