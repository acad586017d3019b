"""One running site a module; the modules share the engines of the session."""

from collections.abc import AsyncIterator

import pytest_asyncio
from redis.asyncio import Redis

from server.connections import Urls
from tests import harness
from tests.e2e import site as sites


@pytest_asyncio.fixture(scope="module")
async def site(database_url: str, owner_url: str, redis_url: str) -> AsyncIterator[sites.Site]:
    await harness.empty(owner_url)
    async with Redis.from_url(redis_url) as client:
        await client.flushdb()
    async with sites.opened(Urls(database_url, owner_url, redis_url)) as opened:
        yield opened
