"""The house below the schema, wired: store, Redis, identity, signing keys of cursors. Server, worker and commands open it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from redis.asyncio import Redis
from redis.asyncio.retry import Retry
from redis.backoff import NoBackoff

from auth.passwords import Algorithm
from models import store
from resolvers import cursors, identity
from resolvers.identity import Identity
from server import home
from server.connections import Urls
from server.settings import Settings
from subscriptions import cursor
from subscriptions.file_sink import FileSink
from subscriptions.sink import EventSink

AUDIENCE = "begrip"
"""For whom access tokens are meant (RFC 9068 3)."""
_CONNECT_SECONDS = 2.0


@dataclass(frozen=True, slots=True)
class House:
    """What lives as long as the process."""

    settings: Settings
    urls: Urls
    redis: Redis
    identity: Identity


def build(settings: Settings, urls: Urls) -> House:
    """The parts, wired, and no connection made yet."""
    secret = home.secret(settings)
    # The retries of redis-py sleep for seconds inside a command; those who call it know better what to do meanwhile.
    redis = Redis.from_url(urls.redis_url, socket_connect_timeout=_CONNECT_SECONDS, retry=Retry(NoBackoff(), 1))
    options = identity.Options(
        secret_key=secret,
        issuer=settings.issuer,
        audience=AUDIENCE,
        environment=settings.environment.value,
        hasher=Algorithm(settings.password_hash.value),
        is_registration_open=settings.may_register,
        access_lifetime=settings.access_token_lifetime,
        idle_lifetime=settings.refresh_token_lifetime,
        session_lifetime=settings.session_lifetime,
    )
    built = identity.build(options, redis)
    identity.configure(built)
    cursors.configure(secret)
    cursor.configure(secret)
    return House(settings, urls, redis, built)


def sinks(settings: Settings) -> list[EventSink]:
    """Where events go besides Redis."""
    return [] if settings.events_folder is None else [FileSink(Path(settings.events_folder))]


def pool(settings: Settings) -> store.Pool:
    """How this process holds its connections to PostgreSQL."""
    return store.Pool(
        min_size=settings.pool_min,
        max_size=settings.pool_max,
        wait=settings.pool_wait,
        statement_timeout=settings.statement_timeout,
    )


@asynccontextmanager
async def opened(built: House) -> AsyncIterator[House]:
    """The house with its store connected and its keys loaded; closed afterwards. The store must be migrated."""
    opened_store = await store.connect(
        built.urls.database_url, pool=pool(built.settings), replica_url=built.urls.replica_url
    )
    try:
        await built.identity.keys.start()
        yield built
    finally:
        await built.redis.aclose()
        await opened_store.close()
