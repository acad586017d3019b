"""How definitions are written: rows locked, inserted, changed, put in force; any number of rows in as many statements."""

from collections.abc import Iterable, Sequence
from uuid import UUID

from models import store
from models.decision import Consent, Decision
from models.definition import Concept, Definition, DefinitionInForce, DefinitionVersion
from models.glossary import Glossary
from models.records import DefinitionRecord, Edition
from rules.kit import Verdict

CONTENT_COLUMNS = (
    "term",
    "term_key",
    "text",
    "locale",
    "category",
    "contexts",
    "context_key",
    "designations",
    "sources",
    "explanation",
    "examples",
    "notes",
    "origin",
    "generation",
    "text_hash",
)
KEY_COLUMNS = ("label_keys", "label_starts", "text_lemmas", "text_pairs", "keyed_as")
"""What a definition is found by; made from its content."""
_STATE_COLUMNS = (
    "concept_id",
    "version",
    "updated_at",
    "status",
    "established_version",
    "was_established",
    "updated_by_id",
    *KEY_COLUMNS,
    *CONTENT_COLUMNS,
)
_FORCE_COLUMNS = (
    "glossary_id",
    "concept_id",
    "version",
    "created_at",
    "updated_at",
    "slug",
    "latest_run_id",
    "score",
    "verdict",
    "created_by_id",
    "updated_by_id",
    *KEY_COLUMNS,
    *CONTENT_COLUMNS,
)


_FORCE_VALUES = {"latest_run_id": "run.id", "score": "run.score", "verdict": "run.verdict"}
"""What the text in force does not take from the columns of the working text."""
_UNREAD = frozenset({"term_key", "context_key", "verdict", *KEY_COLUMNS})
"""Columns that a record lacks, or has in another form."""


async def find(definition_id: UUID) -> Definition | None:
    """The working row, not locked."""
    return await Definition.get_or_none(id=definition_id)


async def find_many(ids: Iterable[UUID]) -> dict[UUID, Definition]:
    """The working rows, not locked, by id."""
    return {row.id: row for row in await Definition.filter(id__in=list(ids))}


async def lock(ids: Iterable[UUID]) -> dict[UUID, Definition]:
    """The working rows that exist, by id, locked until the transaction ends. Always in id order, so that two never wait in a ring."""
    # NO KEY: rows elsewhere that refer to a definition may still be inserted.
    rows = await Definition.filter(id__in=list(ids)).order_by("id").select_for_update(no_key=True)
    return {row.id: row for row in rows}


async def glossary(glossary_id: UUID) -> Glossary | None:
    """A glossary, not locked."""
    return await Glossary.get_or_none(id=glossary_id)


async def glossary_of(row: Definition) -> Glossary:
    """The glossary of a definition, not locked."""
    return await Glossary.get(id=row.glossary_id)


async def glossaries(ids: Iterable[UUID]) -> dict[UUID, Glossary]:
    """Glossaries by id, not locked."""
    return {row.id: row for row in await Glossary.filter(id__in=list(ids))}


async def insert(
    definitions: Sequence[Definition], versions: Sequence[DefinitionVersion], *, concepts: Sequence[Concept]
) -> None:
    """New definitions with their first versions and their new concepts are stored."""
    await Concept.bulk_create(concepts)
    await Definition.bulk_create(definitions)
    await DefinitionVersion.bulk_create(versions)


async def update(
    definitions: Sequence[Definition], versions: Sequence[DefinitionVersion], *, concepts: Sequence[Concept] = ()
) -> None:
    """State and content of locked rows, and the versions that they are now, are stored; score and run are left alone."""
    await Concept.bulk_create(concepts)
    assignments = ", ".join(f"{name} = ${place}" for place, name in enumerate(_STATE_COLUMNS, start=2))
    await store.run_many(
        f"UPDATE definitions SET {assignments} WHERE id = $1",
        [(row.id, *(getattr(row, name) for name in _STATE_COLUMNS)) for row in definitions],
    )
    await DefinitionVersion.bulk_create(versions)


async def enter_force(definition_id: UUID) -> None:
    """The working text is the one in force, with the run and the score that it has by itself, its neighbours left aside."""
    columns = ", ".join(_FORCE_COLUMNS)
    values = ", ".join(_FORCE_VALUES.get(name, f"d.{name}") for name in _FORCE_COLUMNS)
    replaced = ", ".join(f"{name} = EXCLUDED.{name}" for name in _FORCE_COLUMNS)
    await store.run(
        f"""INSERT INTO definitions_in_force (definition_id, {columns}) SELECT d.id, {values} FROM definitions d
        LEFT JOIN LATERAL (SELECT r.id, r.score, r.verdict FROM validation_runs r
            WHERE r.definition_id = d.id AND r.text_hash = d.text_hash AND r.status = 'SUCCEEDED' AND NOT r.is_web
                AND coalesce(jsonb_typeof(r.rule_codes), 'null') = 'null' ORDER BY r.id DESC LIMIT 1) run ON TRUE
        WHERE d.id = $1
        ON CONFLICT (definition_id) DO UPDATE SET {replaced}""",
        definition_id,
    )


async def leave_force(definition_id: UUID) -> None:
    """Nothing of the definition is in force."""
    await store.run("DELETE FROM definitions_in_force WHERE definition_id = $1", definition_id)


async def standing(definition_id: UUID) -> DefinitionInForce:
    """The text in force, of a definition that has one."""
    return await DefinitionInForce.get(definition_id=definition_id)


async def standing_concepts(ids: Iterable[UUID]) -> set[UUID]:
    """The concepts of those among the definitions that are in force."""
    sql = "SELECT concept_id FROM definitions_in_force WHERE definition_id = ANY($1)"
    return {row["concept_id"] for row in await store.rows(sql, list(ids))}


async def version(definition_id: UUID, number: int) -> DefinitionVersion | None:
    """One version, as it was written."""
    return await DefinitionVersion.get_or_none(definition_id=definition_id, number=number)


async def decide(decision: Decision, consents: Sequence[Consent]) -> None:
    """The step that made a version, and who agreed, are stored."""
    await decision.save(force_create=True)
    await Consent.bulk_create(consents)


async def remove(row: Definition) -> None:
    """The definition is gone with its versions, runs and findings; so is its concept, when nothing else defines it."""
    await store.run("DELETE FROM definitions WHERE id = $1", row.id)
    await store.run(
        "DELETE FROM concepts c WHERE c.id = $1 AND NOT EXISTS (SELECT 1 FROM definitions d WHERE d.concept_id = c.id)",
        row.concept_id,
    )


def record(row: Definition) -> DefinitionRecord:
    """The working row as a reader of drafts gets it."""
    names = (*(name for name in _FORCE_COLUMNS if name not in _UNREAD), "term_key")
    return DefinitionRecord(
        id=row.id,
        edition=Edition.WORKING,
        status=row.status,
        established_version=row.established_version,
        was_established=row.was_established,
        verdict=None if row.verdict is None else Verdict(row.verdict),
        **{name: getattr(row, name) for name in names},
    )
