"""From an access token or an API key to the viewer who sent it."""

import hashlib
from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from auth import api_keys, errors, keys, scopes, standings, tokens
from auth.viewer import Client, KeyName, Viewer
from models import api_key_rows
from models.api_key_rows import KeyStanding
from models.session_rows import Standing

ANONYMOUS = Viewer()
_MAX_REMEMBERED = 10_000
_SCHEME = "bearer"


class Authenticator:
    """Verifies each token once, and the standing of its bearer at most once a second."""

    def __init__(
        self,
        token_book: tokens.Tokens,
        session_book: standings.Standings[UUID, Standing],
        key_book: standings.Standings[str, KeyStanding],
        *,
        now: Callable[[], datetime] = keys.utc_now,
    ) -> None:
        self._tokens = token_book
        self._standings = session_book
        self._keys = key_book
        self._now = now
        self._verified: OrderedDict[bytes, tokens.Claims] = OrderedDict()

    async def authenticate(self, token: str, *, client: Client | None = None) -> tuple[Viewer, datetime]:
        """The viewer, and when the token or key ends. `token` stands without the word Bearer.

        Raises:
            errors.InvalidToken: it does not hold, or what it grants was changed or ended meanwhile.
        """
        if api_keys.looks_like(token):
            return await self._of_key(token, client or Client())
        claims = await self._claims(token)
        grant = claims.grant
        standing = await self._standings.of(grant.session_id)
        if standing is None or not _is_of(standing, grant):
            raise errors.InvalidToken
        viewer = Viewer(
            user_id=standing.user_id,
            role=standing.role,
            scopes=_scopes(standing) & grant.scopes,
            session_id=grant.session_id,
            client=client or Client(),
            application=standing.client_id,
        )
        return viewer, claims.expires_at

    async def from_header(self, value: str, *, client: Client | None = None) -> tuple[Viewer, datetime]:
        """The viewer, from the value of an Authorization header (RFC 6750 2.1).

        Raises:
            errors.InvalidToken: another scheme, or a token that does not hold.
        """
        scheme, _, token = value.strip().partition(" ")
        if scheme.lower() != _SCHEME:
            raise errors.InvalidToken
        return await self.authenticate(token.strip(" "), client=client)

    async def from_payload(self, payload: object, *, client: Client | None = None) -> tuple[Viewer, datetime | None]:
        """The viewer, from the payload of `connection_init`: `{"authorization": "Bearer …"}`; anonymous without that member.

        Raises:
            errors.InvalidToken: the member is no text, or its token does not hold.
        """
        members = payload if isinstance(payload, Mapping) else {}
        values = [value for name, value in members.items() if isinstance(name, str) and name.lower() == "authorization"]
        match values:
            case []:
                return anonymous(client), None
            case [str(value)]:
                return await self.from_header(value, client=client)
            case _:
                raise errors.InvalidToken

    async def holds(self, viewer: Viewer) -> bool:
        """Whether the viewer still is signed in and may all it could, as of a second ago at most."""
        if viewer.api_key is not None:
            return _key_grants(await self._keys.of(viewer.api_key.prefix), viewer)
        if viewer.session_id is None:
            return True
        return _session_grants(await self._standings.of(viewer.session_id), viewer)

    def known(self, viewer: Viewer) -> bool | None:
        """The same as `holds`, when the answer needs no look at the rows; else null. For thousands who hear one event."""
        if viewer.api_key is not None:
            key = self._keys.known(viewer.api_key.prefix)
            return None if key is None else _key_grants(key.standing, viewer)
        if viewer.session_id is None:
            return True
        session = self._standings.known(viewer.session_id)
        return None if session is None else _session_grants(session.standing, viewer)

    async def _of_key(self, text: str, client: Client) -> tuple[Viewer, datetime]:
        sent = api_keys.parse(text)
        found = await self._keys.of(sent.prefix) if sent else None
        if sent is None or found is None or not sent.is_of(found.secret_hash):
            raise errors.InvalidToken
        await api_key_rows.use(found, self._now())
        viewer = Viewer(
            user_id=found.owner_id,
            role=found.role,
            scopes=_scopes_of_key(found),
            client=client,
            api_key=KeyName(found.id, sent.prefix),
        )
        return viewer, found.expires_at

    async def _claims(self, token: str) -> tokens.Claims:
        digest = hashlib.sha256(token.encode(errors="replace")).digest()
        known = self._verified.get(digest)
        if known and await self._tokens.holds(known):
            return known
        self._verified.pop(digest, None)
        claims = await self._tokens.verify(token)
        self._verified[digest] = claims
        if len(self._verified) > _MAX_REMEMBERED:
            self._verified.popitem(last=False)
        return claims


def anonymous(client: Client | None) -> Viewer:
    """A viewer without a credential."""
    return replace(ANONYMOUS, client=client) if client else ANONYMOUS


def _is_of(standing: Standing, grant: tokens.Grant) -> bool:
    """Whether the token was made for this bearer, this application, and the rights of today."""
    return (standing.subject_id, standing.client_id, standing.permission_version) == (
        grant.user_id,
        grant.client_id,
        grant.permission_version,
    )


def _session_grants(standing: Standing | None, viewer: Viewer) -> bool:
    return standing is not None and standing.role == viewer.role and viewer.scopes <= _scopes(standing)


def _key_grants(found: KeyStanding | None, viewer: Viewer) -> bool:
    return found is not None and found.role == viewer.role and viewer.scopes <= _scopes_of_key(found)


def _scopes(standing: Standing) -> frozenset[scopes.Scope]:
    if standing.must_change_password:
        return scopes.ANONYMOUS
    granted = scopes.granted(standing.role, standing.extra_scopes)
    return granted if standing.client_id is None else granted & scopes.parse(standing.client_scopes)


def _scopes_of_key(found: KeyStanding) -> frozenset[scopes.Scope]:
    if found.must_change_password:
        return scopes.ANONYMOUS
    return scopes.granted(found.role, found.extra_scopes) & scopes.parse(found.scopes)
