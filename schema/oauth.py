"""The types about applications: OauthClient, and what a person allowed one."""

from datetime import datetime

import strawberry

from models import oauth as rows
from models import user as user_rows
from resolvers import users
from schema import lazy, permissions
from schema.directives import assumed
from schema.info import Info
from schema.node import Node, Versioned

Row = strawberry.Parent[rows.OauthClient]


@strawberry.type(description="An application that gets tokens by OAuth 2. For holders of `users:write`.")
class OauthClient(Versioned):
    """A row of `oauth_clients`."""

    client_id: str = strawberry.field(description="Its name in the protocol.")
    name: str = strawberry.field(description="Its name for people, on the page where they allow it something.")
    redirect_uris: list[str] = strawberry.field(
        description="Where people are sent back to; matched to the letter, but for the port of a loopback address.",
        directives=[assumed(3)],
    )
    grant_types: list[str] = strawberry.field(
        description="How it may get tokens: `authorization_code`, `refresh_token`, `client_credentials`.",
        directives=[assumed(3)],
    )
    scopes: list[str] = strawberry.field(
        description="What its tokens may carry at most, sorted.", directives=[assumed(10)]
    )
    may_introspect: bool = strawberry.field(description="Whether it may ask about tokens of other applications.")
    retired_at: datetime | None = strawberry.field(description="Since when it may do nothing any more; null: it may.")

    @strawberry.field(description="Whether it has a secret.")
    def is_confidential(self, root: Row) -> bool:
        """Whether it has a secret."""
        return root.secret_hash is not None

    @strawberry.field(
        description="For whom it acts when it acts on its own; null when nobody was named, or not visible.",
        graphql_type=lazy.LazyUser | None,
        permission_classes=[permissions.Open],
    )
    async def owner(self, root: Row, info: Info) -> user_rows.User | None:
        """The owner, to those who may read people."""
        return None if root.owner_id is None else await users.find(info.context, root.owner_id)


@strawberry.type(description="What the viewer allowed an application, until they take it back. Visible to nobody else.")
class OauthConsent(Node):
    """A row of `oauth_consents`."""

    created_at: datetime = strawberry.field(description="When it was given first.")
    updated_at: datetime = strawberry.field(description="When it was given last.")
    scopes: list[str] = strawberry.field(description="What the application may.", directives=[assumed(10)])

    @strawberry.field(description="Name of the application.")
    def application(self, root: strawberry.Parent[rows.OauthConsent]) -> str:
        """The name of the application for people."""
        return root.client.name
