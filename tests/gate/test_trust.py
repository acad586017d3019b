"""Documents called for by hash or name, kept for later, and refused when nobody knows them."""

import hashlib
import json
import logging

import httpx
import pytest
from redis.asyncio import Redis

from cache.texts import Texts
from models import store as stores
from models import trusted_document_rows as rows
from models.trusted_document_rows import Trusted
from schema.gate import endpoint, gate
from schema.gate.gate import Gate
from schema.gate.modes import Mode
from schema.gate.options import Options
from schema.gate.trust import Trust
from subscriptions import live
from tests.gate import sample, serving, socket_client
from tests.gate.serving import Doorkeeper

HELLO = "query Hello { hello }"
HASH = hashlib.sha256(HELLO.encode()).hexdigest()
NEW = {"accept": "application/graphql-response+json"}
PERSISTED = {"persistedQuery": {"version": 1, "sha256Hash": HASH}}

pytestmark = pytest.mark.usefixtures("store")


def _made(mode: Mode = Mode.OFF, redis: Redis | None = None) -> Gate:
    texts = None if redis is None else Texts(redis)
    return gate.build(sample.SCHEMA, sample.message, live.Live(None), Options(), trust=Trust(mode, texts))


def _client(made: Gate) -> httpx.AsyncClient:
    return httpx.AsyncClient(transport=httpx.ASGITransport(endpoint.Http(made)), base_url="http://begrip.test")


async def _post(made: Gate, **request: object) -> httpx.Response:
    async with _client(made) as http:
        return await http.post("/", json=request, headers=NEW)


async def _trust(name: str | None = None) -> None:
    await rows.keep([Trusted(hash=HASH, name=name, text=HELLO)])


def _code(response: httpx.Response) -> object:
    return response.json()["errors"][0]["extensions"]["code"]


@pytest.mark.parametrize("document_id", [f"sha256:{HASH}", "hello-1"])
async def test_trusted_document_is_called_for_by_hash_or_name(document_id: str) -> None:
    await _trust("hello-1")

    response = await _post(_made(Mode.ENFORCE), documentId=document_id)

    assert response.json() == {"data": {"hello": "hello world"}}


@pytest.mark.parametrize("document_id", [f"sha256:{HASH}", "hello-1"])
async def test_unknown_document_is_one_well_formed_error(document_id: str) -> None:
    response = await _post(_made(), documentId=document_id)

    assert response.status_code == 422
    assert _code(response) == "PERSISTED_QUERY_NOT_FOUND"
    assert "data" not in response.json()


ILL_FORMED = [
    {"documentId": 1},
    {"documentId": ""},
    {"documentId": "md5:abc"},
    {"documentId": f"sha256:{HASH.upper()}"},
    {"documentId": "a" * 201},
    {"documentId": "a", "query": "{hello}"},
    {"extensions": {"persistedQuery": 1}},
    {"extensions": {"persistedQuery": {"version": 2, "sha256Hash": HASH}}},
    {"extensions": {"persistedQuery": {"version": 1, "sha256Hash": "x"}}},
]


@pytest.mark.parametrize("request_", ILL_FORMED)
async def test_id_or_hash_of_another_shape_is_no_request(request_: dict[str, object]) -> None:
    assert (await _post(_made(), **request_)).status_code == 422


async def test_apollo_client_learns_that_it_must_send_the_text(redis: Redis) -> None:
    response = await _post(_made(redis=redis), extensions=PERSISTED)

    assert response.json()["errors"][0]["message"] == "PersistedQueryNotFound"


async def test_text_that_was_sent_once_is_known_to_every_server(redis: Redis) -> None:
    await _post(_made(redis=redis), query=HELLO, extensions=PERSISTED)

    response = await _post(_made(redis=redis), extensions=PERSISTED)

    assert response.json() == {"data": {"hello": "hello world"}}


async def test_hash_of_another_text_is_refused_and_not_kept(redis: Redis) -> None:
    response = await _post(_made(redis=redis), query="{hello}", extensions=PERSISTED)

    assert _code(response) == "PERSISTED_QUERY_HASH_MISMATCH"
    assert await redis.keys() == []


