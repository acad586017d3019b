from collections.abc import AsyncIterator

import pytest_asyncio
from redis.asyncio import Redis

from models import store as stores
from tests.auth.oauth import flow


@pytest_asyncio.fixture
async def server(store: stores.Store, redis: Redis) -> AsyncIterator[flow.Server]:
    async with flow.serving(redis) as serving:
        yield serving
