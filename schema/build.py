"""The schema: every type behind the three roots, built once."""

import strawberry
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
from schema.person import SystemActor
from schema.roots.mutation import Mutation
from schema.roots.query import Query
from schema.roots.subscription import Subscription

# Behind interfaces only, so no field leads to them.
BEHIND_INTERFACES: tuple[type, ...] = (
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
    return strawberry.Schema(
        query=Query,
        mutation=Mutation,
        subscription=Subscription,
        types=BEHIND_INTERFACES,
        config=StrawberryConfig(scalar_map=scalars.MAP, default_resolver=read),
    )
