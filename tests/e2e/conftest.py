"""One running site a module; the modules share the engines of the session."""

from collections.abc import AsyncIterator

import asyncpg
import pytest_asyncio
from redis.asyncio import Redis

from server.connections import Urls
from tests import harness
from tests.e2e import lock as locks
from tests.e2e import shelf as shelves
from tests.e2e import site as sites
from tests.e2e.lock import Lock
from tests.e2e.shelf import Shelf

UNBOUNDED = {"BEGRIP_COST_LIMIT": "1000000", "BEGRIP_RATE_POINTS": "0"}
"""These tests ask for everything there is at once; what operations may cost is tested at the gate."""


@pytest_asyncio.fixture(scope="module")
async def site(database_url: str, owner_url: str, redis_url: str) -> AsyncIterator[sites.Site]:
    await harness.empty(owner_url)
    async with Redis.from_url(redis_url) as client:
        await client.flushdb()
    async with sites.opened(Urls(database_url, owner_url, redis_url), **UNBOUNDED) as opened:
        yield opened


@pytest_asyncio.fixture(scope="module")
async def shelf(site: sites.Site) -> Shelf:
    return await shelves.filled(site)


@pytest_asyncio.fixture(scope="module")
async def rows(owner_url: str) -> AsyncIterator[asyncpg.Connection]:
    """A connection past the application, to count rows with."""
    connection = await harness.connect(owner_url)
    yield connection
    await connection.close()


@pytest_asyncio.fixture
async def lock(engines: harness.Services, owner_url: str) -> AsyncIterator[Lock]:
    """Nobody reads a glossary."""
    async with locks.on_glossaries(owner_url, engines.admin_url) as held:
        yield held
