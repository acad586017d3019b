"""The type Subscription."""

from collections.abc import AsyncIterable
from typing import Annotated, cast
from uuid import UUID

import strawberry

from resolvers import jobs
from schema import ids, parsing, permissions, stream
from schema.definition_enums import DefinitionStatus
from schema.definition_event import DefinitionEventMessage
from schema.directives import Cost
from schema.filters import UNSET
from schema.info import Info
from schema.job_event import JobEventMessage
from schema.scalars import EventCursor
from schema.validation_enums import Severity
from schema.validation_event import ValidationEventMessage

After = Annotated[
    EventCursor | None,
    strawberry.argument(description="Position to resume just after; omitted: the stream starts now."),
]


@strawberry.input(description="Fields are combined with AND; a null field is ignored.")
class ValidationEventFilter:
    """Asks an event about validation."""

    run_ids: list[strawberry.ID] | None = strawberry.field(default=UNSET, description="Of these runs; at most 250.")
    definition_ids: list[strawberry.ID] | None = strawberry.field(
        default=UNSET, description="Of these definitions; at most 250."
    )
    glossary_ids: list[strawberry.ID] | None = strawberry.field(
        default=UNSET, description="Of these glossaries; at most 250."
    )
    min_severity: Severity | None = strawberry.field(
        default=UNSET, description="Findings at least this bad; bears on findings only."
    )


@strawberry.input(description="Fields are combined with AND; a null field is ignored.")
class DefinitionEventFilter:
    """Asks an event about a definition."""

    definition_ids: list[strawberry.ID] | None = strawberry.field(
        default=UNSET, description="Of these definitions; at most 250."
    )
    glossary_ids: list[strawberry.ID] | None = strawberry.field(
        default=UNSET, description="Of these glossaries; at most 250."
    )
    status: list[DefinitionStatus] | None = strawberry.field(
        default=UNSET, description="Of the changes of status only those that end at one of these; other events pass."
    )


@strawberry.type(
    description="What can be followed. Every stream resumes from a cursor without loss, begins with a "
    "`StreamCheckpoint`, and tells only what the caller may see. A credential that ends, ends its "
    "streams."
)
class Subscription:
    """Every stream."""

    @strawberry.subscription(
        description="Progress and findings, in order. Starts at now, or just after `after` when given; `minSeverity` "
        "bears on findings only. Needs `definitions:read`, which anonymous callers hold too.",
        permission_classes=[permissions.Reads],
        directives=[Cost(weight=10)],
    )
    def validation_events(
        self,
        filter: Annotated[ValidationEventFilter | None, strawberry.argument(description="Which events.")] = UNSET,
        after: After = UNSET,
    ) -> AsyncIterable[ValidationEventMessage]:
        """The stream of events about validation."""
        asked = parsing.given(filter) or ValidationEventFilter()
        interest = stream.validations(
            run_ids=_keys("ValidationRun", asked.run_ids, "runIds"),
            definition_ids=_keys("Definition", asked.definition_ids, "definitionIds"),
            glossary_ids=_keys("Glossary", asked.glossary_ids, "glossaryIds"),
            min_severity=parsing.given(asked.min_severity),
        )
        return cast(AsyncIterable[ValidationEventMessage], stream.source(interest, after=parsing.given(after)))

    @strawberry.subscription(
        description="Changes of definitions, in order. Starts at now, or just after `after` when given. Needs "
        "`definitions:read`, which anonymous callers hold too.",
        permission_classes=[permissions.Reads],
        directives=[Cost(weight=10)],
    )
    def definition_events(
        self,
        filter: Annotated[DefinitionEventFilter | None, strawberry.argument(description="Which events.")] = UNSET,
        after: After = UNSET,
    ) -> AsyncIterable[DefinitionEventMessage]:
        """The stream of events about definitions."""
        asked = parsing.given(filter) or DefinitionEventFilter()
        status = parsing.given(asked.status)
        interest = stream.definitions(
            definition_ids=_keys("Definition", asked.definition_ids, "definitionIds"),
            glossary_ids=_keys("Glossary", asked.glossary_ids, "glossaryIds"),
            statuses=None if status is None else frozenset(status),
        )
        return cast(AsyncIterable[DefinitionEventMessage], stream.source(interest, after=parsing.given(after)))

    @strawberry.subscription(
        description="Progress of one job, in order. Starts at now, or just after `after` when given. Needs a credential. "
        "Refused with NOT_FOUND unless it is the caller's own, or the caller an administrator.",
        permission_classes=[permissions.SignedIn],
        directives=[Cost(weight=10)],
    )
    async def job_events(
        self,
        info: Info,
        job_id: Annotated[
            strawberry.ID, strawberry.argument(description="The job to follow, one that the caller may see.")
        ],
        after: After = UNSET,
    ) -> AsyncIterable[JobEventMessage]:
        """The stream of events about a job that the viewer may see."""
        job = await jobs.get(info.context, ids.decode("Job", job_id, "jobId"))
        return cast(AsyncIterable[JobEventMessage], stream.source(stream.jobs(job.id), after=parsing.given(after)))


def _keys(kind: str, given: list[strawberry.ID] | None, name: str) -> frozenset[UUID] | None:
    present = parsing.given(given)
    return None if present is None else frozenset(ids.decode(kind, one, "filter", name) for one in present)
