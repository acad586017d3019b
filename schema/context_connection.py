"""Pages of contexts, each with how many definitions hold in it."""

from typing import cast

import strawberry

from models.context_reads import ContextUse
from resolvers import paging
from schema.connection import Count, Limit, PageInfo
from schema.content import Context
from schema.directives import Cost

Page = strawberry.Parent[paging.Page[ContextUse]]


@strawberry.type(description="One context of a page, with the cursor that leads to it.")
class ContextEdge:
    """A context and where it stands."""

    cursor: str = strawberry.field(description="Opaque place of the row in its order; pass it as `after` or `before`.")
    node: Context = strawberry.field(description="The context itself.")

    @strawberry.field(description="How many definitions hold in it.")
    def definition_count(self, root: strawberry.Parent[paging.Edge[ContextUse]]) -> int:
        """Its uses."""
        return root.node.definition_count


@strawberry.type(description="Part of an ordered list of contexts, and where it lies in the whole.")
class ContextConnection:
    """A page of contexts."""

    edges: list[ContextEdge] = strawberry.field(description="The contexts with their cursors, in order.")

    @strawberry.field(description="The contexts alone, in the same order.", graphql_type=list[Context])
    def nodes(self, root: Page) -> list[ContextUse]:
        """The rows of the page."""
        return [edge.node for edge in root.edges]

    @strawberry.field(description="Where the page lies in the whole.", graphql_type=PageInfo)
    def page_info(self, root: Page) -> paging.Page[ContextUse]:
        """The page again, as what says where it lies."""
        return root

    @strawberry.field(description="How many contexts there are in all.", directives=[Cost(weight=5)])
    async def total_count(self, root: Page, limit: Limit = paging.MAX_COUNT) -> Count:
        """The count, at most up to the limit."""
        return cast(Count, await root.count(limit))
