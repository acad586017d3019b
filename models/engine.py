"""Tortoise's asyncpg client with what it lacks: a deadline for getting a connection, and JSON as values in raw rows."""

import json
from typing import Any, cast

import asyncpg
from tortoise.backends.asyncpg.client import AsyncpgDBClient


class PoolExhausted(Exception):
    """No connection came free in time; the same request may succeed a moment later."""


AWAY = (
    PoolExhausted,
    OSError,  # no connection, or one that was cut
    asyncpg.PostgresConnectionError,
    asyncpg.InterfaceError,  # the connection was closed under a statement
    asyncpg.InternalClientError,  # it was cut, and the loop had not heard of it yet
    asyncpg.AdminShutdownError,
    asyncpg.CrashShutdownError,
    asyncpg.CannotConnectNowError,
    asyncpg.TooManyConnectionsError,
)
"""What PostgreSQL being away raises: nothing of it says anything about the statement."""


def is_away(error: BaseException) -> bool:
    """Whether PostgreSQL could not be reached, or went away meanwhile: the same attempt may succeed a moment later."""
    return isinstance(error, AWAY)


class DeadlinePool:
    """A connection pool whose `acquire` gives up after `acquire_seconds`."""

    def __init__(self, pool: asyncpg.Pool, acquire_seconds: float) -> None:
        self._pool = pool
        self._acquire_seconds = acquire_seconds

    async def acquire(self) -> object:
        """A connection.

        Raises:
            PoolExhausted: none came free in time.
        """
        try:
            return await self._pool.acquire(timeout=self._acquire_seconds)
        except TimeoutError as err:
            raise PoolExhausted(f"no database connection within {self._acquire_seconds:g} s") from err

    async def release(self, connection: object) -> None:
        """The connection is free again."""
        await self._pool.release(connection)

    async def close(self) -> None:
        """Every connection is closed, once its holder gave it back."""
        await self._pool.close()

    def terminate(self) -> None:
        """Every connection is closed at once."""
        self._pool.terminate()

    async def expire_connections(self) -> None:
        """No connection made before now is handed out again."""
        await self._pool.expire_connections()


class Client(AsyncpgDBClient):
    """The client that Tortoise is configured with."""

    def __init__(self, *, acquire_seconds: float = 2.0, **credentials: Any) -> None:  # noqa: ANN401 - Tortoise's own signature
        super().__init__(**credentials)
        self._acquire_seconds = acquire_seconds

    async def create_pool(self, **options: Any) -> asyncpg.Pool:  # noqa: ANN401 - Tortoise's own signature
        """A pool whose connections decode JSON."""
        pool = await super().create_pool(init=_prepare, reset=_keep, **options)
        return cast("asyncpg.Pool", DeadlinePool(pool, self._acquire_seconds))


async def _prepare(connection: asyncpg.Connection) -> None:
    for kind in ("json", "jsonb"):
        await connection.set_type_codec(kind, schema="pg_catalog", encoder=_encode, decoder=json.loads)


async def _keep(connection: asyncpg.Connection) -> None:
    """Nothing: asyncpg ends an open transaction by itself, and pooled connections never hold a setting, listener or lock.

    What asyncpg sends otherwise is a second round trip for every read.
    """


def _encode(value: object) -> str:
    # Tortoise's JSONField hands over text that is encoded already.
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


client_class = Client
