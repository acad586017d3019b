"""Decisions: a step of the workflow as it was taken, and the chain partners that agreed with exactly that text."""

from uuid import UUID

from tortoise import fields
from tortoise.models import Model

from models.definition import DefinitionVersion
from models.keys import uuid7
from models.kinds import Transition
from models.user import User


class Decision(Model):
    """The step that made a version."""

    id = fields.UUIDField(primary_key=True, default=uuid7)
    version_id: UUID
    version: fields.OneToOneRelation[DefinitionVersion] = fields.OneToOneField(
        "models.DefinitionVersion", on_delete=fields.CASCADE, related_name=False
    )
    transition = fields.CharEnumField(Transition, max_length=15)
    decided_at = fields.DatetimeField(auto_now_add=True)
    decided_by_id: UUID | None
    decided_by: fields.ForeignKeyNullableRelation[User] = fields.ForeignKeyField(
        "models.User", null=True, on_delete=fields.SET_NULL, related_name=False
    )
    override_reason = fields.TextField(null=True)
    run_id = fields.UUIDField(null=True)
    """The run that the gate relied on."""

    class Meta:
        table = "decisions"


class Consent(Model):
    """A chain partner that agreed."""

    id = fields.UUIDField(primary_key=True, default=uuid7)
    decision_id: UUID
    decision: fields.ForeignKeyRelation[Decision] = fields.ForeignKeyField(
        "models.Decision", on_delete=fields.CASCADE, related_name=False
    )
    organisation = fields.CharField(max_length=200)
    note = fields.TextField(null=True)
    recorded_at = fields.DatetimeField(auto_now_add=True)
    recorded_by_id: UUID | None
    recorded_by: fields.ForeignKeyNullableRelation[User] = fields.ForeignKeyField(
        "models.User", null=True, on_delete=fields.SET_NULL, related_name=False
    )

    class Meta:
        table = "consents"
