"""Mutations of API keys."""

from datetime import timedelta
from typing import Annotated

import strawberry

from auth.scopes import Scope
from resolvers import api_keys
from resolvers.api_keys import NewKey
from schema import ids, parsing, permissions
from schema.api_key import (
    CreateApiKeyInput,
    CreateApiKeyPayload,
    RevokeApiKeyInput,
    RevokeApiKeyPayload,
    RotateApiKeyInput,
    RotateApiKeyPayload,
)
from schema.directives import Cost, scopes
from schema.info import Info
from schema.payload import Refusable

Told = strawberry.argument(description="What to do.")


@strawberry.type(description="Mutations of API keys.")
class KeyMutations:
    """Part of the type Mutation."""

    @strawberry.mutation(
        description="A key for a machine that acts for the caller, with some of their scopes. At most 50 go on at a time."
        " Needs `keys:write`. Refused with LIMIT_EXCEEDED (50 go on), FORBIDDEN (an API key or an application"
        " asks).",
        permission_classes=[permissions.holding(Scope.KEYS_WRITE)],
        extensions=[Refusable(CreateApiKeyPayload)],
        directives=[scopes(Scope.KEYS_WRITE), Cost(weight=10)],
    )
    async def create_api_key(self, info: Info, input: Annotated[CreateApiKeyInput, Told]) -> CreateApiKeyPayload:
        """The new key and its secret."""
        made = await api_keys.create(info.context, parsing.filled(NewKey, input))
        return CreateApiKeyPayload(api_key=made.key, secret=made.secret)

    @strawberry.mutation(
        description="Another key in place of one; both hold for a while, so that no machine stands still. Needs "
        "`keys:write`. Refused with NOT_FOUND, CONFLICT (it has ended), FORBIDDEN (an API key or an "
        "application asks).",
        permission_classes=[permissions.holding(Scope.KEYS_WRITE)],
        extensions=[Refusable(RotateApiKeyPayload)],
        directives=[scopes(Scope.KEYS_WRITE), Cost(weight=10)],
    )
    async def rotate_api_key(self, info: Info, input: Annotated[RotateApiKeyInput, Told]) -> RotateApiKeyPayload:
        """The key in place of the old one, and its secret."""
        key_id, overlap = ids.decode("ApiKey", input.id, "id"), timedelta(hours=input.overlap_hours)
        made = await api_keys.rotate(info.context, key_id, overlap=overlap)
        return RotateApiKeyPayload(api_key=made.key, secret=made.secret)

    @strawberry.mutation(
        description="Ends a key within a second, on every server; one that has ended stays as it is. Needs `keys:write`, "
        "and `users:write` for a key of somebody else. Refused with NOT_FOUND, FORBIDDEN (an API key or an "
        "application asks).",
        permission_classes=[permissions.holding(Scope.KEYS_WRITE)],
        extensions=[Refusable(RevokeApiKeyPayload)],
        directives=[scopes(Scope.KEYS_WRITE), Cost(weight=10)],
    )
    async def revoke_api_key(self, info: Info, input: Annotated[RevokeApiKeyInput, Told]) -> RevokeApiKeyPayload:
        """The key that ended."""
        return RevokeApiKeyPayload(api_key=await api_keys.revoke(info.context, ids.decode("ApiKey", input.id, "id")))
