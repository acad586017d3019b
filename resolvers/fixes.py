"""Fixes of findings, applied to the working text of their definition because somebody asked."""

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from auth.scopes import Scope
from models import definition_writes, fix_reads
from models.definition import Definition
from models.errors import NotFound
from models.fix_reads import StoredFix
from models.kinds import DefinitionStatus
from models.records import DefinitionRecord
from models.sentences import say
from resolvers import authoring, bounds, content, idempotency, locking
from resolvers.authoring import Plan
from resolvers.content import Wording
from resolvers.context import Context
from resolvers.errors import Conflict, InvalidInput, StaleValidation
from resolvers.inputs import ApplyFixes
from resolvers.work import work
from rules import edits
from rules.marks import TextEdit

MOST_FIXES = 50
ACTION = "definition.applyFixes"
PATH = ("definitionId",)


async def apply(ctx: Context, input_: ApplyFixes) -> DefinitionRecord:
    """The definition with all these fixes made, as one edit: one version, one run, a draft again.

    Raises:
        NotFound: the definition is absent or hidden from the viewer, or has no such finding.
        Forbidden: it is somebody else's.
        DefinitionConflict: somebody else changed it meanwhile.
        Conflict: it is archived, or a finding is resolved.
        InvalidInput: none or too many, one twice, one without a fix, two that change the same place, a text too long.
        StaleValidation: the finding is of another text.
        IdempotencyKeyReused: the key came with another input.
    """
    ctx.viewer.must(Scope.DEFINITIONS_WRITE)
    _check(input_)
    found = await authoring.writable(ctx, input_.definition_id, path=PATH)
    plan = await _plan(found, input_) if found.version == input_.expected_version else None
    async with work(ctx) as tell:
        known = await idempotency.recall(ctx, "applyFixes", input_)
        if known is None:
            row = await locking.definition(
                ctx, input_.definition_id, expected_version=input_.expected_version, path=PATH
            )
            # A run may have changed findings since they were read; the rules run under lock only if it did.
            if plan is None or await _wording(row, input_) != plan.wording:
                plan = await _plan(row, input_)
            await authoring.carry_out(tell, row, plan=plan, concept_id=row.concept_id)
            await idempotency.remember(ctx, "applyFixes", input_, {"id": str(row.id)})
    return await authoring.again(ctx, known) if known is not None else definition_writes.record(row)


def _check(input_: ApplyFixes) -> None:
    bounds.count(input_.finding_ids, path=("findingIds",), most=MOST_FIXES)
    if not input_.finding_ids:
        raise InvalidInput(say("no-finding-named"), path=("findingIds",), constraint="min-items")
    bounds.distinct(input_.finding_ids, path=("findingIds",))


async def _plan(row: Definition, input_: ApplyFixes) -> Plan:
    return await authoring.planned(row, await _wording(row, input_), note=input_.note, action=ACTION)


async def _wording(row: Definition, input_: ApplyFixes) -> Wording:
    if row.status is DefinitionStatus.ARCHIVED:
        raise Conflict(say("archived"), path=PATH)
    stored = await fix_reads.of_findings(row.id, input_.finding_ids)
    chosen = [_fix(stored, key, place=place) for place, key in enumerate(input_.finding_ids)]
    _keep_apart(chosen)
    before = content.of(row)
    return replace(before, text=bounds.body(edits.applied(before.text, chosen), path=("findingIds",)))


def _fix(stored: dict[UUID, StoredFix], key: UUID, *, place: int) -> TextEdit:
    path, fix = ("findingIds", str(place)), stored.get(key)
    if fix is None:
        raise NotFound("Finding", key, path=path)
    if not fix.is_open:
        raise Conflict(say("finding-resolved"), path=path)
    if fix.edit is None:
        raise InvalidInput(say("no-fix"), path=path, constraint="no-fix")
    if not fix.is_current:
        raise StaleValidation(say("stale-finding"), path=path)
    return fix.edit


def _keep_apart(chosen: Sequence[TextEdit]) -> None:
    found = edits.overlap(chosen)
    if found is not None:
        first, second = found
        said = say("overlapping-fix", first=str(first))
        raise InvalidInput(said, path=("findingIds", str(second)), constraint="overlap")
