"""Events about definitions."""

from typing import Annotated, assert_never

import strawberry

from models.records import DefinitionRecord, VersionRecord
from schema import ids, lazy
from schema.definition_enums import DefinitionStatus
from schema.event_message import EventMessage, StreamCheckpoint, StreamGap
from schema.info import Info
from subscriptions import events


@strawberry.type(description="A definition that was not there before.")
class DefinitionCreated:
    """Told of a new definition."""

    told: strawberry.Private[events.DefinitionCreated]

    @strawberry.field(description="The definition.", graphql_type=lazy.LazyDefinition)
    async def definition(self, info: Info) -> DefinitionRecord | None:
        """The definition, read now."""
        return await info.context.loaders.definition.load(self.told.definition_id)


@strawberry.type(description="Another content.")
class DefinitionUpdated:
    """Told of a change of content."""

    told: strawberry.Private[events.DefinitionUpdated]

    @strawberry.field(description="The definition.", graphql_type=lazy.LazyDefinition)
    async def definition(self, info: Info) -> DefinitionRecord | None:
        """The definition, read now."""
        return await info.context.loaders.definition.load(self.told.definition_id)

    @strawberry.field(description="The version that the change made.", graphql_type=lazy.LazyVersion)
    async def version(self, info: Info) -> VersionRecord | None:
        """The version."""
        return await info.context.loaders.version.load((self.told.definition_id, self.told.version))


@strawberry.type(description="A step of the workflow.")
class DefinitionStatusChanged:
    """Told of a step."""

    told: strawberry.Private[events.DefinitionStatusChanged]

    @strawberry.field(description="The definition.", graphql_type=lazy.LazyDefinition)
    async def definition(self, info: Info) -> DefinitionRecord | None:
        """The definition, read now."""
        return await info.context.loaders.definition.load(self.told.definition_id)

    @strawberry.field(name="from", description="Where it stood.")
    def before(self) -> DefinitionStatus:
        """The status before."""
        return self.told.before

    @strawberry.field(name="to", description="Where it stands.")
    def after(self) -> DefinitionStatus:
        """The status after."""
        return self.told.after


@strawberry.type(description="Deleted, or no longer visible to this subscriber; drop it from the cache.")
class DefinitionRemoved:
    """Told of a definition that is gone."""

    told: strawberry.Private[events.DefinitionRemoved]

    @strawberry.field(description="The definition that is gone.")
    def definition_id(self) -> strawberry.ID:
        """Its global id."""
        return strawberry.ID(ids.encode("Definition", self.told.definition_id))


DefinitionEvent = Annotated[
    DefinitionCreated | DefinitionUpdated | DefinitionStatusChanged | DefinitionRemoved | StreamCheckpoint | StreamGap,
    strawberry.union("DefinitionEvent", description="What can happen to a definition, or to the stream."),
]


@strawberry.type(description="One event of `definitionEvents`.")
class DefinitionEventMessage(EventMessage):
    """An event about a definition in its envelope."""

    event: DefinitionEvent = strawberry.field(description="What happened.")


def of(
    event: events.DefinitionEvent,
) -> DefinitionCreated | DefinitionUpdated | DefinitionStatusChanged | DefinitionRemoved:
    """The event as clients see it."""
    match event:
        case events.DefinitionCreated():
            return DefinitionCreated(told=event)
        case events.DefinitionUpdated():
            return DefinitionUpdated(told=event)
        case events.DefinitionStatusChanged():
            return DefinitionStatusChanged(told=event)
        case events.DefinitionRemoved():
            return DefinitionRemoved(told=event)
        case _:
            assert_never(event)
