"""Definitions that may be like an entry: found by indexes, for the rules to compare."""

import hashlib
from dataclasses import dataclass
from uuid import UUID

from models import labels, lemma_keys, store, visibility
from models.label_lookups import Shelf
from models.values import Values
from models.visibility import Reader
from rules.entry import Context, Designation, Entry
from rules.kit import ContextKind, DesignationKind
from rules.web.item import Item

MOST = 200
"""Candidates that are compared: of every kind and edition, those that share most."""
LONGEST = 2_000
"""Code points of a text of which word pairs are looked up; further on it is compared, not searched for."""


@dataclass(frozen=True, slots=True)
class Sought:
    """What to look for; `exclude` is the definition that the entry is of."""

    shelf: Shelf
    entry: Entry
    exclude: UUID | None = None


async def candidates(reader: Reader, sought: Sought) -> list[Item]:
    """Definitions that the reader sees, with a label, the text, or two neighbouring words of the text in common. One statement."""
    values = Values()
    return [_item(row) for row in await store.rows(statement(reader, sought, values), *values.all)]


def statement(reader: Reader, sought: Sought, values: Values) -> str:
    """The SELECT of the candidates. Every part is answered by an index of its own."""
    entry = sought.entry
    named = [{"text": one.text, "kind": one.kind} for one in entry.designations]
    keys = f"{values.add(labels.keys(entry.term, named))}::text[]"
    pairs = f"{values.add(lemma_keys.pairs(entry.text[:LONGEST], entry.language))}::text[]"
    digest = f"{values.add(hashlib.md5(entry.text.encode(), usedforsecurity=False).hexdigest())}::text"
    locale = f"{values.add(entry.locale)}::text"
    shared = f"(SELECT count(*) FROM unnest(d.text_pairs) AS p (pair) WHERE p.pair = ANY({pairs}))"
    kinds = {
        f"d.label_keys && {keys}": "d.id",
        f"d.locale = {locale} AND md5(d.text) = {digest} AND d.text <> ''": "d.id",
        f"d.text_pairs && {pairs}": f"{shared} DESC, d.id",
    }
    condition = sought.shelf.condition(values)
    if sought.exclude is not None:
        condition = f"{condition} AND d.id <> {values.add(sought.exclude)}::uuid"
    columns = "d.id, d.concept_id, d.term, d.text, d.locale, d.contexts, d.designations"
    parts = [
        f"(SELECT {columns} FROM ({branch}) d WHERE {kind} AND {condition} ORDER BY {order} LIMIT {MOST})"
        for branch in visibility.branches(reader, values)
        for kind, order in kinds.items()
    ]
    return f"SELECT DISTINCT ON (id) * FROM ({' UNION ALL '.join(parts)}) u ORDER BY id"


def _item(row: store.Row) -> Item:
    entry = Entry(
        term=row["term"],
        text=row["text"],
        locale=row["locale"],
        contexts=tuple(Context(ContextKind(one["kind"]), one["name"]) for one in row["contexts"]),
        designations=tuple(Designation(one["text"], DesignationKind(one["kind"])) for one in row["designations"]),
    )
    return Item(id=str(row["id"]), entry=entry, concept=str(row["concept_id"]))
