"""Mutations of definitions."""

from typing import Annotated

import strawberry

from auth.scopes import Scope
from resolvers import authoring, bulk, fixes, workflow
from schema import authoring_inputs, change_inputs, ids, permissions, workflow_inputs
from schema.authoring_inputs import CreateDefinitionInput
from schema.change_inputs import UpdateDefinitionInput
from schema.definition_payloads import (
    ApplyFixesPayload,
    BulkTransitionDefinitionsPayload,
    BulkUpsertDefinitionsPayload,
    CreateDefinitionPayload,
    DeleteDefinitionPayload,
    RestoreDefinitionVersionPayload,
    TransitionDefinitionPayload,
    UpdateDefinitionPayload,
)
from schema.directives import Cost, scopes
from schema.info import Info
from schema.payload import Refusable
from schema.workflow_inputs import (
    ApplyFixesInput,
    BulkTransitionDefinitionsInput,
    BulkUpsertDefinitionsInput,
    DeleteDefinitionInput,
    RestoreDefinitionVersionInput,
    TransitionDefinitionInput,
)

WRITE = [scopes(Scope.DEFINITIONS_WRITE), Cost(weight=10)]
BULK = [scopes(Scope.DEFINITIONS_WRITE), Cost(weight=100)]
DELETE = [scopes(Scope.DEFINITIONS_DELETE), Cost(weight=10)]
Writes = permissions.holding(Scope.DEFINITIONS_WRITE)
Deletes = permissions.holding(Scope.DEFINITIONS_DELETE)
Told = strawberry.argument(description="What to do.")


