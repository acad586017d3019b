"""Rows of people: found, locked, changed."""

import unicodedata
from dataclasses import dataclass, field
from uuid import UUID

from models import store
from models.keys import uuid7
from models.kinds import Role
from models.paging import Key, Listing
from models.user import User
from models.values import Values

_MAX_EMAIL = 320
_COLUMNS = (
    "id",
    "version",
    "created_at",
    "updated_at",
    "display_name",
    "email",
    "email_key",
    "password_hash",
    "role",
    "is_active",
    "must_change_password",
    "permission_version",
    "extra_scopes",
)
LISTING = Listing(("SELECT * FROM users",), (Key("d.id", "uuid"),), Values())
"""Everybody, in the order in which their accounts were made."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewUser:
    """What a new row holds."""

    id: UUID = field(default_factory=uuid7)
    display_name: str
    email: str
    password_hash: str
    role: Role = Role.USER
    must_change_password: bool = False


def email_key(email: str) -> str:
    """What two spellings of one address share: NFKC, case-folded. Sorted by code point (COLLATE "C")."""
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", email).casefold())


def is_storable(email: str) -> bool:
    """Whether the text can be stored as an address: short enough, without NUL and lone surrogates."""
    try:
        return "\0" not in email and len(email) <= _MAX_EMAIL and bool(email.encode())
    except UnicodeEncodeError:
        return False


async def by_id(user_id: UUID) -> User | None:
    """The person."""
    return await User.get_or_none(id=user_id)


async def by_email(email: str) -> User | None:
    """The person with this address, however it is spelled. Text that no address can be is nobody's."""
    if not is_storable(email):
        return None
    return await User.get_or_none(email_key=email_key(email))


def user(row: store.Row) -> User:
    """The person of a row of the listing."""
    return User(**{name: row[name] for name in _COLUMNS})


async def exists() -> bool:
    """Whether there is anybody."""
    return await User.exists()


async def lock(user_id: UUID) -> User | None:
    """The row, locked until the transaction ends."""
    return await User.filter(id=user_id).select_for_update().first()


async def lock_with_administrators(user_id: UUID) -> tuple[User | None, int]:
    """The row and how many other active administrators there are; all of them locked, in order of their ids.

    Two administrators who demote each other at the same moment wait for one another here.
    """
    sql = "SELECT id FROM users WHERE id = $1 OR (role = 'ADMIN' AND is_active) ORDER BY id FOR UPDATE"
    locked = [row["id"] for row in await store.rows(sql, user_id)]
    others = await store.row(
        "SELECT count(*) AS n FROM users WHERE id = ANY($1) AND id <> $2 AND role = 'ADMIN' AND is_active",
        locked,
        user_id,
    )
    return await by_id(user_id), others["n"] if others else 0


async def lock_table() -> None:
    """Until the transaction ends nobody else adds a person."""
    await store.run("LOCK TABLE users IN SHARE ROW EXCLUSIVE MODE")


async def insert(new: NewUser) -> User | None:
    """The new row; null when the address is taken."""
    sql = """
        INSERT INTO users (id, display_name, email, email_key, password_hash, role, must_change_password)
        VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (email_key) DO NOTHING RETURNING id
    """
    values = (
        new.display_name,
        new.email,
        email_key(new.email),
        new.password_hash,
        new.role.value,
        new.must_change_password,
    )
    row = await store.row(sql, new.id, *values)
    return None if row is None else await by_id(row["id"])


async def set_password(user: User, password_hash: str, *, must_change: bool) -> None:
    """Another password, set on purpose: a change of the row, and the end of access tokens issued before."""
    sql = """
        UPDATE users SET password_hash = $2, must_change_password = $3, permission_version = permission_version + 1,
            version = version + 1, updated_at = now()
        WHERE id = $1
    """
    await store.run(sql, user.id, password_hash, must_change)
    await user.refresh_from_db()


async def replace_hash(user_id: UUID, *, before: str, after: str) -> bool:
    """Whether the stored form of the same password was replaced; not when somebody changed it meanwhile."""
    sql = "UPDATE users SET password_hash = $3 WHERE id = $1 AND password_hash = $2"
    return await store.run(sql, user_id, before, after) > 0


async def set_rights(user: User, *, role: Role, is_active: bool) -> None:
    """Another role or state: a change of the row, and the end of access tokens issued before."""
    sql = """
        UPDATE users SET role = $2, is_active = $3, permission_version = permission_version + 1,
            version = version + 1, updated_at = now()
        WHERE id = $1
    """
    await store.run(sql, user.id, role.value, is_active)
    await user.refresh_from_db()
