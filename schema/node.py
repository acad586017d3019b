"""What many types share: an id that refetches them, and a version that guards their changes."""

from datetime import datetime

import strawberry

from schema import ids


@strawberry.interface(description="An object that can be refetched by its global id.")
class Node:
    """Whatever has a global id. The class of the row names the type."""

    @strawberry.field(description="Opaque, stable, globally unique. Never parse it.")
    def id(self, root: strawberry.Parent[object]) -> strawberry.ID:
        """The global id of the row."""
        return strawberry.ID(ids.of(root))

    @classmethod
    def resolve_type(cls, value: object, _info: object, _type: object) -> str:
        """The name of the type of a row."""
        return ids.kind_of(value)

    @classmethod
    def is_type_of(cls, _value: object, _info: object) -> bool:
        """Always: rows are plain, and a resolver returns what its field promises."""
        return True


@strawberry.interface(description="An object guarded by optimistic concurrency.")
class Versioned(Node):
    """Whatever counts its changes."""

    version: int = strawberry.field(description="Increases by one on every change. Send it back as `expectedVersion`.")
    created_at: datetime = strawberry.field(description="When it came to be.")
    updated_at: datetime = strawberry.field(description="When it last changed.")
