"""Defined terms found in a text that is not stored, with the definitions that they lead to."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from uuid import UUID

from models import definition_reads, glossary_reads, label_lookups
from models.errors import NotFound
from models.keys import term_key
from models.label_lookups import Shelf
from models.records import DefinitionRecord
from models.sentences import say
from resolvers import bounds
from resolvers.context import Context
from resolvers.errors import InvalidInput
from resolvers.inputs import ContextInput
from rules import labels, mentions
from rules.entry import Entry
from rules.kit import Confidence
from rules.marks import Span
from rules.mentions import Known, Mention

MOST = 1_000
MOST_GLOSSARIES = 20
TEXT_LENGTH = 50_000  # code points


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnotateText:
    """What is asked: definitions of the first glossaries, and those with one of the contexts, come first."""

    glossary_ids: tuple[UUID, ...]
    text: str
    locale: str
    contexts: tuple[ContextInput, ...] = ()


@dataclass(frozen=True, slots=True)
class Annotation:
    """A place in the text, the definitions of the term that stands there, best first, and how sure that is."""

    span: Span
    excerpt: str
    definitions: tuple[DefinitionRecord, ...]
    confidence: Confidence


async def annotate(ctx: Context, asked: AnnotateText, *, first: int) -> list[Annotation]:
    """At most `first` places in order: the leftmost, and then the longest, without overlap. Three statements.

    Raises:
        NotFound: a glossary is absent, or hidden from this viewer.
        InvalidInput: a bound.
    """
    language = _checked(asked, first)
    await _must_be_visible(ctx, asked.glossary_ids)
    shelf = Shelf(asked.glossary_ids, language)
    # Thousands of words: others get their turn on the event loop meanwhile.
    starts = await asyncio.to_thread(mentions.starts, asked.text, language)
    known = await label_lookups.beginning(ctx.viewer.reader, shelf, starts)
    found = await asyncio.to_thread(_mentions, asked.text, language, known=known, first=first)
    ids = {UUID(target) for mention in found for target in mention.targets}
    records = await definition_reads.by_ids(ctx.viewer.reader, sorted(ids))
    return [one for mention in found if (one := _annotation(asked, mention, records)).definitions]


def _checked(asked: AnnotateText, first: int) -> str:
    if not 1 <= first <= MOST:
        raise InvalidInput(say("page-size", name="first", most=MOST), path=("first",), constraint="range")
    bounds.text(asked.text, path=("text",), most=TEXT_LENGTH, is_blank_allowed=True)
    bounds.contexts(asked.contexts)
    bounds.count(asked.glossary_ids, path=("glossaryIds",), most=MOST_GLOSSARIES)
    if not asked.glossary_ids:
        raise InvalidInput(say("no-glossary-named"), path=("glossaryIds",), constraint="min-items")
    return Entry(term="", text="", locale=bounds.locale(asked.locale)).language


async def _must_be_visible(ctx: Context, glossary_ids: Sequence[UUID]) -> None:
    visible = await glossary_reads.by_ids(ctx.viewer.reader, glossary_ids)
    for place, key in enumerate(glossary_ids):
        if key not in visible:
            raise NotFound("Glossary", key, path=("glossaryIds", str(place)))


def _mentions(text: str, language: str, *, known: Known, first: int) -> list[Mention]:
    return list(islice(mentions.mentions(text, language, known), first))


def _annotation(asked: AnnotateText, mention: Mention, records: Mapping[UUID, DefinitionRecord]) -> Annotation:
    found = [records[key] for target in mention.targets if (key := UUID(target)) in records]
    ranks = {one.id: _rank(asked, one) for one in found}
    ranked = sorted(found, key=lambda one: (ranks[one.id], one.id))
    is_open = len(ranked) > 1 and ranks[ranked[0].id] == ranks[ranked[1].id]
    excerpt = mention.span.of(asked.text)
    return Annotation(mention.span, excerpt, tuple(ranked), _confidence(excerpt, ranked, is_open=is_open))


def _rank(asked: AnnotateText, record: DefinitionRecord) -> tuple[int, int]:
    """Smaller is better: more of the contexts, then an earlier glossary."""
    wanted = {(one.kind.value, term_key(one.name)) for one in asked.contexts}
    shared = sum((one["kind"], term_key(one["name"])) in wanted for one in record.contexts)
    return -shared, asked.glossary_ids.index(record.glossary_id)


def _confidence(excerpt: str, ranked: Sequence[DefinitionRecord], *, is_open: bool) -> Confidence:
    """CERTAIN as written, LIKELY in another form; a mere HINT where nothing chooses between several definitions."""
    if is_open:
        return Confidence.HINT
    written = {
        labels.folded(label) for one in ranked[:1] for label in (one.term, *(item["text"] for item in one.designations))
    }
    return Confidence.CERTAIN if labels.folded(excerpt) in written else Confidence.LIKELY
