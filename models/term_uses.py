"""Which text uses which term: labels that a text mentions in whatever form, the leftmost and then the longest."""

import asyncio
from collections.abc import Collection, Sequence
from uuid import UUID

from models import label_lookups, lemma_keys, store, visibility
from models.label_lookups import Shelf
from models.records import DefinitionRecord
from models.values import Values
from models.visibility import Reader
from rules import mentions
from rules.entry import Entry
from rules.mentions import Keys, Known


async def used(reader: Reader, record: DefinitionRecord) -> list[UUID]:
    """Other definitions of the glossary and language whose label the text mentions. One statement."""
    shelf = _shelf(record)
    known = await label_lookups.of_texts(reader, shelf, [record.text])
    return sorted(UUID(found) for found in _targets(record.text, shelf.language, known, own=str(record.id)))


async def using(reader: Reader, record: DefinitionRecord) -> list[UUID]:
    """Other definitions of the glossary and language whose text mentions a label of the record: exactly those that use it.

    Two statements: an index narrows down to texts with all words of a label, and then their longer labels are looked up.
    """
    shelf, own = _shelf(record), lemma_keys.label_keys(_entry(record))
    if not own:
        return []
    values = Values()
    rows = await store.rows(statement(reader, record, own, values), *values.all)
    starts = {mentions.start(label) for label in own} | await asyncio.to_thread(_starts, rows, shelf.language)
    known = await label_lookups.beginning(reader, shelf, starts)
    # A common word stands in thousands of texts: others get their turn on the event loop meanwhile.
    return await asyncio.to_thread(_mentioning, str(record.id), rows, shelf.language, known)


def statement(reader: Reader, record: DefinitionRecord, own: Collection[Keys], values: Values) -> str:
    """The SELECT of the texts that have all words of one of these labels, by id."""
    branches = visibility.branches(reader, values)
    wanted = sorted({tuple(sorted({lemma_keys.held(key) for key in label})) for label in own})
    words = " OR ".join(f"d.text_lemmas @> {values.add(list(label))}::text[]" for label in wanted)
    condition = f"({words}) AND {_shelf(record).condition(values)} AND d.id <> {values.add(record.id)}::uuid"
    parts = [f"SELECT d.id, d.text FROM ({branch}) d WHERE {condition}" for branch in branches]
    return " UNION ALL ".join(parts) + " ORDER BY id"


def _mentioning(target: str, rows: Sequence[store.Row], language: str, known: Known) -> list[UUID]:
    found = ((row["id"], _targets(row["text"], language, known, own=str(row["id"]))) for row in rows)
    return [key for key, targets in found if target in targets]


def _starts(rows: Sequence[store.Row], language: str) -> set[str]:
    """How labels of several words in these texts would begin.

    A label of one word never takes the place of another that begins elsewhere, so those do not matter.
    """
    return {start for row in rows for start in mentions.starts(row["text"], language) if "\n" in start}


def _targets(text: str, language: str, known: Known, *, own: str) -> set[str]:
    """Who bears a label that the text mentions; a label that is its own as well leads nowhere."""
    found = mentions.mentions(text, language, known)
    return {target for mention in found if own not in mention.targets for target in mention.targets}


def _shelf(record: DefinitionRecord) -> Shelf:
    return Shelf((record.glossary_id,), _entry(record).language)


def _entry(record: DefinitionRecord) -> Entry:
    return lemma_keys.entry_of(record.term, record.designations, locale=record.locale)
