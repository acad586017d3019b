"""Glossaries as one reader sees them."""

from collections.abc import Sequence
from uuid import UUID

from models import store, visibility
from models.glossary import GateRule, Glossary
from models.paging import Key, Listing
from models.values import Values
from models.visibility import Reader
from rules.kit import Style

_FIELDS = [
    "id",
    "version",
    "created_at",
    "updated_at",
    "slug",
    "name",
    "name_key",
    "description",
    "is_public",
    "base_uri",
    "locales",
    "style",
    "profile",
    "profile_fingerprint",
    "rule_settings",
    "created_by_id",
]
COLUMNS = ", ".join(f"d.{name}" for name in _FIELDS)


def glossary(row: store.Row) -> Glossary:
    """The glossary in a row of its columns."""
    fields = {name: row[name] for name in _FIELDS} | {"style": Style(row["style"])}
    return Glossary.construct(_saved_in_db=True, **fields)


def listing(reader: Reader) -> Listing:
    """The glossaries that the reader may know of, by name."""
    source = f"SELECT g.* FROM glossaries g WHERE {visibility.glossary_predicate(reader)}"
    return Listing((source,), (Key("d.name_key", "text"), Key("d.id", "uuid")), Values(), columns=COLUMNS)


async def by_ids(reader: Reader, ids: Sequence[UUID]) -> dict[UUID, Glossary]:
    """Those of the glossaries that the reader may know of."""
    return {one.id: one for one in await _select(reader, "d.id = ANY($1::uuid[])", list(ids))}


async def by_slug(reader: Reader, slug: str) -> Glossary | None:
    """The glossary with this key."""
    found = await _select(reader, "d.slug = $1::text", slug)
    return found[0] if found else None


async def gate_rules(glossary_ids: Sequence[UUID]) -> list[GateRule]:
    """What these glossaries set for their steps; a missing row means the shipped demand."""
    return await GateRule.filter(glossary_id__in=list(glossary_ids))


async def _select(reader: Reader, condition: str, value: object) -> list[Glossary]:
    visible = visibility.glossary_predicate(reader, "d")
    return [
        glossary(row)
        for row in await store.rows(f"SELECT {COLUMNS} FROM glossaries d WHERE {condition} AND {visible}", value)
    ]
