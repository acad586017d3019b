"""How relations of concepts are stored: two rows each, so that both ends read their own side."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from models import recordsets, store
from models.keys import uuid7
from rules.kit import RelationKind
from rules.web.hierarchy_graph import UP

BROADER = frozenset(UP)
"""Kinds that lead one step up."""


@dataclass(frozen=True, slots=True)
class Side:
    """A relation seen from one end; exactly one of the targets is there."""

    concept_id: UUID
    kind: RelationKind
    target_id: UUID | None = None
    target_uri: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    id: UUID
    concept_id: UUID
    kind: RelationKind
    target_id: UUID | None
    target_uri: str | None
    created_by_id: UUID | None


async def add(sides: Sequence[Side], *, created_by: UUID | None) -> int:
    """How many of the sides were not there before; all are now."""
    rows = [
        _Row(
            id=uuid7(),
            concept_id=side.concept_id,
            kind=side.kind,
            target_id=side.target_id,
            target_uri=side.target_uri,
            created_by_id=created_by,
        )
        for side in sides
    ]
    columns = "id, concept_id, kind, target_id, target_uri, created_by_id"
    added = await store.rows(
        f"""INSERT INTO concept_relations ({columns}) SELECT {columns} FROM json_to_recordset($1::json) AS r (
            id uuid, concept_id uuid, kind text, target_id uuid, target_uri text, created_by_id uuid)
        ON CONFLICT DO NOTHING RETURNING id""",
        recordsets.all_of(rows),
    )
    return len(added)


async def remove(sides: Sequence[Side]) -> int:
    """How many of the sides were there; none is now."""
    gone = await store.rows(
        """DELETE FROM concept_relations c USING json_to_recordset($1::json) AS r (
            concept_id uuid, kind text, target_id uuid, target_uri text)
        WHERE c.concept_id = r.concept_id AND c.kind = r.kind
            AND (c.target_id = r.target_id OR c.target_uri = r.target_uri) RETURNING c.id""",
        recordsets.all_of(sides),
    )
    return len(gone)


async def broader(concept_ids: Collection[UUID]) -> list[tuple[UUID, UUID]]:
    """`(concept, a concept one step above it)`, of each of the concepts."""
    rows = await store.rows(
        """SELECT concept_id, target_id FROM concept_relations
        WHERE concept_id = ANY($1::uuid[]) AND kind = ANY($2::text[]) AND target_id IS NOT NULL ORDER BY id""",
        list(concept_ids),
        sorted(BROADER),
    )
    return [(row["concept_id"], row["target_id"]) for row in rows]


async def neighbours(concept_ids: Iterable[UUID]) -> list[tuple[UUID, UUID]]:
    """`(glossary, concept)` of every concept that one of these is related to."""
    rows = await store.rows(
        """SELECT DISTINCT c.glossary_id, c.id FROM concept_relations r JOIN concepts c ON c.id = r.target_id
        WHERE r.concept_id = ANY($1::uuid[])""",
        list(concept_ids),
    )
    return [(row["glossary_id"], row["id"]) for row in rows]
