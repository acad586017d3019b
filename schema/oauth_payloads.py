"""What mutations of applications answer."""

import strawberry

from models import oauth as rows
from schema import lazy
from schema.definition_payloads import ABSENT
from schema.payload import MutationPayload

SHOWN_ONCE = "The only time the secret is shown; null for a public client."
CLIENT = f"The application as it is now. {ABSENT}"


@strawberry.type(description="Answer of `createOauthClient`.")
class CreateOauthClientPayload(MutationPayload):
    """The new application."""

    client: rows.OauthClient | None = strawberry.field(
        default=None, description=CLIENT, graphql_type=lazy.LazyOauthClient | None
    )
    secret: str | None = strawberry.field(default=None, description=SHOWN_ONCE)


@strawberry.type(description="Answer of `updateOauthClient`.")
class UpdateOauthClientPayload(MutationPayload):
    """The application."""

    client: rows.OauthClient | None = strawberry.field(
        default=None, description=CLIENT, graphql_type=lazy.LazyOauthClient | None
    )


@strawberry.type(description="Answer of `rotateOauthClientSecret`. The former secret proves nothing any more.")
class RotateOauthClientSecretPayload(MutationPayload):
    """The application with another secret."""

    client: rows.OauthClient | None = strawberry.field(
        default=None, description=CLIENT, graphql_type=lazy.LazyOauthClient | None
    )
    secret: str | None = strawberry.field(default=None, description=SHOWN_ONCE)


@strawberry.type(description="Answer of `retireOauthClient`. Its tokens end within a second.")
class RetireOauthClientPayload(MutationPayload):
    """The application, retired."""

    client: rows.OauthClient | None = strawberry.field(
        default=None, description=CLIENT, graphql_type=lazy.LazyOauthClient | None
    )


@strawberry.type(description="Answer of `revokeConsent`. The application's tokens end within a second.")
class RevokeConsentPayload(MutationPayload):
    """The consent that ended."""

    revoked_id: strawberry.ID | None = strawberry.field(default=None, description=f"The consent. {ABSENT}")
