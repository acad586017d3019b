"""A gate over the sample schema, in process and behind a real server."""

from collections.abc import AsyncIterator

import httpx
import pytest
import pytest_asyncio

from schema.gate import endpoint, gate
from schema.gate.gate import Gate
from schema.gate.options import Options
from subscriptions import cursor, live
from tests.gate import sample

cursor.configure(b"a secret of the tests, 32 bytes!")


@pytest.fixture
def made() -> Gate:
    return gate.build(sample.SCHEMA, sample.message, live.Live(None), Options())


@pytest_asyncio.fixture
async def http(made: Gate) -> AsyncIterator[httpx.AsyncClient]:
    transport = httpx.ASGITransport(endpoint.Http(made))
    async with httpx.AsyncClient(transport=transport, base_url="http://begrip.test") as client:
        yield client
