"""Definitions as the upkeep reads them: working texts with what their concepts are, and how each was validated last."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from models import store
from models.content import READ_BY_RULES
from models.kinds import DefinitionStatus
from models.values import Values
from rules.kit import Category

PAGE = 1_000
"""Rows read at a time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A working text. `text_changed_at` is when its definition got the wording that it has."""

    id: UUID
    concept_id: UUID
    version: int
    status: DefinitionStatus
    is_in_force: bool
    notation: str | None
    text_changed_at: datetime
    term: str
    text: str
    locale: str
    category: Category | None
    contexts: list[dict[str, str]]
    designations: list[dict[str, str]]
    sources: list[dict[str, str | None]]
    explanation: str | None
    examples: list[str]
    notes: list[str]


@dataclass(frozen=True, slots=True)
class State:
    """How a definition stands. `is_whole`: its latest run is of this text and these rules, those across the glossary included."""

    version: int
    status: DefinitionStatus
    is_whole: bool


_COLUMNS = ", ".join(f"d.{name}" for name in ("id", "concept_id", "version", "status", *READ_BY_RULES))
_CHANGED = """(SELECT min(v.created_at) FROM definition_versions v WHERE v.definition_id = d.id AND v.number > coalesce(
    (SELECT max(o.number) FROM definition_versions o WHERE o.definition_id = d.id AND o.text <> d.text), 0))"""


async def page(glossary_id: UUID, after: UUID | None) -> list[Text]:
    """The next texts of the glossary in id order, archived ones left out; fewer than `PAGE` are the last."""
    values = Values()
    own = f"d.glossary_id = {values.add(glossary_id)}::uuid AND d.status <> 'ARCHIVED'"
    behind = "TRUE" if after is None else f"d.id > {values.add(after)}::uuid"
    return await _select(f"{own} AND {behind} ORDER BY d.id LIMIT {PAGE}", values)


async def some(glossary_id: UUID, ids: Collection[UUID], concept_ids: Collection[UUID]) -> list[Text]:
    """These texts of the glossary, and all of these concepts; archived ones as well."""
    values = Values()
    own = f"d.glossary_id = {values.add(glossary_id)}::uuid"
    named = (
        f"(d.id = ANY({values.add(list(ids))}::uuid[]) OR d.concept_id = ANY({values.add(list(concept_ids))}::uuid[]))"
    )
    return await _select(f"{own} AND {named}", values)


async def relations(concept_ids: Collection[UUID]) -> dict[UUID, list[tuple[str, str]]]:
    """`(kind, target)` of each concept, in the order made: the id of a concept of the same glossary, else a URI."""
    rows = await store.rows(
        """SELECT r.concept_id, r.kind, coalesce(r.target_uri, CASE WHEN t.glossary_id = c.glossary_id THEN t.id::text
            ELSE coalesce(g.base_uri, 'urn:uuid:') || t.id::text END) AS target
        FROM concept_relations r JOIN concepts c ON c.id = r.concept_id
        LEFT JOIN concepts t ON t.id = r.target_id LEFT JOIN glossaries g ON g.id = t.glossary_id
        WHERE r.concept_id = ANY($1::uuid[]) ORDER BY r.concept_id, r.id""",
        list(concept_ids),
    )
    found: dict[UUID, list[tuple[str, str]]] = {}
    for row in rows:
        found.setdefault(row["concept_id"], []).append((row["kind"], row["target"]))
    return found


async def states(ids: Collection[UUID], profile_fingerprint: str) -> dict[UUID, State]:
    """How those of the definitions stand that still exist."""
    rows = await store.rows(
        """SELECT d.id, d.version, d.status, r.id IS NOT NULL AS is_whole FROM definitions d
        LEFT JOIN validation_runs r ON r.id = d.latest_run_id AND r.is_web AND r.status = 'SUCCEEDED'
            AND r.text_hash = d.text_hash AND r.profile_fingerprint = $2
        WHERE d.id = ANY($1::uuid[])""",
        list(ids),
        profile_fingerprint,
    )
    return {row["id"]: State(row["version"], DefinitionStatus(row["status"]), row["is_whole"]) for row in rows}


async def _select(condition: str, values: Values) -> list[Text]:
    rows: Sequence[store.Row] = await store.rows(
        f"""SELECT {_COLUMNS}, d.established_version IS NOT NULL AS is_in_force, c.notation,
            coalesce({_CHANGED}, d.updated_at) AS text_changed_at
        FROM definitions d JOIN concepts c ON c.id = d.concept_id WHERE {condition}""",
        *values.all,
    )
    return [_text(row) for row in rows]


def _text(row: store.Row) -> Text:
    fields = {name: row[name] for name in Text.__slots__}
    fields["status"] = DefinitionStatus(row["status"])
    fields["category"] = None if row["category"] is None else Category(row["category"])
    return Text(**fields)
