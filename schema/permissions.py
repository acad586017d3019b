"""Who may ask for a field: synchronous answers from the viewer that was computed once for the request.

Which rows the caller may see or change is decided in `resolvers`; here stands only what a field asks of everybody.
A refusal here is a top-level error: UNAUTHENTICATED or FORBIDDEN, with the scopes that are missing.
"""

from functools import cache
from typing import ClassVar, cast

from graphql import GraphQLError
from strawberry.permission import BasePermission

from auth.scopes import Scope
from schema.info import Info


class Open(BasePermission):
    """Everybody may ask; what comes back depends on the viewer."""

    def has_permission(self, source: object, info: Info, **kwargs: object) -> bool:  # noqa: ARG002 - given by Strawberry
        """Always."""
        return True


class SignedIn(BasePermission):
    """Somebody has to be there."""

    def has_permission(self, source: object, info: Info, **kwargs: object) -> bool:  # noqa: ARG002 - given by Strawberry
        """Whether the request carries a credential.

        Raises:
            GraphQLError: it does not.
        """
        if info.context.viewer.is_anonymous:
            raise GraphQLError("sign in first", extensions={"code": "UNAUTHENTICATED"})
        return True


class Holding(BasePermission):
    """The credential has to carry `scopes`."""

    scopes: ClassVar[tuple[Scope, ...]] = ()

    def has_permission(self, source: object, info: Info, **kwargs: object) -> bool:  # noqa: ARG002 - given by Strawberry
        """Whether every scope was granted.

        Raises:
            GraphQLError: one is missing.
        """
        viewer = info.context.viewer
        missing = [scope.value for scope in self.scopes if not viewer.may(scope)]
        if missing and viewer.is_anonymous:
            raise GraphQLError("sign in first", extensions={"code": "UNAUTHENTICATED", "requiredScopes": missing})
        if missing:
            raise GraphQLError("you may not do this", extensions={"code": "FORBIDDEN", "requiredScopes": missing})
        return True


@cache
def holding(*scopes: Scope) -> type[BasePermission]:
    """The permission that asks for these scopes."""
    return cast(type[BasePermission], type("Holding", (Holding,), {"scopes": scopes}))


Reads = holding(Scope.DEFINITIONS_READ)
"""What every read of glossaries, definitions, rules and runs asks; anonymous callers hold it too."""
