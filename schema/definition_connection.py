"""Pages of definitions; the only edges with a score."""

from typing import cast

import strawberry

from models.records import DefinitionRecord
from resolvers import paging
from schema import lazy
from schema.connection import Count, Limit, PageInfo
from schema.directives import Cost

Page = strawberry.Parent[paging.Page[DefinitionRecord]]


@strawberry.type(description="One definition of a page, with the cursor that leads to it.")
class DefinitionEdge:
    """A definition and where it stands."""

    cursor: str = strawberry.field(description="Opaque place of the row in its order; pass it as `after` or `before`.")
    node: DefinitionRecord = strawberry.field(description="The definition itself.", graphql_type=lazy.LazyDefinition)
    score: float | None = strawberry.field(
        description="How well it fits the search, 0 to 1, 1 is best; null without `search`."
    )


@strawberry.type(description="Part of an ordered list of definitions, and where it lies in the whole.")
class DefinitionConnection:
    """A page of definitions."""

    edges: list[DefinitionEdge] = strawberry.field(description="The definitions with their cursors, in order.")

    @strawberry.field(description="The definitions alone, in the same order.", graphql_type=list[lazy.LazyDefinition])
    def nodes(self, root: Page) -> list[DefinitionRecord]:
        """The rows of the page."""
        return [edge.node for edge in root.edges]

    @strawberry.field(description="Where the page lies in the whole.", graphql_type=PageInfo)
    def page_info(self, root: Page) -> paging.Page[DefinitionRecord]:
        """The page again, as what says where it lies."""
        return root

    @strawberry.field(description="How many definitions there are in all.", directives=[Cost(weight=5)])
    async def total_count(self, root: Page, limit: Limit = paging.MAX_COUNT) -> Count:
        """The count, at most up to the limit."""
        return cast(Count, await root.count(limit))
