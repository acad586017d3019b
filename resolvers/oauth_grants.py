"""Grants: a person allows an application something, and the application gets tokens for it."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

from auth import refresh_tokens, scopes
from auth.oauth import opaque, pkce
from auth.oauth.authorization import Asked
from auth.oauth.refusals import ClientRefused, Code, GrantRefused, OauthRefusal
from auth.scopes import Scope
from auth.viewer import Viewer
from models import audit_trail, oauth_grant_rows, session_rows, user_reads
from models.errors import NotFound
from models.oauth import OauthClient, OauthCode, OauthConsent
from models.user import Session
from resolvers import identity, oauth_tokens, session_tokens, sessions, work
from resolvers.context import Context
from resolvers.oauth_tokens import Issued
from resolvers.session_tokens import Delegation

CODE_LIFETIME = timedelta(seconds=60)  # RFC 6749 4.1.2: at most ten minutes; OWASP ASVS 5.0 10.4.1 wants a minute


async def offer(ctx: Context, asked: Asked) -> frozenset[Scope]:
    """What of it the viewer can allow: nobody gives away more than they have.

    Raises:
        Unauthenticated: nobody signed in.
        OauthRefusal: nothing is left.
    """
    user = await user_reads.by_id(sessions.signed_in_id(ctx))
    offered = oauth_tokens.within(asked.client, user, asked.scopes) if user else frozenset()
    if not offered:
        raise OauthRefusal(Code.INVALID_SCOPE, "you have none of the rights that the application asks for")
    return offered


async def is_remembered(ctx: Context, asked: Asked, offered: frozenset[Scope]) -> bool:
    """Whether the viewer allowed all this before."""
    found = await oauth_grant_rows.consent(sessions.signed_in_id(ctx), asked.client.id)
    return found is not None and offered <= scopes.parse(found.scopes)


async def allow(ctx: Context, asked: Asked, offered: frozenset[Scope]) -> str:
    """A code for what the viewer allows; the consent is kept until they take it back."""
    user_id = sessions.signed_in_id(ctx)
    code, now = opaque.make_code(), identity.now()
    granted = sorted(offered)
    async with work.work(ctx) as tell:
        await oauth_grant_rows.insert_code(
            oauth_grant_rows.NewCode(
                code_hash=opaque.hashed(code),
                client_id=asked.client.id,
                user_id=user_id,
                redirect_uri=asked.destination.uri if asked.destination.is_given else None,
                scopes=granted,
                audience=asked.audience,
                challenge=asked.challenge,
                expires_at=now + CODE_LIFETIME,
            ),
            now,
        )
        await oauth_grant_rows.keep_consent(user_id, asked.client.id, granted, now)
        tell.audit(
            "oauth.allow", "OauthClient", asked.client.id, [audit_trail.change("scopes", None, " ".join(granted))]
        )
    return code


async def exchange(
    ctx: Context, client: OauthClient, code: str, *, redirect_uri: str | None, verifier: str, audience: str | None
) -> Issued:
    """Tokens for a code, once. A code that comes twice ends what came of it the first time: somebody copied it.

    Raises:
        GrantRefused: unknown, spent, too old, of another client, another address, or the verifier is wrong.
    """
    opened: tuple[Session, refresh_tokens.RefreshToken] | None = None
    async with work.work(ctx) as tell:
        row = await oauth_grant_rows.lock_code(opaque.hashed(code))
        if row is None or row.client_id != client.id:
            raise GrantRefused
        user = await oauth_tokens.person(row.user_id)
        if row.used_at is not None:
            await _end_of_code(row)
            tell.audit("oauth.code_reuse", "User", row.user_id)
        elif user and _is_right(row, redirect_uri, verifier=verifier, audience=audience):
            delegation = Delegation(client.id, client.name, tuple(row.scopes), row.audience)
            opened = await session_tokens.open_session(ctx, user.id, delegation)
            tell.ctx = replace(ctx, viewer=_acting(ctx, user.id, client))
            tell.audit("oauth.grant", "OauthClient", client.id)
        if row.used_at is None:
            await oauth_grant_rows.use_code(row, identity.now(), opened[0].id if opened else None)
    if opened is None or user is None:
        identity.current().standings.forget()
        raise GrantRefused
    session, token = opened
    kept = token.text if "refresh_token" in client.grant_types else None
    return await oauth_tokens.issue(
        client, user, session, wanted=scopes.parse(session.scopes or ()), refresh_token=kept
    )


async def renew(ctx: Context, client: OauthClient, refresh_token: str, found_scopes: frozenset[Scope] | None) -> Issued:
    """The next tokens of the family; `found_scopes` narrow this access token, never the family (RFC 6749 6).

    Raises:
        GrantRefused: no such family of this client, or it ended. An older token, used again, ends it.
        OauthRefusal: more scopes than were granted.
    """
    token = refresh_tokens.parse(refresh_token)
    if token is None:
        raise GrantRefused
    async with work.work(ctx) as tell:
        session = await session_rows.lock(token.handle_hash)
        user = await sessions.owner(session, client_id=client.id)
        if session is None or user is None or session.is_machine:
            raise GrantRefused
        held = scopes.parse(session.scopes or ())
        if found_scopes is not None and not found_scopes <= held:
            raise OauthRefusal(Code.INVALID_SCOPE, "a scope was not granted")
        following = await session_tokens.following(session, token)
        if following is None:
            await session_rows.end(session.id, identity.now())
            tell.audit("session.reuse", "User", user.id)
    if following is None:
        identity.current().standings.forget()
        raise GrantRefused
    return await oauth_tokens.issue(
        client, user, session, wanted=held if found_scopes is None else found_scopes, refresh_token=following.text
    )


async def act_alone(ctx: Context, client: OauthClient, wanted: frozenset[Scope], audience: str | None) -> Issued:
    """A token of the client's own, within the rights of its owner; no refresh token comes with it (RFC 6749 4.4.3).

    Raises:
        OauthRefusal: the client may not, or nothing of what it wants is left.
        ClientRefused: its owner may not sign in any more.
    """
    if client.secret_hash is None or "client_credentials" not in client.grant_types:
        raise OauthRefusal(Code.UNAUTHORIZED_CLIENT, "this client may not act on its own")
    owner = await oauth_tokens.person(client.owner_id)
    if owner is None:
        raise ClientRefused
    granted = oauth_tokens.within(client, owner, wanted)
    if not granted:
        raise OauthRefusal(Code.INVALID_SCOPE, "the owner of this client has none of these rights")
    acting = replace(ctx, viewer=_acting(ctx, owner.id, client))
    async with work.work(acting) as tell:
        session = await oauth_tokens.open_machine(client, owner, granted, audience)
        tell.audit("oauth.act_alone", "OauthClient", client.id)
    return await oauth_tokens.issue(client, owner, session, wanted=granted)


async def consents(ctx: Context) -> list[OauthConsent]:
    """What the viewer allowed to whom, last given first.

    Raises:
        Unauthenticated: nobody signed in.
    """
    return await oauth_grant_rows.consents(sessions.signed_in_id(ctx))


async def find_consent(ctx: Context, consent_id: UUID) -> OauthConsent | None:
    """The viewer's own consent."""
    if ctx.viewer.user_id is None:
        return None
    return next((one for one in await consents(ctx) if one.id == consent_id), None)


