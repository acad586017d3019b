"""Browsers on our own pages: signed in by password, known again by a cookie that the API does not accept."""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from auth import scopes
from auth.viewer import Viewer
from models import session_rows
from models.keys import uuid7
from resolvers import identity, sessions
from resolvers.context import Context

LIFETIME = timedelta(hours=12)
_BYTES = 32
_LONGEST = 100


@dataclass(frozen=True, slots=True)
class Browser:
    """A browser that somebody signed in with."""

    viewer: Viewer
    display_name: str


async def sign_in(ctx: Context, email: str, password: str) -> str:
    """The cookie of a new session, for half a day at most.

    Raises:
        Forbidden: the password is a one-time one and has to be replaced first; it stays unused.
        SignInRefused, LimitExceeded: as of `sessions.sign_in`.
    """
    _, cookie = await sessions.open_by_password(ctx, email, password, _open, is_once_enough=False)
    return cookie


async def find(ctx: Context, cookie: str | None) -> Browser | None:
    """Whoever the cookie stands for, while its session goes on and they may sign in."""
    if cookie is None or len(cookie) > _LONGEST:
        return None
    session = await session_rows.by_handle(_hash(cookie))
    user = await sessions.owner(session, client_id=None)
    if session is None or user is None or user.must_change_password:
        return None
    viewer = Viewer(
        user_id=user.id,
        role=user.role,
        scopes=scopes.granted(user.role, user.extra_scopes),
        session_id=session.id,
        client=ctx.viewer.client,
    )
    return Browser(viewer, user.display_name)


async def _open(ctx: Context, user_id: UUID) -> str:
    cookie, now = secrets.token_urlsafe(_BYTES), identity.now()
    ends_at = now + min(LIFETIME, identity.current().options.session_lifetime)
    await session_rows.insert(
        session_rows.NewSession(
            id=uuid7(),
            user_id=user_id,
            handle_hash=_hash(cookie),
            token_hash=_hash(secrets.token_urlsafe(_BYTES)),
            idle_expires_at=ends_at,
            expires_at=ends_at,
            user_agent=ctx.viewer.client.user_agent,
        ),
        now,
    )
    return cookie


def _hash(text: str) -> str:
    # The prefix keeps a cookie from ever being the handle of a refresh token.
    return hashlib.sha256(f"browser:{text}".encode(errors="replace")).hexdigest()
