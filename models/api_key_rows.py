"""Rows of API keys: made, looked up by what their holder sends, listed, ended."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from models import store
from models.api_key import ApiKey
from models.kinds import Role
from models.paging import Key, Listing
from models.values import Values

COLUMNS = "id", "owner_id", "name", "prefix", "scopes", "created_at", "expires_at", "last_used_at", "revoked_at"
"""Without the hash, which only the look-up needs."""
_USED_EVERY = timedelta(minutes=1)
_NEWEST_FIRST = (Key("d.id", "uuid", is_descending=True),)
_LIVE = "revoked_at IS NULL AND expires_at > $2"


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyStanding:
    """A key that goes on, and what its owner may now."""

    id: UUID
    prefix: str
    secret_hash: str
    scopes: frozenset[str]
    expires_at: datetime
    last_used_at: datetime | None
    owner_id: UUID
    role: Role
    extra_scopes: frozenset[str]
    must_change_password: bool


async def standings(prefixes: Collection[str], now: datetime) -> dict[str, KeyStanding]:
    """By prefix, of the keys that are there, go on, and have an owner who is active. Never from a replica."""
    sql = """
        SELECT k.id, k.prefix, k.secret_hash, k.scopes, k.expires_at, k.last_used_at, k.owner_id, u.role, u.extra_scopes, u.must_change_password
        FROM api_keys k JOIN users u ON u.id = k.owner_id
        WHERE k.prefix = ANY($1) AND k.revoked_at IS NULL AND k.expires_at > $2 AND u.is_active
    """
    return {row["prefix"]: _standing(row) for row in await store.rows(sql, list(prefixes), now)}


async def use(found: KeyStanding, now: datetime) -> None:
    """The key was used; written at most once a minute."""
    if found.last_used_at is not None and now - found.last_used_at < _USED_EVERY:
        return
    # Again in the statement: this process may not know yet that another one wrote it.
    sql = "UPDATE api_keys SET last_used_at = $2 WHERE id = $1 AND (last_used_at IS NULL OR last_used_at <= $3)"
    await store.run(sql, found.id, now, now - _USED_EVERY)


def listing(owner_id: UUID) -> Listing:
    """All keys of a person, newest first; ended ones too."""
    values = Values()
    condition = f"d.owner_id = {values.add(owner_id)}::uuid"
    return Listing(
        ("SELECT * FROM api_keys",), _NEWEST_FIRST, values, condition, ", ".join(f"d.{one}" for one in COLUMNS)
    )


def key(row: store.Row) -> ApiKey:
    """The key in a row of `COLUMNS`."""
    return ApiKey.construct(_saved_in_db=True, **{name: row[name] for name in COLUMNS})


async def find(key_id: UUID) -> ApiKey | None:
    """The key, without its hash."""
    row = await store.row(f"SELECT {', '.join(COLUMNS)} FROM api_keys WHERE id = $1", key_id)
    return None if row is None else key(row)


async def by_ids(ids: Sequence[UUID]) -> dict[UUID, ApiKey]:
    """Those of the keys that are there, without their hashes."""
    rows = await store.rows(f"SELECT {', '.join(COLUMNS)} FROM api_keys WHERE id = ANY($1)", list(ids))
    return {row["id"]: key(row) for row in rows}


async def lock(key_id: UUID) -> ApiKey | None:
    """The key, locked until the transaction ends."""
    row = await store.row(f"SELECT {', '.join(COLUMNS)} FROM api_keys WHERE id = $1 FOR UPDATE", key_id)
    return None if row is None else key(row)


async def count_live(owner_id: UUID, now: datetime) -> int:
    """How many keys of the person go on."""
    row = await store.row(f"SELECT count(*) AS n FROM api_keys WHERE owner_id = $1 AND {_LIVE}", owner_id, now)
    return 0 if row is None else int(row["n"])


async def end(key_id: UUID, now: datetime) -> bool:
    """Whether the key went on until now."""
    return await store.run(f"UPDATE api_keys SET revoked_at = $2 WHERE id = $1 AND {_LIVE}", key_id, now) > 0


async def end_all(owner_id: UUID, now: datetime) -> list[UUID]:
    """The keys of a person that end now."""
    sql = f"UPDATE api_keys SET revoked_at = $2 WHERE owner_id = $1 AND {_LIVE} RETURNING id"
    return [row["id"] for row in await store.rows(sql, owner_id, now)]


async def shorten(key_id: UUID, until: datetime) -> None:
    """The key ends at that instant, unless it ends before."""
    await store.run("UPDATE api_keys SET expires_at = least(expires_at, $2) WHERE id = $1", key_id, until)


def _standing(row: store.Row) -> KeyStanding:
    sets = {name: frozenset(row[name]) for name in ("scopes", "extra_scopes")}
    return KeyStanding(**{**row, **sets, "role": Role(row["role"])})
