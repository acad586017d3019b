"""What clients send about applications."""

import strawberry

from resolvers import oauth_clients
from schema import ids, parsing
from schema.filters import UNSET


@strawberry.input(description="An application to register.")
class CreateOauthClientInput:
    """An application to make."""

    name: str = strawberry.field(description="Name for people; 1 to 200 characters.")
    client_id: str | None = strawberry.field(
        default=UNSET, description="1 to 64 of `a-z`, `0-9` and `-`, never reused; made up when absent."
    )
    is_confidential: bool = strawberry.field(
        default=False,
        description="Whether it can keep a secret, and so gets one; an app or a page in a browser cannot.",
    )
    redirect_uris: list[str] | None = strawberry.field(
        default=UNSET,
        description="At most 10 of 2,000 characters each: https, `http://127.0.0.1/…`, `http://[::1]/…`, or a scheme that"
        " is a domain backwards.",
    )
    scopes: list[str] = strawberry.field(
        description="What its tokens may carry at most; at least one, and only scopes of this server."
    )
    grant_types: list[str] | None = strawberry.field(
        default=UNSET,
        description="Of `authorization_code` (needs a redirect address), `refresh_token` and `client_credentials` (needs "
        "a secret). When absent: codes and refresh tokens where there is a redirect address, else client "
        "credentials.",
    )
    owner_id: strawberry.ID | None = strawberry.field(
        default=UNSET, description="For whom it acts on its own, within their rights; the caller when absent."
    )
    may_introspect: bool = strawberry.field(
        default=False,
        description="Whether it may ask about tokens of other applications: a resource server. Only a confidential one "
        "may.",
    )


@strawberry.input(description="Omitted fields stay as they are.")
class UpdateOauthClientInput:
    """An application to change."""

    id: strawberry.ID = strawberry.field(description="The application.")
    expected_version: int = strawberry.field(
        description="`OauthClient.version` as it was read; another one stored is a CONFLICT (`VersionConflictError`)."
    )
    name: str | None = strawberry.field(default=UNSET, description="Another name, 1 to 200 characters; null leaves it.")
    redirect_uris: list[str] | None = strawberry.field(
        default=UNSET, description="At most 10; replace those before, null leaves them."
    )
    scopes: list[str] | None = strawberry.field(
        default=UNSET,
        description="At least one, and only scopes of this server; replace those before, null leaves them.",
    )
    may_introspect: bool | None = strawberry.field(
        default=UNSET,
        description="Whether it may ask about tokens of other applications; only a confidential one may, null leaves it.",
    )


@strawberry.input(description="An application that gets another secret.")
class RotateOauthClientSecretInput:
    """An application."""

    id: strawberry.ID = strawberry.field(description="The application.")


@strawberry.input(description="An application that may do nothing any more.")
class RetireOauthClientInput:
    """An application."""

    id: strawberry.ID = strawberry.field(description="The application.")


@strawberry.input(description="A consent to take back.")
class RevokeConsentInput:
    """A consent."""

    id: strawberry.ID = strawberry.field(description="The consent.")


def created(asked: CreateOauthClientInput) -> oauth_clients.NewApplication:
    """The application, as the rooms below read it.

    Raises:
        InvalidInput: the id names something else.
    """
    owner = parsing.given(asked.owner_id)
    grants = parsing.given(asked.grant_types)
    return parsing.filled(
        oauth_clients.NewApplication,
        asked,
        redirect_uris=parsing.each(asked.redirect_uris),
        grant_types=None if grants is None else tuple(grants),
        owner_id=None if owner is None else ids.decode("User", owner, "ownerId"),
    )
