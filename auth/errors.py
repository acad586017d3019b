"""Refusals about who asks."""

from auth.scopes import Scope
from models.errors import Refusal
from models.sentences import Said, say


class Unauthenticated(Refusal):
    """Nobody signed in, and the request needs somebody."""

    code = "UNAUTHENTICATED"

    def __init__(self, said: Said | None = None) -> None:
        super().__init__(said or say("sign-in-first"))


class InvalidToken(Unauthenticated):
    """The access token is forged, expired, revoked or no token: from outside these look the same."""

    def __init__(self) -> None:
        super().__init__(say("bad-token"))


class SignInRefused(Unauthenticated):
    """Unknown address, wrong password or disabled account: from outside these look the same."""

    def __init__(self) -> None:
        super().__init__(say("sign-in-refused"))


class SessionEnded(Unauthenticated):
    """The refresh token is unknown, used before, expired or revoked: from outside these look the same."""

    def __init__(self) -> None:
        super().__init__(say("session-ended"))


class Forbidden(Refusal):
    """The viewer lacks a scope, or a right on this row."""

    def __init__(self, required: tuple[Scope, ...] = (), *, said: Said | None = None) -> None:
        super().__init__(said or say("forbidden"))
        self.required = required


class Overloaded(Refusal):
    """Too many passwords wait to be checked."""

    def __init__(self) -> None:
        super().__init__(say("busy-signing-in"))
