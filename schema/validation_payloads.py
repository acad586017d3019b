"""What mutations of validation answer."""

import strawberry

from models import job as job_rows
from models.records import DefinitionRecord, FindingRecord, RunRecord
from schema import lazy
from schema.definition_payloads import ABSENT
from schema.payload import MutationPayload
from schema.scalars import EventCursor

SUBSCRIBE = "Subscribe after this position to miss nothing."


@strawberry.type(description="Answer of `startValidation`.")
class StartValidationPayload(MutationPayload):
    """The queued run."""

    run: RunRecord | None = strawberry.field(
        default=None, description=f"The queued run. {ABSENT}", graphql_type=lazy.LazyRun | None
    )
    event_cursor: EventCursor | None = strawberry.field(default=None, description=SUBSCRIBE)


@strawberry.type(description="Answer of `cancelValidation`.")
class CancelValidationPayload(MutationPayload):
    """The run as it is now."""

    run: RunRecord | None = strawberry.field(
        default=None, description=f"The run as it is now. {ABSENT}", graphql_type=lazy.LazyRun | None
    )


@strawberry.type(description="Answer of `startBulkValidation`.")
class StartBulkValidationPayload(MutationPayload):
    """The queued job."""

    job: job_rows.Job | None = strawberry.field(
        default=None, description=f"The queued job. {ABSENT}", graphql_type=lazy.LazyJob | None
    )
    event_cursor: EventCursor | None = strawberry.field(default=None, description=SUBSCRIBE)


@strawberry.type(
    description="Answer of `waiveFinding`. `definition` lets the client read findings, gate and verdict again in the same request."
)
class WaiveFindingPayload(MutationPayload):
    """The waived finding."""

    finding: FindingRecord | None = strawberry.field(
        default=None, description=f"The finding with its waiver. {ABSENT}", graphql_type=lazy.LazyFinding | None
    )
    definition: DefinitionRecord | None = strawberry.field(
        default=None, description=f"The definition that it is about. {ABSENT}", graphql_type=lazy.LazyDefinition | None
    )


@strawberry.type(description="Answer of `revokeWaiver`.")
class RevokeWaiverPayload(MutationPayload):
    """The finding without its waiver."""

    finding: FindingRecord | None = strawberry.field(
        default=None, description=f"The finding without its waiver. {ABSENT}", graphql_type=lazy.LazyFinding | None
    )
    definition: DefinitionRecord | None = strawberry.field(
        default=None, description=f"The definition that it is about. {ABSENT}", graphql_type=lazy.LazyDefinition | None
    )


@strawberry.type(description="Answer of `cancelJob`.")
class CancelJobPayload(MutationPayload):
    """The job as it is now."""

    job: job_rows.Job | None = strawberry.field(
        default=None, description=f"The job as it is now. {ABSENT}", graphql_type=lazy.LazyJob | None
    )
