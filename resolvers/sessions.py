"""Sessions of signed-in people: opened by password, carried on by refresh tokens, ended."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import timedelta
from typing import TypeVar
from uuid import UUID

from auth import errors as auth_errors
from auth import passwords, refresh_tokens
from auth.viewer import Viewer
from models import audit_trail, oauth_grant_rows, session_rows, user_reads
from models.errors import NotFound
from models.kinds import Role
from models.sentences import say
from models.user import Session, User
from resolvers import errors, identity, session_tokens, throttles, work
from resolvers.context import Context
from resolvers.session_tokens import SignedIn

_NOBODY = UUID(int=0)
"""Subject of a refused sign-in whose address belongs to nobody; the address itself is not kept."""
_KEPT = timedelta(days=30)
_CODES_KEPT = timedelta(days=1)
"""A copied code that comes late still ends what came of it."""


Opened = TypeVar("Opened")
Opener = Callable[[Context, UUID], Awaitable[Opened]]
"""What makes a session of a person, inside the transaction of the sign-in."""


async def sign_in(ctx: Context, email: str, password: str) -> SignedIn:
    """A new session. Anybody may try; exactly one hash is computed and one audit entry written, whatever the outcome.

    Raises:
        SignInRefused: unknown address, wrong password, disabled account, or a one-time secret that was used before.
        LimitExceeded: too many failed attempts of late (see `throttles`).
    """
    user, (session, token) = await open_by_password(ctx, email, password, session_tokens.open_session)
    return await session_tokens.issue(user, session.id, token)


async def open_by_password(
    ctx: Context, email: str, password: str, opener: Opener[Opened], *, is_once_enough: bool = True
) -> tuple[User, Opened]:
    """The person of these credentials, and what the opener made for them.

    Raises:
        Forbidden: the password proved right, but is a one-time secret and does not suffice; it stays unused.
        Otherwise as `sign_in`.
    """
    attempt = await throttles.begin_sign_in(ctx, email)
    user = await user_reads.by_email(email)
    is_right = await verify(password, user.password_hash if user else None)
    if user and user.is_active and is_right and user.must_change_password and not is_once_enough:
        await throttles.end_sign_in(ctx, email, attempt)
        raise auth_errors.Forbidden(said=say("own-password-first"))
    opened = await _opened(ctx, user, password, opener) if user and is_right else None
    if opened is None:
        async with work.work(ctx) as tell:
            tell.audit("session.refuse", "User", user.id if user else _NOBODY)
        raise auth_errors.SignInRefused
    await throttles.end_sign_in(ctx, email, attempt)
    return opened


async def refresh(ctx: Context, refresh_token: str) -> SignedIn:
    """The session goes on with the next token. For ten seconds the one just used brings the same next one once more.

    Raises:
        SessionEnded: no such session, or it ended. An older token, used again, ends it: somebody copied it.
    """
    token = refresh_tokens.parse(refresh_token)
    if token is None:
        raise auth_errors.SessionEnded
    async with work.work(ctx) as tell:
        session = await session_rows.lock(token.handle_hash)
        user = await owner(session, client_id=None)
        following = await session_tokens.following(session, token) if session and user else None
        if session and user and following is None:
            await session_rows.end(session.id, identity.now())
            tell.audit("session.reuse", "User", user.id)
    if session is None or user is None or following is None:
        identity.current().standings.forget()
        raise auth_errors.SessionEnded
    return await session_tokens.issue(user, session.id, following)


async def sign_out(ctx: Context, *, refresh_token: str | None = None, everywhere: bool = False) -> int:
    """How many sessions ended: that of the token, else the viewer's own; `everywhere`: all of that person.

    A refresh token suffices, also when the access token has ended. An unknown one ends nothing, without a word.

    Raises:
        Unauthenticated: neither a viewer nor a token.
    """
    user_id: UUID | None
    if everywhere:
        must_be_in_person(ctx)
    async with work.work(ctx) as tell:
        if refresh_token is None or (everywhere and ctx.viewer.user_id):
            user_id, session_id = signed_in_id(ctx), ctx.viewer.session_id
        else:
            user_id, session_id = await _named(refresh_token)
        ended = await _end(user_id, session_id, everywhere=everywhere)
        if ended and user_id:
            tell.audit(
                "session.sign_out",
                "User",
                user_id,
                [audit_trail.change("sessions", str(ended), "0")] if everywhere else [],
            )
    identity.current().standings.forget()
    return ended


async def revoke(ctx: Context, session_id: UUID) -> UUID:
    """The id of the session of the viewer's own that ended.

    Raises:
        Unauthenticated: nobody signed in.
        NotFound: no such session, it ended before, or it is somebody else's.
    """
    user_id = signed_in_id(ctx)
    must_be_in_person(ctx)
    async with work.work(ctx) as tell:
        if session_id not in {session.id for session in await session_rows.live(user_id, identity.now())}:
            raise NotFound("Session", session_id, path=("id",))
        await session_rows.end(session_id, identity.now())
        tell.audit("session.revoke", "Session", session_id)
    identity.current().standings.forget()
    return session_id


async def of_viewer(ctx: Context) -> list[Session]:
    """The viewer's sessions that go on, last used first.

    Raises:
        Unauthenticated: nobody signed in.
    """
    return await session_rows.live(signed_in_id(ctx), identity.now())


async def find(ctx: Context, session_id: UUID) -> Session | None:
    """The viewer's own session, while it goes on."""
    if ctx.viewer.user_id is None:
        return None
    return next((session for session in await of_viewer(ctx) if session.id == session_id), None)


