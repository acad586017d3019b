"""Glossaries: sets of definitions with one owner, one style and one rule profile; what their steps demand, and their own rules."""

from uuid import UUID

from tortoise import fields
from tortoise.models import Model

from models.keys import uuid7
from models.kinds import Transition
from models.records import Json
from models.user import User
from rules.kit import Severity, Style


class Glossary(Model):
    """A row of `glossaries`. `rule_settings` is written and read by `rules.choices`; empty: as shipped."""

    id = fields.UUIDField(primary_key=True, default=uuid7)
    version = fields.IntField(default=1)
    created_at = fields.DatetimeField(auto_now_add=True)
    updated_at = fields.DatetimeField(auto_now_add=True)
    slug = fields.CharField(max_length=80, unique=True)
    name = fields.CharField(max_length=200)
    name_key = fields.TextField()
    description = fields.TextField(null=True)
    is_public = fields.BooleanField(default=False)
    base_uri = fields.TextField(null=True)
    locales: fields.Field[list[str]] = fields.JSONField(default=list)
    style = fields.CharEnumField(Style, max_length=10, default=Style.FREE)
    profile = fields.CharField(max_length=40, default="default")
    profile_fingerprint = fields.CharField(max_length=64)
    rule_settings = fields.TextField(default="")
    created_by_id: UUID | None
    created_by: fields.ForeignKeyNullableRelation[User] = fields.ForeignKeyField(
        "models.User", null=True, on_delete=fields.SET_NULL, related_name=False
    )

    class Meta:
        table = "glossaries"


class GateRule(Model):
    """What one step demands in one glossary; a missing row means the shipped default."""

    id = fields.UUIDField(primary_key=True, default=uuid7)
    glossary_id: UUID
    glossary: fields.ForeignKeyRelation[Glossary] = fields.ForeignKeyField(
        "models.Glossary", on_delete=fields.CASCADE, related_name=False
    )
    transition = fields.CharEnumField(Transition, max_length=15)
    code = fields.CharField(max_length=60)
    is_enabled = fields.BooleanField(default=True)
    is_overridable = fields.BooleanField(default=False)
    required = fields.CharField(max_length=100, null=True)

    class Meta:
        table = "gate_rules"
        unique_together = (("glossary", "transition", "code"),)


class PatternRule(Model):
    """A rule of the glossary's own. A retired one stays, so that its code is never used again."""

    id = fields.UUIDField(primary_key=True, default=uuid7)
    glossary_id: UUID
    glossary: fields.ForeignKeyRelation[Glossary] = fields.ForeignKeyField(
        "models.Glossary", on_delete=fields.RESTRICT, related_name=False
    )
    code = fields.CharField(max_length=60, unique=True)
    name = fields.CharField(max_length=200)
    question = fields.TextField()
    severity = fields.CharEnumField(Severity, max_length=10)
    locale = fields.CharField(max_length=35)
    pattern = fields.TextField()
    examples: fields.Field[list[Json]] = fields.JSONField(default=list)
    created_at = fields.DatetimeField(auto_now_add=True)
    created_by_id: UUID | None
    created_by: fields.ForeignKeyNullableRelation[User] = fields.ForeignKeyField(
        "models.User", null=True, on_delete=fields.SET_NULL, related_name=False
    )
    retired_at = fields.DatetimeField(null=True)

    class Meta:
        table = "pattern_rules"
