"""Leadership: of all processes that ask, one holds the office, for as long as its own connection to PostgreSQL lives."""

from dataclasses import dataclass
from typing import Any, cast

import asyncpg

from models import engine
from models.store import Pool, connection_config

RELAY = 0x6265_6772_6C79
"""Lock of the relay: it alone numbers events and seals the audit trail."""

_LOST = (asyncpg.PostgresError, *engine.AWAY)


@dataclass(frozen=True, slots=True)
class Office:
    """The office, held. It is lost with the connection: PostgreSQL frees the lock, and another may take it."""

    connection: asyncpg.Connection

    async def is_held(self) -> bool:
        """Whether the connection still answers."""
        try:
            await self.connection.execute("SELECT 1", timeout=2)
        except (*_LOST, TimeoutError):
            return False
        return True

    async def leave(self) -> None:
        """Another may take the office."""
        try:
            await self.connection.close(timeout=2)
        except (*_LOST, TimeoutError):
            self.connection.terminate()


async def take(url: str, lock: int = RELAY) -> Office | None:
    """The office, or null when somebody else holds it or PostgreSQL is away."""
    options = cast("dict[str, Any]", connection_config(url, Pool())["credentials"])
    try:
        connection = await asyncpg.connect(
            **{name: options[name] for name in ("user", "password", "host", "port", "database")},
            timeout=5,
            # A leader whose machine is cut off must not keep the office until TCP gives up after minutes.
            server_settings={
                "application_name": "begrip-leader",
                "tcp_keepalives_idle": "1",
                "tcp_keepalives_interval": "1",
                "tcp_keepalives_count": "2",
            },
        )
    except (*_LOST, TimeoutError):
        return None
    office = Office(connection)
    try:
        is_taken = await connection.fetchval("SELECT pg_try_advisory_lock($1)", lock, timeout=2)
    except (*_LOST, TimeoutError):
        is_taken = False
    if is_taken:
        return office
    await office.leave()
    return None
