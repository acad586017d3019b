"""People, their sessions, and the keys that sign their tokens."""

from uuid import UUID

from tortoise import fields
from tortoise.models import Model

from models.keys import uuid7
from models.kinds import Role


class User(Model):
    """A person. `permission_version` grows whenever what they may do changes: older access tokens end."""

    id = fields.UUIDField(primary_key=True, default=uuid7)
    version = fields.IntField(default=1)
    created_at = fields.DatetimeField(auto_now_add=True)
    updated_at = fields.DatetimeField(auto_now_add=True)
    display_name = fields.CharField(max_length=200)
    email = fields.CharField(max_length=320)
    email_key = fields.CharField(max_length=320, unique=True)
    password_hash = fields.TextField(null=True)
    role = fields.CharEnumField(Role, max_length=8, default=Role.USER)
    is_active = fields.BooleanField(default=True)
    must_change_password = fields.BooleanField(default=False)
    """Set with a one-time secret: it signs in, and does nothing else before the password is changed."""
    permission_version = fields.IntField(default=1)
    extra_scopes: fields.Field[list[str]] = fields.JSONField(default=list)
    """Granted beyond the role, for example `audit:read` for an auditor."""

    class Meta:
        table = "users"


class Session(Model):
    """A signed-in device: one refresh family. A refresh token is `<handle>.<secret>`; of both only hashes are stored."""

    id = fields.UUIDField(primary_key=True, default=uuid7)
    user_id: UUID
    user: fields.ForeignKeyRelation[User] = fields.ForeignKeyField(
        "models.User", on_delete=fields.CASCADE, related_name=False
    )
    handle_hash = fields.CharField(max_length=64, unique=True)
    token_hash = fields.CharField(max_length=64)
    previous_token_hash = fields.CharField(max_length=64, null=True)
    rotated_at = fields.DatetimeField(null=True)
    created_at = fields.DatetimeField(auto_now_add=True)
    last_used_at = fields.DatetimeField(auto_now_add=True)
    idle_expires_at = fields.DatetimeField()
    expires_at = fields.DatetimeField()
    user_agent = fields.CharField(max_length=200, null=True)
    revoked_at = fields.DatetimeField(null=True)
    client_id = fields.UUIDField(null=True)
    """The application that holds the tokens; null: the API's own sign-in, and browsers on our own pages."""
    scopes: fields.Field[list[str] | None] = fields.JSONField(null=True)
    """What its tokens may carry at most; null: all that the person may."""
    audience = fields.TextField(null=True)
    is_machine = fields.BooleanField(default=False)
    """Whether the application acts on its own (client credentials): one row per token, without a refresh token."""

    class Meta:
        table = "sessions"


class SigningKey(Model):
    """A key pair for access tokens; `kid` is its RFC 7638 thumbprint."""

    kid = fields.CharField(max_length=64, primary_key=True)
    private_jwk: fields.Field[dict[str, str]] = fields.JSONField()
    created_at = fields.DatetimeField(auto_now_add=True)
    retired_at = fields.DatetimeField(null=True)

    class Meta:
        table = "signing_keys"
