"""What mutations of accounts and sessions answer."""

from datetime import datetime

import strawberry

from models import user as user_rows
from resolvers import session_tokens
from schema import lazy
from schema.definition_payloads import ABSENT
from schema.payload import MutationPayload


@strawberry.type(description="`accessToken` is a JWT (RFC 9068); the refresh token is used once.")
class SessionTokens:
    """A pair of tokens."""

    access_token: str = strawberry.field(description="Send it as `Authorization: Bearer …`.")
    access_token_expires_at: datetime = strawberry.field(description="When it ends; at most 10 minutes ahead.")
    refresh_token: str = strawberry.field(
        description="Exchange it for the next pair with `refreshSession`. It ends after 14 days unused, and its session "
        "after 90, unless the operator chose otherwise."
    )


@strawberry.type(description="Answer of `registerUser`.")
class RegisterUserPayload(MutationPayload):
    """The new account, signed in."""

    user: user_rows.User | None = strawberry.field(
        default=None, description=f"The new account. {ABSENT}", graphql_type=lazy.LazyUser | None
    )
    tokens: session_tokens.SessionTokens | None = strawberry.field(
        default=None, description=f"Its first session. {ABSENT}", graphql_type=SessionTokens | None
    )


@strawberry.type(description="Answer of `signIn`.")
class SignInPayload(MutationPayload):
    """The person and the new session."""

    user: user_rows.User | None = strawberry.field(
        default=None, description=f"Who signed in. {ABSENT}", graphql_type=lazy.LazyUser | None
    )
    tokens: session_tokens.SessionTokens | None = strawberry.field(
        default=None, description=f"The new session. {ABSENT}", graphql_type=SessionTokens | None
    )


@strawberry.type(description="Answer of `refreshSession`.")
class RefreshSessionPayload(MutationPayload):
    """The person and the next pair of tokens."""

    user: user_rows.User | None = strawberry.field(
        default=None, description=f"Whose session it is. {ABSENT}", graphql_type=lazy.LazyUser | None
    )
    tokens: session_tokens.SessionTokens | None = strawberry.field(
        default=None, description=f"The next pair of tokens. {ABSENT}", graphql_type=SessionTokens | None
    )


@strawberry.type(description="Answer of `changePassword`. Every other session of the account has ended.")
class ChangePasswordPayload(MutationPayload):
    """The person and a fresh session."""

    user: user_rows.User | None = strawberry.field(
        default=None, description=f"Whose password it is. {ABSENT}", graphql_type=lazy.LazyUser | None
    )
    tokens: session_tokens.SessionTokens | None = strawberry.field(
        default=None, description=f"The next pair of tokens. {ABSENT}", graphql_type=SessionTokens | None
    )


@strawberry.type(description="Answer of `signOut`.")
class SignOutPayload(MutationPayload):
    """How many sessions ended."""

    revoked_count: int = strawberry.field(default=0, description="Sessions ended.")


@strawberry.type(description="Answer of `revokeSession`.")
class RevokeSessionPayload(MutationPayload):
    """The session that ended."""

    revoked_id: strawberry.ID | None = strawberry.field(
        default=None, description=f"Id of the session that ended. {ABSENT}"
    )


@strawberry.type(description="Answer of `updateUser`.")
class UpdateUserPayload(MutationPayload):
    """The account as it is now."""

    user: user_rows.User | None = strawberry.field(
        default=None, description=f"The account as it is now. {ABSENT}", graphql_type=lazy.LazyUser | None
    )
