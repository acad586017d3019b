"""Concepts: found by id or linked-data URI, listed, and what defines them."""

from collections.abc import Collection
from uuid import UUID

from models import concept_reads
from models.definition import Concept
from models.errors import NotFound
from models.glossary import Glossary
from models.records import DefinitionRecord
from resolvers import bounds, paging
from resolvers.context import Context
from resolvers.paging import Maker, Page, Slice

URI_LENGTH = 2_100

_URN = "urn:uuid:"
_ID_LENGTH = 36


async def get(ctx: Context, concept_id: UUID) -> Concept:
    """The concept.

    Raises:
        NotFound: it is absent, or nothing of it is visible to this viewer.
    """
    found = await find(ctx, concept_id)
    if found is None:
        raise NotFound("Concept", concept_id)
    return found


async def find(ctx: Context, concept_id: UUID) -> Concept | None:
    """The concept, or null when it is absent or hidden."""
    return (await concept_reads.by_ids(ctx.viewer.reader, [concept_id])).get(concept_id)


async def by_uri(ctx: Context, asked: str) -> Concept | None:
    """The concept that this IRI identifies, character by character; null when none does."""
    bounds.text(asked, path=("by", "uri"), most=URI_LENGTH, is_blank_allowed=True)
    try:
        concept_id = UUID(asked[-_ID_LENGTH:])
    except ValueError:
        return None
    concept = await find(ctx, concept_id)
    glossary = None if concept is None else await ctx.loaders.glossary.load(concept.glossary_id)
    return concept if concept is not None and glossary is not None and uri(concept, glossary) == asked else None


def uri(concept: Concept, glossary: Glossary) -> str:
    """What identifies the concept in linked data: under the glossary's base, else as a URN (RFC 9562)."""
    return f"{glossary.base_uri or _URN}{concept.id}"


async def definitions(ctx: Context, concept: Concept, locales: Collection[str] | None = None) -> list[DefinitionRecord]:
    """The definitions that the viewer may see, archived ones left out, by locale; of these locales when some are named."""
    found = await ctx.loaders.definitions_of_concept.load(concept.id)
    return [one for one in found if locales is None or one.locale in locales]


async def page(ctx: Context, glossary: Glossary, slice_: Slice, *, top_only: bool = False) -> Page[Concept]:
    """The concepts of a glossary, by notation, then by preferred term.

    `top_only` leaves out those with a broader one that the viewer sees.
    """
    maker = Maker(f"concepts {glossary.id} {top_only}", concept_reads.concept)
    return await paging.of_listing(
        concept_reads.listing(ctx.viewer.reader, glossary, is_top_only=top_only), slice_, maker
    )
