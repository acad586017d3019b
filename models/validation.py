"""Validation: runs, what they found, and what somebody accepted with a reason."""

from uuid import UUID

from tortoise import fields
from tortoise.models import Model

from models.definition import Definition
from models.keys import uuid7
from models.kinds import RunStatus
from models.user import User
from rules.kit import Confidence, Outcome, Severity, Verdict


class ValidationRun(Model):
    """One evaluation of one version. Every save makes one."""

    id = fields.UUIDField(primary_key=True, default=uuid7)
    definition_id: UUID
    definition: fields.ForeignKeyRelation[Definition] = fields.ForeignKeyField(
        "models.Definition", on_delete=fields.CASCADE, related_name=False
    )
    version_number = fields.IntField()
    text_hash = fields.CharField(max_length=64)
    profile_fingerprint = fields.CharField(max_length=64)
    status = fields.CharEnumField(RunStatus, max_length=10)
    verdict = fields.CharEnumField(Verdict, max_length=25, null=True)
    score = fields.SmallIntField(null=True)
    rule_count = fields.IntField(default=0)
    evaluated_rule_count = fields.IntField(default=0)
    rule_codes: fields.Field[list[str] | None] = fields.JSONField(null=True)
    """The rules asked for; null for all of the profile. A partial run neither scores the definition nor resolves findings of other rules."""
    contributions: fields.Field[list[dict[str, object]]] = fields.JSONField(default=list)
    """`[{"code": str, "weight": float, "earned": float}]`"""
    queued_at = fields.DatetimeField(auto_now_add=True)
    started_at = fields.DatetimeField(null=True)
    finished_at = fields.DatetimeField(null=True)
    started_by_id: UUID | None
    started_by: fields.ForeignKeyNullableRelation[User] = fields.ForeignKeyField(
        "models.User", null=True, on_delete=fields.SET_NULL, related_name=False
    )
    failure_reason = fields.TextField(null=True)
    lease_until = fields.DatetimeField(null=True)
    """A worker holds the run while this lies ahead; an expired lease is taken over."""
    attempts = fields.SmallIntField(default=0)
    is_web = fields.BooleanField(default=False)
    """Whether the rules across the glossary took part. Such a run sees drafts, so readers of the text in force never see it."""

    class Meta:
        table = "validation_runs"


class Finding(Model):
    """What one rule has against one definition: one row per fingerprint and form, with the runs that opened and resolved it.

    A reader of the text in force at version N sees rows with opened_version <= N and
    (resolved_version is null or resolved_version > N). `arguments` fill the message of the rule's catalogue entry.
    """

    id = fields.UUIDField(primary_key=True, default=uuid7)
    definition_id: UUID
    definition: fields.ForeignKeyRelation[Definition] = fields.ForeignKeyField(
        "models.Definition", on_delete=fields.CASCADE, related_name=False
    )
    fingerprint = fields.CharField(max_length=64)
    rule_code = fields.CharField(max_length=60)
    outcome = fields.CharEnumField(Outcome, max_length=16)
    severity = fields.CharEnumField(Severity, max_length=8)
    confidence = fields.CharEnumField(Confidence, max_length=8)
    arguments: fields.Field[dict[str, str]] = fields.JSONField(default=dict)
    span_start = fields.IntField(null=True)
    span_end = fields.IntField(null=True)
    excerpt = fields.TextField(null=True)
    evidence: fields.Field[list[dict[str, str | None]]] = fields.JSONField(default=list)
    """`[{"excerpt": str, "definition_id": str | None}]`"""
    fix: fields.Field[dict[str, object] | None] = fields.JSONField(null=True)
    """`{"start": int, "end": int, "replacement": str}`"""
    opened_run_id: UUID
    opened_run: fields.ForeignKeyRelation[ValidationRun] = fields.ForeignKeyField(
        "models.ValidationRun", on_delete=fields.CASCADE, related_name=False
    )
    opened_version = fields.IntField()
    opened_at = fields.DatetimeField(auto_now_add=True)
    resolved_run_id = fields.UUIDField(null=True)
    resolved_version = fields.IntField(null=True)
    resolved_at = fields.DatetimeField(null=True)
    is_web = fields.BooleanField(default=False)
    """Whether a rule across the glossary found it: it speaks of working texts, and only whoever reads those sees it."""

    class Meta:
        table = "findings"


class Waiver(Model):
    """A fingerprint that somebody accepted. It holds while `revoked_at` is null and `expires_at` has not passed."""

    id = fields.UUIDField(primary_key=True, default=uuid7)
    definition_id: UUID
    definition: fields.ForeignKeyRelation[Definition] = fields.ForeignKeyField(
        "models.Definition", on_delete=fields.CASCADE, related_name=False
    )
    fingerprint = fields.CharField(max_length=64)
    reason = fields.TextField()
    waived_by_id: UUID | None
    waived_by: fields.ForeignKeyNullableRelation[User] = fields.ForeignKeyField(
        "models.User", null=True, on_delete=fields.SET_NULL, related_name=False
    )
    waived_at = fields.DatetimeField(auto_now_add=True)
    expires_at = fields.DatetimeField(null=True)
    revoked_at = fields.DatetimeField(null=True)
    revoked_by_id = fields.UUIDField(null=True)

    class Meta:
        table = "waivers"
