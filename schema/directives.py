"""Directives printed in the SDL: what a field weighs, how long a list is, which scopes it needs.

The gate reads them from `field.extensions["strawberry-definition"].directives`, so there is no second source of truth.
"""

import strawberry
from strawberry.schema_directive import Location

from auth.scopes import Scope


@strawberry.schema_directive(
    name="cost",
    description="Static weight of a field, argument or type in the operation cost. Default: 0 for leaf fields, 1 for objects.",
    locations=[
        Location.FIELD_DEFINITION,
        Location.ARGUMENT_DEFINITION,
        Location.OBJECT,
        Location.ENUM,
        Location.SCALAR,
    ],
)
class Cost:
    """What the field adds to the cost of an operation, in points."""

    weight: int


@strawberry.schema_directive(
    name="listSize",
    description="How the cost engine sizes a list: by the named slicing arguments, else by the assumed size.",
    locations=[Location.FIELD_DEFINITION],
)
class ListSize:
    """How many items the list holds, in the eyes of the cost engine."""

    assumed_size: int | None = strawberry.UNSET
    slicing_arguments: list[str] | None = strawberry.UNSET
    sized_fields: list[str] | None = strawberry.UNSET


@strawberry.schema_directive(
    name="requiresScopes",
    description="The caller needs every scope of at least one inner list. Checked before the resolver runs.",
    locations=[Location.FIELD_DEFINITION, Location.OBJECT],
)
class RequiresScopes:
    """The scopes without which the field answers nothing."""

    scopes: list[list[str]]


PAGED = ListSize(assumed_size=20, slicing_arguments=["first", "last"], sized_fields=["edges", "nodes"])
"""On every connection: 20 rows when neither `first` nor `last` is given."""


def assumed(size: int) -> ListSize:
    """A plain list of about so many items."""
    return ListSize(assumed_size=size)


def scopes(*needed: Scope) -> RequiresScopes:
    """Every one of these scopes is needed."""
    return RequiresScopes(scopes=[[scope.value for scope in needed]])
