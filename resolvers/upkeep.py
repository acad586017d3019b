"""Upkeep of what is known across a glossary: changes taken up, the web of the glossary brought up to date, findings stored.

Every step may be the last: changes wait until all that they lead to is stored, and whoever takes them up again finds what
is stored already and stores only what is not.
"""

import asyncio
import logging
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from models import glossary_changes, glossary_reads, visibility
from models.glossary import Glossary
from models.glossary_changes import Lease, Waiting
from models.job_queue import LeaseLost
from resolvers import checking, upkeep_items, upkeep_storing
from resolvers.upkeep_items import Read
from resolvers.upkeep_memory import Known, Memory
from resolvers.upkeep_storing import LEASE, Judged
from rules.web.web import Web

HEARTBEAT = timedelta(seconds=10)
BACKOFF = timedelta(seconds=10)
"""How long a glossary is left alone after a failure."""
BATCH = 500
"""Definitions judged at a time: in between, others get their turn."""

_logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Look:
    """What one look at a glossary is about: its web as it is now, and the definitions to be judged."""

    known: Known
    candidates: Collection[str]
    archived: Sequence[Read] = ()


async def work_one(memory: Memory) -> bool:
    """Whether a glossary had changes; they are dealt with, or wait for another look."""
    async with memory.claimed(LEASE) as held:
        if held is None:
            return False
        try:
            await _kept(memory, held)
        except* LeaseLost:
            memory.forget(held.glossary_id)
            _logger.warning("glossary %s went to another worker", held.glossary_id)
        except* Exception:
            # What was put into the web is not stored, so the web no longer tells what is new.
            memory.forget(held.glossary_id)
            _logger.exception("the upkeep of glossary %s failed", held.glossary_id)
            await glossary_changes.put_off(held, BACKOFF)
    return True


async def _kept(memory: Memory, held: Lease) -> None:
    async with asyncio.TaskGroup() as tasks:
        heartbeat = tasks.create_task(_beat(held))
        await look(memory, held)
        heartbeat.cancel()


async def look(memory: Memory, held: Lease) -> int:
    """How many runs were made; everything that waited in the glossary is dealt with.

    Raises:
        LeaseLost: somebody else looks after the glossary by now.
    """
    # Before profile and texts: a change committed in between is in them already, and its row is looked at again.
    waiting = await glossary_changes.waiting(held.glossary_id)
    glossary = (await glossary_reads.by_ids(visibility.EVERYTHING, [held.glossary_id]))[held.glossary_id]
    known = memory.recall(glossary.id)
    memory.forget(glossary.id)
    seen = await _seen(held, glossary, waiting, known)
    count = 0
    for batch in _batches(sorted(seen.candidates)):
        count += await upkeep_storing.store(held, glossary, await asyncio.to_thread(_judged, seen.known, batch))
    count += await upkeep_storing.store(held, glossary, [_unjudged(read) for read in seen.archived])
    await glossary_changes.done(held, waiting.ids, LEASE)
    memory.remember(glossary.id, seen.known)
    return count


async def _seen(held: Lease, glossary: Glossary, waiting: Waiting, known: Known | None) -> Look:
    profile = checking.profile_of(glossary)
    if known is None or not known.is_of(profile, glossary.locales):
        known = Known(Web(profile, locales=glossary.locales), generation=-1)
    if known.generation != held.generation:
        return await _seen_whole(held, glossary, known)
    reads = await upkeep_items.some(glossary.id, waiting.definition_ids, waiting.concept_ids)
    affected = await asyncio.to_thread(_brought_in, known, reads, {str(one) for one in waiting.definition_ids})
    touched = {read.item.id for read in reads if not read.is_archived}
    return Look(known, affected | touched, [read for read in reads if read.is_archived])


async def _seen_whole(held: Lease, glossary: Glossary, known: Known) -> Look:
    """Everything is read: somebody else may have looked after the glossary, or nobody."""
    reads = await upkeep_items.everything(glossary.id)
    await asyncio.to_thread(_brought_in, known, reads, set(known.versions))
    known.generation = held.generation
    return Look(known, list(known.versions))


def _brought_in(known: Known, reads: Sequence[Read], ids: set[str]) -> set[str]:
    """The web holds what was read; of `ids` what was not, or is archived, is gone. Whose findings may be others now."""
    items = [read.item for read in reads if not read.is_archived]
    gone = ids - {item.id for item in items}
    affected = known.web.remove(gone) | known.web.put(items)
    known.versions.update((read.item.id, read.version) for read in reads if not read.is_archived)
    for one in gone:
        known.versions.pop(one, None)
    return affected


def _judged(known: Known, ids: Iterable[str]) -> list[Judged]:
    return [
        Judged(UUID(one), known.versions[one], known.web.item(one).entry, found)
        for one, found in known.web.findings_of([one for one in ids if one in known.web])
    ]


def _unjudged(read: Read) -> Judged:
    """An archived definition: nothing across the glossary is held against it."""
    return Judged(UUID(read.item.id), read.version, read.item.entry, ())


def _batches(ids: Sequence[str]) -> Iterable[Sequence[str]]:
    return (ids[start : start + BATCH] for start in range(0, len(ids), BATCH))


async def _beat(held: Lease) -> None:
    while True:
        await asyncio.sleep(HEARTBEAT.total_seconds())
        await glossary_changes.hold(held, LEASE)
