"""Single runs carried out: claimed, checked outside any transaction, settled inside one."""

import logging
from dataclasses import replace
from datetime import timedelta

from models import glossary_reads, run_queue, visibility
from models import validation_writes as writes
from models.definition import Definition
from models.kinds import RunStatus
from models.run_queue import Claim
from resolvers import checking, finding_events, settlement
from resolvers.checking import Checked, Failure
from resolvers.context import Context
from resolvers.settlement import Settlement
from resolvers.work import Tell, work
from rules.marks import Report
from subscriptions import events

LEASE = timedelta(seconds=30)
BACKOFF = timedelta(seconds=2)

_logger = logging.getLogger(__name__)


async def work_one(ctx: Context) -> bool:
    """Whether there was a run to carry out; it ended, or waits for its next attempt."""
    claim = await _claimed(ctx)
    if claim is None:
        return False
    try:
        await _finish(ctx, claim, await _checked(claim))
    except Exception:
        _logger.exception("run %s failed at attempt %d", claim.run.id, claim.attempt)
        await run_queue.put_back(claim, BACKOFF * 2**claim.attempt)
    return True


async def _claimed(ctx: Context) -> Claim | None:
    async with work(ctx) as tell:
        claim = await run_queue.claim(LEASE)
        if claim is not None and claim.before is RunStatus.QUEUED:
            definition = await writes.definition(claim.run.definition_id)
            tell(_status_changed(definition, claim, claim.run.status))
    return claim


async def _checked(claim: Claim) -> Checked:
    if claim.is_exhausted:
        return Failure(f"the run was interrupted {run_queue.MOST_ATTEMPTS} times")
    version = await run_queue.content(claim.run)
    if version is None:
        return Failure("the version to be checked is gone")
    definition = await writes.definition(claim.run.definition_id)
    glossary = (await glossary_reads.by_ids(visibility.EVERYTHING, [definition.glossary_id]))[definition.glossary_id]
    return await checking.report(version, glossary, claim.codes)


async def _finish(ctx: Context, claim: Claim, checked: Checked) -> None:
    async with work(ctx) as tell:
        rows = await writes.lock_definitions([claim.run.definition_id])
        if rows and await run_queue.holds(claim):
            await _settle(rows[0], claim, checked, tell)


async def _settle(definition: Definition, claim: Claim, checked: Checked, tell: Tell) -> None:
    # A run of a text that was replaced meanwhile keeps its result to itself: the save of the new text made its own.
    is_current = definition.text_hash == claim.run.text_hash
    version = finding_events.version_of(definition) if is_current else claim.run.version_number
    run = await writes.finish_run(checking.outcome(_ending(claim, version), checked))
    if run is None:
        return
    if isinstance(checked, Report):
        tell(_progressed(definition, claim, checked))
        if is_current:
            await settlement.settle([Settlement(definition, run, checked, claim.codes)], tell)
    tell(replace(_status_changed(definition, replace(claim, run=run), run.status), before=RunStatus.RUNNING))


def _ending(claim: Claim, version: int) -> writes.NewRun:
    run = claim.run
    return writes.NewRun(
        id=run.id,
        definition_id=run.definition_id,
        version_number=version,
        text_hash=run.text_hash,
        profile_fingerprint=run.profile_fingerprint,
        status=RunStatus.FAILED,
    )


def _concerns_force(definition: Definition, claim: Claim) -> bool:
    if definition.text_hash == claim.run.text_hash:
        return finding_events.concerns_force(definition)
    return claim.run.version_number == definition.established_version


def _status_changed(definition: Definition, claim: Claim, after: RunStatus) -> events.ValidationStatusChanged:
    told = finding_events.status_changed(definition, claim.run, claim.before)
    return replace(told, after=after, concerns_force=_concerns_force(definition, claim))


def _progressed(definition: Definition, claim: Claim, report: Report) -> events.ValidationProgressed:
    return events.ValidationProgressed(
        run_id=claim.run.id,
        definition_id=definition.id,
        glossary_id=definition.glossary_id,
        author_id=definition.created_by_id,
        evaluated_rule_count=report.rule_count,
        rule_count=report.rule_count,
        concerns_force=_concerns_force(definition, claim),
    )
