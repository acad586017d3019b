"""The door to PostgreSQL: an explicit Tortoise context, raw rows beside it, and one transaction per operation."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, cast
from urllib.parse import parse_qsl, unquote, urlsplit

from tortoise.backends.base.client import BaseDBAsyncClient, TransactionalDBClient
from tortoise.context import TortoiseContext, get_current_context
from tortoise.transactions import in_transaction

MODULES = (
    "models.user",
    "models.oauth",
    "models.api_key",
    "models.glossary",
    "models.definition",
    "models.concept_relation",
    "models.decision",
    "models.validation",
    "models.audit",
    "models.event",
    "models.job",
    "models.dead_letter",
    "models.upkeep",
    "models.trusted_document",
)

PRIMARY = "default"
REPLICA = "replica"

Row = dict[str, Any]
"""A row of a raw statement: columns by name. What a column holds is said by the statement."""

_prefers_replica: ContextVar[bool] = ContextVar("prefers_replica", default=False)


@dataclass(frozen=True, slots=True)
class Pool:
    """How many connections a process holds, how long it waits for one, and how long a statement may take."""

    min_size: int = 1
    max_size: int = 10
    wait: timedelta = timedelta(seconds=2)
    statement_timeout: timedelta = timedelta(seconds=10)


@dataclass(frozen=True, slots=True)
class Store:
    """An open store. Every task of the process sees it until it is closed."""

    context: TortoiseContext

    async def close(self) -> None:
        """No connection is open afterwards."""
        await self.context.close_connections()


async def connect(url: str, *, pool: Pool | None = None, replica_url: str | None = None) -> Store:
    """An open store over `postgresql://user:password@host:port/database?host=/socket/folder`.

    No connection is made yet. Only one store can be open in a process.
    """
    connections = {PRIMARY: connection_config(url, pool or Pool())}
    if replica_url is not None:
        connections[REPLICA] = connection_config(replica_url, pool or Pool())
    apps = {"models": {"models": list(MODULES), "default_connection": PRIMARY}}
    context = TortoiseContext()
    with context:  # Tortoise looks its own context up while it is being made
        await context.init(config={"connections": connections, "apps": apps}, _enable_global_fallback=True)
    return Store(context)


def connection_config(url: str, pool: Pool) -> dict[str, object]:
    """Tortoise's configuration of one connection pool."""
    parts = urlsplit(url)
    options = dict(parse_qsl(parts.query))
    credentials: dict[str, object] = {
        "user": unquote(parts.username) if parts.username else None,
        "password": unquote(parts.password) if parts.password else None,
        "host": options.pop("host", None) or parts.hostname or "127.0.0.1",
        "port": int(options.pop("port", None) or parts.port or 5432),
        "database": unquote(parts.path.lstrip("/")),
        "minsize": pool.min_size,
        "maxsize": pool.max_size,
        "acquire_seconds": pool.wait.total_seconds(),
        "server_settings": {
            "application_name": "begrip",
            "statement_timeout": str(int(pool.statement_timeout.total_seconds() * 1000)),
            "idle_in_transaction_session_timeout": "60000",
            "timezone": "UTC",
        },
        **options,
    }
    return {"engine": "models.engine", "credentials": credentials}


@asynccontextmanager
async def transaction() -> AsyncIterator[TransactionalDBClient]:
    """A transaction, or a savepoint inside one: committed at the end, rolled back by any exception."""
    async with in_transaction(PRIMARY) as connection:
        yield connection


@asynccontextmanager
async def reading_from_replica() -> AsyncIterator[None]:
    """Rows read inside come from the replica, where one is configured. Never around a read of the caller's own write."""
    token = _prefers_replica.set(True)
    try:
        yield
    finally:
        _prefers_replica.reset(token)


async def rows(sql: str, *values: object) -> list[Row]:
    """What the statement returns. Inside a transaction it is part of it."""
    async with _connection().acquire_connection() as connection:
        return cast("list[Row]", await connection.fetch(sql, *values))


async def row(sql: str, *values: object) -> Row | None:
    """The first row, if there is one."""
    async with _connection().acquire_connection() as connection:
        return cast("Row | None", await connection.fetchrow(sql, *values))


async def run(sql: str, *values: object) -> int:
    """How many rows the statement changed."""
    async with _primary().acquire_connection() as connection:
        status = cast("str", await connection.execute(sql, *values))
    count = status.rsplit(" ", 1)[-1]
    return int(count) if count.isdigit() else 0


async def run_many(sql: str, values: Sequence[tuple[object, ...]]) -> None:
    """The statement, carried out once per tuple, in one round trip."""
    async with _primary().acquire_connection() as connection:
        await connection.executemany(sql, values)


def is_in_transaction() -> bool:
    """Whether the current task is inside a transaction."""
    return isinstance(_primary(), TransactionalDBClient)


def _context() -> TortoiseContext:
    context = get_current_context()
    if context is None:
        raise RuntimeError("the store is not open")
    return context


def _primary() -> BaseDBAsyncClient:
    return _context().connections.get(PRIMARY)


def _connection() -> BaseDBAsyncClient:
    primary = _primary()
    if not _prefers_replica.get() or isinstance(primary, TransactionalDBClient):
        return primary
    connections = _context().connections
    return connections.get(REPLICA) if REPLICA in connections.db_config else primary
