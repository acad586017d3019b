"""Tokens of a session: the first ones, the next ones, and what goes back to the client."""

import hmac
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from auth import refresh_tokens, scopes, tokens
from auth.refresh_tokens import RefreshToken
from models import session_rows
from models.keys import uuid7
from models.user import Session, User
from resolvers import identity
from resolvers.context import Context

_GRACE = timedelta(seconds=10)
_MAX_SESSIONS = 50


@dataclass(frozen=True, slots=True)
class SessionTokens:
    """What a client keeps. The refresh token is used once."""

    access_token: str
    access_token_expires_at: datetime
    refresh_token: str


@dataclass(frozen=True, slots=True)
class SignedIn:
    """Somebody, and the tokens of their session."""

    user: User
    tokens: SessionTokens


@dataclass(frozen=True, slots=True)
class Delegation:
    """What a person allowed an application, of which tokens are made."""

    client_id: UUID
    client_name: str
    scopes: tuple[str, ...]
    audience: str | None


async def open_session(
    ctx: Context, user_id: UUID, delegation: Delegation | None = None
) -> tuple[Session, RefreshToken]:
    """A new session with its first refresh token, inside the caller's transaction. The oldest beyond fifty end."""
    now, options = identity.now(), identity.current().options
    token = refresh_tokens.make()
    session = await session_rows.insert(
        session_rows.NewSession(
            id=uuid7(),
            user_id=user_id,
            handle_hash=token.handle_hash,
            token_hash=token.secret_hash,
            idle_expires_at=now + min(options.idle_lifetime, options.session_lifetime),
            expires_at=now + options.session_lifetime,
            user_agent=delegation.client_name if delegation else ctx.viewer.client.user_agent,
            client_id=delegation.client_id if delegation else None,
            scopes=list(delegation.scopes) if delegation else None,
            audience=delegation.audience if delegation else None,
        ),
        now,
    )
    await session_rows.end_beyond(user_id, _MAX_SESSIONS, now, client_id=session.client_id)
    return session, token


async def issue(user: User, session_id: UUID, token: RefreshToken) -> SignedIn:
    """The user with fresh tokens, after the transaction that decided on them."""
    granted = scopes.ANONYMOUS if user.must_change_password else scopes.granted(user.role, user.extra_scopes)
    grant = tokens.Grant(user.id, session_id, granted, user.permission_version)
    access_token, expires_at = await identity.current().tokens.issue(grant)
    return SignedIn(user, SessionTokens(access_token, expires_at, token.text))


async def following(session: Session, token: RefreshToken) -> RefreshToken | None:
    """The next token, stored; null when the one presented was used before, but for the grace of the last one."""
    now, current = identity.now(), identity.current()
    successor = refresh_tokens.successor(token, current.refresh_key)
    if hmac.compare_digest(session.token_hash, token.secret_hash):
        idle = now + current.options.idle_lifetime
        await session_rows.rotate(session, successor.secret_hash, now=now, idle_expires_at=idle)
        return successor
    is_recent = session.rotated_at is not None and now - session.rotated_at <= _GRACE
    is_parent = hmac.compare_digest(session.token_hash, successor.secret_hash)
    return successor if is_recent and is_parent else None


async def renew(session_id: UUID | None) -> RefreshToken | None:
    """The first token of another family for the same session, stored; null when the session ended."""
    token, now = refresh_tokens.make(), identity.now()
    idle = now + identity.current().options.idle_lifetime
    hashes = (token.handle_hash, token.secret_hash)
    is_live = session_id is not None and await session_rows.renew(session_id, hashes, now=now, idle_expires_at=idle)
    return token if is_live else None
