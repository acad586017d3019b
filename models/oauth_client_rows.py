"""Rows of applications: found, made, changed, retired."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from models import store
from models.keys import uuid7
from models.oauth import OauthClient
from models.paging import Key, Listing
from models.values import Values

_COLUMNS = (
    "id", "version", "created_at", "updated_at", "client_id", "name", "secret_hash", "redirect_uris", "grant_types", "scopes",
    "may_introspect", "owner_id", "retired_at",
)  # fmt: skip
LISTING = Listing(("SELECT * FROM oauth_clients",), (Key("d.id", "uuid"),), Values())
"""Every application, in the order in which they were made."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewClient:
    """What a new row holds."""

    id: UUID = field(default_factory=uuid7)
    client_id: str
    name: str
    secret_hash: str | None
    redirect_uris: Sequence[str]
    grant_types: Sequence[str]
    scopes: Sequence[str]
    may_introspect: bool = False
    owner_id: UUID | None = None


def client(row: store.Row) -> OauthClient:
    """The application of a row of the listing."""
    return OauthClient.construct(_saved_in_db=True, **{name: row[name] for name in _COLUMNS})


async def by_client_id(client_id: str) -> OauthClient | None:
    """The application of this name, retired or not."""
    return await OauthClient.get_or_none(client_id=client_id)


async def by_id(key: UUID) -> OauthClient | None:
    """The application."""
    return await OauthClient.get_or_none(id=key)


async def lock(key: UUID) -> OauthClient | None:
    """The row, locked until the transaction ends."""
    return await OauthClient.filter(id=key).select_for_update().first()


async def insert(new: NewClient) -> OauthClient | None:
    """The new row; null when the name is taken."""
    sql = """
        INSERT INTO oauth_clients
            (id, client_id, name, secret_hash, redirect_uris, grant_types, scopes, may_introspect, owner_id)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (client_id) DO NOTHING RETURNING *
    """
    lists = (list(new.redirect_uris), list(new.grant_types), list(new.scopes))
    row = await store.row(
        sql, new.id, new.client_id, new.name, new.secret_hash, *lists, new.may_introspect, new.owner_id
    )
    return None if row is None else client(row)


async def save(row: OauthClient, now: datetime) -> None:
    """The row as the instance has it, one version further."""
    row.version += 1
    row.updated_at = now
    await row.save(
        update_fields=[
            "version",
            "updated_at",
            "name",
            "secret_hash",
            "redirect_uris",
            "scopes",
            "may_introspect",
            "retired_at",
        ]
    )
