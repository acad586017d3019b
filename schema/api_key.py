"""The type ApiKey: a credential of a machine that acts for a person, and what clients send and get about it."""

from datetime import datetime

import strawberry

from models import api_key as key_rows
from models.user import User
from schema import lazy
from schema.definition_payloads import ABSENT
from schema.filters import UNSET
from schema.info import Info
from schema.node import Node
from schema.payload import MutationPayload

Row = strawberry.Parent[key_rows.ApiKey]


@strawberry.type(
    description="Credential for machine access; it acts for its owner. The secret is shown once, by `createApiKey` and "
    "`rotateApiKey`. Visible to its owner and to those who hold `users:write`."
)
class ApiKey(Node):
    """A row of `api_keys`."""

    name: str = strawberry.field(description="What its owner calls it; at most 100 characters.")
    prefix: str = strawberry.field(description="First characters of the secret, to recognise the key in logs.")
    scopes: list[str] = strawberry.field(
        description="What it may be used for at most, sorted; less when its owner may less by now."
    )
    created_at: datetime = strawberry.field(description="When it was made.")
    expires_at: datetime = strawberry.field(description="When it ends; at most 366 days after it was made.")
    last_used_at: datetime | None = strawberry.field(
        description="When it was last used, to the minute; null when never."
    )
    revoked_at: datetime | None = strawberry.field(description="When it was revoked; null when it was not.")

    @strawberry.field(description="For whom it acts.", graphql_type=lazy.LazyUser)
    async def owner(self, root: Row, info: Info) -> User | None:
        """The owner; a key goes with its owner, so there is one."""
        return await info.context.loaders.user.load(root.owner_id)


@strawberry.input(description="A key to make.")
class CreateApiKeyInput:
    """A new key."""

    name: str = strawberry.field(description="What to call it; 1 to 100 characters.")
    scopes: list[str] = strawberry.field(
        description="What it may be used for: at least one of the caller's own scopes, and never `keys:write`."
    )
    expires_at: datetime | None = strawberry.field(
        default=UNSET, description="When it ends; at most 366 days ahead. Default: 90 days ahead."
    )
    idempotency_key: str | None = strawberry.field(
        default=UNSET,
        description="Names this request for 24 hours; at most 200 characters. One that comes again with the same input "
        "brings the key, but no secret.",
    )


@strawberry.input(description="A key to replace by another of the same name, scopes and length of life.")
class RotateApiKeyInput:
    """A key and how long both hold."""

    id: strawberry.ID = strawberry.field(description="The key to replace; one of the caller's own.")
    overlap_hours: int = strawberry.field(default=24, description="How long the old key goes on: 0 to 168 hours.")


@strawberry.input(description="A key to end.")
class RevokeApiKeyInput:
    """A key."""

    id: strawberry.ID = strawberry.field(
        description="The key to end: one of the caller's own, or anybody's for holders of `users:write`."
    )


@strawberry.type(description="Answer of `createApiKey`.")
class CreateApiKeyPayload(MutationPayload):
    """The new key."""

    api_key: key_rows.ApiKey | None = strawberry.field(
        default=None, description=f"The new key. {ABSENT}", graphql_type=ApiKey | None
    )
    secret: str | None = strawberry.field(
        default=None,
        description="What to send as `Authorization: Bearer …`. The only time it is shown; null when the request came again.",
    )


@strawberry.type(description="Answer of `rotateApiKey`.")
class RotateApiKeyPayload(MutationPayload):
    """The key in place of the old one."""

    api_key: key_rows.ApiKey | None = strawberry.field(
        default=None, description=f"The key in place of the old one. {ABSENT}", graphql_type=ApiKey | None
    )
    secret: str | None = strawberry.field(default=None, description="What to send. The only time it is shown.")


@strawberry.type(description="Answer of `revokeApiKey`.")
class RevokeApiKeyPayload(MutationPayload):
    """The key that ended."""

    api_key: key_rows.ApiKey | None = strawberry.field(
        default=None, description=f"The key that ended. {ABSENT}", graphql_type=ApiKey | None
    )
