"""What a file says of concepts: languages that share one, notations, and how they are related."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from uuid import UUID

from exchange.rows import ImportRow
from models import concept_writes, definition_keys, relation_rows
from models.kinds import DefinitionOrigin
from models.relation_rows import Side
from resolvers import bulk, glossary_content, import_rows, relations
from resolvers.bulk_results import BulkItem
from resolvers.context import Context
from resolvers.inputs import BulkUpsert, OnError
from resolvers.work import Tell
from rules.kit import RelationKind

URI_LENGTH = 2_100
_OUTWARD = frozenset(
    {
        RelationKind.EXACT_MATCH,
        RelationKind.CLOSE_MATCH,
        RelationKind.BROAD_MATCH,
        RelationKind.NARROW_MATCH,
        RelationKind.RELATED_MATCH,
        RelationKind.REPLACES,
        RelationKind.REPLACED_BY,
    }
)
"""Kinds whose other end may live elsewhere; of the others, one that the file does not bring along is left out."""


async def upsert(
    ctx: Context, glossary_id: UUID, rows: Sequence[ImportRow], *, known: Mapping[str, UUID]
) -> list[BulkItem]:
    """The results of the rows in order. Rows of one concept come into one concept; `known` are those met before, by URI."""
    results: dict[int, BulkItem] = {}
    concepts = dict(known)
    left = list(enumerate(rows))
    while left:
        wave = list(_one_of_each(left, concepts))
        taken = {place for place, _ in wave}
        left = [(place, row) for place, row in left if place not in taken]
        items = tuple(import_rows.item(row, concepts.get(row.concept or "")) for _, row in wave)
        asked = BulkUpsert(
            glossary_id=glossary_id, items=items, on_error=OnError.SKIP_FAILED, origin=DefinitionOrigin.IMPORTED
        )
        result = await bulk.upsert(ctx, asked)
        for (place, row), item in zip(wave, result.results, strict=True):
            results[place] = replace(item, index=place)
            if row.concept is not None and item.definition is not None:
                concepts.setdefault(row.concept, item.definition.concept_id)
    return [results[place] for place in range(len(rows))]


async def relate(tell: Tell, glossary_id: UUID, rows: Sequence[ImportRow], concepts: Mapping[str, UUID]) -> None:
    """The concepts of the rows have the notations and relations of the file; both ends show them.

    Circles that the file holds are kept as they are: the rules tell of them.
    """
    told = {row.concept: row for row in rows if row.concept in concepts}
    await definition_keys.lock_names([relations.HIERARCHY_LOCK])
    sides = [side for uri, row in told.items() for side in _sides(row, concepts[uri or ""], concepts)]
    await relation_rows.add(list(dict.fromkeys(sides)), created_by=tell.ctx.viewer.user_id)
    notations = {concepts[uri or ""]: row.notations[0] for uri, row in told.items() if row.notations}
    await concept_writes.set_notations(notations)
    tell.touch(glossary_id, concept_ids=[*notations, *(side.concept_id for side in sides)])


def _one_of_each(
    left: Iterable[tuple[int, ImportRow]], concepts: Mapping[str, UUID]
) -> Iterator[tuple[int, ImportRow]]:
    """Of concepts that are not there yet only the first row: the others need to know what it came to."""
    seen: set[str] = set()
    for place, row in left:
        if row.concept is None or row.concept in concepts or row.concept not in seen:
            yield place, row
        seen.add(row.concept or "")


def _sides(row: ImportRow, concept_id: UUID, concepts: Mapping[str, UUID]) -> Iterator[Side]:
    for one in row.relations:
        kind, target_id = RelationKind(one.kind), concepts.get(one.target)
        if target_id is not None and target_id != concept_id:
            yield Side(concept_id, kind, target_id)
            yield Side(target_id, kind.inverse, concept_id)
        elif target_id is None and kind in _OUTWARD and _is_storable(one.target):
            yield Side(concept_id, kind, None, one.target)


def _is_storable(uri: str) -> bool:
    return len(uri) <= URI_LENGTH and glossary_content.is_iri(uri)