async def purge() -> int:
    """How many sessions that ended more than a month ago were removed; codes of yesterday too. The worker calls this."""
    await oauth_grant_rows.purge_codes(identity.now() - _CODES_KEPT)
    return await session_rows.purge(identity.now() - _KEPT)


def is_current(ctx: Context, session: Session) -> bool:
    """Whether this request belongs to the session."""
    return session.id == ctx.viewer.session_id


async def verify(password: str, stored: str | None) -> bool:
    """Whether the stored hash is of the password.

    Raises:
        LimitExceeded: too many wait for the same.
    """
    try:
        return await identity.current().passwords.verify(password, stored)
    except auth_errors.Overloaded as err:
        raise errors.LimitExceeded(err.said) from err


def as_person(ctx: Context, user_id: UUID, role: Role) -> Context:
    """The context in which the audit trail names the person, who just proved who they are."""
    return replace(ctx, viewer=Viewer(user_id=user_id, role=role, client=ctx.viewer.client))


def signed_in_id(ctx: Context) -> UUID:
    """Who signed in.

    Raises:
        Unauthenticated: nobody.
    """
    if ctx.viewer.user_id is None:
        raise auth_errors.Unauthenticated
    return ctx.viewer.user_id


def must_be_in_person(ctx: Context) -> None:
    """Nothing, unless an application or an API key asks.

    Raises:
        Forbidden: it does; whatever scopes it has, sessions and passwords are its user's own affair.
    """
    if ctx.viewer.application is not None:
        raise auth_errors.Forbidden(said=say("not-by-application"))
    if ctx.viewer.api_key is not None:
        raise auth_errors.Forbidden(said=say("not-by-key"))


async def _opened(ctx: Context, user: User, password: str, opener: Opener[Opened]) -> tuple[User, Opened] | None:
    """The session of somebody whose password proved right; null when the account is disabled, the secret spent, or either just now."""
    stored = user.password_hash
    if stored is None or not user.is_active or passwords.is_spent(stored):
        return None
    replacement = await _replacement(password, stored, is_once=user.must_change_password)
    async with work.work(as_person(ctx, user.id, user.role)) as tell:
        locked = await user_reads.lock(user.id)
        if locked is None or not locked.is_active or locked.password_hash != stored:
            return None
        await user_reads.replace_hash(locked.id, before=stored, after=replacement)
        opened = await opener(ctx, locked.id)
        tell.audit("session.sign_in", "User", locked.id)
    return locked, opened


async def _replacement(password: str, stored: str, *, is_once: bool) -> str:
    """What the stored hash becomes now that the password proved right."""
    if is_once:
        return passwords.spend(stored)
    book = identity.current().passwords
    return await book.hash(password) if book.is_outdated(stored) else stored


async def owner(session: Session | None, *, client_id: UUID | None) -> User | None:
    """Whose session it is, if it goes on, they may, and this application (null: none) holds its tokens."""
    if session is None or session.revoked_at or identity.now() >= min(session.expires_at, session.idle_expires_at):
        return None
    if session.client_id != client_id:
        return None
    user = await user_reads.by_id(session.user_id)
    return user if user and user.is_active else None


async def _named(refresh_token: str) -> tuple[UUID | None, UUID | None]:
    """The person and the session that the token belongs to, while it goes on; nulls otherwise."""
    token = refresh_tokens.parse(refresh_token)
    session = await session_rows.lock(token.handle_hash) if token else None
    user = await owner(session, client_id=None)
    return (user.id, session.id) if user and session else (None, None)


async def _end(user_id: UUID | None, session_id: UUID | None, *, everywhere: bool) -> int:
    if everywhere and user_id:
        return len(await session_rows.end_all(user_id, identity.now()))
    return int(session_id is not None and await session_rows.end(session_id, identity.now()))
