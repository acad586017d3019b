"""What mutations of definitions answer."""

import strawberry

from models.errors import Refusal
from models.records import DefinitionRecord
from resolvers.bulk_results import BulkItem
from schema import lazy, refusals
from schema.definition_enums import BulkOutcome
from schema.directives import assumed
from schema.errors import UserError
from schema.info import Info
from schema.payload import MutationPayload

ABSENT = "Null when the request was turned down."
Item = strawberry.Parent[BulkItem]


@strawberry.type(description="Answer of `createDefinition`.")
class CreateDefinitionPayload(MutationPayload):
    """The new definition."""

    definition: DefinitionRecord | None = strawberry.field(
        default=None, description=f"The new definition. {ABSENT}", graphql_type=lazy.LazyDefinition | None
    )


@strawberry.type(description="Answer of `updateDefinition`.")
class UpdateDefinitionPayload(MutationPayload):
    """The definition as it is now."""

    definition: DefinitionRecord | None = strawberry.field(
        default=None, description=f"The definition as it is now. {ABSENT}", graphql_type=lazy.LazyDefinition | None
    )


@strawberry.type(description="Answer of `applyFixes`.")
class ApplyFixesPayload(MutationPayload):
    """The definition as it is now."""

    definition: DefinitionRecord | None = strawberry.field(
        default=None, description=f"The definition as it is now. {ABSENT}", graphql_type=lazy.LazyDefinition | None
    )


@strawberry.type(description="Answer of `transitionDefinition`.")
class TransitionDefinitionPayload(MutationPayload):
    """The definition after the step."""

    definition: DefinitionRecord | None = strawberry.field(
        default=None, description=f"The definition after the step. {ABSENT}", graphql_type=lazy.LazyDefinition | None
    )


@strawberry.type(description="Answer of `restoreDefinitionVersion`.")
class RestoreDefinitionVersionPayload(MutationPayload):
    """The definition as it is now."""

    definition: DefinitionRecord | None = strawberry.field(
        default=None, description=f"The definition as it is now. {ABSENT}", graphql_type=lazy.LazyDefinition | None
    )


@strawberry.type(description="Answer of `deleteDefinition`.")
class DeleteDefinitionPayload(MutationPayload):
    """The id that is gone."""

    deleted_id: strawberry.ID | None = strawberry.field(
        default=None, description=f"Id of the definition that is gone. {ABSENT}"
    )


@strawberry.type(description="What happened to one item, or would happen in a dry run.")
class BulkDefinitionResult:
    """The fate of one item."""

    index: int = strawberry.field(description="Place of the item in the input, from 0.")
    outcome: BulkOutcome = strawberry.field(description="What happened.")
    definition: DefinitionRecord | None = strawberry.field(
        description="The definition as it is now; null when it was refused, or would be created by a dry run.",
        graphql_type=lazy.LazyDefinition | None,
    )

    @strawberry.field(description="Why the item was turned down; empty when it was not.", directives=[assumed(1)])
    def errors(self, root: Item, info: Info) -> list[UserError]:
        """The refusals of the item."""
        return told(root.errors, info)


@strawberry.type(description="Answer of `bulkUpsertDefinitions`.")
class BulkUpsertDefinitionsPayload(MutationPayload):
    """The fate of every item."""

    results: list[BulkItem] = strawberry.field(
        default_factory=list,
        description="One per item, in the same order.",
        graphql_type=list[BulkDefinitionResult],
        directives=[assumed(100)],
    )
    applied_count: int = strawberry.field(default=0, description="Items created or updated; 0 after a dry run.")


@strawberry.type(description="Answer of `bulkTransitionDefinitions`.")
class BulkTransitionDefinitionsPayload(MutationPayload):
    """The fate of every item."""

    results: list[BulkItem] = strawberry.field(
        default_factory=list,
        description="One per item, in the same order.",
        graphql_type=list[BulkDefinitionResult],
        directives=[assumed(100)],
    )
    applied_count: int = strawberry.field(default=0, description="Items created or updated; 0 after a dry run.")


def told(given: tuple[Refusal, ...], info: Info) -> list[UserError]:
    """Refusals as clients see them."""
    return [refusals.error(refusal, info.context) for refusal in given]
