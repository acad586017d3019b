"""Queries for applications."""

import strawberry

from auth.scopes import Scope
from models import oauth as rows
from resolvers import oauth_clients
from resolvers.paging import Page, Slice
from schema import lazy, permissions
from schema.connection import Connection, Paged
from schema.directives import PAGED, scopes
from schema.info import Info


@strawberry.type(description="Queries for applications.")
class OauthQueries:
    """Part of the type Query."""

    @strawberry.field(
        description="Applications that get tokens by OAuth 2, oldest first, retired ones too. Needs `users:write`.",
        graphql_type=Connection[lazy.LazyOauthClient],
        permission_classes=[permissions.holding(Scope.USERS_WRITE)],
        extensions=[Paged()],
        directives=[scopes(Scope.USERS_WRITE), PAGED],
    )
    async def oauth_clients(self, info: Info, slice_: Slice) -> Page[rows.OauthClient]:
        """Every application."""
        return await oauth_clients.page(info.context, slice_)
