"""Rows of codes and consents: what a person allowed an application, for a minute and for longer."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from models import store
from models.keys import uuid7
from models.oauth import OauthCode, OauthConsent


@dataclass(frozen=True, slots=True, kw_only=True)
class NewCode:
    """What a new row holds."""

    code_hash: str
    client_id: UUID
    user_id: UUID
    redirect_uri: str | None
    scopes: Sequence[str]
    audience: str | None
    challenge: str
    expires_at: datetime


async def insert_code(new: NewCode, now: datetime) -> None:
    """The code can be exchanged."""
    sql = """
        INSERT INTO oauth_codes
            (code_hash, client_id, user_id, redirect_uri, scopes, audience, challenge, created_at, expires_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
    """
    values = (new.client_id, new.user_id, new.redirect_uri, list(new.scopes), new.audience, new.challenge)
    await store.run(sql, new.code_hash, *values, now, new.expires_at)


async def lock_code(code_hash: str) -> OauthCode | None:
    """The row, locked until the transaction ends."""
    return await OauthCode.filter(code_hash=code_hash).select_for_update().first()


async def use_code(code: OauthCode, now: datetime, session_id: UUID | None) -> None:
    """The code is spent; `session_id` is what came of it, if anything."""
    code.used_at = now
    code.session_id = session_id
    await code.save(update_fields=["used_at", "session_id"])


async def purge_codes(before: datetime) -> int:
    """How many rows of codes that ended before the instant given were removed."""
    return await store.run("DELETE FROM oauth_codes WHERE expires_at < $1", before)


async def consent(user_id: UUID, client_id: UUID) -> OauthConsent | None:
    """What the person allowed the application."""
    return await OauthConsent.get_or_none(user_id=user_id, client_id=client_id)


async def consents(user_id: UUID) -> list[OauthConsent]:
    """What the person allowed to whom, last given first; each with its application."""
    return await OauthConsent.filter(user_id=user_id).order_by("-updated_at", "-id").prefetch_related("client")


async def keep_consent(user_id: UUID, client_id: UUID, scopes: Sequence[str], now: datetime) -> UUID:
    """The id of the consent, which holds these scopes and those given before."""
    sql = """
        INSERT INTO oauth_consents AS c (id, user_id, client_id, scopes, created_at, updated_at)
        VALUES ($1, $2, $3, $4, $5, $5)
        ON CONFLICT (user_id, client_id) DO UPDATE SET updated_at = excluded.updated_at, scopes = (
            SELECT jsonb_agg(DISTINCT s ORDER BY s) FROM jsonb_array_elements_text(c.scopes || excluded.scopes) s
        )
        RETURNING id
    """
    row = await store.row(sql, uuid7(), user_id, client_id, list(scopes), now)
    return UUID(str(row["id"])) if row else UUID(int=0)


async def delete_consent(consent_id: UUID, user_id: UUID) -> OauthConsent | None:
    """The consent that was taken back; null when there is none of this id that is this person's."""
    found = await OauthConsent.filter(id=consent_id, user_id=user_id).prefetch_related("client").first()
    if found is not None:
        await found.delete()
    return found
