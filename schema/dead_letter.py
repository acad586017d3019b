"""The type DeadLetter: what could not be done after every retry."""

import json
from datetime import datetime

import strawberry

from models import dead_letter as dead_letter_rows
from models import dead_letter_rows as rows
from models import job as job_rows
from models.kinds import DeadGroup, DeadStatus
from models.user import User
from resolvers import jobs
from schema import lazy, parsing, person
from schema.directives import assumed
from schema.enums import described
from schema.filters import UNSET
from schema.info import Info
from schema.node import Node
from schema.payload import MutationPayload
from schema.person import Actor, System

Row = strawberry.Parent[dead_letter_rows.DeadLetter]

described(
    DeadGroup,
    "DeadLetterGroup",
    "Whose work could not be done.",
    {"JOBS": "Workers: a part of a job.", "EVENTS": "Hearers of the streams: an event that cannot be told."},
)
described(
    DeadStatus,
    "DeadLetterStatus",
    "What became of a dead letter.",
    {"OPEN": "Nobody decided yet.", "REPLAYED": "It was tried once more.", "DISCARDED": "It was given up."},
)


@strawberry.type(
    description="What could not be done after every retry, put aside so that nothing else waits for it. For holders "
    "of `operations:write`."
)
class DeadLetter(Node):
    """A row of `dead_letters`."""

    group: DeadGroup = strawberry.field(description="Whose work it was.")
    kind: str = strawberry.field(description="What a part of a job does, such as `VALIDATE`; or the type of the event.")
    part_number: int | None = strawberry.field(description="Which part of the job, from 0; null for an event.")
    reason: str = strawberry.field(description="What the last attempt failed of; at most 2,000 characters, in English.")
    attempt_count: int = strawberry.field(description="How often it was tried.")
    status: DeadStatus = strawberry.field(description="What became of it.")
    created_at: datetime = strawberry.field(description="When it was put aside.")
    resolved_at: datetime | None = strawberry.field(description="When somebody decided; null while open.")

    @strawberry.field(description="The job that it is part of; null for an event.", graphql_type=lazy.LazyJob | None)
    async def job(self, root: Row, info: Info) -> job_rows.Job | None:
        """The job."""
        return None if root.job_id is None else await jobs.find(info.context, root.job_id)

    @strawberry.field(description="What was to be done, as JSON: ids or rows of the part, or the event.")
    def payload(self, root: Row) -> str:
        """The payload."""
        return json.dumps(root.payload, ensure_ascii=False)

    @strawberry.field(description="Who decided; null while open.", graphql_type=Actor | None)
    async def resolved_by(self, root: Row, info: Info) -> User | System | None:
        """Whoever decided."""
        return None if root.resolved_at is None else await person.seen(info.context, root.resolved_by_id)


@strawberry.input(description="Fields are combined with AND; a null field is ignored. At most 100 values each.")
class DeadLetterFilter:
    """Asks a dead letter."""

    group: list[DeadGroup] | None = strawberry.field(default=UNSET, description="Is one of these.")
    status: list[DeadStatus] | None = strawberry.field(default=UNSET, description="Is one of these.")


@strawberry.input(description="Dead letters to be tried once more, at most 100; all of them or none.")
class ReplayDeadLettersInput:
    """Letters to replay."""

    ids: list[strawberry.ID] = strawberry.field(description="The letters; each has to be OPEN.")


@strawberry.input(description="Dead letters to be given up, at most 100; all of them or none.")
class DiscardDeadLettersInput:
    """Letters to discard."""

    ids: list[strawberry.ID] = strawberry.field(description="The letters; each has to be OPEN.")


_LETTERS = "The letters as they are now, oldest first; empty when `errors` says why."


@strawberry.type(description="Answer of `replayDeadLetters`.")
class ReplayDeadLettersPayload(MutationPayload):
    """The replayed letters."""

    dead_letters: list[DeadLetter] = strawberry.field(
        default_factory=list, description=_LETTERS, directives=[assumed(100)]
    )


@strawberry.type(description="Answer of `discardDeadLetters`.")
class DiscardDeadLettersPayload(MutationPayload):
    """The discarded letters."""

    dead_letters: list[DeadLetter] = strawberry.field(
        default_factory=list, description=_LETTERS, directives=[assumed(100)]
    )


def parsed(asked: DeadLetterFilter | None) -> rows.DeadLetterFilter | None:
    """The filter, as the rooms below read it."""
    present = parsing.given(asked)
    return None if present is None else parsing.filled(rows.DeadLetterFilter, present)
