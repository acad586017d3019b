"""Requests whose bytes or credentials are wrong: they end at the door."""

import json
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import asyncpg
import pytest

from auth import keys, tokens
from auth.scopes import Scope
from resolvers import identity
from tests.e2e import operations, shelf
from tests.e2e.client import Answer, Client
from tests.e2e.site import Site

MALFORMED = {
    "no JSON": b"{",
    "nothing": b"",
    "half a string": b'{"query": "{ viewer',
    "no UTF-8": b'{"query": "\xff\xfe"}',
    "NaN": b'{"query": "{ viewer { scopes } }", "variables": {"x": NaN}}',
    "a duplicate key": b'{"query": "{ viewer { scopes } }", "query": "{ users { nodes { id } } }"}',
    "NUL in a variable": json.dumps({"query": operations.NODE, "variables": {"id": "a\0b"}}).encode(),
    "NUL in the document": b'{"query": "query { definition(by: {id: \\"\\\\u0000\\"}) { id } }"}',
    "half a surrogate pair": b'{"query": "query ($id: ID!) { node(id: $id) { id } }", "variables": {"id": "\\ud800"}}',
    "brackets without end": b"[" * 100_000,
}
MISSHAPEN = {
    "a list": b'[{"query": "{ viewer { scopes } }"}]',
    "a number": b"7",
    "no document": b"{}",
    "a document that is a number": b'{"query": 7}',
    "variables that are a list": b'{"query": "{ viewer { scopes } }", "variables": []}',
    "a name that is a number": b'{"query": "{ viewer { scopes } }", "operationName": 7}',
}
CREATE = json.dumps(
    {"query": 'mutation { createGlossary(input: {slug: "x", name: "x", locales: []}) { errors { code } } }'}
)


@pytest.mark.parametrize("body", MALFORMED.values(), ids=MALFORMED)
async def test_what_cannot_be_read_is_400(site: Site, rows: asyncpg.Connection, body: bytes) -> None:
    before = await shelf.counts(rows)

    answer = await site.people.admin.post(body)

    assert (answer.status, answer.codes) == (400, ["BAD_REQUEST"])
    assert await shelf.counts(rows) == before


@pytest.mark.parametrize("body", MISSHAPEN.values(), ids=MISSHAPEN)
async def test_json_that_is_no_request_is_422(site: Site, rows: asyncpg.Connection, body: bytes) -> None:
    before = await shelf.counts(rows)

    answer = await site.people.admin.post(body)

    assert (answer.status, answer.codes) == (422, ["BAD_REQUEST"])
    assert await shelf.counts(rows) == before


async def test_a_duplicate_key_deep_inside_is_found(site: Site) -> None:
    request = '{"query": %s, "variables": {"input": {"term": "a", "term": "b"}}}'.replace(
        "%s", json.dumps(operations.CREATE)
    )

    answer = await site.people.author.post(request.encode())

    assert (answer.status, answer.codes) == (400, ["BAD_REQUEST"])


@pytest.mark.parametrize("escaped", ["\\u0000", "\\ud800", "\\udc00\\ud800"])
async def test_no_text_is_stored_that_cannot_be(site: Site, rows: asyncpg.Connection, escaped: str) -> None:
    before = await shelf.counts(rows)
    document = json.dumps(operations.CREATE)
    given = f'{{"glossaryId": "{site.glossary_id}", "term": "x", "locale": "en", "text": "a{escaped}b"}}'

    answer = await site.people.author.post(f'{{"query": {document}, "variables": {{"input": {given}}}}}'.encode())

    assert (answer.status, answer.codes) == (400, ["BAD_REQUEST"])
    assert await shelf.counts(rows) == before


@pytest.mark.parametrize("escaped", ["\\\\ud800", "\\\\u{0}", "\\\\u{d800}"])
async def test_nor_is_it_when_the_document_escapes_it(site: Site, rows: asyncpg.Connection, escaped: str) -> None:
    before = await shelf.counts(rows)
    fields = f'glossaryId: \\"{site.glossary_id}\\", term: \\"x\\", locale: \\"en\\", text: \\"a{escaped}b\\"'

    answer = await site.people.author.post(
        f'{{"query": "mutation {{ createDefinition(input: {{{fields}}}) {{ definition {{ id }} }} }}"}}'.encode()
    )

    assert (answer.status, answer.codes) in [(400, ["BAD_REQUEST"]), (400, ["GRAPHQL_PARSE_FAILED"])]
    assert await shelf.counts(rows) == before


