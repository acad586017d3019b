"""The audit trail: what was done, by whom, and the seals that show when somebody tampered with it."""

from tortoise import fields
from tortoise.models import Model

from models.keys import uuid7


class AuditEntry(Model):
    """One act. The table is partitioned by month of its UUIDv7 key; a trigger and missing grants refuse UPDATE and DELETE."""

    id = fields.UUIDField(primary_key=True, default=uuid7)
    occurred_at = fields.DatetimeField(auto_now_add=True)
    actor_kind = fields.CharField(max_length=10)
    """USER, MACHINE, SYSTEM or ANONYMOUS."""
    actor_id = fields.UUIDField(null=True)
    action = fields.CharField(max_length=60)
    """Dotted verb such as `definition.update`."""
    subject_kind = fields.CharField(max_length=30)
    """GraphQL type name of the subject."""
    subject_id = fields.UUIDField()
    changes: fields.Field[list[dict[str, object]]] = fields.JSONField(default=list)
    request_id = fields.CharField(max_length=64)

    class Meta:
        table = "audit_log"


class AuditSeal(Model):
    """A link of the chain: hash = SHA-256(previous hash, canonical JSON of the entry)."""

    seq = fields.BigIntField(primary_key=True, generated=False)
    audit_id = fields.UUIDField(unique=True)
    hash = fields.BinaryField()

    class Meta:
        table = "audit_seals"
