"""Definitions written: created, updated, brought back to an earlier version, deleted."""

from dataclasses import dataclass
from uuid import UUID

from auth.scopes import Scope
from models import definition_keys, definition_writes
from models.definition import Definition
from models.errors import NotFound
from models.glossary import Glossary
from models.kinds import DefinitionStatus
from models.records import DefinitionRecord
from models.sentences import say
from resolvers import (
    bounds,
    checking,
    content,
    definitions,
    editing,
    idempotency,
    locking,
    places,
    relations,
    rights,
    saving,
)
from resolvers.checking import Checked
from resolvers.content import Wording
from resolvers.context import Context
from resolvers.errors import Conflict
from resolvers.inputs import CreateDefinition, DeleteDefinition, RestoreDefinitionVersion, Unset, UpdateDefinition
from resolvers.places import Place
from resolvers.saving import NewContent, NewText
from resolvers.work import Tell, work
from subscriptions.events import DefinitionRemoved


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A change and what the rules say of it, as computed before the transaction."""

    glossary: Glossary
    wording: Wording
    checked: Checked
    note: str | None
    action: str


async def create(ctx: Context, input_: CreateDefinition) -> DefinitionRecord:
    """A new draft in a concept of its own, or in the one named as its definition in another language.

    Raises:
        NotFound: no such glossary, or no such concept in it.
        InvalidInput: a value breaks a bound.
        Taken: the concept has a definition in this language.
        IdempotencyKeyReused: the key came with another input.
    """
    ctx.viewer.must(Scope.DEFINITIONS_WRITE)
    glossary = await definition_writes.glossary(input_.glossary_id)
    if glossary is None:
        raise NotFound("Glossary", input_.glossary_id, path=("glossaryId",))
    wording = editing.new(input_, glossary)
    checked = await checking.report(wording, glossary)
    async with work(ctx) as tell:
        known = await idempotency.recall(ctx, "createDefinition", input_)
        if known is None:
            if input_.concept_id is not None:
                place = Place(concept_id=input_.concept_id, locale=wording.locale)
                await places.must_have(ctx.viewer, glossary.id, place=place)
            text = NewText(wording=wording, concept_id=input_.concept_id, checked=checked)
            row = (await saving.create(tell, glossary, texts=[text]))[0]
            await idempotency.remember(ctx, "createDefinition", input_, {"id": str(row.id)})
    return await again(ctx, known) if known is not None else definition_writes.record(row)


async def update(ctx: Context, input_: UpdateDefinition) -> DefinitionRecord:
    """The definition with the fields given, as a draft; a text in force stays so until this one replaces it.

    An edit takes a text that is in review back to its author. The same content again makes no version.

    Raises:
        NotFound: it is absent, or hidden from the viewer; or the glossary has no such concept.
        Forbidden: it is somebody else's.
        DefinitionConflict: somebody else changed it meanwhile.
        Conflict: it is archived.
        InvalidInput: a value breaks a bound.
        Taken: the concept has a definition in this language.
        IdempotencyKeyReused: the key came with another input.
    """
    ctx.viewer.must(Scope.DEFINITIONS_WRITE)
    found = await writable(ctx, input_.id)
    plan = await _edit(found, input_) if found.version == input_.expected_version else None
    async with work(ctx) as tell:
        known = await idempotency.recall(ctx, "updateDefinition", input_)
        if known is None:
            row = await locking.definition(ctx, input_.id, expected_version=input_.expected_version)
            # A row that reached the expected version only just now has its rules run under lock.
            await carry_out(tell, row, plan=plan or await _edit(row, input_), concept_id=input_.concept_id)
            await idempotency.remember(ctx, "updateDefinition", input_, {"id": str(row.id)})
    return await again(ctx, known) if known is not None else definition_writes.record(row)


async def restore_version(ctx: Context, input_: RestoreDefinitionVersion) -> DefinitionRecord:
    """The definition with the content of an earlier version, as a draft. Its concept stays as it is.

    Raises:
        NotFound: the definition, or its version, is absent or hidden from the viewer.
        Forbidden: it is somebody else's.
        DefinitionConflict: somebody else changed it meanwhile.
        Conflict: it is archived.
        IdempotencyKeyReused: the key came with another input.
    """
    ctx.viewer.must(Scope.DEFINITIONS_WRITE)
    found = await writable(ctx, input_.id)
    version = await definition_writes.version(input_.id, input_.number)
    if version is None:
        raise NotFound("DefinitionVersion", str(input_.number), path=("number",))
    plan = await planned(found, content.of(version), note=input_.note, action="definition.restoreVersion")
    async with work(ctx) as tell:
        known = await idempotency.recall(ctx, "restoreDefinitionVersion", input_)
        if known is None:
            row = await locking.definition(ctx, input_.id, expected_version=input_.expected_version)
            await carry_out(tell, row, plan=plan, concept_id=row.concept_id)
            await idempotency.remember(ctx, "restoreDefinitionVersion", input_, {"id": str(row.id)})
    return await again(ctx, known) if known is not None else definition_writes.record(row)


async def delete(ctx: Context, input_: DeleteDefinition) -> UUID:
    """The id of a definition that is gone for ever, with its versions, runs and findings.

    Raises:
        NotFound: it is absent, or hidden from the viewer.
        DefinitionConflict: somebody else changed it meanwhile.
        Conflict: it was established once.
    """
    ctx.viewer.must(Scope.DEFINITIONS_DELETE)
    async with work(ctx) as tell:
        row = await locking.definition(ctx, input_.id, expected_version=input_.expected_version)
        if row.was_established:
            raise Conflict(say("established-once"), path=("id",))
        await relations.leave(tell, row.concept_id)
        await definition_writes.remove(row)
        tell(DefinitionRemoved(definition_id=row.id, glossary_id=row.glossary_id, author_id=row.created_by_id))
        changes: list[dict[str, object]] = [{"path": ["term"], "before": row.term, "after": None}]
        tell.audit("definition.delete", "Definition", row.id, changes)
    return row.id


async def again(ctx: Context, known: dict[str, object]) -> DefinitionRecord:
    """The definition that an earlier request under the same key came to, as it is now."""
    return await definitions.get(ctx, UUID(str(known["id"])))


async def writable(ctx: Context, definition_id: UUID, *, path: tuple[str, ...] = ("id",)) -> Definition:
    """The working row, not locked, when the viewer may change it.

    Raises:
        NotFound: it is absent, or hidden from the viewer.
        Forbidden: it is somebody else's.
    """
    row = await definition_writes.find(definition_id)
    return rights.writable(ctx.viewer, row, definition_id, path=path)


async def _edit(row: Definition, input_: UpdateDefinition) -> Plan:
    wording = editing.edited(content.of(row), input_)
    return await planned(row, wording, note=input_.note, action="definition.update")


async def planned(row: Definition, wording: Wording, *, note: str | None, action: str) -> Plan:
    """The change of the row to this wording, and what the rules say of it."""
    glossary = await definition_writes.glossary_of(row)
    checked = await checking.report(wording, glossary)
    note = bounds.optional_text(note, path=("note",))
    return Plan(glossary=glossary, wording=wording, checked=checked, note=note, action=action)


async def carry_out(tell: Tell, row: Definition, *, plan: Plan, concept_id: UUID | Unset | None) -> None:
    """The locked row has the wording of the plan as its next version; the same content again makes none.

    Raises:
        Conflict: it is archived.
    """
    if row.status is DefinitionStatus.ARCHIVED:
        raise Conflict(say("archived"), path=("id",))
    target = await _concept(tell, row, concept_id=concept_id)
    if saving.is_same(row, plan.wording, concept_id=target):
        return
    change = NewContent(
        row=row,
        wording=plan.wording,
        concept_id=target,
        checked=plan.checked,
        note=plan.note,
        action=plan.action,
    )
    await saving.change(tell, plan.glossary, changes=[change])


async def _concept(tell: Tell, row: Definition, *, concept_id: UUID | Unset | None) -> UUID | None:
    """The concept that the row moves to, null for a new one. Moving to where it is changes nothing."""
    if isinstance(concept_id, Unset) or concept_id == row.concept_id:
        return row.concept_id
    if concept_id is None:
        return row.concept_id if await definition_keys.is_alone(row.id, row.concept_id) else None
    place = Place(concept_id=concept_id, locale=row.locale, definition_id=row.id)
    await places.must_have(tell.ctx.viewer, row.glossary_id, place=place)
    return concept_id
