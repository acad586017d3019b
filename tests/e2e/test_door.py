"""What every client meets at the door: deadlines, origins, headers, and the id of its request."""

import asyncio
import json
import logging
from collections.abc import AsyncIterator

import httpx
import pytest
import pytest_asyncio
from redis.asyncio import Redis

from models import store
from server.connections import Urls
from tests import harness
from tests.e2e import client, operations
from tests.e2e import site as sites
from tests.e2e.lock import Lock
from tests.e2e.site import Site

FRIEND, STRANGER = "https://app.example.org", "https://evil.example"
STRICT = {
    "BEGRIP_CORS_ORIGINS": FRIEND,
    "BEGRIP_BODY_TIMEOUT": "1",
    "BEGRIP_REQUEST_TIMEOUT": "4",
    "BEGRIP_STATEMENT_TIMEOUT": "7",
    "BEGRIP_RATE_POINTS": "0",
}
QUERY = {"query": "{ __typename }"}
SLOW = b'{"query": "{ glossaries { nodes { name } } }"}'
AUDIT = "{ auditEntries(first: 1) { nodes { action requestId } } }"


@pytest_asyncio.fixture(scope="module")
async def site(database_url: str, owner_url: str, redis_url: str) -> AsyncIterator[Site]:
    await harness.empty(owner_url)
    async with Redis.from_url(redis_url) as redis:
        await redis.flushdb()
    async with sites.opened(Urls(database_url, owner_url, redis_url), **STRICT) as opened:
        yield opened


async def _preflight(site: Site, origin: str) -> httpx.Response:
    asked = {"access-control-request-method": "POST", "access-control-request-headers": "authorization,content-type"}
    return await site.http.options("/graphql", headers={"origin": origin, **asked})


async def test_a_body_that_stops_halfway_is_408(site: Site) -> None:
    host, port = site.address.split(":")
    reader, writer = await asyncio.open_connection(host, int(port))
    writer.write(b"POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 30\r\n\r\n{")

    async with asyncio.timeout(client.DEADLINE):
        answer = await reader.read()
    writer.close()

    assert answer.startswith(b"HTTP/1.1 408 ")
    assert b'"code":"BODY_TOO_SLOW"' in answer


@pytest.mark.usefixtures("site")
async def test_statements_have_a_deadline() -> None:
    found = await store.row("SHOW statement_timeout")

    assert found is not None
    assert found["statement_timeout"] == "7s"


async def test_an_operation_past_its_deadline_is_told_so_and_cancelled(site: Site, lock: Lock) -> None:
    answer = await site.people.anonymous.post(SLOW, **{"x-request-id": "late-1"})

    assert answer.status == 503
    assert answer.headers["retry-after"]
    assert answer.json == {
        "errors": [
            {
                "message": "the operation took too long",
                "extensions": {"code": "DEADLINE_EXCEEDED", "requestId": "late-1"},
            }
        ]
    }
    async with asyncio.timeout(2):
        await client.until(lock.holds_none_up)


async def test_a_page_of_ours_may_ask_and_read(site: Site) -> None:
    asked = await _preflight(site, FRIEND)
    read = await site.http.post("/graphql", json=QUERY, headers={"origin": FRIEND})

    assert (asked.status_code, asked.headers["access-control-allow-origin"]) == (200, FRIEND)
    assert read.headers["access-control-allow-origin"] == FRIEND
    assert "access-control-allow-credentials" not in asked.headers
    assert "x-request-id" in read.headers["access-control-expose-headers"].lower()


async def test_a_page_of_others_may_not(site: Site) -> None:
    asked = await _preflight(site, STRANGER)
    read = await site.http.post("/graphql", json=QUERY, headers={"origin": STRANGER})

    assert asked.status_code == 400
    assert "access-control-allow-origin" not in asked.headers
    assert "access-control-allow-origin" not in read.headers


@pytest.mark.parametrize("body", [b'{"query": "{ __typename }"}', b"{", b'{"query": "{ nope }"}'])
async def test_answers_are_locked_down_and_set_no_cookie(site: Site, body: bytes) -> None:
    answer = await site.people.admin.post(body)

    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["x-frame-options"] == "DENY"
    assert answer.headers["referrer-policy"] == "no-referrer"
    assert answer.headers["content-security-policy"] == "default-src 'none'; frame-ancestors 'none'"
    assert answer.headers["cache-control"] == "no-store"
    assert "set-cookie" not in answer.headers


async def test_signing_in_sets_no_cookie(site: Site) -> None:
    answer = await site.people.anonymous.ask(
        operations.SIGN_IN, input={"email": "author@example.org", "password": sites.PASSWORD}
    )

    assert answer.text("signIn.tokens.accessToken")
    assert "set-cookie" not in answer.headers


async def test_request_id_is_answered_logged_and_kept_with_the_act(
    site: Site, caplog: pytest.LogCaptureFixture
) -> None:
    given = {"slug": "kept", "name": "Kept", "isPublic": False, "locales": ["en"]}
    body = json.dumps({"query": operations.CREATE_GLOSSARY, "variables": {"input": given}}).encode()

    with caplog.at_level(logging.INFO, logger="begrip.access"):
        answer = await site.people.admin.post(body, **{"x-request-id": "act-1"})
    entry = await site.people.admin.ask(AUDIT)

    assert answer.headers.get_list("x-request-id") == ["act-1"]
    assert "act-1" in [record.__dict__["attributes"]["request_id"] for record in caplog.records]
    assert entry["auditEntries.nodes.0.requestId"] == "act-1"
