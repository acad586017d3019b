"""Jobs: long work that workers share in parts; and results remembered for a repeated request."""

from uuid import UUID

from tortoise import fields
from tortoise.models import Model

from models.glossary import Glossary
from models.keys import uuid7
from models.kinds import JobKind, PartAction, PartStatus, RunStatus
from models.user import User


class Job(Model):
    """A row of `jobs`. What is to be done lies in its parts."""

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
    report: fields.Field[list[dict[str, object]]] = fields.JSONField(default=list)
    is_sequential = fields.BooleanField(default=False)
    """Whether a part has to wait for those before it."""

    class Meta:
        table = "jobs"


class JobPart(Model):
    """A part of a job: done by one worker, in one transaction with the word that it is done."""

    id = fields.UUIDField(primary_key=True, default=uuid7)
    job_id: UUID
    job: fields.ForeignKeyRelation[Job] = fields.ForeignKeyField(
        "models.Job", on_delete=fields.CASCADE, related_name=False
    )
    number = fields.IntField()
    """From 0."""
    action = fields.CharEnumField(PartAction, max_length=10)
    payload: fields.Field[dict[str, object]] = fields.JSONField(default=dict)
    size = fields.IntField(default=0)
    """How much the job has done more when the part is done."""
    status = fields.CharEnumField(PartStatus, max_length=10, default=PartStatus.WAITING)
    failures = fields.SmallIntField(default=0)
    attempt = fields.SmallIntField(default=0)
    """Proves whose the part is: whoever takes over counts one further."""
    due_at = fields.DatetimeField(auto_now_add=True)
    sent_at = fields.DatetimeField(null=True)
    """When the group of workers was told of it; null: not since it became due."""
    lease_until = fields.DatetimeField(null=True)

    class Meta:
        table = "job_parts"
        unique_together = (("job_id", "number"),)


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
