"""The judge: what the log of PostgreSQL holds against what was acknowledged and what each subscriber heard."""

# ruff: noqa: ASYNC110 - what is waited for happens in other processes

import asyncio
import itertools
import time
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from schema import ids
from tests.reliability.place import Place
from tests.reliability.subscriber import Subscriber
from tests.reliability.writer import Writer

_TYPES = ("DefinitionCreated", "DefinitionUpdated", "DefinitionStatusChanged", "DefinitionRemoved")


@dataclass(frozen=True, slots=True)
class Verdict:
    """Counts of faults over all subscribers; all but `told` must be zero."""

    told: int
    """Events of the stream in the log."""
    lost: int = 0
    doubled: int = 0
    misplaced: int = 0
    gaps: int = 0
    broken: int = 0
    """Messages that carried errors instead of an event."""
    unlogged: int = 0
    """Acknowledged mutations that the log does not know exactly once."""
    holes: int = 0
    """Numbers that no event has."""

    @property
    def is_clean(self) -> bool:
        """Whether nothing was lost, doubled or misplaced."""
        return self.told > 0 and not any(
            (self.lost, self.doubled, self.misplaced, self.gaps, self.broken, self.unlogged, self.holes)
        )


async def judged(
    place: Place,
    subscribers: Sequence[Subscriber],
    writer: Writer | None = None,
    *,
    after: int = 0,
    seconds: float = 180,
) -> Verdict:
    """The verdict, once the outbox is empty and every subscriber has heard the last event, or had `seconds` to."""
    log = await _log(place, after)
    last = log[-1][0] if log else 0
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline and not all(one.heard and one.heard[-1].seq >= last for one in subscribers):
        await asyncio.sleep(0.02)
    expected = [(seq, kind, id_) for seq, kind, id_ in log]
    lost = doubled = misplaced = 0
    for one in subscribers:
        heard = [(found.seq, found.kind, found.id) for found in one.heard]
        lost += len(set(expected) - set(heard))
        doubled += len(heard) - len(set(heard))
        misplaced += sum(former >= later for (former, *_), (later, *_) in itertools.pairwise(heard))
        misplaced += len(set(heard) - set(expected))
    return Verdict(
        told=len(log),
        lost=lost,
        doubled=doubled,
        misplaced=misplaced,
        gaps=sum(one.gaps for one in subscribers),
        broken=sum(len(one.errors) for one in subscribers),
        unlogged=_unlogged(log, writer),
        holes=await _holes(place),
    )


def recovery(subscribers: Sequence[Subscriber], writer: Writer, since: float) -> float:
    """Seconds from the end of a fault until a change acknowledged after it, and so all before, had reached every subscriber."""
    id_ = next(id_ for id_, at in writer.acknowledged.values() if at > since)
    return max(one.arrivals[id_] for one in subscribers) - since


async def is_changed_since(writer: Writer, since: float, seconds: float = 120) -> None:
    """A mutation was acknowledged after that moment."""
    async with asyncio.timeout(seconds):
        while not any(at > since for _, at in writer.acknowledged.values()):
            await asyncio.sleep(0.01)


def _unlogged(log: list[tuple[int, str, str]], writer: Writer | None) -> int:
    if writer is None:
        return 0
    created = [id_ for _, kind, id_ in log if kind == "DefinitionCreated"]
    counts = {id_: created.count(id_) for id_ in {id_ for id_, _ in writer.acknowledged.values()}}
    distinct = len(counts) == len(writer.acknowledged)
    return sum(count != 1 for count in counts.values()) + (not distinct)


async def _log(place: Place, after: int) -> list[tuple[int, str, str]]:
    connection = await place.connect()
    try:
        async with asyncio.timeout(60):
            while await connection.fetchval("SELECT count(*) FROM outbox"):
                await asyncio.sleep(0.02)
        rows = await connection.fetch(
            "SELECT seq, type, data ->> 'definition_id' AS id FROM event_log WHERE type = ANY($1) AND seq > $2"
            " AND (data ? 'version' OR type = 'DefinitionRemoved') ORDER BY seq",  # without it: poison of ours
            list(_TYPES),
            after,
        )
    finally:
        await connection.close()
    return [(row["seq"], row["type"], ids.encode("Definition", UUID(row["id"]))) for row in rows]


async def _holes(place: Place) -> int:
    connection = await place.connect()
    try:
        count, least, most = await connection.fetchrow("SELECT count(*), min(seq), max(seq) FROM event_log")
    finally:
        await connection.close()
    return int(most - least + 1 - count) if count else 0