@strawberry.type(description="Mutations of definitions.")
class DefinitionMutations:
    """Part of the type Mutation."""

    @strawberry.mutation(
        description="A new definition, as a draft. Needs `definitions:write`. Refused with NOT_FOUND (the glossary, or no"
        " such concept in it), TAKEN (the concept has a definition in this language).",
        permission_classes=[Writes],
        extensions=[Refusable(CreateDefinitionPayload)],
        directives=WRITE,
    )
    async def create_definition(
        self,
        info: Info,
        input: Annotated[CreateDefinitionInput, Told],
    ) -> CreateDefinitionPayload:
        """The new definition."""
        made = await authoring.create(info.context, authoring_inputs.created(input))
        return CreateDefinitionPayload(definition=made)

    @strawberry.mutation(
        description="Changes what a definition says; an established text stays in force while its successor is a draft. "
        "Needs `definitions:write`; for its author and editors. Refused with NOT_FOUND, FORBIDDEN, CONFLICT "
        "(changed meanwhile, or archived), TAKEN (the concept has a definition in this language).",
        permission_classes=[Writes],
        extensions=[Refusable(UpdateDefinitionPayload)],
        directives=WRITE,
    )
    async def update_definition(
        self,
        info: Info,
        input: Annotated[UpdateDefinitionInput, Told],
    ) -> UpdateDefinitionPayload:
        """The definition as it is now."""
        changed = await authoring.update(info.context, change_inputs.updated(input))
        return UpdateDefinitionPayload(definition=changed)

    @strawberry.mutation(
        description="Makes the content of an earlier version the working text again, as a new version. Needs "
        "`definitions:write`; for its author and editors. Refused with NOT_FOUND, FORBIDDEN, CONFLICT "
        "(changed meanwhile, or archived).",
        permission_classes=[Writes],
        extensions=[Refusable(RestoreDefinitionVersionPayload)],
        directives=WRITE,
    )
    async def restore_definition_version(
        self,
        info: Info,
        input: Annotated[RestoreDefinitionVersionInput, Told],
    ) -> RestoreDefinitionVersionPayload:
        """The definition as it is now."""
        changed = await authoring.restore_version(info.context, workflow_inputs.restored(input))
        return RestoreDefinitionVersionPayload(definition=changed)

    @strawberry.mutation(
        description="For ever, and only what was never established; everything else is archived. Needs "
        "`definitions:delete`, which administrators hold. Refused with NOT_FOUND, CONFLICT (changed "
        "meanwhile, or established once).",
        permission_classes=[Deletes],
        extensions=[Refusable(DeleteDefinitionPayload)],
        directives=DELETE,
    )
    async def delete_definition(
        self,
        info: Info,
        input: Annotated[DeleteDefinitionInput, Told],
    ) -> DeleteDefinitionPayload:
        """The id that is gone."""
        gone = await authoring.delete(info.context, workflow_inputs.deleted(input))
        return DeleteDefinitionPayload(deleted_id=strawberry.ID(ids.encode("Definition", gone)))

    @strawberry.mutation(
        description="Applies the fixes of these findings, at most 50 of one definition, to the working text; overlapping "
        "ones are refused. Needs `definitions:write`; for its author and editors. Refused with NOT_FOUND, "
        "FORBIDDEN, CONFLICT (changed meanwhile, archived, or a finding is resolved), STALE_VALIDATION (a "
        "finding is of another text), INVALID_INPUT (constraint `no-fix` or `overlap`).",
        permission_classes=[Writes],
        extensions=[Refusable(ApplyFixesPayload)],
        directives=WRITE,
    )
    async def apply_fixes(
        self,
        info: Info,
        input: Annotated[ApplyFixesInput, Told],
    ) -> ApplyFixesPayload:
        """The definition as it is now."""
        changed = await fixes.apply(info.context, workflow_inputs.fixed(input))
        return ApplyFixesPayload(definition=changed)

    @strawberry.mutation(
        description="Submit, withdraw, approve, reject, discard, archive or restore. What is allowed is in "
        "`Definition.viewerTransitions`. Needs `definitions:write`, and `definitions:approve` to approve or "
        "reject; an author takes SUBMIT, WITHDRAW and DISCARD_DRAFT, editors every step. Refused with "
        "NOT_FOUND, FORBIDDEN, CONFLICT, INVALID_TRANSITION, GATE_BLOCKED, OVERRIDE_REQUIRED, "
        "STALE_VALIDATION, TAKEN (restored into a concept that has another definition in its language).",
        permission_classes=[Writes],
        extensions=[Refusable(TransitionDefinitionPayload)],
        directives=WRITE,
    )
    async def transition_definition(
        self,
        info: Info,
        input: Annotated[TransitionDefinitionInput, Told],
    ) -> TransitionDefinitionPayload:
        """The definition after the step."""
        stepped = await workflow.transition(info.context, workflow_inputs.stepped(input))
        return TransitionDefinitionPayload(definition=stepped)

    @strawberry.mutation(
        description="The same step for at most 100 definitions, each through its own gate; one result per item in the "
        "same order. Needs `definitions:write`, and `definitions:approve` to approve or reject. Refused as a "
        "whole with LIMIT_EXCEEDED; what stands against one item is in its result, with the codes of "
        "`transitionDefinition`.",
        permission_classes=[Writes],
        extensions=[Refusable(BulkTransitionDefinitionsPayload)],
        directives=BULK,
    )
    async def bulk_transition_definitions(
        self,
        info: Info,
        input: Annotated[BulkTransitionDefinitionsInput, Told],
    ) -> BulkTransitionDefinitionsPayload:
        """The fate of every item."""
        done = await bulk.transition(info.context, workflow_inputs.all_stepped(input))
        return BulkTransitionDefinitionsPayload(results=list(done.results), applied_count=done.applied_count)

    @strawberry.mutation(
        description="At most 100 items, one result per item in the same order. Needs `definitions:write`. Refused as a "
        "whole with NOT_FOUND (the glossary), LIMIT_EXCEEDED; what stands against one item is in its result, "
        "with the codes of `createDefinition` and `updateDefinition`.",
        permission_classes=[Writes],
        extensions=[Refusable(BulkUpsertDefinitionsPayload)],
        directives=BULK,
    )
    async def bulk_upsert_definitions(
        self,
        info: Info,
        input: Annotated[BulkUpsertDefinitionsInput, Told],
    ) -> BulkUpsertDefinitionsPayload:
        """The fate of every item."""
        done = await bulk.upsert(info.context, workflow_inputs.all_upserted(input))
        return BulkUpsertDefinitionsPayload(results=list(done.results), applied_count=done.applied_count)