async def test_enforcing_server_runs_nothing_else() -> None:
    response = await _post(_made(Mode.ENFORCE), query=HELLO)

    assert _code(response) == "DOCUMENT_NOT_TRUSTED"


async def test_enforcing_server_runs_a_trusted_text_that_is_sent_along() -> None:
    await _trust()

    response = await _post(_made(Mode.ENFORCE), query=HELLO, extensions=PERSISTED)

    assert response.json() == {"data": {"hello": "hello world"}}


async def test_stranger_is_logged_once_and_run(caplog: pytest.LogCaptureFixture) -> None:
    made = _made(Mode.LOG)

    with caplog.at_level(logging.WARNING, "begrip.gate"):
        responses = [await _post(made, query=HELLO) for _ in range(2)]

    assert [response.status_code for response in responses] == [200, 200]
    assert [record.getMessage() for record in caplog.records] == [
        f"a document that is not trusted was run: sha256:{HASH}"
    ]


async def test_name_moves_to_the_newer_text(store: stores.Store) -> None:
    del store
    await _trust("hello-1")

    await rows.keep([Trusted(hash="0" * 64, name="hello-1", text="{hello}")])

    assert await rows.by_name("hello-1") == "{hello}"
    assert await rows.names() == [("0" * 64, "hello-1"), (HASH, None)]


async def test_forgotten_document_is_trusted_no_more() -> None:
    await _trust()

    assert await rows.forget([HASH, "0" * 64]) == 1

    assert await rows.by_hash(HASH) is None


async def _get(made: Gate, headers: dict[str, str] | None = None, **parameters: str) -> httpx.Response:
    async with _client(made) as http:
        return await http.get("/", params=parameters, headers=NEW | (headers or {}))


@pytest.mark.parametrize("document_id", [f"sha256:{HASH}", "hello-1"])
@pytest.mark.parametrize("accept", ["application/graphql-response+json", "application/json"])
async def test_answer_to_a_known_document_may_be_kept_by_caches(document_id: str, accept: str) -> None:
    await _trust("hello-1")
    made = _made()

    first = await _get(made, {"accept": accept}, documentId=document_id)
    again = await _get(made, {"accept": accept, "if-none-match": first.headers["etag"]}, documentId=document_id)

    assert first.headers["cache-control"] == "public, max-age=30"
    assert first.headers["vary"] == "Accept, Accept-Language, Authorization"
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["etag"] == first.headers["etag"]


async def test_apollo_client_may_get_by_hash(redis: Redis) -> None:
    made = _made(redis=redis)
    await _post(made, query=HELLO, extensions=PERSISTED)

    response = await _get(made, extensions=json.dumps(PERSISTED))

    assert response.json() == {"data": {"hello": "hello world"}}
    assert response.headers["cache-control"] == "public, max-age=30"


async def test_answer_to_whoever_shows_a_credential_is_kept_by_nobody() -> None:
    await _trust()

    response = await _get(_made(), {"authorization": "Bearer x"}, documentId=f"sha256:{HASH}")

    assert response.headers["cache-control"] == "no-store"
    assert "etag" not in response.headers


async def test_answer_with_errors_is_kept_by_nobody() -> None:
    await rows.keep([Trusted(hash="0" * 64, name="missing", text="{missing}")])

    response = await _get(_made(), documentId="missing")

    assert response.headers["cache-control"] == "no-store"


async def test_other_query_by_get_is_kept_by_nobody() -> None:
    response = await _get(_made(), query=HELLO)

    assert response.headers["cache-control"] == "no-store"


async def test_socket_takes_documents_by_hash_too(redis: Redis) -> None:
    made = _made(redis=redis)
    await _post(made, query=HELLO, extensions=PERSISTED)
    async with serving.served(made, Doorkeeper()) as address, socket_client.opened(address) as peer:
        await peer.init()
        await peer.say({"id": "1", "type": "subscribe", "payload": {"extensions": PERSISTED}})

        assert await peer.hear() == {"id": "1", "type": "next", "payload": {"data": {"hello": "hello world"}}}
