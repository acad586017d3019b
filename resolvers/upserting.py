"""A bulk upsert as computed before its transaction: what each item names, what it would say, what the rules say of that."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from models import definition_matches, definition_writes
from models.definition import Definition
from models.definition_matches import NameKey
from models.errors import NotFound, Refusal, VersionConflict
from models.glossary import Glossary
from models.sentences import say
from resolvers import bounds, checking, content, editing, locking, rights, saving
from resolvers.checking import Checked
from resolvers.content import Wording
from resolvers.context import Context
from resolvers.errors import Conflict, InvalidInput
from resolvers.inputs import BulkUpsert, Unset, UpsertItem


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """One item. With a refusal nothing else counts; without `found` the item creates; without `wording` it changes nothing."""

    index: int
    item: UpsertItem
    key: NameKey | None = None
    refusal: Refusal | None = None
    found: Definition | None = None
    wording: Wording | None = None
    checked: Checked | None = None


async def plans(ctx: Context, glossary: Glossary, *, input_: BulkUpsert) -> list[Plan]:
    """The plans of all items in order; two statements, and the rules once per text that changes."""
    keyed = [_keyed(index, item, glossary=glossary) for index, item in enumerate(input_.items)]
    matched = await _matched(ctx, glossary, keyed=keyed)
    worded = [await _worded(glossary, plan, input_=input_) for plan in _distinct(matched)]
    return await _checked(glossary, worded)


def _keyed(index: int, item: UpsertItem, *, glossary: Glossary) -> Plan:
    plan = Plan(index=index, item=item)
    try:
        if not isinstance(item.term, str):
            raise InvalidInput(say("null"), path=("term",), constraint="not-null")
        contexts = () if isinstance(item.contexts, Unset) or item.contexts is None else item.contexts
        context_key = content.context_key(bounds.contexts(contexts))
        return replace(plan, key=NameKey(bounds.term(item.term), editing.locale_of(item.locale, glossary), context_key))
    except Refusal as refusal:
        return replace(plan, refusal=refusal)


async def _matched(ctx: Context, glossary: Glossary, *, keyed: Sequence[Plan]) -> list[Plan]:
    named = [plan for plan in keyed if plan.item.id is None and plan.key is not None]
    bearers = await definition_matches.bearing(
        ctx.viewer.reader, glossary.id, keys=[plan.key for plan in named if plan.key]
    )
    of_index = {plan.index: ids for plan, ids in zip(named, bearers, strict=True)}
    ids = {plan.item.id for plan in keyed if plan.item.id is not None}
    rows = await definition_writes.find_many(ids.union(*bearers))
    return [
        plan
        if plan.refusal is not None
        else _found(ctx, glossary, plan=plan, candidates=_candidates(plan, rows, of_index=of_index))
        for plan in keyed
    ]


def _candidates(plan: Plan, rows: dict[UUID, Definition], *, of_index: dict[int, list[UUID]]) -> list[Definition]:
    ids = of_index.get(plan.index, []) if plan.item.id is None else [plan.item.id]
    return [rows[one] for one in ids if one in rows]


def _found(ctx: Context, glossary: Glossary, *, plan: Plan, candidates: list[Definition]) -> Plan:
    match candidates:
        case [] if plan.item.id is None and plan.item.expected_version is None:
            return plan
        case []:
            return replace(plan, refusal=NotFound("Definition", plan.item.id, path=_named(plan)))
        case [row]:
            return _usable(ctx, glossary, plan=replace(plan, found=row), row=row)
        case _:
            return replace(plan, refusal=Conflict(say("several-drafts"), path=("term",)))


def _usable(ctx: Context, glossary: Glossary, *, plan: Plan, row: Definition) -> Plan:
    try:
        rights.writable(ctx.viewer, row, row.id)
    except Refusal as refusal:
        return replace(plan, refusal=refusal)
    if row.glossary_id != glossary.id:
        return replace(plan, refusal=NotFound("Definition", row.id, path=_named(plan)))
    if plan.key is not None and row.locale != plan.key.locale:
        said = say("locale-unchangeable", locale=row.locale)
        return replace(plan, refusal=InvalidInput(said, path=("locale",), constraint="unchangeable"))
    return plan


def _distinct(matched: Sequence[Plan]) -> list[Plan]:
    seen: set[object] = set()
    distinct = []
    for plan in matched:
        subject = plan.key if plan.found is None else plan.found.id
        is_repeated = plan.refusal is None and subject in seen
        distinct.append(replace(plan, refusal=Conflict(say("named-twice"), path=_named(plan))) if is_repeated else plan)
        if plan.refusal is None:
            seen.add(subject)
    return distinct


async def _worded(glossary: Glossary, plan: Plan, *, input_: BulkUpsert) -> Plan:
    if plan.refusal is not None:
        return plan
    try:
        if plan.found is None:
            return replace(plan, wording=editing.of_item(plan.item, glossary, origin=input_.origin))
        await _must_be_expected(plan.found, plan.item.expected_version)
        wording = editing.edited(content.of(plan.found), plan.item)
    except Refusal as refusal:
        return replace(plan, refusal=refusal)
    target = plan.found.concept_id if isinstance(plan.item.concept_id, Unset) else plan.item.concept_id
    return plan if saving.is_same(plan.found, wording, concept_id=target) else replace(plan, wording=wording)


async def _must_be_expected(row: Definition, expected_version: int | None) -> None:
    if expected_version is not None and row.version != expected_version:
        conflict: VersionConflict = await locking.conflict(row, expected_version)
        raise conflict


async def _checked(glossary: Glossary, worded: Sequence[Plan]) -> list[Plan]:
    changing = [plan for plan in worded if plan.refusal is None and plan.wording is not None]
    reports = await checking.report_many([plan.wording for plan in changing if plan.wording], glossary)
    of_index = {plan.index: report for plan, report in zip(changing, reports, strict=True)}
    return [replace(plan, checked=of_index.get(plan.index)) for plan in worded]


def _named(plan: Plan) -> tuple[str, ...]:
    return ("term",) if plan.item.id is None else ("id",)
