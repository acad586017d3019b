"""Refusals about who asks."""

from auth.scopes import Scope
from models.errors import Refusal


class Unauthenticated(Refusal):
    """Nobody signed in, and the request needs somebody."""

    def __init__(self) -> None:
        super().__init__("sign in first")


class Forbidden(Refusal):
    """The viewer lacks a scope, or a right on this row."""

    def __init__(self, required: tuple[Scope, ...] = (), message: str = "you may not do this") -> None:
        super().__init__(message)
        self.required = required
