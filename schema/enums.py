"""Closed sets of the rooms below, as GraphQL enums with a description for every value."""

from enum import Enum
from typing import TypeVar

import strawberry
from strawberry.types.enum import StrawberryEnumDefinition

E = TypeVar("E", bound=type[Enum])


def described(kind: E, name: str, description: str, values: dict[str, str]) -> E:
    """The enum, known to GraphQL under this name; `values` describe every member.

    Raises:
        KeyError: a member has no description.
    """
    strawberry.enum(kind, name=name, description=description)
    definition: StrawberryEnumDefinition = kind.__strawberry_definition__  # type: ignore[attr-defined]
    for value in definition.values:
        value.description = values[value.name]
    return kind
