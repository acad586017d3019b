"""The types about people: User, Viewer, Session."""

from datetime import datetime

import strawberry

from auth import viewer as viewers
from models import oauth as oauth_rows
from models import user as user_rows
from models.api_key import ApiKey
from resolvers import api_keys, oauth_grants, sessions, users
from resolvers.paging import Page, Slice
from schema import lazy, permissions
from schema.connection import Connection, Paged
from schema.directives import PAGED, assumed
from schema.info import Info
from schema.node import Node, Versioned
from schema.oauth import OauthConsent
from schema.person import Actor
from schema.validation_enums import Role

Row = strawberry.Parent[user_rows.User]


@strawberry.type(
    description="A person with an account. Signed-in callers see who did something; by id only the person and holders"
    " of `users:read` do."
)
class User(Versioned, Actor):
    """A row of `users`."""

    role: Role = strawberry.field(description="What the person may do.")
    is_active: bool = strawberry.field(description="Whether the person may sign in.")

    @strawberry.field(
        description="Only for the person and for holders of `users:read`; null for others.",
        permission_classes=[permissions.Open],
    )
    def email(self, root: Row, info: Info) -> str | None:
        """The address, or null."""
        return users.email(info.context, root)


@strawberry.type(description="A signed-in device. Visible to its person only.")
class Session(Node):
    """A row of `sessions`."""

    created_at: datetime = strawberry.field(description="When it signed in.")
    last_used_at: datetime = strawberry.field(description="When it last asked for an access token.")
    user_agent: str | None = strawberry.field(
        description="What the device calls itself, at most 200 characters; null when it said nothing."
    )

    @strawberry.field(description="Whether this request comes from it.")
    def is_current(self, root: strawberry.Parent[user_rows.Session], info: Info) -> bool:
        """Whether it is the session of this request."""
        return sessions.is_current(info.context, root)


@strawberry.type(description="Whoever sends the request.")
class Viewer:
    """The viewer of the request."""

    @strawberry.field(description="Null when the credential is not a person's.", graphql_type=User | None)
    async def user(self, root: strawberry.Parent[viewers.Viewer], info: Info) -> user_rows.User | None:  # noqa: ARG002 - the viewer stands in the context too
        """The person."""
        return await users.viewer(info.context)

    @strawberry.field(description="What the credential may be used for, sorted.")
    def scopes(self, root: strawberry.Parent[viewers.Viewer]) -> list[str]:
        """The scopes granted."""
        return sorted(scope.value for scope in root.scopes)

    @strawberry.field(
        description="Signed-in devices, last used first; each can be revoked with `revokeSession`.",
        graphql_type=list[Session],
        permission_classes=[permissions.SignedIn],
        directives=[assumed(10)],
    )
    async def sessions(self, root: strawberry.Parent[viewers.Viewer], info: Info) -> list[user_rows.Session]:  # noqa: ARG002 - the viewer stands in the context too
        """The sessions of the viewer, last used first."""
        return await sessions.of_viewer(info.context)

    @strawberry.field(
        description="What the viewer allowed applications, last given first; each can be taken back with `revokeConsent`.",
        graphql_type=list[OauthConsent],
        permission_classes=[permissions.SignedIn],
        directives=[assumed(10)],
    )
    async def consents(self, root: strawberry.Parent[viewers.Viewer], info: Info) -> list[oauth_rows.OauthConsent]:  # noqa: ARG002 - the viewer stands in the context too
        """The consents of the viewer, last given first."""
        return await oauth_grants.consents(info.context)

    @strawberry.field(
        description="Keys of machines that act for the viewer, newest first; ended ones too. An API key sees those of its owner.",
        graphql_type=Connection[lazy.LazyApiKey],
        permission_classes=[permissions.SignedIn],
        extensions=[Paged()],
        directives=[PAGED],
    )
    async def api_keys(self, root: strawberry.Parent[viewers.Viewer], info: Info, slice_: Slice) -> Page[ApiKey]:  # noqa: ARG002 - the viewer stands in the context too
        """The keys of the viewer."""
        return await api_keys.page(info.context, slice_)
