"""Queries for whoever runs the server."""

from typing import Annotated

import strawberry

from auth.scopes import Scope
from models import dead_letter as dead_letter_rows
from resolvers import dead_letters
from resolvers.paging import Page, Slice
from schema import dead_letter, permissions
from schema.connection import Connection, Paged
from schema.dead_letter import DeadLetter, DeadLetterFilter
from schema.directives import PAGED, scopes
from schema.info import Info


@strawberry.type(description="Queries for whoever runs the server.")
class OperationQueries:
    """Part of the type Query."""

    @strawberry.field(
        description="What could not be done after every retry, newest first. Needs `operations:write`.",
        graphql_type=Connection[DeadLetter],
        permission_classes=[permissions.holding(Scope.OPERATIONS_WRITE)],
        extensions=[Paged()],
        directives=[scopes(Scope.OPERATIONS_WRITE), PAGED],
    )
    async def dead_letters(
        self,
        info: Info,
        slice_: Slice,
        filter: Annotated[
            DeadLetterFilter | None, strawberry.argument(description="Which letters.")
        ] = strawberry.UNSET,
    ) -> Page[dead_letter_rows.DeadLetter]:
        """Dead letters."""
        return await dead_letters.page(info.context, slice_, dead_letter.parsed(filter))