async def take_back(ctx: Context, consent_id: UUID) -> UUID:
    """The id of the viewer's consent that ended; the application's tokens end within a second.

    Raises:
        Unauthenticated: nobody signed in.
        Forbidden: an application asks.
        NotFound: no such consent of theirs.
    """
    user_id = sessions.signed_in_id(ctx)
    sessions.must_be_in_person(ctx)
    async with work.work(ctx) as tell:
        consent = await oauth_grant_rows.delete_consent(consent_id, user_id)
        if consent is None:
            raise NotFound("OauthConsent", consent_id, path=("id",))
        ended = await session_rows.end_of_client(consent.client_id, identity.now(), user_id=user_id)
        tell.audit(
            "oauth.take_back", "OauthClient", consent.client_id, [audit_trail.change("sessions", str(ended), "0")]
        )
    identity.current().standings.forget()
    return consent_id


def _is_right(row: OauthCode, redirect_uri: str | None, *, verifier: str, audience: str | None) -> bool:
    is_in_time = identity.now() < row.expires_at
    is_same_audience = audience is None or audience == row.audience
    return (
        is_in_time and row.redirect_uri == redirect_uri and is_same_audience and pkce.is_right(verifier, row.challenge)
    )


async def _end_of_code(row: OauthCode) -> None:
    if row.session_id is not None:
        await session_rows.end(row.session_id, identity.now())


def _acting(ctx: Context, user_id: UUID, client: OauthClient) -> Viewer:
    return Viewer(user_id=user_id, client=ctx.viewer.client, application=client.client_id)
