"""The ways to name one glossary."""

import strawberry

from models.glossary import Glossary
from resolvers import glossaries
from resolvers.context import Context
from schema import ids, parsing
from schema.filters import UNSET


@strawberry.input(one_of=True, description="Exactly one way to name a glossary.")
class GlossaryBy:
    """One of two names."""

    id: strawberry.ID | None = strawberry.field(default=UNSET, description="By its id.")
    slug: str | None = strawberry.field(default=UNSET, description="By its slug.")


async def named(ctx: Context, by: GlossaryBy) -> Glossary | None:
    """The glossary of this name, if the viewer may see it. The executor saw to it that `by` holds exactly one."""
    if (text := parsing.given(by.id)) is not None:
        key = ids.find("Glossary", text)
        return None if key is None else await glossaries.find(ctx, key)
    return await glossaries.by_slug(ctx, by.slug or "")
