"""Mutations of validation runs, findings and jobs."""

from typing import Annotated

import strawberry

from auth.scopes import Scope
from resolvers import bulk_validations, definitions, jobs, validations, waivers
from schema import definition_filter, ids, parsing, permissions
from schema.directives import Cost, scopes
from schema.info import Info
from schema.payload import Refusable
from schema.scalars import EventCursor
from schema.validation_inputs import (
    CancelJobInput,
    CancelValidationInput,
    RevokeWaiverInput,
    StartBulkValidationInput,
    StartValidationInput,
    WaiveFindingInput,
)
from schema.validation_payloads import (
    CancelJobPayload,
    CancelValidationPayload,
    RevokeWaiverPayload,
    StartBulkValidationPayload,
    StartValidationPayload,
    WaiveFindingPayload,
)
from subscriptions import cursor

Validates = permissions.holding(Scope.VALIDATIONS_WRITE)
Told = strawberry.argument(description="What to do.")


@strawberry.type(description="Mutations of validation runs, findings and jobs.")
class ValidationMutations:
    """Part of the type Mutation."""

    @strawberry.mutation(
        description="Returns at once with a queued run of the text that the caller reads; follow it with "
        "`validationEvents`. Needs `validations:write`. Refused with NOT_FOUND.",
        permission_classes=[Validates],
        extensions=[Refusable(StartValidationPayload)],
        directives=[scopes(Scope.VALIDATIONS_WRITE), Cost(weight=20)],
    )
    async def start_validation(
        self,
        info: Info,
        input: Annotated[StartValidationInput, Told],
    ) -> StartValidationPayload:
        """The queued run."""
        started = await validations.start(
            info.context,
            ids.decode("Definition", input.definition_id, "definitionId"),
            rule_codes=_codes(input.rule_codes),
            idempotency_key=parsing.given(input.idempotency_key),
        )
        position = EventCursor(await cursor.at(started.position))
        return StartValidationPayload(run=started.run, event_cursor=position)

    @strawberry.mutation(
        description="Ends a run that has not finished; by whoever started it, or an editor. One that was canceled stays "
        "so. Needs `validations:write`. Refused with NOT_FOUND, FORBIDDEN, CONFLICT (it has ended).",
        permission_classes=[Validates],
        extensions=[Refusable(CancelValidationPayload)],
        directives=[scopes(Scope.VALIDATIONS_WRITE), Cost(weight=10)],
    )
    async def cancel_validation(
        self,
        info: Info,
        input: Annotated[CancelValidationInput, Told],
    ) -> CancelValidationPayload:
        """The run as it is now."""
        run = await validations.cancel(info.context, ids.decode("ValidationRun", input.run_id, "runId"))
        return CancelValidationPayload(run=run)

    @strawberry.mutation(
        description="Validate every definition of a glossary that the caller reads, archived ones left out, in the "
        "background. Needs `validations:write`. Refused with NOT_FOUND.",
        permission_classes=[Validates],
        extensions=[Refusable(StartBulkValidationPayload)],
        directives=[scopes(Scope.VALIDATIONS_WRITE), Cost(weight=50)],
    )
    async def start_bulk_validation(
        self,
        info: Info,
        input: Annotated[StartBulkValidationInput, Told],
    ) -> StartBulkValidationPayload:
        """The queued job."""
        started = await bulk_validations.start(
            info.context,
            ids.decode("Glossary", input.glossary_id, "glossaryId"),
            filter_=definition_filter.parsed(input.filter),
            idempotency_key=parsing.given(input.idempotency_key),
        )
        position = EventCursor(await cursor.at(started.position))
        return StartBulkValidationPayload(job=started.job, event_cursor=position)

    @strawberry.mutation(
        description="Accepts a finding, with a reason; an earlier waiver of it ends. Needs `validations:write`; for the "
        "author of the definition and editors. Refused with NOT_FOUND, FORBIDDEN.",
        permission_classes=[Validates],
        extensions=[Refusable(WaiveFindingPayload)],
        directives=[scopes(Scope.VALIDATIONS_WRITE), Cost(weight=10)],
    )
    async def waive_finding(
        self,
        info: Info,
        input: Annotated[WaiveFindingInput, Told],
    ) -> WaiveFindingPayload:
        """The finding with its waiver."""
        finding = await waivers.waive(
            info.context,
            ids.decode("Finding", input.finding_id, "findingId"),
            reason=input.reason,
            expires_at=parsing.given(input.expires_at),
        )
        definition = await definitions.find(info.context, finding.definition_id)
        return WaiveFindingPayload(finding=finding, definition=definition)

    @strawberry.mutation(
        description="No longer accepts a finding. Needs `validations:write`; for the author of the definition and "
        "editors. Refused with NOT_FOUND, FORBIDDEN, CONFLICT (it is not waived).",
        permission_classes=[Validates],
        extensions=[Refusable(RevokeWaiverPayload)],
        directives=[scopes(Scope.VALIDATIONS_WRITE), Cost(weight=10)],
    )
    async def revoke_waiver(
        self,
        info: Info,
        input: Annotated[RevokeWaiverInput, Told],
    ) -> RevokeWaiverPayload:
        """The finding without its waiver."""
        finding = await waivers.revoke(info.context, ids.decode("Finding", input.finding_id, "findingId"))
        definition = await definitions.find(info.context, finding.definition_id)
        return RevokeWaiverPayload(finding=finding, definition=definition)

    @strawberry.mutation(
        description="By whoever started it, or an administrator. Needs a credential. Refused with NOT_FOUND (also when it"
        " is somebody else's), CONFLICT (it has ended).",
        permission_classes=[permissions.SignedIn],
        extensions=[Refusable(CancelJobPayload)],
        directives=[Cost(weight=10)],
    )
    async def cancel_job(
        self,
        info: Info,
        input: Annotated[CancelJobInput, Told],
    ) -> CancelJobPayload:
        """The job as it is now."""
        return CancelJobPayload(job=await jobs.cancel(info.context, ids.decode("Job", input.job_id, "jobId")))


def _codes(given: list[str] | None) -> tuple[str, ...] | None:
    present = parsing.given(given)
    return None if present is None else tuple(present)
