"""Credentials of machines that act for a person."""

from uuid import UUID

from tortoise import fields
from tortoise.models import Model

from models.keys import uuid7
from models.user import User


class ApiKey(Model):
    """A row of `api_keys`. It may do at most what its scopes and its owner's rights both allow."""

    id = fields.UUIDField(primary_key=True, default=uuid7)
    owner_id: UUID
    owner: fields.ForeignKeyRelation[User] = fields.ForeignKeyField(
        "models.User", on_delete=fields.CASCADE, related_name=False
    )
    name = fields.CharField(max_length=100)
    prefix = fields.CharField(max_length=40, unique=True)
    """What may be shown of the key: product, environment and eight random characters."""
    secret_hash = fields.CharField(max_length=64)
    scopes: fields.Field[list[str]] = fields.JSONField()
    created_at = fields.DatetimeField(auto_now_add=True)
    expires_at = fields.DatetimeField()
    last_used_at = fields.DatetimeField(null=True)
    """To the minute."""
    revoked_at = fields.DatetimeField(null=True)

    class Meta:
        table = "api_keys"
