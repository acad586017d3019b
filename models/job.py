"""Jobs: long work done by a worker; and results remembered for a repeated request."""

from uuid import UUID

from tortoise import fields
from tortoise.models import Model

from models.glossary import Glossary
from models.keys import uuid7
from models.kinds import JobKind, RunStatus
from models.user import User


class Job(Model):
    """A row of `jobs`. A worker holds it while `lease_until` lies ahead; an expired lease is taken over."""

    id = fields.UUIDField(primary_key=True, default=uuid7)
    kind = fields.CharEnumField(JobKind, max_length=20)
    glossary_id: UUID | None
    glossary: fields.ForeignKeyNullableRelation[Glossary] = fields.ForeignKeyField(
        "models.Glossary", null=True, on_delete=fields.CASCADE, related_name=False
    )
    status = fields.CharEnumField(RunStatus, max_length=10, default=RunStatus.QUEUED)
    done_count = fields.IntField(default=0)
    total_count = fields.IntField(null=True)
    started_by_id: UUID | None
    started_by: fields.ForeignKeyNullableRelation[User] = fields.ForeignKeyField(
        "models.User", null=True, on_delete=fields.SET_NULL, related_name=False
    )
    created_at = fields.DatetimeField(auto_now_add=True)
    finished_at = fields.DatetimeField(null=True)
    failure_reason = fields.TextField(null=True)
    input: fields.Field[dict[str, object]] = fields.JSONField(default=dict)
    progress: fields.Field[dict[str, object]] = fields.JSONField(default=dict)
    """Where to go on after a crash, for example the last id done."""
    report: fields.Field[list[dict[str, object]]] = fields.JSONField(default=list)
    attempts = fields.SmallIntField(default=0)
    lease_until = fields.DatetimeField(null=True)
    is_cancel_requested = fields.BooleanField(default=False)

    class Meta:
        table = "jobs"


class IdempotencyKey(Model):
    """The result of a mutation under a key that its caller chose; kept 24 hours. Secrets never rest here."""

    id = fields.UUIDField(primary_key=True, default=uuid7)
    actor_id = fields.UUIDField()
    operation = fields.CharField(max_length=60)
    key = fields.CharField(max_length=200)
    input_hash = fields.CharField(max_length=64)
    result: fields.Field[dict[str, object]] = fields.JSONField(default=dict)
    created_at = fields.DatetimeField(auto_now_add=True)

    class Meta:
        table = "idempotency_keys"
        unique_together = (("actor_id", "operation", "key"),)
