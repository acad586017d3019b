"""Refusals about who asks."""

from auth.scopes import Scope
from models.errors import Refusal


class Unauthenticated(Refusal):
    """Nobody signed in, and the request needs somebody."""

    code = "UNAUTHENTICATED"

    def __init__(self, message: str = "sign in first") -> None:
        super().__init__(message)


class InvalidToken(Unauthenticated):
    """The access token is forged, expired, revoked or no token: from outside these look the same."""

    def __init__(self) -> None:
        super().__init__("the access token is not valid; sign in or refresh the session")


class SignInRefused(Unauthenticated):
    """Unknown address, wrong password or disabled account: from outside these look the same."""

    def __init__(self) -> None:
        super().__init__("no active account has this e-mail address and password")


class SessionEnded(Unauthenticated):
    """The refresh token is unknown, used before, expired or revoked: from outside these look the same."""

    def __init__(self) -> None:
        super().__init__("this session has ended; sign in again")


class Forbidden(Refusal):
    """The viewer lacks a scope, or a right on this row."""

    def __init__(self, required: tuple[Scope, ...] = (), message: str = "you may not do this") -> None:
        super().__init__(message)
        self.required = required


class Overloaded(Refusal):
    """Too many passwords wait to be checked."""

    def __init__(self) -> None:
        super().__init__("too many people are signing in; try again in a moment")
