"""Tokens of OAuth clients: issued, revoked (RFC 7009), looked into (RFC 7662)."""

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from auth import errors as auth_errors
from auth import refresh_tokens, scopes, tokens
from auth.oauth.authorization import of_client
from auth.oauth.refusals import ClientRefused, GrantRefused
from auth.scopes import Scope
from models import oauth_client_rows, session_rows, user_reads
from models.keys import uuid7
from models.oauth import OauthClient
from models.user import Session, User
from resolvers import identity, sessions, work
from resolvers.context import Context

TOKEN_TYPE = "Bearer"  # noqa: S105 - RFC 6750 4


@dataclass(frozen=True, slots=True)
class Issued:
    """What goes back to a client (RFC 6749 5.1)."""

    access_token: str
    expires_in: timedelta
    scopes: frozenset[Scope]
    refresh_token: str | None = None


@dataclass(frozen=True, slots=True)
class Insight:
    """What an active token says (RFC 7662 2.2)."""

    client_id: str
    scopes: frozenset[Scope]
    subject: UUID
    expires_at: int
    issued_at: int
    audience: str | None = None
    jti: str | None = None


def within(client: OauthClient, user: User, wanted: frozenset[Scope]) -> frozenset[Scope]:
    """Those of the scopes that the client may carry and the person has."""
    if user.must_change_password:
        return frozenset()
    return wanted & of_client(client) & scopes.granted(user.role, user.extra_scopes)


async def issue(
    client: OauthClient, user: User, session: Session, *, wanted: frozenset[Scope], refresh_token: str | None = None
) -> Issued:
    """An access token of this session, after the transaction that decided on it."""
    granted = within(client, user, wanted)
    grant = tokens.Grant(
        user_id=client.id if session.is_machine else user.id,
        session_id=session.id,
        scopes=granted,
        permission_version=user.permission_version,
        client_id=client.client_id,
        audience=session.audience,
    )
    token, expires_at = await identity.current().tokens.issue(grant)
    return Issued(token, expires_at - identity.now(), granted, refresh_token)


async def open_machine(client: OauthClient, user: User, wanted: frozenset[Scope], audience: str | None) -> Session:
    """The row by which one access token of a client on its own stands and falls, inside the caller's transaction."""
    now, secret = identity.now(), refresh_tokens.make()
    await session_rows.purge_machines(client.id, now)
    ends_at = now + identity.current().options.access_lifetime
    return await session_rows.insert(
        session_rows.NewSession(
            id=uuid7(),
            user_id=user.id,
            handle_hash=secret.handle_hash,
            token_hash=secret.secret_hash,
            idle_expires_at=ends_at,
            expires_at=ends_at,
            user_agent=client.name,
            client_id=client.id,
            scopes=sorted(wanted),
            audience=audience,
            is_machine=True,
        ),
        now,
    )


async def revoke_token(ctx: Context, client: OauthClient, token: str) -> None:
    """The grant behind the token has ended, whichever kind it is: with it all its other tokens. Unknown ones end nothing.

    Raises:
        GrantRefused: it was issued to another client (RFC 7009 2.1).
    """
    session = await _session(token)
    if session is None:
        return
    if session.client_id != client.id:
        raise GrantRefused
    async with work.work(ctx) as tell:
        if await session_rows.end(session.id, identity.now()):
            tell.audit("oauth.revoke", "User", session.user_id)
    identity.current().standings.forget()


async def introspect(ctx: Context, client: OauthClient, token: str) -> Insight | None:
    """What the token says; null when it does not hold, or is none of this client's business.

    Raises:
        ClientRefused: a client without a secret asks: anybody could (RFC 7662 2.1).
    """
    del ctx
    if client.secret_hash is None:
        raise ClientRefused
    session = await _session(token)
    holder = await oauth_client_rows.by_id(session.client_id) if session and session.client_id else None
    if session is None or not (client.may_introspect or session.client_id == client.id):
        return None
    return await _insight(token, session, holder)


async def _insight(token: str, session: Session, holder: OauthClient | None) -> Insight | None:
    if refresh_tokens.parse(token) is not None:
        return await _insight_of_refresh(token, session, holder)
    try:
        viewer, _ = await identity.current().authenticator.authenticate(token)
    except auth_errors.InvalidToken:
        return None
    claims = await identity.current().tokens.verify(token)
    return Insight(
        client_id=claims.client_id,
        scopes=viewer.scopes,
        subject=claims.grant.user_id,
        expires_at=int(claims.expires_at.timestamp()),
        issued_at=int(claims.issued_at.timestamp()),
        audience=claims.audience,
        jti=claims.jti,
    )


async def _insight_of_refresh(token: str, session: Session, holder: OauthClient | None) -> Insight | None:
    parsed = refresh_tokens.parse(token)
    user = await sessions.owner(session, client_id=session.client_id)
    if parsed is None or user is None or holder is None or holder.retired_at is not None:
        return None
    if parsed.secret_hash != session.token_hash:
        return None
    return Insight(
        client_id=holder.client_id,
        scopes=within(holder, user, scopes.parse(session.scopes or ())),
        subject=user.id,
        expires_at=int(min(session.expires_at, session.idle_expires_at).timestamp()),
        issued_at=int((session.rotated_at or session.created_at).timestamp()),
    )


async def _session(token: str) -> Session | None:
    """The session that a token of either kind belongs to, whether or not that goes on."""
    parsed = refresh_tokens.parse(token)
    if parsed is not None:
        return await session_rows.by_handle(parsed.handle_hash)
    try:
        claims = await identity.current().tokens.verify(token)
    except auth_errors.InvalidToken:
        return None
    return await session_rows.find(claims.grant.session_id)


async def person(user_id: UUID | None) -> User | None:
    """Somebody who may sign in."""
    user = await user_reads.by_id(user_id) if user_id else None
    return user if user and user.is_active else None
