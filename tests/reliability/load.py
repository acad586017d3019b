"""A place under load: a writer at work, subscribers that follow, and the measures that the scenarios share."""

# ruff: noqa: ASYNC110 - what is waited for happens in other processes

import asyncio
import contextlib
import time
from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import dataclass, field

from tests.reliability import judge
from tests.reliability.judge import Verdict
from tests.reliability.keeper import wait_for
from tests.reliability.place import Place, ask
from tests.reliability.subscriber import Subscriber, place_of
from tests.reliability.writer import Writer

RECOVERY_SECONDS = 2.0
"""Goal of every scenario: from the end of the fault until all is as before."""
_PATIENCE_SECONDS = 120.0


@dataclass(slots=True)
class Load:
    """What is at work."""

    place: Place
    writer: Writer
    cursor: str
    """Before the first event."""
    writing: "asyncio.Task[None]"
    followers: list[Subscriber] = field(default_factory=list)
    tasks: "list[asyncio.Task[None]]" = field(default_factory=list)

    def follow(self, count: int, port: Callable[[int], int] | None = None, **options: float) -> list[Subscriber]:
        """So many more subscribers, from the first event on, spread over the servers."""
        chosen = port or (lambda number: self.place.ports[number % len(self.place.ports)])
        new = [
            Subscriber(lambda number=number: chosen(number), lambda: self.place.token, self.cursor, **options)  # type: ignore[misc,arg-type]
            for number in range(count)
        ]
        self.followers += new
        self.tasks += [asyncio.ensure_future(one.follow()) for one in new]
        return new

    async def verdict(self, followers: Sequence[Subscriber] | None = None) -> Verdict:
        """The verdict on events since the start, for these subscribers or all."""
        return await judge.judged(self.place, followers or self.followers, after=place_of(self.cursor)[1])

    async def joined(self, seconds: float = _PATIENCE_SECONDS) -> None:
        """Everybody's stream stands."""
        async with asyncio.timeout(seconds):
            for one in self.followers:
                await one.joined.wait()

    async def written(self, count: int) -> None:
        """So many more mutations were acknowledged."""
        wanted = len(self.writer.acknowledged) + count
        async with asyncio.timeout(_PATIENCE_SECONDS):
            while len(self.writer.acknowledged) < wanted:
                await asyncio.sleep(0.01)

    async def recovered(self, ended: float, seconds: float = _PATIENCE_SECONDS) -> float:
        """Seconds from the end of the fault until what was changed after it had reached everybody."""
        await judge.is_changed_since(self.writer, ended, seconds)
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            with contextlib.suppress(KeyError):
                return judge.recovery(self.followers, self.writer, ended)
            await asyncio.sleep(0.02)
        last = max((one.heard[-1].seq for one in self.followers if one.heard), default=0)
        late = [
            (bool(one.joined.is_set()), one.heard[-1].seq if one.heard else 0, one.ends[-2:])
            for one in self.followers
            if not one.heard or one.heard[-1].seq < last
        ]
        raise AssertionError(f"{len(late)} of {len(self.followers)} are behind {last}: {late[:3]}")

    async def judged(self) -> Verdict:
        """The verdict, after the writer has had all its answers."""
        self.writer.stopped.set()
        async with asyncio.timeout(_PATIENCE_SECONDS):
            await self.writing
        return await judge.judged(self.place, self.followers, self.writer)


@contextlib.asynccontextmanager
async def under_load(place: Place, count: int = 3, **options: float) -> AsyncIterator[Load]:
    """Mutations flow and `count` subscribers hear of them."""
    writer = Writer(place, **options)  # type: ignore[arg-type]
    cursor = str(ask(place, "{ eventCursor }")["eventCursor"])
    writing = asyncio.ensure_future(writer.run())
    load = Load(place, writer, cursor, writing)
    load.follow(count)
    try:
        await load.joined()
        await load.written(30)
        yield load
        await writing
    finally:
        for task in [*load.tasks, writing]:
            task.cancel()
        await asyncio.gather(*load.tasks, writing, return_exceptions=True)


async def killed(place: Place, name: str, is_back: Callable[[], bool]) -> float:
    """The moment at which the process answered again after kill -9."""
    before = place.keeper.starts[name]
    await asyncio.to_thread(place.keeper.kill, name)
    await asyncio.to_thread(wait_for, lambda: place.keeper.starts[name] > before and is_back(), f"{name} back")
    return time.time()


@contextlib.asynccontextmanager
async def listening(
    place: Place, count: int, port: Callable[[int], int] | None = None, **options: float
) -> AsyncIterator[Load]:
    """`count` subscribers and no mutations: for events made in bulk."""
    writer = Writer(place)
    writer.stopped.set()
    cursor = str(ask(place, "{ eventCursor }")["eventCursor"])
    load = Load(place, writer, cursor, asyncio.ensure_future(asyncio.sleep(0)))
    load.follow(count, port, **options)
    try:
        await load.joined(60)
        yield load
    finally:
        for task in load.tasks:
            task.cancel()
        await asyncio.gather(*load.tasks, return_exceptions=True)


def quantile(values: Sequence[float], share: float) -> float:
    """The value that so large a share does not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]


def told(verdict: Verdict, seconds: Sequence[float] = ()) -> str:
    """The figure of a scenario, as a sentence."""
    faults = f"{verdict.told} events: {verdict.lost} lost, {verdict.doubled} doubled, {verdict.misplaced} out of order"
    return f"{faults}; recovered after {', '.join(f'{one:.2f}' for one in seconds)} s" if seconds else faults
