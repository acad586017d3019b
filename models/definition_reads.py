"""Definitions as one reader sees them: rows as records, and ways to find them."""

from collections import defaultdict
from collections.abc import Sequence
from uuid import UUID

from models import store, visibility
from models.keys import term_key
from models.kinds import DefinitionOrigin, DefinitionStatus
from models.records import DefinitionRecord, Edition
from models.values import Values
from models.visibility import Reader
from rules.kit import Category, Verdict

_FIELDS = tuple(DefinitionRecord.__dataclass_fields__)
COLUMNS = ", ".join(f"d.{name}" for name in _FIELDS)
"""What `record` needs of a row `d` of `visibility.branches`."""


def record(row: store.Row) -> DefinitionRecord:
    """The definition in a row of `COLUMNS`."""
    fields = {name: row[name] for name in _FIELDS}
    fields["edition"] = Edition(fields["edition"])
    fields["status"] = DefinitionStatus(fields["status"])
    fields["origin"] = DefinitionOrigin(fields["origin"])
    if fields["category"] is not None:
        fields["category"] = Category(fields["category"])
    if fields["verdict"] is not None:
        fields["verdict"] = Verdict(fields["verdict"])
    return DefinitionRecord(**fields)


async def by_ids(reader: Reader, ids: Sequence[UUID]) -> dict[UUID, DefinitionRecord]:
    """Those of the definitions that the reader may see."""
    values = Values()
    found = await _select(reader, f"d.id = ANY({values.add(list(ids))}::uuid[])", values)
    return {one.id: one for one in found}


async def by_slug(reader: Reader, glossary_slug: str, slug: str) -> DefinitionRecord | None:
    """The definition with this key in the glossary with this key."""
    values = Values()
    glossary = f"(SELECT id FROM glossaries WHERE slug = {values.add(glossary_slug)}::text)"
    found = await _select(reader, f"d.glossary_id = {glossary} AND d.slug = {values.add(slug)}::text", values)
    return found[0] if found else None


async def by_term(
    reader: Reader, glossary_id: UUID, *, term: str, locale: str, context_key: str
) -> DefinitionRecord | None:
    """The definition in force with exactly this term, language and contexts; else the only one being drafted."""
    values = Values()
    condition = (
        f"d.glossary_id = {values.add(glossary_id)}::uuid AND d.locale = {values.add(locale)}::text "
        f"AND d.term_key = {values.add(term_key(term))}::text AND d.context_key = {values.add(context_key)}::text "
        f"AND d.term = {values.add(term)}::text"
    )
    in_force = await store.row(f"SELECT d.definition_id FROM definitions_in_force d WHERE {condition}", *values.all)
    if in_force is not None:
        return (await by_ids(reader, [in_force["definition_id"]])).get(in_force["definition_id"])
    drafts = await _select(reader, f"{condition} AND d.status <> 'ARCHIVED'", values)
    return drafts[0] if len(drafts) == 1 else None


async def of_concepts(reader: Reader, concept_ids: Sequence[UUID]) -> dict[UUID, list[DefinitionRecord]]:
    """The definitions of each concept that the reader may see, archived ones left out, by locale."""
    values = Values()
    condition = f"d.concept_id = ANY({values.add(list(concept_ids))}::uuid[]) AND d.status <> 'ARCHIVED'"
    grouped: defaultdict[UUID, list[DefinitionRecord]] = defaultdict(list)
    for one in sorted(await _select(reader, condition, values), key=lambda one: (one.locale, one.id)):
        grouped[one.concept_id].append(one)
    return grouped


async def _select(reader: Reader, condition: str, values: Values) -> list[DefinitionRecord]:
    source = visibility.branches(reader, values)
    parts = [f"SELECT {COLUMNS} FROM ({branch}) d WHERE {condition}" for branch in source]
    return [record(row) for row in await store.rows(" UNION ALL ".join(parts), *values.all)]
