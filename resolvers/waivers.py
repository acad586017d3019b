"""Findings that somebody accepts with a reason, and acceptances taken back."""

from datetime import UTC, datetime
from uuid import UUID

from auth.scopes import Scope
from models import validation_writes as writes
from models import waiver_rows
from models.definition import Definition
from models.records import FindingRecord
from models.sentences import say
from resolvers import bounds, finding_events, rights, validations
from resolvers.context import Context
from resolvers.errors import Conflict, InvalidInput
from resolvers.finding_events import Finder
from resolvers.work import Tell, work
from subscriptions.events import FindingChanged

REASON_LENGTH = 1_000


async def waive(ctx: Context, finding_id: UUID, *, reason: str, expires_at: datetime | None = None) -> FindingRecord:
    """The finding, waived: its fingerprint no longer blocks a step, in this run and in later ones. An earlier waiver ends.

    Raises:
        NotFound: it is absent, or hidden from this viewer.
        Forbidden: the viewer may not change the definition.
        InvalidInput: no reason, one too long, or an end that has passed.
    """
    ctx.viewer.must(Scope.VALIDATIONS_WRITE)
    why = bounds.text(reason, path=("reason",), most=REASON_LENGTH)
    if expires_at is not None and expires_at <= datetime.now(UTC):
        raise InvalidInput(say("in-the-past"), path=("expiresAt",), constraint="future")
    async with work(ctx) as tell:
        finding, definition = await _locked(ctx, finding_id)
        await waiver_rows.add(
            definition.id, finding.fingerprint, reason=why, waived_by=ctx.viewer.user_id, expires_at=expires_at
        )
        await _tell_changed(definition, finding, tell)
        tell.audit(
            "finding.waive",
            "Finding",
            finding.id,
            [{"path": ["waiver", "reason"], "before": _reason(finding), "after": why}],
        )
        return await validations.finding(ctx, finding_id)


async def revoke(ctx: Context, finding_id: UUID) -> FindingRecord:
    """The finding, no longer waived.

    Raises:
        NotFound: it is absent, or hidden from this viewer.
        Forbidden: the viewer may not change the definition.
        Conflict: it is not waived.
    """
    ctx.viewer.must(Scope.VALIDATIONS_WRITE)
    async with work(ctx) as tell:
        finding, definition = await _locked(ctx, finding_id)
        if not await waiver_rows.end(definition.id, finding.fingerprint, ended_by=ctx.viewer.user_id):
            raise Conflict(say("finding-not-waived"), path=("findingId",))
        await _tell_changed(definition, finding, tell)
        tell.audit(
            "finding.revoke-waiver",
            "Finding",
            finding.id,
            [{"path": ["waiver", "reason"], "before": _reason(finding), "after": None}],
        )
        return await validations.finding(ctx, finding_id)


async def _locked(ctx: Context, finding_id: UUID) -> tuple[FindingRecord, Definition]:
    seen = await validations.finding(ctx, finding_id, path=("findingId",))
    rows = await writes.lock_definitions([seen.definition_id])
    definition = rights.writable(ctx.viewer, rows[0] if rows else None, seen.definition_id)
    return await validations.finding(ctx, finding_id), definition


async def _tell_changed(definition: Definition, finding: FindingRecord, tell: Tell) -> None:
    drafts = await finding_events.drafts([finding.evidence])
    author_id = Finder(definition, finding.run_id, drafts=drafts).author_of(finding.evidence)
    for touched in await waiver_rows.touched(definition.id, finding.fingerprint, definition.established_version):
        tell(
            FindingChanged(
                previous_finding_id=touched.id,
                finding_id=touched.id,
                run_id=None,
                definition_id=definition.id,
                glossary_id=definition.glossary_id,
                author_id=author_id,
                severity=touched.severity,
                concerns_force=touched.is_in_force,
            )
        )


def _reason(finding: FindingRecord) -> str | None:
    return finding.waiver.reason if finding.waiver else None
