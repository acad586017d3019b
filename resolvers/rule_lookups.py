"""Rules by code, as the viewer may know of them: built-in ones, and those of glossaries that the viewer may see."""

from collections.abc import Awaitable, Sequence
from uuid import UUID

from models import pattern_rule_rows
from resolvers import own_rules
from resolvers.context import Context
from rules import catalogue, patterns
from rules.rule import Rule

Found = Rule | Awaitable[Rule | None] | None
"""A rule, now or when it has been read; null when there is none."""


def find(ctx: Context, code: str) -> Found:
    """The rule, retired ones included; null when there is none, or its glossary is hidden. Built-in ones are there at once."""
    built_in = catalogue.find(code)
    if built_in is not None or not patterns.is_code(code):
        return built_in
    return ctx.loaders.rule.load(code)


async def load(ctx: Context, code: str) -> Rule | None:
    """As `find`, for those who wait anyway."""
    found = find(ctx, code)
    return found if found is None or isinstance(found, Rule) else await found


def is_known(code: str) -> bool:
    """Whether the code is of the catalogue, or of the form that glossaries use for theirs, which are never removed."""
    return catalogue.find(code) is not None or patterns.is_code(code)


async def of_glossaries(ctx: Context, glossary_ids: Sequence[UUID]) -> list[Rule]:
    """The rules that these glossaries wrote, by code, retired ones included; none of a hidden glossary."""
    if not glossary_ids:
        return []
    return [own_rules.rule(row) for row in await pattern_rule_rows.of_glossaries(ctx.viewer.reader, glossary_ids)]
