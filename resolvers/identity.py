"""What the operations on people and sessions need beyond the database; built and handed in once, at start."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import UUID

from redis.asyncio import Redis

from auth import authenticator, keys, passwords, secret, standings, tokens
from auth.standings import Standings
from cache.attempts import Attempts
from models.api_key_rows import KeyStanding
from models.session_rows import Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """How it is configured. `secret_key` is shared by all servers of an installation and kept for ever."""

    secret_key: bytes
    issuer: str
    audience: str
    environment: str = "development"
    """A word of small letters that API keys carry, so that nobody mistakes one for another."""
    hasher: passwords.Algorithm = passwords.Algorithm.ARGON2ID
    hash_cost: passwords.Cost = field(default_factory=passwords.Cost)
    is_registration_open: bool = True
    access_lifetime: timedelta = tokens.MAX_LIFETIME
    idle_lifetime: timedelta = timedelta(days=14)
    session_lifetime: timedelta = timedelta(days=90)
    key_rotation: timedelta = timedelta(days=90)
    now: Callable[[], datetime] = keys.utc_now

    @property
    def resources(self) -> frozenset[str]:
        """By what names an OAuth client may ask for this API (RFC 8707)."""
        return frozenset({self.issuer, f"{self.issuer}/graphql"})


@dataclass(frozen=True, slots=True)
class Identity:
    """The parts, wired together."""

    options: Options
    passwords: passwords.Passwords
    keys: keys.KeyRing
    tokens: tokens.Tokens
    standings: Standings[UUID, Standing]
    key_standings: Standings[str, KeyStanding]
    authenticator: authenticator.Authenticator
    attempts: Attempts
    refresh_key: bytes
    form_key: bytes
    """Forms of our own pages are proved with it."""


@dataclass(slots=True)
class _Holder:
    value: Identity | None = None


_HOLDER = _Holder()


def build(options: Options, redis: Redis | None) -> Identity:
    """The parts, wired together. Without Redis, attempts are counted per process."""
    ring = keys.KeyRing(
        secret.derive(options.secret_key, secret.Purpose.SIGNING_KEYS), rotation=options.key_rotation, now=options.now
    )
    issuer = tokens.Issuer(
        options.issuer, options.audience, lifetime=options.access_lifetime, resources=options.resources
    )
    token_book = tokens.Tokens(issuer, ring, now=options.now)
    session_book, key_book = standings.of_sessions(now=options.now), standings.of_keys(now=options.now)
    return Identity(
        options=options,
        passwords=passwords.Passwords(
            options.hasher, pepper=secret.derive(options.secret_key, secret.Purpose.PEPPER), cost=options.hash_cost
        ),
        keys=ring,
        tokens=token_book,
        standings=session_book,
        key_standings=key_book,
        authenticator=authenticator.Authenticator(token_book, session_book, key_book, now=options.now),
        attempts=Attempts(redis),
        refresh_key=secret.derive(options.secret_key, secret.Purpose.REFRESH),
        form_key=secret.derive(options.secret_key, secret.Purpose.FORMS),
    )


def configure(identity: Identity) -> None:
    """Operations use this identity from now on."""
    _HOLDER.value = identity


def current() -> Identity:
    """The identity in use."""
    if _HOLDER.value is None:
        raise RuntimeError("resolvers.identity.configure was not called")
    return _HOLDER.value


def now() -> datetime:
    """The present instant, by the clock that everything about identity goes by."""
    return current().options.now()


def forget_standings() -> None:
    """What somebody may was changed just now: this process notices at the next request."""
    current().standings.forget()
    current().key_standings.forget()
