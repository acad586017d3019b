"""The ways to name one definition."""

import strawberry

from models.records import DefinitionRecord
from resolvers import definitions, inputs
from resolvers.context import Context
from schema import ids, parsing
from schema.definition_enums import ContextKind
from schema.filters import UNSET
from schema.scalars import Locale


@strawberry.input(description="A setting in which a definition holds.")
class ContextInput:
    """A context, as a client writes it."""

    kind: ContextKind = strawberry.field(description="What kind of setting it is.")
    name: str = strawberry.field(description="The organisation, field of law, or law; 1 to 200 characters.")


@strawberry.input(description="Names the definition with this slug in its glossary.")
class DefinitionSlug:
    """Two slugs."""

    glossary_slug: str = strawberry.field(description="Key of the glossary, such as `renting-a-home`.")
    slug: str = strawberry.field(description="Slug of the definition.")


@strawberry.input(
    description="Names the definition in force with exactly this term (NFC, outer blanks removed), language and set of "
    "contexts (omitted: no context), of which a glossary has at most one; else the only working one. Drafts may compete "
    "for a key: the gate stops the second, and a key that several drafts share names none of them."
)
class TermKey:
    """What a definition defines."""

    glossary_id: strawberry.ID = strawberry.field(description="The glossary to look in.")
    term: str = strawberry.field(description="The preferred term; 1 to 200 characters, outer blanks removed.")
    locale: Locale = strawberry.field(description="Its language.")
    contexts: list[ContextInput] | None = strawberry.field(
        default=UNSET, description="The whole set of contexts, at most 50; omitted: no context."
    )


@strawberry.input(one_of=True, description="Exactly one way to name a definition.")
class DefinitionBy:
    """One of three names."""

    id: strawberry.ID | None = strawberry.field(default=UNSET, description="By its id.")
    slug: DefinitionSlug | None = strawberry.field(default=UNSET, description="By slug.")
    term: TermKey | None = strawberry.field(default=UNSET, description="By what it defines.")


async def named(ctx: Context, by: DefinitionBy) -> DefinitionRecord | None:
    """The definition of this name, if the viewer may see it. The executor saw to it that `by` holds exactly one."""
    if (text := parsing.given(by.id)) is not None:
        definition_id = ids.find("Definition", text)
        return None if definition_id is None else await definitions.find(ctx, definition_id)
    if (slug := parsing.given(by.slug)) is not None:
        return await definitions.by_slug(ctx, slug.glossary_slug, slug.slug)
    key = parsing.given(by.term)
    return None if key is None else await _by_term(ctx, key)


async def _by_term(ctx: Context, key: TermKey) -> DefinitionRecord | None:
    glossary_id = ids.find("Glossary", key.glossary_id)
    if glossary_id is None:
        return None
    contexts = tuple(inputs.ContextInput(context.kind, context.name) for context in parsing.each(key.contexts))
    return await definitions.by_term(ctx, inputs.TermKey(glossary_id, key.term, key.locale, contexts))
