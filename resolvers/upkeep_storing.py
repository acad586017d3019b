"""What was found across a glossary, stored: whole runs of those definitions for which something is new, a hundred at a time."""

import asyncio
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from auth.viewer import SYSTEM
from models import finding_writes, glossary_changes, upkeep_reads
from models import validation_writes as writes
from models.finding_writes import Standing
from models.glossary import Glossary
from models.glossary_changes import Lease
from models.kinds import DefinitionStatus
from models.upkeep_reads import State
from resolvers import checking, finding_changes, finding_events, settlement
from resolvers.context import Context
from resolvers.settlement import Settlement
from resolvers.work import work
from rules.entry import Entry
from rules.marks import Finding, Report
from rules.web import reports

LEASE = timedelta(seconds=30)
CHUNK = 100
"""Definitions per transaction: an author who saves one of them waits for the others."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A definition as it was read, and what the rules across the glossary found."""

    id: UUID
    version: int
    entry: Entry
    found: tuple[Finding, ...]


async def store(held: Lease, glossary: Glossary, judged: Sequence[Judged]) -> int:
    """How many runs it took until findings, scores and runs are as judged.

    A text that changed since it was read is passed over: its save asks for another look.

    Raises:
        LeaseLost: somebody else looks after the glossary by now.
    """
    pending = await _pending(glossary, judged)
    count = 0
    for start in range(0, len(pending), CHUNK):
        count += await _store(held, glossary, pending[start : start + CHUNK])
    return count


async def _pending(glossary: Glossary, judged: Sequence[Judged]) -> list[Judged]:
    ids = [one.id for one in judged]
    states = await upkeep_reads.states(ids, checking.profile_of(glossary).fingerprint)
    standing = await finding_writes.standing_findings(ids, is_web=True)
    return sorted(_news(judged, states, standing), key=_id)


def _news(
    judged: Sequence[Judged], states: Mapping[UUID, State], standing: Mapping[UUID, Sequence[Standing]]
) -> Iterator[Judged]:
    for one in judged:
        state = states.get(one.id)
        if state is None or state.version != one.version:
            continue
        is_settled = state.is_whole or state.status is DefinitionStatus.ARCHIVED
        changes = finding_changes.compare(standing.get(one.id, ()), finding_changes.found(one.found))
        if not is_settled or changes.opened or changes.changed or changes.resolved:
            yield one


async def _store(held: Lease, glossary: Glossary, chunk: Sequence[Judged]) -> int:
    wholes = await asyncio.to_thread(_wholes, glossary, chunk)
    async with work(Context(SYSTEM, f"upkeep-{glossary.id}")) as tell:
        await glossary_changes.hold(held, LEASE)
        rows = await writes.lock_definitions(list(wholes))
        cases = [(row, *wholes[row.id]) for row in rows if row.version == wholes[row.id][0].version]
        new = [
            checking.new_run(row, report, glossary=glossary, started_by=None, is_web=True) for row, _, report in cases
        ]
        runs = await writes.insert_runs(new)
        settlements = [
            Settlement(row, runs[run.id], report, web=one.found)
            for (row, one, report), run in zip(cases, new, strict=True)
        ]
        await settlement.settle(settlements, tell)
        for case in settlements:
            tell(finding_events.status_changed(case.definition, case.run, before=None))
    return len(cases)


def _wholes(glossary: Glossary, chunk: Sequence[Judged]) -> dict[UUID, tuple[Judged, Report]]:
    """The whole reports; without those whose text the rules cannot check, which the log tells of."""
    profile = checking.profile_of(glossary)
    wholes = {}
    for one in chunk:
        own = checking.check_entry(one.entry, glossary)
        if isinstance(own, Report):
            wholes[one.id] = one, reports.merged(own, one.found, profile, one.entry)
    return wholes


def _id(one: Judged) -> UUID:
    return one.id
