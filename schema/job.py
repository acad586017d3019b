"""The type Job: long work, done by a worker."""

from datetime import datetime

import strawberry

from models import glossary as glossary_rows
from models import job as job_rows
from models import job_queue
from models.user import User
from schema import filters, lazy, parsing, person
from schema.filters import UNSET, IDFilter
from schema.info import Info
from schema.node import Node
from schema.person import Actor, System
from schema.validation_enums import JobKind, JobStatus, RunStatus

Row = strawberry.Parent[job_rows.Job]


@strawberry.type(
    description="Long work, done by a worker; follow it with `jobEvents`. Visible to whoever started it and to "
    "administrators."
)
class Job(Node):
    """A row of `jobs`."""

    kind: JobKind = strawberry.field(description="What it does.")
    done_count: int = strawberry.field(description="Items done: definitions, or rows of a file.")
    total_count: int | None = strawberry.field(description="Items in all. Null until known.")
    created_at: datetime = strawberry.field(description="When it was asked for.")
    finished_at: datetime | None = strawberry.field(description="When it ended, however it did; null until then.")
    failure_reason: str | None = strawberry.field(description="Why it failed, in English; null when it did not.")

    @strawberry.field(description="Where it stands.")
    def status(self, root: Row) -> JobStatus:
        """The status."""
        return JobStatus(root.status.value)

    @strawberry.field(
        description="The glossary that it works on; null when it works on none.", graphql_type=lazy.LazyGlossary | None
    )
    async def glossary(self, root: Row, info: Info) -> glossary_rows.Glossary | None:
        """The glossary, if the viewer may see it."""
        key = root.glossary_id
        return None if key is None else await info.context.loaders.glossary.load(key)

    @strawberry.field(
        description="Who asked for it. Null for anonymous callers; a `SystemActor` when no person did it or the person is"
        " gone.",
        graphql_type=Actor | None,
    )
    async def started_by(self, root: Row, info: Info) -> User | System | None:
        """Who asked for it."""
        return await person.seen(info.context, root.started_by_id)


@strawberry.input(description="Fields are combined with AND; a null field is ignored. At most 100 values each.")
class JobFilter:
    """Asks a job."""

    kind: list[JobKind] | None = strawberry.field(default=UNSET, description="Is one of these.")
    status: list[JobStatus] | None = strawberry.field(default=UNSET, description="Is one of these.")
    glossary_id: IDFilter | None = strawberry.field(default=UNSET, description="The glossary that it works on.")


def parsed(asked: JobFilter | None) -> job_queue.JobFilter | None:
    """The filter, as the rooms below read it.

    Raises:
        InvalidInput: `glossaryId` holds no id of a glossary.
    """
    present = parsing.given(asked)
    if present is None:
        return None
    return parsing.filled(
        job_queue.JobFilter,
        present,
        status=_statuses(present.status),
        glossary_id=filters.identity(present.glossary_id, "Glossary", "filter", "glossaryId"),
    )


def _statuses(asked: list[JobStatus] | None) -> tuple[RunStatus, ...] | None:
    present = parsing.given(asked)
    return None if present is None else tuple(RunStatus(one.value) for one in present)
