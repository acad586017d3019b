"""The schema: every type behind the three roots, built once."""

from typing import cast

import strawberry
from graphql import GraphQLInputObjectType, GraphQLObjectType
from strawberry.schema.config import StrawberryConfig

from schema import scalars
from schema.errors import (
    ForbiddenError,
    GateError,
    InputError,
    InvalidTransitionError,
    NotFoundError,
    TakenError,
    VersionConflictError,
)
from schema.person import MachineActor, SystemActor
from schema.roots.mutation import Mutation
from schema.roots.query import Query
from schema.roots.subscription import Subscription

# Behind interfaces only, so no field leads to them.
BEHIND_INTERFACES: tuple[type, ...] = (
    MachineActor,
    SystemActor,
    InputError,
    NotFoundError,
    ForbiddenError,
    VersionConflictError,
    InvalidTransitionError,
    GateError,
    TakenError,
)


def read(source: object, name: str) -> object:
    """The leaf of a row by attribute, or of a JSON object by key; null for a key that is not there."""
    return source.get(name) if isinstance(source, dict) else getattr(source, name)


def build() -> strawberry.Schema:
    """The schema. Types sorted by name, fields in the order in which they are written."""
    made = strawberry.Schema(
        query=Query,
        mutation=Mutation,
        subscription=Subscription,
        types=BEHIND_INTERFACES,
        config=StrawberryConfig(scalar_map=scalars.MAP, default_resolver=read),
    )
    _mark_choices(made)
    return made


def _mark_choices(made: strawberry.Schema) -> None:
    """Validation, coercion and introspection know inputs of which exactly one field is given.

    Strawberry keeps that to itself and raises beneath the executor, where it looks like a defect of ours.
    """
    for kind in made._schema.type_map.values():  # noqa: SLF001 - strawberry offers no other way to its GraphQLSchema
        if isinstance(kind, GraphQLInputObjectType):
            definition = kind.extensions.get("strawberry-definition")
            kind.is_one_of = bool(getattr(definition, "is_one_of", False))
    # GraphQL, September 2025, 4.5.2: null for whatever is no input object; Strawberry says false.
    cast("GraphQLObjectType", made._schema.type_map["__Type"]).fields["isOneOf"].resolve = _is_choice  # noqa: SLF001


def _is_choice(kind: object, _info: object) -> bool | None:
    return kind.is_one_of if isinstance(kind, GraphQLInputObjectType) else None
