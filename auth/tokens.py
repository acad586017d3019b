"""Access tokens: JWT for RFC 9068, signed with ES256, short-lived; verified strictly or not at all."""

import base64
import binascii
import json
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TypeVar
from uuid import UUID

from joserfc import jws
from joserfc.errors import JoseError

from auth import errors, keys, scopes
from auth.scopes import Scope

MAX_LIFETIME = timedelta(minutes=10)
MAX_CHARACTERS = 4096
_ALGORITHM = "ES256"
_TYPES = frozenset({"at+jwt", "application/at+jwt"})  # RFC 9068 4
_HEADER = frozenset({"alg", "typ", "kid"})
"""Nothing else may stand there: no jwk, jku, x5u, x5c, crit, b64."""
_LEEWAY = timedelta(seconds=5)
"""For clocks of other servers that run ahead. The end needs none: a token is refreshed before it."""
_SEGMENTS = 3

Value = TypeVar("Value", str, int)


@dataclass(frozen=True, slots=True)
class Grant:
    """What a token says of its bearer.

    `user_id` is the person, or the row of the application that acts on its own (RFC 9068 2.2: `sub`).
    """

    user_id: UUID
    session_id: UUID
    scopes: frozenset[Scope]
    permission_version: int
    client_id: str | None = None
    """The application that holds the token; null: the API itself."""
    audience: str | None = None
    """The resource that was asked for; null: the usual one."""


@dataclass(frozen=True, slots=True)
class Claims:
    """A verified token."""

    grant: Grant
    expires_at: datetime
    kid: str
    issued_at: datetime
    audience: str
    client_id: str
    jti: str


@dataclass(frozen=True, slots=True)
class Issuer:
    """Who issues tokens, for whom, and for how long."""

    name: str
    audience: str
    client_id: str = "begrip"
    lifetime: timedelta = MAX_LIFETIME
    resources: frozenset[str] = frozenset()
    """Other names of the audience, by which a client may ask for it (RFC 8707)."""


class Tokens:
    """Issues and verifies access tokens with the keys of the ring."""

    def __init__(self, issuer: Issuer, key_ring: keys.KeyRing, *, now: Callable[[], datetime] = keys.utc_now) -> None:
        if not timedelta(0) < issuer.lifetime <= MAX_LIFETIME:
            raise ValueError(f"access tokens live at most {MAX_LIFETIME}")
        self._issuer = issuer
        self._keys = key_ring
        self._now = now

    async def issue(self, grant: Grant) -> tuple[str, datetime]:
        """A token and the instant at which it ends."""
        key = await self._keys.signer()
        issued_at = self._now().replace(microsecond=0)
        expires_at = issued_at + self._issuer.lifetime
        claims = {
            "iss": self._issuer.name,
            "aud": grant.audience or self._issuer.audience,
            "sub": str(grant.user_id),
            "client_id": grant.client_id or self._issuer.client_id,
            "scope": " ".join(sorted(grant.scopes)),
            "jti": secrets.token_urlsafe(16),
            "iat": int(issued_at.timestamp()),
            "exp": int(expires_at.timestamp()),
            "sid": str(grant.session_id),
            "perm_ver": grant.permission_version,
        }
        header = {"typ": "at+jwt", "alg": _ALGORITHM, "kid": str(key.kid)}
        payload = json.dumps(claims, separators=(",", ":"))
        return jws.serialize_compact(header, payload, key, [_ALGORITHM]), expires_at

    async def verify(self, token: str) -> Claims:
        """What the token says.

        Raises:
            errors.InvalidToken: it is not ours, not whole, not for us, or not for now; nothing tells which.
        """
        try:
            kid = _kid(token)
            key = await self._keys.find(kid)
            if key is None:
                raise errors.InvalidToken
            signed = jws.deserialize_compact(token, key, [_ALGORITHM])
            return self._claims(_object(signed.payload or b""), kid)
        # ValueError: wrong JSON, base64, UUID or text; OverflowError, OSError: an instant beyond the calendar.
        except (JoseError, ValueError, OverflowError, OSError, RecursionError) as err:
            raise errors.InvalidToken from err

    async def holds(self, claims: Claims) -> bool:
        """Whether claims that were verified before have not ended meanwhile, nor their key gone."""
        return self._now() < claims.expires_at and await self._keys.find(claims.kid) is not None

    def _claims(self, found: dict[str, object], kid: str) -> Claims:
        now = self._now()
        issued_at, expires_at = _instant(found, "iat"), _instant(found, "exp")
        starts_at = _instant(found, "nbf") if "nbf" in found else issued_at
        audience, client_id = _claim(found, "aud", str), _claim(found, "client_id", str)
        is_for_us = found.get("iss") == self._issuer.name and audience in {
            self._issuer.audience,
            *self._issuer.resources,
        }
        is_for_now = max(issued_at, starts_at) - _LEEWAY <= now < expires_at
        if not (is_for_us and is_for_now and timedelta(0) < expires_at - issued_at <= MAX_LIFETIME):
            raise errors.InvalidToken
        jti = _claim(found, "jti", str)
        if not client_id or not jti:
            raise errors.InvalidToken
        grant = Grant(
            user_id=UUID(_claim(found, "sub", str)),
            session_id=UUID(_claim(found, "sid", str)),
            scopes=scopes.parse(_claim(found, "scope", str).split()),
            permission_version=_claim(found, "perm_ver", int),
            client_id=None if client_id == self._issuer.client_id else client_id,
            audience=None if audience == self._issuer.audience else audience,
        )
        return Claims(grant, expires_at, kid, issued_at, audience, client_id, jti)


def _kid(token: str) -> str:
    """The name of the key, out of a header that says what ours say."""
    segments = token.split(".")
    if len(token) > MAX_CHARACTERS or len(segments) != _SEGMENTS or not all(map(_is_canonical, segments)):
        raise errors.InvalidToken
    header = _object(_decoded(segments[0]))
    if header.keys() != _HEADER or header["alg"] != _ALGORITHM:
        raise errors.InvalidToken
    if _claim(header, "typ", str).lower() not in _TYPES:  # joserfc leaves this to us
        raise errors.InvalidToken
    return _claim(header, "kid", str)


def _is_canonical(segment: str) -> bool:
    """Whether this is the only way to write these bytes: unused bits of the last character are zero."""
    return segment.isascii() and base64.urlsafe_b64encode(_decoded(segment)).decode().rstrip("=") == segment


def _decoded(segment: str) -> bytes:
    try:
        return base64.b64decode(segment + "=" * (-len(segment) % 4), altchars=b"-_", validate=True)
    except binascii.Error as err:
        raise errors.InvalidToken from err


def _object(text: bytes) -> dict[str, object]:
    """The JSON object, whose keys may each occur once."""
    value = json.loads(text, object_pairs_hook=_unique)
    if not isinstance(value, dict):
        raise errors.InvalidToken
    return value


def _unique(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise errors.InvalidToken
    return found


def _claim(found: dict[str, object], name: str, kind: type[Value]) -> Value:
    value = found.get(name)
    if not isinstance(value, kind) or isinstance(value, bool):
        raise errors.InvalidToken
    return value


def _instant(found: dict[str, object], name: str) -> datetime:
    return datetime.fromtimestamp(_claim(found, name, int), UTC)