async def test_a_body_of_a_megabyte_is_too_large(site: Site) -> None:
    body = json.dumps({"query": operations.NODE, "variables": {"id": "x" * 2**20}}).encode()

    answer = await site.people.editor.post(body)

    assert (answer.status, answer.codes) == (413, ["BODY_TOO_LARGE"])


async def test_strangers_may_send_less(site: Site) -> None:
    body = json.dumps({"query": operations.NODE, "variables": {"id": "x" * 256_000}}).encode()

    answer = await site.people.anonymous.post(body)

    assert (answer.status, answer.codes) == (413, ["BODY_TOO_LARGE"])


async def test_a_form_is_no_request(site: Site) -> None:
    headers = {"content-type": "application/x-www-form-urlencoded"}

    answer = await site.people.admin.post(b"query=%7Bviewer%7Bscopes%7D%7D", **headers)

    assert (answer.status, answer.codes) == (415, ["BAD_REQUEST"])


async def test_a_link_changes_nothing(site: Site, rows: asyncpg.Connection) -> None:
    before = await shelf.counts(rows)
    query = json.loads(CREATE)["query"]

    got = await site.http.get("/graphql", params={"query": query}, headers=site.people.admin.headers())

    assert got.status_code == 405
    assert await shelf.counts(rows) == before


async def _expired() -> str:
    issuer = tokens.Issuer("http://begrip.test", "begrip")
    an_hour_ago = datetime.now(UTC) - timedelta(hours=1)
    return (await tokens.Tokens(issuer, identity.current().keys, now=lambda: an_hour_ago).issue(_grant()))[0]


async def _of_another_issuer() -> str:
    issuer = tokens.Issuer("https://elsewhere.test", "begrip")
    return (await tokens.Tokens(issuer, identity.current().keys).issue(_grant()))[0]


async def _of_a_ghost() -> str:
    issuer = tokens.Issuer("http://begrip.test", "begrip")
    return (await tokens.Tokens(issuer, identity.current().keys, now=keys.utc_now).issue(_grant()))[0]


def _grant() -> tokens.Grant:
    return tokens.Grant(user_id=uuid4(), session_id=uuid4(), scopes=frozenset(Scope), permission_version=1)


@pytest.mark.parametrize("make", [_expired, _of_another_issuer, _of_a_ghost])
async def test_a_token_that_is_not_good_is_401(
    site: Site, rows: asyncpg.Connection, make: Callable[[], Awaitable[str]]
) -> None:
    before = await shelf.counts(rows)

    answer = await Client(site.http, await make()).post(CREATE.encode())

    _assert_unauthenticated(answer)
    assert await shelf.counts(rows) == before


@pytest.mark.parametrize(
    "alter",
    [
        lambda token: token[:-4] + "AAAA",
        lambda token: token + "x",
        lambda token: token.rpartition(".")[0] + ".",
        lambda token: "eyJhbGciOiJub25lIn0." + token.split(".")[1] + ".",
        lambda _: "x" * 10_000,
        lambda _: "two words",
    ],
)
async def test_a_forged_token_is_401(site: Site, rows: asyncpg.Connection, alter: Callable[[str], str]) -> None:
    before = await shelf.counts(rows)

    answer = await Client(site.http, alter(str(site.people.admin.token))).post(CREATE.encode())

    _assert_unauthenticated(answer)
    assert await shelf.counts(rows) == before


async def test_a_password_in_the_header_is_no_token(site: Site) -> None:
    answer = await site.people.anonymous.post(CREATE.encode(), authorization="Basic YWRtaW46YWRtaW4=")

    _assert_unauthenticated(answer)


def _assert_unauthenticated(answer: Answer) -> None:
    assert (answer.status, answer.codes) == (401, ["UNAUTHENTICATED"])
    assert answer.headers["www-authenticate"].startswith("Bearer ")
