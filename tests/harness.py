"""Real services for tests: one migrated template database a session, one database and one Redis database a worker."""

import asyncio
import fcntl
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import asyncpg

from models import migrate
from models.store import Pool, connection_config
from server.embedded import services

TEMPLATE = "begrip_template"


@dataclass(frozen=True, slots=True)
class Services:
    """Where the engines of this test session are. `is_external` when they are not embedded."""

    admin_url: str
    redis_url: str
    is_external: bool

    def url(self, role: str, database: str) -> str:
        """The same engine, as another role and on another database."""
        parts = urlsplit(self.admin_url)
        host = parts.netloc.rpartition("@")[2]
        password = f":{parts.password}" if parts.password else ""
        return urlunsplit(parts._replace(netloc=f"{role}{password}@{host}", path=f"/{database}"))


@contextmanager
def engines() -> Iterator[Services]:
    """The engines named by BEGRIP_TEST_DATABASE_URL and BEGRIP_TEST_REDIS_URL, else embedded ones that end with the session."""
    database_url, redis_url = os.environ.get("BEGRIP_TEST_DATABASE_URL"), os.environ.get("BEGRIP_TEST_REDIS_URL")
    if database_url and redis_url:
        yield Services(admin_url=database_url, redis_url=redis_url, is_external=True)
        return
    with services.temporary() as embedded:
        yield Services(admin_url=embedded.admin_url, redis_url=embedded.redis_url, is_external=False)


def make_template(running: Services) -> None:
    """The template database exists and is at head; made anew by whichever worker comes first, while the others wait."""
    name = template_name()
    with (Path(tempfile.gettempdir()) / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        asyncio.run(_statements(running.admin_url, *_ROLES))
        if asyncio.run(_value(running.admin_url, f"SELECT 1 FROM pg_database WHERE datname = '{name}'")) is None:
            asyncio.run(_statements(running.admin_url, f'CREATE DATABASE "{name}" OWNER begrip_owner'))
            migrate.upgrade(running.url("begrip_owner", name))


def template_name() -> str:
    """Of the template of this session: workers of one xdist session and their controller have it in common."""
    return f"{TEMPLATE}_{os.environ.get('PYTEST_XDIST_TESTRUNUID', str(os.getpid()))}"[:60]


def drop_template(running: Services) -> None:
    """An engine of somebody else's is left as it was found, once the last worker of the session has dropped its database."""
    in_use = "SELECT 1 FROM pg_database WHERE datname LIKE 'begrip_test_%'"
    if running.is_external and asyncio.run(_value(running.admin_url, in_use)) is None:
        drop_database(running, template_name())


def make_database(running: Services, name: str) -> None:
    """A fresh copy of the template."""
    drop_database(running, name)
    asyncio.run(
        _statements(running.admin_url, f'CREATE DATABASE "{name}" TEMPLATE "{template_name()}" OWNER begrip_owner')
    )


def drop_database(running: Services, name: str) -> None:
    """The database is gone, whoever is connected."""
    asyncio.run(_statements(running.admin_url, f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)'))


async def empty(owner_url: str) -> None:
    """Every table that holds something is empty; the stream starts anew under another epoch."""
    await _statements(owner_url, _EMPTY)


async def connect(url: str) -> asyncpg.Connection:
    """A connection of its own, past the store."""
    options = connection_config(url, Pool())["credentials"]
    assert isinstance(options, dict)
    return await asyncpg.connect(**{key: options[key] for key in ("user", "password", "host", "port", "database")})


async def _statements(url: str, *statements: str) -> None:
    connection = await connect(url)
    try:
        for statement in statements:
            await connection.execute(statement)
    finally:
        await connection.close()


async def _value(url: str, statement: str) -> object:
    connection = await connect(url)
    try:
        return await connection.fetchval(statement)
    finally:
        await connection.close()


_ROLES = tuple(
    f"DO $$ BEGIN CREATE ROLE {role} LOGIN NOSUPERUSER NOBYPASSRLS; EXCEPTION WHEN duplicate_object THEN NULL; END $$"
    for role in ("begrip_owner", "begrip_app")
)

_EMPTY = """
DO $$
DECLARE name TEXT; names TEXT := ''; is_filled BOOLEAN;
BEGIN
    FOR name IN SELECT relname FROM pg_class WHERE relkind IN ('r', 'p') AND relnamespace = 'public'::regnamespace
        AND NOT relispartition AND relname NOT IN ('aerich', 'stream_state') LOOP
        EXECUTE format('SELECT EXISTS (SELECT 1 FROM %I)', name) INTO is_filled;
        IF is_filled THEN names := names || ',' || quote_ident(name); END IF;
    END LOOP;
    IF names <> '' THEN EXECUTE 'TRUNCATE ' || substr(names, 2) || ' RESTART IDENTITY CASCADE'; END IF;
    UPDATE stream_state SET last_seq = 0, epoch = replace(gen_random_uuid()::text, '-', '');
END $$
"""
