"""The type AuditEntry: what was done, by whom."""

from datetime import datetime

import strawberry

from models import audit as audit_rows
from models import audit_reads
from models.user import User
from resolvers import nodes
from schema import filters, ids, parsing, person
from schema.directives import assumed
from schema.filters import UNSET, DateTimeFilter, IDFilter, StringFilter
from schema.info import Info
from schema.node import Node
from schema.person import Actor, Machine, System
from schema.version import FieldChange

Row = strawberry.Parent[audit_rows.AuditEntry]


@strawberry.type(description="One act. Entries are sealed in a chain and never change. For holders of `audit:read`.")
class AuditEntry(Node):
    """A row of `audit_log`."""

    occurred_at: datetime = strawberry.field(description="When it was done.")
    action: str = strawberry.field(description="Dotted verb such as `definition.update`.")
    changes: list[FieldChange] = strawberry.field(description="What became of which field.", directives=[assumed(10)])
    request_id: str = strawberry.field(description="The request that did it, as in the logs.")

    @strawberry.field(description="Who did it.", graphql_type=Actor)
    async def actor(self, root: Row, info: Info) -> User | Machine | System:
        """The person, the machine, or the server."""
        return await person.of_entry(info.context, root)

    @strawberry.field(description="Null when the subject was erased.", graphql_type=Node | None)
    async def subject(self, root: Row, info: Info) -> object | None:
        """What it was done to, if the viewer may see it."""
        return await nodes.load(info.context, root.subject_kind, root.subject_id)

    @strawberry.field(description="What it was done to; stays when the subject is gone.")
    def subject_id(self, root: Row) -> strawberry.ID:
        """The global id of the subject."""
        return strawberry.ID(ids.encode(root.subject_kind, root.subject_id))


@strawberry.input(description="Fields are combined with AND; a null field is ignored. At most 100 values each.")
class AuditFilter:
    """Asks an entry."""

    actor_id: IDFilter | None = strawberry.field(default=UNSET, description="The user or the API key that did it.")
    subject_id: IDFilter | None = strawberry.field(default=UNSET, description="What it was done to.")
    action: StringFilter | None = strawberry.field(default=UNSET, description="The dotted verb.")
    occurred_at: DateTimeFilter | None = strawberry.field(default=UNSET, description="When it was done.")


def parsed(asked: AuditFilter | None) -> audit_reads.AuditFilter | None:
    """The filter, as the rooms below read it.

    Raises:
        InvalidInput: it holds something that is no id.
    """
    present = parsing.given(asked)
    if present is None:
        return None
    return audit_reads.AuditFilter(
        actor_id=filters.anything(present.actor_id, "filter", "actorId"),
        subject_id=filters.anything(present.subject_id, "filter", "subjectId"),
        action=filters.text(present.action),
        occurred_at=filters.instant(present.occurred_at),
    )
