"""Applications that act for people, what people allowed them, and the codes by which they are told so."""

from uuid import UUID

from tortoise import fields
from tortoise.models import Model

from models.keys import uuid7
from models.user import User


class OauthClient(Model):
    """An application (RFC 6749 2). Confidential when it has a secret, of which only a hash is stored."""

    id = fields.UUIDField(primary_key=True, default=uuid7)
    version = fields.IntField(default=1)
    created_at = fields.DatetimeField(auto_now_add=True)
    updated_at = fields.DatetimeField(auto_now_add=True)
    client_id = fields.CharField(max_length=64, unique=True)
    name = fields.CharField(max_length=200)
    secret_hash = fields.CharField(max_length=64, null=True)
    redirect_uris: fields.Field[list[str]] = fields.JSONField(default=list)
    grant_types: fields.Field[list[str]] = fields.JSONField(default=list)
    scopes: fields.Field[list[str]] = fields.JSONField(default=list)
    may_introspect = fields.BooleanField(default=False)
    """Whether it may ask about tokens of others: a resource server."""
    owner_id: UUID | None
    owner: fields.ForeignKeyNullableRelation[User] = fields.ForeignKeyField(
        "models.User", on_delete=fields.CASCADE, related_name=False, null=True
    )
    """For whom it acts when it acts on its own (client credentials)."""
    retired_at = fields.DatetimeField(null=True)

    class Meta:
        table = "oauth_clients"


class OauthCode(Model):
    """An authorization code, hashed; used once, within a minute."""

    code_hash = fields.CharField(max_length=64, primary_key=True)
    client_id: UUID
    client: fields.ForeignKeyRelation[OauthClient] = fields.ForeignKeyField(
        "models.OauthClient", on_delete=fields.CASCADE, related_name=False
    )
    user_id: UUID
    user: fields.ForeignKeyRelation[User] = fields.ForeignKeyField(
        "models.User", on_delete=fields.CASCADE, related_name=False
    )
    redirect_uri = fields.TextField(null=True)
    """As it stood in the request; null when it did not."""
    scopes: fields.Field[list[str]] = fields.JSONField()
    audience = fields.TextField(null=True)
    challenge = fields.CharField(max_length=43)
    created_at = fields.DatetimeField(auto_now_add=True)
    expires_at = fields.DatetimeField()
    used_at = fields.DatetimeField(null=True)
    session_id = fields.UUIDField(null=True)
    """The family of tokens that came of it."""

    class Meta:
        table = "oauth_codes"


class OauthConsent(Model):
    """What a person allowed an application, until they take it back."""

    id = fields.UUIDField(primary_key=True, default=uuid7)
    user_id: UUID
    user: fields.ForeignKeyRelation[User] = fields.ForeignKeyField(
        "models.User", on_delete=fields.CASCADE, related_name=False
    )
    client_id: UUID
    client: fields.ForeignKeyRelation[OauthClient] = fields.ForeignKeyField(
        "models.OauthClient", on_delete=fields.CASCADE, related_name=False
    )
    scopes: fields.Field[list[str]] = fields.JSONField()
    created_at = fields.DatetimeField(auto_now_add=True)
    updated_at = fields.DatetimeField(auto_now_add=True)

    class Meta:
        table = "oauth_consents"
        unique_together = (("user_id", "client_id"),)
