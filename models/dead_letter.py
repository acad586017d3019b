"""Dead letters: what could not be done after every retry, put aside until a person decides."""

from uuid import UUID

from tortoise import fields
from tortoise.models import Model

from models.job import Job
from models.keys import uuid7
from models.kinds import DeadGroup, DeadStatus
from models.user import User


class DeadLetter(Model):
    """A row of `dead_letters`: a part of a job, or an event. The table is the truth; the stream only tells of it."""

    id = fields.UUIDField(primary_key=True, default=uuid7)
    group = fields.CharEnumField(DeadGroup, max_length=10, source_field="consumer_group")
    kind = fields.CharField(max_length=60)
    """Action of the part, or type of the event."""
    job_id: UUID | None
    job: fields.ForeignKeyNullableRelation[Job] = fields.ForeignKeyField(
        "models.Job", null=True, on_delete=fields.CASCADE, related_name=False
    )
    part_number = fields.IntField(null=True)
    event_seq = fields.BigIntField(null=True)
    payload: fields.Field[dict[str, object]] = fields.JSONField(default=dict)
    """Enough to do it again."""
    reason = fields.TextField()
    attempt_count = fields.SmallIntField()
    status = fields.CharEnumField(DeadStatus, max_length=10, default=DeadStatus.OPEN)
    created_at = fields.DatetimeField(auto_now_add=True)
    resolved_at = fields.DatetimeField(null=True)
    resolved_by_id: UUID | None
    resolved_by: fields.ForeignKeyNullableRelation[User] = fields.ForeignKeyField(
        "models.User", null=True, on_delete=fields.SET_NULL, related_name=False
    )
    published_at = fields.DatetimeField(null=True)
    """When the stream `dead:{group}` was told."""

    class Meta:
        table = "dead_letters"
