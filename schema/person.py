"""Whoever did something: a person, a machine, or the server itself."""

from dataclasses import dataclass
from uuid import UUID

import strawberry

from models import api_key as key_rows
from models.audit import AuditEntry
from models.user import User
from resolvers import api_keys
from resolvers.context import Context
from schema import ids, lazy


@dataclass(frozen=True, slots=True)
class System:
    """The server itself: a worker, or a command line of the operator."""

    display_name: str = "System"


SYSTEM = System()


@dataclass(frozen=True, slots=True)
class Machine:
    """A machine that acted for a person. `api_key` is null unless the viewer may see the key."""

    display_name: str
    api_key: key_rows.ApiKey | None


@strawberry.interface(description="Whoever did something.")
class Actor:
    """A person, a machine or the server."""

    display_name: str = strawberry.field(description="Name to show.")

    @classmethod
    def resolve_type(cls, value: object, _info: object, _type: object) -> str:
        """User, MachineActor, or SystemActor for everything else."""
        return "MachineActor" if isinstance(value, Machine) else ids.KINDS.get(type(value), "SystemActor")


@strawberry.type(description="The server itself: a worker, or a command line of the operator.")
class SystemActor(Actor):
    """What is no person."""

    @classmethod
    def is_type_of(cls, value: object, _info: object) -> bool:
        """Whether it is the server."""
        return isinstance(value, System)


@strawberry.type(description="An API key. `apiKey` is null unless the caller owns it or holds `users:write`.")
class MachineActor(Actor):
    """A machine that acts for a person."""

    api_key: key_rows.ApiKey | None = strawberry.field(
        description="The key; null unless the caller owns it or holds `users:write`.",
        graphql_type=lazy.LazyApiKey | None,
    )

    @classmethod
    def is_type_of(cls, value: object, _info: object) -> bool:
        """Whether it is a machine."""
        return isinstance(value, Machine)


async def of_entry(ctx: Context, entry: AuditEntry) -> User | Machine | System:
    """Who did what the audit entry tells of."""
    if entry.actor_kind != "MACHINE" or entry.actor_id is None:
        return await anyone(ctx, entry.actor_id)
    key = await ctx.loaders.api_key.load(entry.actor_id)
    # A key goes with its owner; what it did stays on record.
    if key is None:
        return Machine("API key", None)
    return Machine(f"{key.name} ({key.prefix})", key if api_keys.may_see(ctx, key) else None)


async def seen(ctx: Context, user_id: UUID | None) -> User | System | None:
    """Who did it, as far as the viewer may see people; null for anonymous viewers."""
    if ctx.viewer.is_anonymous:
        return None
    return await anyone(ctx, user_id)


async def anyone(ctx: Context, user_id: UUID | None) -> User | System:
    """Who did it; the server when no person did, or when the person is gone."""
    row = None if user_id is None else await ctx.loaders.user.load(user_id)
    return SYSTEM if row is None else row
