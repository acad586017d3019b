"""How texts are saved: definition, version, run, findings, events and audit entry, for one text or a hundred alike."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID

from models import audit_trail, definition_keys, definition_writes, labels, lemma_keys
from models.definition import Concept, Definition, DefinitionVersion
from models.glossary import Glossary
from models.keys import uuid7
from models.kinds import DefinitionStatus
from models.records import Json
from resolvers import checking, content
from resolvers.checking import Checked
from resolvers.content import Wording
from resolvers.work import Tell
from subscriptions.events import DefinitionCreated, DefinitionStatusChanged, DefinitionUpdated


@dataclass(frozen=True, slots=True, kw_only=True)
class NewText:
    """A definition to be made; a place in an existing concept was made sure of."""

    wording: Wording
    concept_id: UUID | None
    checked: Checked


@dataclass(frozen=True, slots=True, kw_only=True)
class NewContent:
    """Another content for a locked row. `concept_id` null: a concept of its own, made anew."""

    row: Definition
    wording: Wording
    concept_id: UUID | None
    checked: Checked
    note: str | None = None
    action: str = "definition.update"


async def create(tell: Tell, glossary: Glossary, *, texts: Sequence[NewText]) -> list[Definition]:
    """The new definitions, drafts at version 1, in the same order; checked, told and on record."""
    slugs = await definition_keys.free_slugs(glossary.id, [content.slug(text.wording.term) for text in texts])
    now, user_id = datetime.now(UTC), tell.ctx.viewer.user_id
    concepts, rows, versions = [], [], []
    for text, slug in zip(texts, slugs, strict=True):
        concept_id = text.concept_id or uuid7()
        if text.concept_id is None:
            concepts.append(Concept(id=concept_id, glossary_id=glossary.id))
        row = _new_row(text.wording, glossary, concept_id=concept_id, slug=slug)
        row.created_at = row.updated_at = now
        row.created_by_id = row.updated_by_id = user_id
        rows.append(row)
        versions.append(version_of(row, changes=[], note=None))
    await definition_writes.insert(rows, versions, concepts=concepts)
    for row in rows:
        tell(
            DefinitionCreated(
                definition_id=row.id, glossary_id=glossary.id, author_id=row.created_by_id, version=row.version
            )
        )
        tell.audit("definition.create", "Definition", row.id, [audit_trail.change("term", None, row.term)])
    await _check(tell, glossary, checks=list(zip(rows, [text.checked for text in texts], strict=True)))
    return rows


async def change(tell: Tell, glossary: Glossary, *, changes: Sequence[NewContent]) -> None:
    """The rows have their new content as the next version, as drafts; checked, told and on record. What is in force stays."""
    concepts, versions = [], []
    for item in changes:
        if item.concept_id is None:
            concepts.append(Concept(id=uuid7(), glossary_id=glossary.id))
        concept_id = concepts[-1].id if item.concept_id is None else item.concept_id
        versions.append(_changed(tell, item, concept_id=concept_id))
    await definition_writes.update([item.row for item in changes], versions, concepts=concepts)
    await _check(tell, glossary, checks=[(item.row, item.checked) for item in changes])


def is_same(row: Definition, wording: Wording, *, concept_id: UUID | None) -> bool:
    """Whether saving would change nothing."""
    return content.of(row) == wording and row.concept_id == concept_id


def step_on(row: Definition, *, user_id: UUID | None, status: DefinitionStatus) -> None:
    """The row is at its next version, with that status."""
    row.version += 1
    row.status = status
    row.updated_at = datetime.now(UTC)
    row.updated_by_id = user_id


def put(row: Definition, wording: Wording) -> None:
    """The row says what the wording says."""
    for name, value in wording.columns().items():
        setattr(row, name, value)
    row.label_keys = labels.keys(wording.term, wording.designations)
    keyed = lemma_keys.columns(wording.term, wording.designations, text=wording.text, locale=wording.locale)
    for name, value in keyed.items():
        setattr(row, name, value)


def changes_of(row: Definition, before: Wording, *, concept_before: UUID) -> list[Json]:
    """What the row says otherwise than before, its concept included."""
    changes = content.differences(before, row)
    if row.concept_id != concept_before:
        changes.append(audit_trail.change("conceptId", str(concept_before), str(row.concept_id)))
    return changes


def version_of(row: Definition, *, changes: list[Json], note: str | None) -> DefinitionVersion:
    """The row as a version."""
    return DefinitionVersion(
        id=uuid7(),
        definition_id=row.id,
        number=row.version,
        status=row.status,
        concept_id=row.concept_id,
        note=note,
        changes=changes,
        created_at=row.updated_at,
        created_by_id=row.updated_by_id,
        **content.of(row).columns(),
    )


def _changed(tell: Tell, item: NewContent, *, concept_id: UUID) -> DefinitionVersion:
    row, before = item.row, item.row.status
    old, old_concept_id = content.of(row), row.concept_id
    step_on(row, user_id=tell.ctx.viewer.user_id, status=DefinitionStatus.DRAFT)
    put(row, item.wording)
    row.concept_id = concept_id
    changes = changes_of(row, old, concept_before=old_concept_id)
    if before is not row.status:
        changes.append(audit_trail.change("status", before, row.status))
    tell_update(tell, row)
    if before is not row.status:
        tell_status(tell, row, before=before, was_in_force=row.established_version is not None)
    tell.audit(item.action, "Definition", row.id, changes)
    return version_of(row, changes=changes, note=item.note)


def tell_update(tell: Tell, row: Definition) -> None:
    """Watchers of drafts hear of the new content."""
    tell(
        DefinitionUpdated(
            definition_id=row.id, glossary_id=row.glossary_id, author_id=row.created_by_id, version=row.version
        )
    )


def tell_status(
    tell: Tell, row: Definition, *, before: DefinitionStatus, was_in_force: bool, enters_force: bool = False
) -> None:
    """Watchers hear of the new status; readers of texts in force only of what enters or leaves force."""
    leaves_force = was_in_force and row.established_version is None
    tell(
        DefinitionStatusChanged(
            definition_id=row.id,
            glossary_id=row.glossary_id,
            author_id=row.created_by_id,
            version=row.version,
            before=before,
            after=row.status,
            was_in_force=was_in_force,
            enters_force=enters_force,
            leaves_force=leaves_force,
            concerns_force=enters_force or leaves_force,
        )
    )


def _new_row(wording: Wording, glossary: Glossary, *, concept_id: UUID, slug: str) -> Definition:
    row = Definition(id=uuid7(), glossary_id=glossary.id, concept_id=concept_id, slug=slug, version=1)
    put(row, wording)
    return row


async def _check(tell: Tell, glossary: Glossary, *, checks: list[tuple[Definition, Checked]]) -> None:
    await checking.store_many(checks, glossary=glossary, tell=tell, started_by=tell.ctx.viewer.user_id)
