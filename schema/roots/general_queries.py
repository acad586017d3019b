"""Queries for objects of any kind, people, acts, and the position of the streams."""

from typing import Annotated

import strawberry

from auth import viewer as viewers
from auth.scopes import Scope
from models import audit as audit_rows
from models import user as user_rows
from models.sentences import say
from resolvers import audit, nodes, users
from resolvers.errors import LimitExceeded
from resolvers.paging import Page, Slice
from resolvers.rates import Rate
from schema import audit as audit_types
from schema import ids, lazy, permissions
from schema.audit import AuditFilter
from schema.connection import Connection, Paged
from schema.directives import PAGED, Cost, assumed, scopes
from schema.info import Info
from schema.node import Node
from schema.rate_limit import RateLimit
from schema.scalars import EventCursor
from schema.user import Viewer
from subscriptions import cursor

MOST_NODES = 100


@strawberry.type(description="Queries for objects of any kind, people, acts, and the position of the streams.")
class GeneralQueries:
    """Part of the type Query."""

    @strawberry.field(
        description="Position of the event streams, never newer than the data beside it: subscribe after it and nothing "
        "is missed. Ask for it first. Anybody may.",
        permission_classes=[permissions.Open],
    )
    async def event_cursor(self) -> EventCursor:
        """The position now."""
        return EventCursor(await cursor.now())

    @strawberry.field(
        description="What the caller may still ask; null where the operator keeps no budget. Anybody may ask, at no cost.",
        graphql_type=RateLimit | None,
        permission_classes=[permissions.Open],
        directives=[Cost(weight=0)],
    )
    def rate_limit(self, info: Info) -> Rate | None:
        """The budget after this operation was charged."""
        return info.context.rate

    @strawberry.field(
        description="The object of this id; null when it is unknown or not visible.",
        graphql_type=Node | None,
        permission_classes=[permissions.Open],
    )
    async def node(
        self,
        info: Info,
        id: Annotated[strawberry.ID, strawberry.argument(description="Its global id.")],
    ) -> object | None:
        """The object, if the viewer may see it."""
        found = ids.parts(id)
        return None if found is None else await nodes.load(info.context, *found)

    @strawberry.field(
        description="Same order as `ids`, null for each id that is unknown or not visible. At most 100; more are refused "
        "with LIMIT_EXCEEDED.",
        graphql_type=list[Node | None],
        permission_classes=[permissions.Open],
        directives=[assumed(100)],
    )
    async def nodes(
        self,
        info: Info,
        ids: Annotated[list[strawberry.ID], strawberry.argument(description="Their global ids; at most 100.")],
    ) -> list[object | None]:
        """The objects that the viewer may see."""
        return await loaded(info, ids)

    @strawberry.field(
        description="Whoever asks. Null when the request carries no credential.",
        graphql_type=Viewer | None,
        permission_classes=[permissions.Open],
    )
    def viewer(self, info: Info) -> viewers.Viewer | None:
        """Whoever asks."""
        viewer = info.context.viewer
        return None if viewer.is_anonymous else viewer

    @strawberry.field(
        description="Everybody with an account, oldest account first. Needs `users:read`.",
        graphql_type=Connection[lazy.LazyUser],
        permission_classes=[permissions.holding(Scope.USERS_READ)],
        extensions=[Paged()],
        directives=[scopes(Scope.USERS_READ), PAGED],
    )
    async def users(self, info: Info, slice_: Slice) -> Page[user_rows.User]:
        """Everybody with an account."""
        return await users.page(info.context, slice_)

    @strawberry.field(
        description="What was done on this server, newest first. Needs `audit:read`.",
        graphql_type=Connection[lazy.LazyAuditEntry],
        permission_classes=[permissions.holding(Scope.AUDIT_READ)],
        extensions=[Paged()],
        directives=[scopes(Scope.AUDIT_READ), PAGED],
    )
    async def audit_entries(
        self,
        info: Info,
        slice_: Slice,
        filter: Annotated[AuditFilter | None, strawberry.argument(description="Which entries.")] = strawberry.UNSET,
    ) -> Page[audit_rows.AuditEntry]:
        """What was done on this server."""
        return await audit.page(info.context, slice_, filter_=audit_types.parsed(filter))


async def loaded(info: Info, wanted: list[strawberry.ID]) -> list[object | None]:
    """The objects of these ids, in their order; null for each that is unknown or not visible.

    Raises:
        LimitExceeded: more than 100 ids.
    """
    if len(wanted) > MOST_NODES:
        raise LimitExceeded(say("too-many-nodes", most=MOST_NODES), path=("ids",))
    named = [ids.parts(one) for one in wanted]
    found = iter(await nodes.load_many(info.context, [one for one in named if one is not None]))
    return [None if one is None else next(found) for one in named]
