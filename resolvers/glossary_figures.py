"""What can be counted of a glossary, of the texts that the viewer reads: how good they are, and the contexts they hold in."""

from collections.abc import Sequence

from models import context_reads
from models.context_reads import ContextChoice, ContextUse
from models.glossary import Glossary
from models.quality_reads import Quality, RuleFindings
from models.sentences import say
from resolvers import filters, paging
from resolvers.context import Context
from resolvers.errors import InvalidInput
from resolvers.paging import Maker, Page, Slice

MOST_RULES = 100


async def quality(ctx: Context, glossary: Glossary) -> Quality:
    """The figures of the glossary; loaded together for all glossaries of an operation."""
    return await ctx.loaders.quality.load(glossary.id)


def worst_rules(figures: Quality, first: int) -> Sequence[RuleFindings]:
    """The rules with the most errors and warnings, most first.

    Raises:
        InvalidInput: `first` is out of bounds.
    """
    if not 1 <= first <= MOST_RULES:
        raise InvalidInput(say("page-size", name="first", most=MOST_RULES), path=("first",), constraint="range")
    return figures.rules[:first]


async def contexts(ctx: Context, glossary: Glossary, slice_: Slice, choice: ContextChoice) -> Page[ContextUse]:
    """The contexts of its definitions, most used first. One statement."""
    filters.check(choice, path=())
    asked = context_reads.listing(ctx.viewer.reader, glossary.id, choice)
    return await paging.of_listing(asked, slice_, Maker(f"contexts {glossary.id}", context_reads.use))
