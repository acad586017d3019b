"""Whoever did something: a person, or the server itself."""

from dataclasses import dataclass
from uuid import UUID

import strawberry

from models.user import User
from resolvers.context import Context
from schema import ids


@dataclass(frozen=True, slots=True)
class System:
    """The server itself: a worker, or a command line of the operator."""

    display_name: str = "System"


SYSTEM = System()


@strawberry.interface(description="Whoever did something.")
class Actor:
    """A person or the server."""

    display_name: str = strawberry.field(description="Name to show.")

    @classmethod
    def resolve_type(cls, value: object, _info: object, _type: object) -> str:
        """User, or SystemActor for everything that is no person."""
        return ids.KINDS.get(type(value), "SystemActor")


@strawberry.type(description="The server itself: a worker, or a command line of the operator.")
class SystemActor(Actor):
    """What is no person."""

    @classmethod
    def is_type_of(cls, value: object, _info: object) -> bool:
        """Whether it is the server."""
        return isinstance(value, System)


async def seen(ctx: Context, user_id: UUID | None) -> User | System | None:
    """Who did it, as far as the viewer may see people; null for anonymous viewers."""
    if ctx.viewer.is_anonymous:
        return None
    return await anyone(ctx, user_id)


async def anyone(ctx: Context, user_id: UUID | None) -> User | System:
    """Who did it; the server when no person did, or when the person is gone."""
    row = None if user_id is None else await ctx.loaders.user.load(user_id)
    return SYSTEM if row is None else row
