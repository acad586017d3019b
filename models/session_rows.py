"""Rows of sessions: one per signed-in device."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from models import store
from models.kinds import Role
from models.user import Session

_LIVE = "revoked_at IS NULL AND expires_at > $2 AND idle_expires_at > $2"


@dataclass(frozen=True, slots=True)
class Standing:
    """What a signed-in person may now, read from their row."""

    user_id: UUID
    role: Role
    extra_scopes: frozenset[str]
    permission_version: int
    must_change_password: bool
    subject_id: UUID
    """Of the tokens: the person, or the application that acts on its own."""
    client_id: str | None = None
    """The application that holds the tokens."""
    client_scopes: frozenset[str] = frozenset()
    """What that application may at most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewSession:
    """What a new row holds."""

    id: UUID
    user_id: UUID
    handle_hash: str
    token_hash: str
    idle_expires_at: datetime
    expires_at: datetime
    user_agent: str | None
    client_id: UUID | None = None
    scopes: list[str] | None = None
    audience: str | None = None
    is_machine: bool = False


async def standings(session_ids: Collection[UUID], now: datetime) -> dict[UUID, Standing]:
    """Of whoever holds the sessions; without those that ended and accounts that are disabled. Never from a replica."""
    sql = """
        SELECT s.id AS session_id, u.id, u.role, u.extra_scopes, u.permission_version, u.must_change_password, c.client_id,
            c.scopes AS client_scopes, CASE WHEN s.is_machine THEN c.id ELSE u.id END AS subject_id
        FROM sessions s JOIN users u ON u.id = s.user_id LEFT JOIN oauth_clients c ON c.id = s.client_id
        WHERE s.id = ANY($1::uuid[]) AND s.revoked_at IS NULL AND s.expires_at > $2 AND u.is_active
            AND (s.client_id IS NULL OR (c.id IS NOT NULL AND c.retired_at IS NULL))
    """
    return {row["session_id"]: _standing(row) for row in await store.rows(sql, list(session_ids), now)}


def _standing(row: store.Row) -> Standing:
    return Standing(
        user_id=row["id"],
        role=Role(row["role"]),
        extra_scopes=frozenset(row["extra_scopes"]),
        permission_version=row["permission_version"],
        must_change_password=row["must_change_password"],
        subject_id=row["subject_id"],
        client_id=row["client_id"],
        client_scopes=frozenset(row["client_scopes"] or ()),
    )


async def insert(new: NewSession, now: datetime) -> Session:
    """The new row."""
    return await Session.create(
        id=new.id,
        user_id=new.user_id,
        handle_hash=new.handle_hash,
        token_hash=new.token_hash,
        created_at=now,
        last_used_at=now,
        idle_expires_at=new.idle_expires_at,
        expires_at=new.expires_at,
        user_agent=new.user_agent,
        client_id=new.client_id,
        scopes=new.scopes,
        audience=new.audience,
        is_machine=new.is_machine,
    )


async def lock(handle_hash: str) -> Session | None:
    """The row, locked until the transaction ends."""
    return await Session.filter(handle_hash=handle_hash).select_for_update().first()


async def rotate(session: Session, token_hash: str, *, now: datetime, idle_expires_at: datetime) -> None:
    """The family goes on with another secret; the one before is remembered."""
    session.previous_token_hash = session.token_hash
    session.token_hash = token_hash
    session.rotated_at = now
    await touch(session, now=now, idle_expires_at=idle_expires_at)


async def touch(session: Session, *, now: datetime, idle_expires_at: datetime) -> None:
    """The row as the instance has it; used just now."""
    session.last_used_at = now
    session.idle_expires_at = min(idle_expires_at, session.expires_at)
    await session.save(
        update_fields=["previous_token_hash", "token_hash", "rotated_at", "last_used_at", "idle_expires_at"]
    )


async def live(user_id: UUID, now: datetime) -> list[Session]:
    """The sessions of a person that did not end, last used first."""
    return await Session.filter(
        user_id=user_id, is_machine=False, revoked_at__isnull=True, expires_at__gt=now, idle_expires_at__gt=now
    ).order_by("-last_used_at", "-id")


async def end(session_id: UUID, now: datetime) -> bool:
    """Whether the session went on until now."""
    return await store.run(f"UPDATE sessions SET revoked_at = $2 WHERE id = $1 AND {_LIVE}", session_id, now) > 0


async def end_all(user_id: UUID, now: datetime, *, but: UUID | None = None) -> list[UUID]:
    """The sessions of a person that end now: all but one, or all."""
    sql = f"UPDATE sessions SET revoked_at = $2 WHERE user_id = $1 AND {_LIVE} AND id IS DISTINCT FROM $3 RETURNING id"
    return [row["id"] for row in await store.rows(sql, user_id, now, but)]


async def end_beyond(user_id: UUID, most: int, now: datetime, *, client_id: UUID | None = None) -> None:
    """Only the newest `most` sessions of the person go on: those of one application, or of none."""
    sql = """
        UPDATE sessions SET revoked_at = $2 WHERE id IN (
            SELECT id FROM sessions WHERE user_id = $1 AND revoked_at IS NULL AND expires_at > $2
                AND client_id IS NOT DISTINCT FROM $4 AND NOT is_machine
            ORDER BY id DESC OFFSET $3
        )
    """
    await store.run(sql, user_id, now, most, client_id)


async def end_of_client(client_id: UUID, now: datetime, *, user_id: UUID | None = None) -> int:
    """How many sessions of the application ended: all, or those of one person."""
    sql = f"UPDATE sessions SET revoked_at = $2 WHERE client_id = $1 AND {_LIVE} AND ($3::uuid IS NULL OR user_id = $3)"
    return await store.run(sql, client_id, now, user_id)


async def by_handle(handle_hash: str) -> Session | None:
    """The row of this family, whether or not it goes on."""
    return await Session.get_or_none(handle_hash=handle_hash)


async def find(session_id: UUID) -> Session | None:
    """The row, whether or not it goes on."""
    return await Session.get_or_none(id=session_id)


async def purge_machines(client_id: UUID, now: datetime) -> None:
    """Rows of tokens that the application had for itself and that have ended are gone."""
    await store.run("DELETE FROM sessions WHERE client_id = $1 AND is_machine AND expires_at < $2", client_id, now)


async def renew(session_id: UUID, token: tuple[str, str], *, now: datetime, idle_expires_at: datetime) -> bool:
    """Whether the session goes on, with another family: hashes of its handle and of its first secret."""
    sql = f"""
        UPDATE sessions SET handle_hash = $3, token_hash = $4, previous_token_hash = NULL, rotated_at = NULL,
            last_used_at = $2, idle_expires_at = least($5, expires_at)
        WHERE id = $1 AND {_LIVE}
    """
    return await store.run(sql, session_id, now, *token, idle_expires_at) > 0


async def purge(before: datetime) -> int:
    """How many rows of sessions that ended before the instant given were removed."""
    return await store.run("DELETE FROM sessions WHERE expires_at < $1 OR revoked_at < $1", before)
