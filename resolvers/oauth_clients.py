"""Applications: registered, changed, given another secret, retired; by administrators and the operator."""

import re
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from auth import scopes
from auth.oauth import metadata, opaque, redirects
from auth.scopes import Scope
from models import oauth_client_rows, session_rows, user_reads
from models.errors import NotFound, VersionConflict
from models.oauth import OauthClient
from models.oauth_client_rows import NewClient
from models.sentences import say
from resolvers import bounds, identity, paging, work
from resolvers.context import Context
from resolvers.errors import Conflict, InvalidInput, Taken
from resolvers.paging import Maker, Page, Slice

_OLDEST_FIRST = Maker("oauth clients, oldest first", oauth_client_rows.client)
_CLIENT_ID = re.compile(r"[a-z0-9-]{1,64}")
_MOST_URIS = 10
_RANDOM_BYTES = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class NewApplication:
    """What somebody wants registered."""

    name: str
    client_id: str | None = None
    is_confidential: bool = False
    redirect_uris: Sequence[str] = ()
    scopes: Sequence[str] = ()
    grant_types: Sequence[str] | None = None
    owner_id: UUID | None = None
    may_introspect: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """What is to be different; null stays."""

    name: str | None = None
    redirect_uris: Sequence[str] | None = None
    scopes: Sequence[str] | None = None
    may_introspect: bool | None = None


async def create(ctx: Context, asked: NewApplication) -> tuple[OauthClient, str | None]:
    """The new application, and its secret when it is confidential: the only time that it is shown.

    Raises:
        InvalidInput: a bound, an address that cannot be registered, a grant that does not fit.
        Taken: an application has or had this client id.
    """
    ctx.viewer.must(Scope.USERS_WRITE)
    secret = opaque.make_secret() if asked.is_confidential else None
    new = await _new(ctx, asked, secret)
    async with work.work(ctx) as tell:
        row = await oauth_client_rows.insert(new)
        if row is None:
            raise Taken(say("client-id-taken"), kind="OauthClient", path=("clientId",))
        tell.audit("oauth_client.create", "OauthClient", row.id)
    return row, secret


async def update(ctx: Context, key: UUID, changes: Changes, *, expected_version: int) -> OauthClient:
    """The application as it is now. Scopes taken away are gone from its tokens within a second.

    Raises:
        NotFound: there is none.
        VersionConflict: somebody changed it meanwhile.
        InvalidInput: as of `create`.
    """
    ctx.viewer.must(Scope.USERS_WRITE)
    async with work.work(ctx) as tell:
        row = await _locked(key)
        if row.version != expected_version:
            raise VersionConflict(expected_version, row, row.version)
        before = _told(row)
        _apply(row, changes)
        await oauth_client_rows.save(row, identity.now())
        differences: list[dict[str, object]] = [
            {"path": [name], "before": before[name], "after": after}
            for name, after in _told(row).items()
            if before[name] != after
        ]
        tell.audit("oauth_client.update", "OauthClient", row.id, differences)
    identity.current().standings.forget()
    return row


async def rotate_secret(ctx: Context, key: UUID) -> tuple[OauthClient, str]:
    """The application with another secret, shown this once; the former one proves nothing from now on.

    Raises:
        NotFound: there is none.
        Conflict: it has no secret.
    """
    ctx.viewer.must(Scope.USERS_WRITE)
    secret = opaque.make_secret()
    async with work.work(ctx) as tell:
        row = await _locked(key)
        if row.secret_hash is None:
            raise Conflict(say("public-without-secret"), path=("id",))
        row.secret_hash = opaque.hashed(secret)
        await oauth_client_rows.save(row, identity.now())
        tell.audit("oauth_client.rotate_secret", "OauthClient", row.id)
    return row, secret


async def retire(ctx: Context, key: UUID) -> OauthClient:
    """The application, which may do nothing any more; its tokens end within a second. A second time changes nothing.

    Raises:
        NotFound: there is none.
    """
    ctx.viewer.must(Scope.USERS_WRITE)
    async with work.work(ctx) as tell:
        row = await _locked(key)
        if row.retired_at is None:
            row.retired_at = identity.now()
            await oauth_client_rows.save(row, identity.now())
            await session_rows.end_of_client(row.id, identity.now())
            tell.audit("oauth_client.retire", "OauthClient", row.id)
    identity.current().standings.forget()
    return row


async def page(ctx: Context, slice_: Slice) -> Page[OauthClient]:
    """Every application, in the order in which they were made.

    Raises:
        Forbidden: the viewer may not administer; Unauthenticated when nobody signed in.
    """
    ctx.viewer.must(Scope.USERS_WRITE)
    return await paging.of_listing(oauth_client_rows.LISTING, slice_, _OLDEST_FIRST)


