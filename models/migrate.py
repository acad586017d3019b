"""How the store becomes what the code expects: aerich's migrations, one process at a time, before the loop serves."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import asyncpg
from aerich import Command
from tortoise.context import TortoiseContext

from models import rekeying
from models.store import MODULES, PRIMARY, Pool, connection_config

LOCATION = Path(__file__).resolve().parent.parent / "migrations"
_LOCK = 0x6265_6772_6970  # "begrip": one migration run per database at a time


@dataclass(frozen=True, slots=True)
class State:
    """Migrations of the code, in order, split into what the database has and what it lacks."""

    applied: tuple[str, ...]
    pending: tuple[str, ...]


def upgrade(url: str) -> tuple[str, ...]:
    """The migrations just applied, in order; none when the database was at head. Must run outside an event loop."""
    return asyncio.run(_upgrade(url))


def rekey(url: str) -> int:
    """How many texts were given the keys by which others are found in them, with today's word tables. Must run outside an event loop."""
    return asyncio.run(_rekey(url))


def downgrade(url: str, to: int) -> tuple[str, ...]:
    """The migrations just undone, newest first; the one with number `to` and older ones stay (-1 undoes all)."""
    return asyncio.run(_downgrade(url, to))


def state(url: str) -> State:
    """What the database has and lacks. Must run outside an event loop."""
    return asyncio.run(_state(url))


def files() -> tuple[str, ...]:
    """The migrations of the code, in order."""
    found = (path.name for path in (LOCATION / "models").glob("[0-9]*_*.py"))
    return tuple(sorted(found, key=_number))


def _number(file: str) -> int:
    return int(file.split("_", 1)[0])


async def _upgrade(url: str) -> tuple[str, ...]:
    async with _alone(url), _command(url) as command:
        return tuple(await command.upgrade(run_in_transaction=True))


async def _rekey(url: str) -> int:
    async with _alone(url):
        connection = await _connect(url)
        try:
            return await rekeying.rekey(connection)
        finally:
            await connection.close()


async def _downgrade(url: str, to: int) -> tuple[str, ...]:
    undone: list[str] = []
    async with _alone(url), _command(url) as command:
        applied = await command.get_applied_migrations("models")
        # aerich undoes the newest only, whatever order it was asked for, so we step down one at a time.
        for _ in sorted((file for file in applied if _number(file) > to), key=_number, reverse=True):
            undone += await command.downgrade(version=-1, delete=False)
    return tuple(undone)


async def _state(url: str) -> State:
    connection = await _connect(url)
    try:
        exists = await connection.fetchval("SELECT to_regclass('aerich') IS NOT NULL")
        rows = await connection.fetch("SELECT version FROM aerich WHERE app = 'models'") if exists else []
    finally:
        await connection.close()
    have = {row["version"] for row in rows}
    return State(
        applied=tuple(file for file in files() if file in have),
        pending=tuple(file for file in files() if file not in have),
    )


@asynccontextmanager
async def _command(url: str) -> AsyncIterator[Command]:
    config = {
        "connections": {PRIMARY: connection_config(url, Pool(max_size=2))},
        "apps": {"models": {"models": [*MODULES, "aerich.models"], "default_connection": PRIMARY}},
    }
    async with TortoiseContext() as context:
        await context.init(config=config)
        command = Command(tortoise_config=config, app="models", location=str(LOCATION))
        await command.init()
        yield command


@asynccontextmanager
async def _alone(url: str) -> AsyncIterator[None]:
    connection = await _connect(url)
    try:
        await connection.execute("SELECT pg_advisory_lock($1)", _LOCK)
        yield
    finally:
        await connection.close()


async def _connect(url: str) -> asyncpg.Connection:
    options = connection_config(url, Pool())["credentials"]
    kept = {key: options[key] for key in ("user", "password", "host", "port", "database")}  # type: ignore[index]
    return await asyncpg.connect(**kept)
