"""Concepts as one reader sees them: those with a definition that the reader sees, and all for whoever sees every draft."""

from collections.abc import Sequence
from uuid import UUID

from models import relation_rows, store, visibility
from models.definition import Concept
from models.glossary import Glossary
from models.paging import Key, Listing
from models.values import Values
from models.visibility import Reader

_FIELDS = ("id", "glossary_id", "notation", "created_at")
_COLUMNS = ", ".join(f"d.{name}" for name in _FIELDS)
_LAST = "\U0010ffff"
"""Sorts behind every notation."""


def concept(row: store.Row) -> Concept:
    """The concept in a row of its columns."""
    return Concept.construct(_saved_in_db=True, **{name: row[name] for name in _FIELDS})


def listing(reader: Reader, glossary: Glossary, *, is_top_only: bool = False) -> Listing:
    """The concepts of a glossary: by notation, those without last; then by term in the glossary's first language, else in the next.

    At the top are those without a broader concept in the glossary that the reader sees.
    """
    values = Values()
    visible = predicate(reader, "c", values)
    if is_top_only:
        visible = f"{visible} AND NOT EXISTS ({_broader(reader, values)})"
    editions = " UNION ALL ".join(
        f"SELECT b.term_key, b.locale, b.id FROM ({branch}) b WHERE b.concept_id = c.id AND b.status <> 'ARCHIVED'"
        for branch in visibility.branches(reader, values)
    )
    main = values.add(glossary.locales[0] if glossary.locales else "")
    term = f"(SELECT e.term_key FROM ({editions}) e ORDER BY e.locale <> {main}::text, e.locale, e.id LIMIT 1)"
    source = (
        f"SELECT c.*, coalesce(c.notation, {values.add(_LAST)}::text) AS notation_key, coalesce({term}, '') AS preferred_key "
        f"FROM concepts c WHERE c.glossary_id = {values.add(glossary.id)}::uuid AND {visible}"
    )
    keys = Key("d.notation_key", "text"), Key("d.preferred_key", "text"), Key("d.id", "uuid")
    return Listing((source,), keys, values, columns=_COLUMNS)


async def by_ids(reader: Reader, ids: Sequence[UUID]) -> dict[UUID, Concept]:
    """Those of the concepts that the reader may see."""
    values = Values()
    condition = f"d.id = ANY({values.add(list(ids))}::uuid[]) AND {predicate(reader, 'd', values)}"
    rows = await store.rows(f"SELECT {_COLUMNS} FROM concepts d WHERE {condition}", *values.all)
    return {row["id"]: concept(row) for row in rows}


def _broader(reader: Reader, values: Values) -> str:
    kinds = ", ".join(f"'{kind}'" for kind in sorted(relation_rows.BROADER))
    return (
        "SELECT 1 FROM concept_relations r JOIN concepts t ON t.id = r.target_id AND t.glossary_id = c.glossary_id "
        f"WHERE r.concept_id = c.id AND r.kind IN ({kinds}) AND {predicate(reader, 't', values)}"
    )


def predicate(reader: Reader, alias: str, values: Values) -> str:
    """Whether the reader may see the concept in the row `alias`."""
    if reader.sees_all_drafts:
        return "TRUE"
    parts = [
        f"EXISTS (SELECT 1 FROM ({branch}) b WHERE b.concept_id = {alias}.id)"
        for branch in visibility.branches(reader, values)
    ]
    return f"({' OR '.join(parts)})"