async def find(ctx: Context, key: UUID) -> OauthClient | None:
    """The application, to those who may administer; null otherwise."""
    return await oauth_client_rows.by_id(key) if ctx.viewer.may(Scope.USERS_WRITE) else None


async def _new(ctx: Context, asked: NewApplication, secret: str | None) -> NewClient:
    client_id = asked.client_id or f"app-{secrets.token_hex(_RANDOM_BYTES)}"
    if not _CLIENT_ID.fullmatch(client_id):
        raise InvalidInput(say("no-client-id", most=64), path=("clientId",), constraint="characters")
    owner_id = asked.owner_id or ctx.viewer.user_id
    uris = _uris(asked.redirect_uris)
    grants = _grants(asked, has_uris=bool(uris), has_secret=secret is not None)
    if "client_credentials" in grants and (owner_id is None or await user_reads.by_id(owner_id) is None):
        raise InvalidInput(say("client-without-owner"), path=("ownerId",), constraint="owner")
    return NewClient(
        client_id=client_id,
        name=bounds.name(asked.name, path=("name",)),
        secret_hash=opaque.hashed(secret) if secret else None,
        redirect_uris=uris,
        grant_types=grants,
        scopes=_scopes(asked.scopes),
        may_introspect=_may_introspect(given=asked.may_introspect, has_secret=secret is not None),
        owner_id=owner_id,
    )


def _grants(asked: NewApplication, *, has_uris: bool, has_secret: bool) -> list[str]:
    by_default = ["authorization_code", "refresh_token"] if has_uris else ["client_credentials"] if has_secret else []
    grants = by_default if asked.grant_types is None else sorted(set(asked.grant_types))
    if not set(grants) <= set(metadata.GRANT_TYPES):
        raise InvalidInput(
            say("unknown-grant", known=", ".join(metadata.GRANT_TYPES)), path=("grantTypes",), constraint="enum"
        )
    if "authorization_code" in grants and not has_uris:
        raise InvalidInput(say("codes-without-redirect"), path=("redirectUris",), constraint="min-items")
    if "client_credentials" in grants and not has_secret:
        raise InvalidInput(say("acts-without-secret"), path=("grantTypes",), constraint="secret")
    if not grants and not asked.may_introspect:
        raise InvalidInput(say("public-without-redirect"), path=("redirectUris",), constraint="min-items")
    return grants


def _uris(given: Sequence[str]) -> list[str]:
    if len(given) > _MOST_URIS:
        raise InvalidInput(say("too-many-redirects", most=_MOST_URIS), path=("redirectUris",), constraint="max-items")
    for place, uri in enumerate(given):
        if said := redirects.fault(uri):
            raise InvalidInput(said, path=("redirectUris", str(place)), constraint="redirect-uri")
    return list(dict.fromkeys(given))


def _scopes(given: Sequence[str]) -> list[str]:
    known = scopes.parse(given)
    if len(known) < len(set(given)) or not known:
        raise InvalidInput(say("scopes-of-client"), path=("scopes",), constraint="scopes")
    return sorted(known)


def _may_introspect(*, given: bool, has_secret: bool) -> bool:
    if given and not has_secret:
        raise InvalidInput(say("introspects-without-secret"), path=("mayIntrospect",), constraint="secret")
    return given


def _apply(row: OauthClient, changes: Changes) -> None:
    if changes.name is not None:
        row.name = bounds.name(changes.name, path=("name",))
    if changes.redirect_uris is not None:
        row.redirect_uris = _uris(changes.redirect_uris)
        if "authorization_code" in row.grant_types and not row.redirect_uris:
            raise InvalidInput(say("codes-without-redirect"), path=("redirectUris",), constraint="min-items")
    if changes.scopes is not None:
        row.scopes = _scopes(changes.scopes)
    if changes.may_introspect is not None:
        row.may_introspect = _may_introspect(given=changes.may_introspect, has_secret=row.secret_hash is not None)


def _told(row: OauthClient) -> dict[str, str]:
    return {
        "name": row.name,
        "redirectUris": " ".join(row.redirect_uris),
        "scopes": " ".join(row.scopes),
        "mayIntrospect": str(row.may_introspect).lower(),
    }


async def _locked(key: UUID) -> OauthClient:
    row = await oauth_client_rows.lock(key)
    if row is None:
        raise NotFound("OauthClient", key, path=("id",))
    return row
