"""Definitions like a given one, for whoever is about to write what exists already."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from models import similar_reads
from models.label_lookups import Shelf
from models.records import DefinitionRecord
from models.sentences import say
from models.similar_reads import Sought
from resolvers import checking
from resolvers.context import Context
from resolvers.errors import InvalidInput
from rules.entry import Entry
from rules.web import resemblance
from rules.web.item import Item
from rules.web.resemblance import Reason

MOST = 50


@dataclass(frozen=True, slots=True)
class SimilarDefinition:
    """A definition like the one asked about: `similarity` from 0 to 1, and the reasons, strongest first."""

    definition: DefinitionRecord
    similarity: float
    reasons: tuple[Reason, ...]


async def of_definition(ctx: Context, record: DefinitionRecord, first: int) -> list[SimilarDefinition]:
    """Definitions of its glossary and language that share a label or most of the text with it, most similar first.

    Raises:
        InvalidInput: `first` is out of bounds.
    """
    return await of_entry(ctx, record.glossary_id, checking.entry(record), first=first, exclude=record.id)


async def of_entry(
    ctx: Context, glossary_id: UUID, entry: Entry, *, first: int, exclude: UUID | None = None
) -> list[SimilarDefinition]:
    """As `of_definition`, for what is not stored; `exclude` is the definition that it is to become. Two statements.

    Raises:
        InvalidInput: `first` is out of bounds.
    """
    if not 1 <= first <= MOST:
        raise InvalidInput(say("page-size", name="first", most=MOST), path=("first",), constraint="range")
    sought = Sought(Shelf((glossary_id,), entry.language), entry, exclude)
    found = await similar_reads.candidates(ctx.viewer.reader, sought)
    # Long texts take a millisecond each to compare.
    ranked = await asyncio.to_thread(_ranked, found, entry, first)
    records = await ctx.loaders.definition.load_many([UUID(one.id) for one in ranked])
    pairs = zip(records, ranked, strict=True)
    return [SimilarDefinition(record, one.similarity, one.reasons) for record, one in pairs if record is not None]


def _ranked(found: Sequence[Item], entry: Entry, first: int) -> list[resemblance.Similar]:
    text = resemblance.folded(entry.text)
    alike = [one for item in found if (one := resemblance.compared(item, entry, text)) is not None]
    return sorted(alike, key=lambda one: (-one.similarity, one.id))[:first]
