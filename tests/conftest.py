"""Fixtures that every room shares: real engines, a store over a migrated database, an empty Redis."""

import os
from collections.abc import AsyncIterator, Iterator

import pytest
import pytest_asyncio
from hypothesis import settings
from redis.asyncio import Redis

from models import store as stores
from tests import harness

# The same examples every time: a gate on coverage must not depend on luck. `make fuzz` and a bare pytest draw new ones.
settings.register_profile("fixed", derandomize=True)


@pytest.fixture(scope="session")
def engines() -> Iterator[harness.Services]:
    with harness.engines() as running:
        harness.make_template(running)
        yield running
        harness.drop_template(running)


@pytest.fixture(scope="session")
def database_name(engines: harness.Services) -> Iterator[str]:
    name = f"begrip_test_{os.getpid()}"
    harness.make_database(engines, name)
    yield name
    harness.drop_database(engines, name)


@pytest.fixture(scope="session")
def owner_url(engines: harness.Services, database_name: str) -> str:
    return engines.url("begrip_owner", database_name)


@pytest.fixture(scope="session")
def database_url(engines: harness.Services, database_name: str) -> str:
    return engines.url("begrip_app", database_name)


@pytest.fixture(scope="session")
def redis_url(engines: harness.Services) -> str:
    worker = os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw")
    parts = engines.redis_url
    if parts.startswith("unix:"):
        return parts.partition("?")[0] + f"?db={int(worker) % 16}"
    return f"{parts.rstrip('/')}/{int(worker) % 16}"


@pytest_asyncio.fixture(scope="session")
async def open_store(database_url: str) -> AsyncIterator[stores.Store]:
    opened = await stores.connect(database_url, pool=stores.Pool(max_size=8))
    yield opened
    await opened.close()


@pytest_asyncio.fixture
async def store(open_store: stores.Store, owner_url: str) -> stores.Store:
    """The open store; every table is empty."""
    await harness.empty(owner_url)
    return open_store


@pytest_asyncio.fixture
async def redis(redis_url: str) -> AsyncIterator[Redis]:
    """A client of an empty Redis database."""
    client = Redis.from_url(redis_url)
    await client.flushdb()
    yield client
    await client.aclose()


ON_ENGINES = ("tests/models/", "tests/resolvers/", "tests/subscriptions/")
"""Rooms whose tests depend on what PostgreSQL and Redis do: they also run on engines that are not embedded."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Marks the tests of those rooms `engine`."""
    for item in items:
        if item.nodeid.startswith(ON_ENGINES):
            item.add_marker(pytest.mark.engine)
