"""Validation runs and findings as the viewer may read them; runs started and canceled."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from auth.errors import Forbidden
from auth.scopes import Scope
from models import outbox, run_queue, validation_lists
from models import validation_writes as writes
from models.errors import NotFound
from models.glossary import Glossary
from models.keys import uuid7
from models.kinds import RunStatus
from models.records import DefinitionRecord, Edition, FindingRecord, RunRecord
from models.sentences import say
from models.validation_reads import FindingFilter, RunFilter
from models.validation_rows import finding_record, run_record
from resolvers import checking, definitions, filters, finding_events, glossaries, idempotency, paging, rights
from resolvers.context import Context
from resolvers.errors import Conflict, InvalidInput
from resolvers.paging import Maker, Page, Slice
from resolvers.work import Tell, work
from rules.profiles import Profile

MOST_CODES = 200


@dataclass(frozen=True, slots=True)
class Started:
    """A queued run. Every event of it has a higher number than `position`."""

    run: RunRecord
    position: int


@dataclass(frozen=True, slots=True, kw_only=True)
class StartValidation:
    """What is asked for; `rule_codes` null: every rule of the profile."""

    definition_id: UUID
    rule_codes: tuple[str, ...] | None = None
    idempotency_key: str | None = None


async def get(ctx: Context, run_id: UUID, *, path: tuple[str, ...] = ()) -> RunRecord:
    """The run.

    Raises:
        NotFound: it is absent, or hidden from this viewer.
    """
    found = await find(ctx, run_id)
    if found is None:
        raise NotFound("ValidationRun", run_id, path=path)
    return found


async def find(ctx: Context, run_id: UUID) -> RunRecord | None:
    """The run, or null when it is absent or hidden."""
    return (await validation_lists.runs_by_ids(ctx.viewer.reader, [run_id])).get(run_id)


async def latest(ctx: Context, record: DefinitionRecord) -> RunRecord | None:
    """The newest complete run of the text that the viewer reads; null when it was never validated."""
    return await ctx.loaders.latest_run.load(record)


async def page(
    ctx: Context, slice_: Slice, *, filter_: RunFilter | None = None, definition: DefinitionRecord | None = None
) -> Page[RunRecord]:
    """Runs that the viewer may read, newest first; of one definition when given."""
    if filter_ is not None:
        filters.check(filter_)
    definition_id = definition.id if definition else None
    listing = validation_lists.runs(ctx.viewer.reader, filter_, definition_id=definition_id)
    return await paging.of_listing(listing, slice_, Maker(f"runs {definition_id}", run_record))


async def findings(
    ctx: Context, owner: DefinitionRecord | RunRecord | Glossary, slice_: Slice, filter_: FindingFilter | None = None
) -> Page[FindingRecord]:
    """Findings of what the viewer reads, most severe first: open ones of a definition or glossary, all that a run reported."""
    if filter_ is not None:
        filters.check(filter_)
    match owner:
        case DefinitionRecord():
            listing = validation_lists.findings_of_definition(ctx.viewer.reader, owner, filter_)
        case RunRecord():
            listing = validation_lists.findings_of_run(ctx.viewer.reader, owner, filter_)
        case _:
            listing = validation_lists.findings_of_glossary(ctx.viewer.reader, owner.id, filter_)
    return await paging.of_listing(listing, slice_, maker_of_findings(owner.id))


def maker_of_findings(owner_id: UUID) -> Maker[FindingRecord]:
    """How a list of findings of this owner becomes a page."""
    return Maker(f"findings {owner_id}", finding_record)


async def finding(ctx: Context, finding_id: UUID, *, path: tuple[str, ...] = ()) -> FindingRecord:
    """The finding.

    Raises:
        NotFound: it is absent, or hidden from this viewer.
    """
    found = await find_finding(ctx, finding_id)
    if found is None:
        raise NotFound("Finding", finding_id, path=path)
    return found


async def find_finding(ctx: Context, finding_id: UUID) -> FindingRecord | None:
    """The finding, or null when it is absent or hidden."""
    return (await validation_lists.findings_by_ids(ctx.viewer.reader, [finding_id])).get(finding_id)


def is_stale(run: RunRecord, record: DefinitionRecord, glossary: Glossary) -> bool:
    """Whether text or profile changed since the run; a stale run cannot approve."""
    return run.text_hash != record.text_hash or run.profile_fingerprint != checking.profile_of(glossary).fingerprint


async def start(
    ctx: Context, definition_id: UUID, *, rule_codes: Sequence[str] | None = None, idempotency_key: str | None = None
) -> Started:
    """A run of the text that the viewer reads, queued for a worker.

    Raises:
        NotFound: the definition is absent, or hidden from this viewer.
        InvalidInput: an unknown rule.
    """
    ctx.viewer.must(Scope.VALIDATIONS_WRITE)
    codes = None if rule_codes is None else tuple(rule_codes)
    asked = StartValidation(definition_id=definition_id, rule_codes=codes, idempotency_key=idempotency_key)
    async with work(ctx) as tell:
        remembered = await idempotency.recall(ctx, "startValidation", asked)
        if remembered is not None:
            return Started(await get(ctx, UUID(str(remembered["id"]))), int(str(remembered["position"])))
        position = (await outbox.head()).seq
        run = await _queue(ctx, asked, tell)
        await idempotency.remember(ctx, "startValidation", asked, {"id": str(run.id), "position": position})
    return Started(run, position)


async def cancel(ctx: Context, run_id: UUID) -> RunRecord:
    """The run, canceled.

    Raises:
        NotFound: it is absent, or hidden from this viewer.
        Forbidden: somebody else started it.
        Conflict: it ended before.
    """
    ctx.viewer.must(Scope.VALIDATIONS_WRITE)
    run = await get(ctx, run_id, path=("runId",))
    if not (rights.is_editor(ctx.viewer) or run.started_by_id == ctx.viewer.user_id):
        raise Forbidden(said=say("not-your-run"))
    if run.status is RunStatus.CANCELED:
        return run
    async with work(ctx) as tell:
        canceled = await run_queue.cancel(run_id)
        if canceled is None:
            raise Conflict(say("run-ended"), path=("runId",))
        run, before = canceled
        definition = await writes.definition(run.definition_id)
        tell(finding_events.status_changed(definition, run, before))
        tell.audit("validation.cancel", "ValidationRun", run.id)
    return run


def known_codes(codes: Sequence[str], profile: Profile) -> tuple[str, ...]:
    """The codes, each once: of built-in rules and of the glossary's own.

    Raises:
        InvalidInput: none, too many, or one that no such rule has.
    """
    if not 1 <= len(codes) <= MOST_CODES:
        raise InvalidInput(say("rule-code-count", most=MOST_CODES), path=("ruleCodes",), constraint="max-items")
    for place, code in enumerate(codes):
        if profile.find(code) is None:
            raise InvalidInput(say("unknown-rule"), path=("ruleCodes", str(place)), constraint="rule-code")
    return tuple(dict.fromkeys(codes))


async def _queue(ctx: Context, asked: StartValidation, tell: Tell) -> RunRecord:
    record = await definitions.find(ctx, asked.definition_id)
    rows = [] if record is None else await writes.lock_definitions([record.id])
    if record is None or not rows:
        raise NotFound("Definition", asked.definition_id, path=("definitionId",))
    glossary = await glossaries.get(ctx, record.glossary_id)
    profile = checking.profile_of(glossary)
    codes = None if asked.rule_codes is None else known_codes(asked.rule_codes, profile)
    row = rows[0]
    is_working = record.edition is Edition.WORKING
    new = writes.NewRun(
        id=uuid7(),
        definition_id=record.id,
        version_number=finding_events.version_of(row) if is_working else record.version,
        text_hash=row.text_hash if is_working else record.text_hash,
        profile_fingerprint=profile.fingerprint,
        status=RunStatus.QUEUED,
        rule_codes=None if codes is None else list(codes),
        started_by_id=ctx.viewer.user_id,
    )
    run = (await writes.insert_runs([new]))[new.id]
    tell(finding_events.status_changed(row, run, before=None))
    tell.audit("validation.start", "ValidationRun", run.id)
    return run
