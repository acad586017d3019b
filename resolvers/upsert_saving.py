"""A planned bulk upsert carried out inside its transaction: everything is decided under lock before the first write."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from models import definition_keys, definition_writes
from models.definition import Definition
from models.errors import NotFound, Refusal
from models.glossary import Glossary
from models.kinds import DefinitionStatus
from models.records import DefinitionRecord
from models.sentences import say
from resolvers import bulk_results, locking, places, rights, saving
from resolvers.bulk_results import BulkItem, BulkOutcome
from resolvers.checking import Checked
from resolvers.content import Wording
from resolvers.errors import Conflict
from resolvers.inputs import BulkUpsert, OnError, Unset
from resolvers.places import Place, Places
from resolvers.saving import NewContent, NewText
from resolvers.upserting import Plan
from resolvers.work import Tell


@dataclass(slots=True, kw_only=True)
class Case:
    """A plan under lock: what it will write, or why it cannot."""

    plan: Plan
    refusal: Refusal | None = None
    creation: NewText | None = None
    change: NewContent | None = None
    before: DefinitionRecord | None = None
    row: Definition | None = None


async def carry_out(tell: Tell, glossary: Glossary, *, plans: Sequence[Plan], input_: BulkUpsert) -> list[BulkItem]:
    """The results in the order of the plans. Nothing is written when a refusal would undo it anyway."""
    rows = await definition_writes.lock(
        plan.found.id for plan in plans if plan.found is not None and plan.refusal is None and plan.wording is not None
    )
    wanted = {plan.item.concept_id for plan in plans if isinstance(plan.item.concept_id, UUID)}
    spots = await places.lock(tell.ctx.viewer, glossary.id, concept_ids=wanted)
    cases = [await _case(tell, plan, rows=rows, spots=spots) for plan in plans]
    if input_.on_error is OnError.SKIP_FAILED or all(case.refusal is None for case in cases):
        await _write(tell, glossary, cases=cases)
    return [_item(case, is_dry_run=input_.is_dry_run) for case in cases]


async def _case(tell: Tell, plan: Plan, *, rows: dict[UUID, Definition], spots: Places) -> Case:
    if plan.refusal is not None or plan.wording is None or plan.checked is None:
        return Case(plan=plan, refusal=plan.refusal, row=plan.found)
    if plan.found is None:
        return _creation(plan, plan.wording, checked=plan.checked, spots=spots)
    row = rows.get(plan.found.id)
    if row is None:
        return Case(plan=plan, refusal=NotFound("Definition", plan.found.id, path=("id",)))
    refusal = await _obstacle(tell, plan.found, row=row)
    if refusal is not None:
        return Case(plan=plan, refusal=refusal)
    return await _change(
        plan, NewContent(row=row, wording=plan.wording, concept_id=None, checked=plan.checked), spots=spots
    )


def _creation(plan: Plan, wording: Wording, *, checked: Checked, spots: Places) -> Case:
    concept_id = None if isinstance(plan.item.concept_id, Unset) else plan.item.concept_id
    place = None if concept_id is None else Place(concept_id=concept_id, locale=wording.locale)
    refusal = None if place is None else spots.refusal(place)
    return Case(plan=plan, refusal=refusal, creation=NewText(wording=wording, concept_id=concept_id, checked=checked))


async def _obstacle(tell: Tell, found: Definition, *, row: Definition) -> Refusal | None:
    try:
        rights.writable(tell.ctx.viewer, row, row.id)
    except Refusal as refusal:
        return refusal
    if row.version != found.version:
        return await locking.conflict(row, found.version)
    if row.status is DefinitionStatus.ARCHIVED:
        return Conflict(say("archived"), path=("id",))
    return None


async def _change(plan: Plan, change: NewContent, *, spots: Places) -> Case:
    row, concept_id = change.row, plan.item.concept_id
    target: UUID | None = row.concept_id
    if concept_id is None:
        target = row.concept_id if await definition_keys.is_alone(row.id, row.concept_id) else None
    elif not isinstance(concept_id, Unset) and concept_id != row.concept_id:
        refusal = spots.refusal(Place(concept_id=concept_id, locale=row.locale, definition_id=row.id))
        if refusal is not None:
            return Case(plan=plan, refusal=refusal)
        target = concept_id
    if saving.is_same(row, change.wording, concept_id=target):
        return Case(plan=plan, row=row)
    return Case(plan=plan, change=replace(change, concept_id=target), before=definition_writes.record(row), row=row)


async def _write(tell: Tell, glossary: Glossary, *, cases: Sequence[Case]) -> None:
    creating = [case for case in cases if case.refusal is None and case.creation is not None]
    created = await saving.create(tell, glossary, texts=[case.creation for case in creating if case.creation])
    for case, row in zip(creating, created, strict=True):
        case.row = row
    await saving.change(tell, glossary, changes=[case.change for case in cases if case.change])


def _item(case: Case, *, is_dry_run: bool) -> BulkItem:
    index = case.plan.index
    if case.refusal is not None:
        return bulk_results.refused(index, case.refusal)
    record = None if case.row is None else definition_writes.record(case.row)
    if case.creation is not None:
        return BulkItem(index=index, outcome=BulkOutcome.CREATED, definition=None if is_dry_run else record)
    if case.change is not None:
        return BulkItem(index=index, outcome=BulkOutcome.UPDATED, definition=case.before if is_dry_run else record)
    return BulkItem(index=index, outcome=BulkOutcome.UNCHANGED, definition=record)
