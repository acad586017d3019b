"""A small schema of its own, so that tests of the gate do not depend on what the real one happens to offer."""

import asyncio
from collections.abc import AsyncIterable
from enum import Enum
from typing import Annotated, Any, Union
from uuid import UUID

import strawberry
from strawberry.permission import BasePermission

from models.engine import PoolExhausted
from models.errors import NotFound
from resolvers.context import Context
from schema import stream
from subscriptions import events
from subscriptions.envelope import Checkpoint, Envelope, Gap

Info = strawberry.Info[Context, None]
CANCELLED: list[str] = []
"""Names of the operations that were cancelled while they ran."""


class SignedIn(BasePermission):
    message = "sign in first"
    error_extensions = {"code": "UNAUTHENTICATED"}  # noqa: RUF012 - strawberry declares it so

    def has_permission(self, source: Any, info: Info, **_: Any) -> bool:  # noqa: ARG002 - strawberry's signature
        return not info.context.viewer.is_anonymous


@strawberry.enum
class Colour(Enum):
    RED = "RED"


@strawberry.type
class Thing:
    name: str = "thing"

    @strawberry.field
    def thing(self) -> "Thing":
        return Thing()


@strawberry.type
class Query:
    @strawberry.field
    def hello(self, name: str = "world") -> str:
        return f"hello {name}"

    @strawberry.field
    def thing(self) -> Thing:
        return Thing()

    @strawberry.field
    def locale(self, info: Info) -> str:
        return info.context.locale

    @strawberry.field
    def who(self, info: Info) -> str | None:
        user_id = info.context.viewer.user_id
        return None if user_id is None else str(user_id)

    @strawberry.field
    def request_id(self, info: Info) -> str:
        return info.context.request_id

    @strawberry.field
    def broken(self) -> str | None:
        raise RuntimeError("redis://secret@host")

    @strawberry.field
    def busy(self) -> str:
        raise PoolExhausted("no connection to secret")

    @strawberry.field
    def missing(self) -> str | None:
        raise NotFound("definition")

    @strawberry.field
    def nothing(self) -> str:
        return None  # type: ignore[return-value]

    @strawberry.field
    def colour(self) -> Colour | None:
        return "secret colour"  # type: ignore[return-value]

    @strawberry.field(permission_classes=[SignedIn])  # type: ignore[untyped-decorator]
    def secret(self) -> str | None:
        return "secret"

    @strawberry.field
    async def slow(self) -> str:
        try:
            await asyncio.sleep(30)
        except asyncio.CancelledError:
            CANCELLED.append("slow")
            raise
        return "late"


@strawberry.type
class Mutation:
    @strawberry.mutation
    def change(self, value: int = 0) -> int:
        return value

    @strawberry.mutation
    async def change_in_steps(self) -> int:
        for _ in range(10):
            await asyncio.sleep(0)
        return 10


@strawberry.type(name="DefinitionCreated")
class Created:
    definition_id: strawberry.ID
    version: int

    @strawberry.field
    def listener(self, info: Info) -> str | None:
        user_id = info.context.viewer.user_id
        return None if user_id is None else str(user_id)


@strawberry.type(name="DefinitionUpdated")
class Updated:
    definition_id: strawberry.ID
    number: strawberry.Private[int]

    @strawberry.field
    def version(self) -> int:
        """Of version 0 the definition has gone since."""
        if self.number == 0:
            raise NotFound("definition")
        return self.number


@strawberry.type(name="DefinitionRemoved")
class Removed:
    definition_id: strawberry.ID


@strawberry.type(name="DefinitionStatusChanged")
class StatusChanged:
    definition_id: strawberry.ID


@strawberry.type(name="StreamCheckpoint")
class FirstOrQuiet:
    is_first: bool


@strawberry.type(name="StreamGap")
class Lost:
    requested_after: str
    oldest_available: str


Told = Annotated[
    Union[Created, Updated, Removed, StatusChanged, FirstOrQuiet, Lost], strawberry.union("DefinitionEvent")  # noqa: UP007
]


@strawberry.type
class Message:
    cursor: str
    event: Told


@strawberry.type
class Subscription:
    @strawberry.subscription
    def definition_events(
        self, glossary_ids: list[strawberry.ID] | None = None, after: str | None = None
    ) -> AsyncIterable[Message]:
        ids = None if glossary_ids is None else [UUID(id_) for id_ in glossary_ids]
        found: AsyncIterable[Message] = stream.source(stream.definitions(glossary_ids=ids), after)
        return found

    @strawberry.subscription(permission_classes=[SignedIn])  # type: ignore[untyped-decorator]
    def private_events(self) -> AsyncIterable[Message]:
        found: AsyncIterable[Message] = stream.source(stream.definitions())
        return found

    @strawberry.subscription
    async def wrong_events(self) -> AsyncIterable[int]:
        yield 1


def message(told: Envelope) -> Message:
    """The root value of an event."""
    return Message(cursor=told.cursor, event=_event(told))


def _event(told: Envelope) -> Any:
    match told.event:
        case Checkpoint(is_first):
            return FirstOrQuiet(is_first=is_first)
        case Gap(requested, oldest):
            return Lost(requested_after=requested, oldest_available=oldest)
        case events.DefinitionCreated() as event:
            return Created(definition_id=strawberry.ID(str(event.definition_id)), version=event.version)
        case events.DefinitionUpdated() as event:
            return Updated(definition_id=strawberry.ID(str(event.definition_id)), number=event.version)
        case events.DefinitionRemoved() as event:
            return Removed(definition_id=strawberry.ID(str(event.definition_id)))
        case events.DefinitionStatusChanged() as event:
            return StatusChanged(definition_id=strawberry.ID(str(event.definition_id)))


SCHEMA = strawberry.Schema(Query, Mutation, Subscription)
