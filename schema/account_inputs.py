"""What clients send about accounts and sessions."""

import strawberry

from schema.filters import UNSET
from schema.validation_enums import Role


@strawberry.input(description="A new account.")
class RegisterUserInput:
    """An account to make."""

    email: str = strawberry.field(
        description="Address to sign in with; at most 254 characters, letter case aside unique on this server."
    )
    password: str = strawberry.field(
        description="15 characters to 1,024 bytes; any characters go, but none of the first that one would guess, nor "
        "mostly the name or address."
    )
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

    refresh_token: str | None = strawberry.field(
        default=UNSET, description="Of the session to end; omitted: the session of this request."
    )
    everywhere: bool = strawberry.field(default=False, description="Ends every session of the account.")


@strawberry.input(description="Another password.")
class ChangePasswordInput:
    """Two passwords."""

    current_password: str = strawberry.field(description="The one now in use.")
    new_password: str = strawberry.field(
        description="15 characters to 1,024 bytes, another than the current one; any characters go, but none of the first"
        " that one would guess, nor mostly the name or address."
    )


@strawberry.input(description="One of the caller's own sessions.")
class RevokeSessionInput:
    """A session."""

    id: strawberry.ID = strawberry.field(description="The session.")


@strawberry.input(description="Omitted fields stay as they are.")
class UpdateUserInput:
    """An account to change."""

    id: strawberry.ID = strawberry.field(description="The user.")
    expected_version: int = strawberry.field(
        description="`User.version` as it was read; another one stored is a CONFLICT (`VersionConflictError`)."
    )
    role: Role | None = strawberry.field(default=UNSET, description="What the person may do; null leaves it.")
    is_active: bool | None = strawberry.field(
        default=UNSET, description="Whether the person may sign in; null leaves it."
    )
