"""What clients ask of validation: runs, waivers, jobs."""

from datetime import datetime

import strawberry

from schema.authoring_inputs import KEY
from schema.definition_filter import DefinitionFilter
from schema.filters import UNSET


@strawberry.input(description="A definition to validate.")
class StartValidationInput:
    """A run to queue."""

    definition_id: strawberry.ID = strawberry.field(description="The definition whose working text is checked.")
    rule_codes: list[str] | None = strawberry.field(
        default=UNSET, description="Only these rules, 1 to 200; omitted: all of the profile."
    )
    idempotency_key: str | None = strawberry.field(default=UNSET, description=KEY)


@strawberry.input(description="A run to end.")
class CancelValidationInput:
    """A run."""

    run_id: strawberry.ID = strawberry.field(description="The run to end, still queued or running.")


@strawberry.input(description="The definitions to validate.")
class StartBulkValidationInput:
    """A job to queue."""

    glossary_id: strawberry.ID = strawberry.field(description="The glossary whose definitions are checked.")
    filter: DefinitionFilter | None = strawberry.field(
        default=UNSET, description="Only these definitions of it; omitted: all that are not archived."
    )
    idempotency_key: str | None = strawberry.field(default=UNSET, description=KEY)


@strawberry.input(description="A finding to accept.")
class WaiveFindingInput:
    """A waiver to make."""

    finding_id: strawberry.ID = strawberry.field(description="The open finding that is accepted.")
    reason: str = strawberry.field(description="Why it is accepted; 1 to 1,000 characters.")
    expires_at: datetime | None = strawberry.field(
        default=UNSET, description="When that ends, in the future; omitted: never."
    )


@strawberry.input(description="A finding no longer to accept.")
class RevokeWaiverInput:
    """A waiver to end."""

    finding_id: strawberry.ID = strawberry.field(description="The waived finding.")


@strawberry.input(description="A job to end.")
class CancelJobInput:
    """A job."""

    job_id: strawberry.ID = strawberry.field(
        description="The job to end: the caller's own, or any for an administrator."
    )
