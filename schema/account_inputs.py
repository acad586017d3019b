"""What clients send about accounts and sessions."""

import strawberry

from schema.filters import UNSET
from schema.validation_enums import Role


@strawberry.input(description="A new account.")
class RegisterUserInput:
    """An account to make."""

    email: str = strawberry.field(description="Address to sign in with.")
    password: str = strawberry.field(description="At least 15 characters.")
    display_name: str = strawberry.field(description="Name to show; at most 200 characters.")


@strawberry.input(description="Credentials of an account.")
class SignInInput:
    """Credentials."""

    email: str = strawberry.field(description="Address of the account.")
    password: str = strawberry.field(description="As the account holder chose it; never stored, never logged.")


@strawberry.input(description="A refresh token to exchange.")
class RefreshSessionInput:
    """A token."""

    refresh_token: str = strawberry.field(description="The last one received; it is used once.")


@strawberry.input(description="The session to end; this one when no token is given.")
class SignOutInput:
    """A session."""

    refresh_token: str | None = strawberry.field(default=UNSET, description="Of the session to end.")
    everywhere: bool = strawberry.field(default=False, description="Ends every session of the account.")


@strawberry.input(description="Another password.")
class ChangePasswordInput:
    """Two passwords."""

    current_password: str = strawberry.field(description="The one now in use.")
    new_password: str = strawberry.field(description="At least 15 characters.")


@strawberry.input(description="One of the caller's own sessions.")
class RevokeSessionInput:
    """A session."""

    id: strawberry.ID = strawberry.field(description="The session.")


@strawberry.input(description="Omitted fields stay as they are.")
class UpdateUserInput:
    """An account to change."""

    id: strawberry.ID = strawberry.field(description="The user.")
    expected_version: int = strawberry.field(description="`User.version` as it was read.")
    role: Role | None = strawberry.field(default=UNSET, description="What the person may do; null leaves it.")
    is_active: bool | None = strawberry.field(
        default=UNSET, description="Whether the person may sign in; null leaves it."
    )
