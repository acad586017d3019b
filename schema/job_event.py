"""Events about jobs."""

from typing import Annotated, assert_never

import strawberry

from models import job as job_rows
from resolvers import jobs
from schema import lazy
from schema.event_message import EventMessage, StreamCheckpoint, StreamGap
from schema.info import Info
from schema.validation_enums import JobStatus
from subscriptions import events


@strawberry.type(description="A job entered another status.")
class JobStatusChanged:
    """Told of a change of status."""

    told: strawberry.Private[events.JobStatusChanged]

    @strawberry.field(description="The job.", graphql_type=lazy.LazyJob)
    async def job(self, info: Info) -> job_rows.Job | None:
        """The job, read now."""
        return await jobs.find(info.context, self.told.job_id)

    @strawberry.field(name="from", description="Where it stood; null when it was just queued.")
    def before(self) -> JobStatus | None:
        """The status before."""
        return None if self.told.before is None else JobStatus(self.told.before.value)

    @strawberry.field(name="to", description="Where it stands.")
    def after(self) -> JobStatus:
        """The status after."""
        return JobStatus(self.told.after.value)


@strawberry.type(description="A job did some of its work.")
class JobProgressed:
    """Told of progress."""

    told: strawberry.Private[events.JobProgressed]

    @strawberry.field(description="The job.", graphql_type=lazy.LazyJob)
    async def job(self, info: Info) -> job_rows.Job | None:
        """The job, read now."""
        return await jobs.find(info.context, self.told.job_id)

    @strawberry.field(description="Items done so far: definitions, or rows of a file.")
    def done_count(self) -> int:
        """How many are done."""
        return self.told.done_count

    @strawberry.field(description="Items in all. Null until known.")
    def total_count(self) -> int | None:
        """How many there are."""
        return self.told.total_count


JobEvent = Annotated[
    JobStatusChanged | JobProgressed | StreamCheckpoint | StreamGap,
    strawberry.union("JobEvent", description="What can happen to a job, or to the stream."),
]


@strawberry.type(description="One event of `jobEvents`.")
class JobEventMessage(EventMessage):
    """An event about a job in its envelope."""

    event: JobEvent = strawberry.field(description="What happened.")


def of(event: events.JobEvent) -> JobStatusChanged | JobProgressed:
    """The event as clients see it."""
    match event:
        case events.JobStatusChanged():
            return JobStatusChanged(told=event)
        case events.JobProgressed():
            return JobProgressed(told=event)
        case _:
            assert_never(event)
