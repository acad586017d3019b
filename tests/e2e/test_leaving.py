"""Callers who leave: what they asked for no longer runs in PostgreSQL."""

import asyncio

from tests.e2e import client
from tests.e2e.lock import Lock
from tests.e2e.site import Site
from tests.gate import socket_client

SECONDS = 2.0
SLOW = "{ glossaries { nodes { name } } }"


async def test_query_of_a_client_that_hangs_up_is_cancelled(site: Site, lock: Lock) -> None:
    http = client.calling(site.address)
    asking = asyncio.create_task(http.post("/graphql", json={"query": SLOW}))
    await client.until(lock.holds_one_up)

    asking.cancel()
    await http.aclose()

    async with asyncio.timeout(SECONDS):
        await client.until(lock.holds_none_up)


async def test_query_of_a_stream_that_ends_is_cancelled(site: Site, lock: Lock) -> None:
    http = client.calling(site.address)
    asking = asyncio.create_task(http.post("/graphql", json={"query": SLOW}, headers={"accept": "text/event-stream"}))
    await client.until(lock.holds_one_up)

    asking.cancel()
    await http.aclose()

    async with asyncio.timeout(SECONDS):
        await client.until(lock.holds_none_up)


async def test_query_that_a_socket_completes_is_cancelled(site: Site, lock: Lock) -> None:
    async with socket_client.opened(site.address) as peer:
        await peer.init()
        await peer.ask("1", SLOW)
        await client.until(lock.holds_one_up)

        await peer.say({"id": "1", "type": "complete"})

        async with asyncio.timeout(SECONDS):
            await client.until(lock.holds_none_up)


async def test_query_of_a_socket_that_closes_is_cancelled(site: Site, lock: Lock) -> None:
    async with socket_client.opened(site.address) as peer:
        await peer.init()
        await peer.ask("1", SLOW)
        await client.until(lock.holds_one_up)

    async with asyncio.timeout(SECONDS):
        await client.until(lock.holds_none_up)
