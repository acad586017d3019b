"""Whoever may not read the schema reads none of it, by whatever way."""

import hashlib
import json

import httpx
import pytest
from graphql import get_introspection_query
from redis.asyncio import Redis

from auth.scopes import OF_ROLE
from auth.viewer import Viewer
from cache.texts import Texts
from models import trusted_document_rows as rows
from models.kinds import Role
from models.trusted_document_rows import Trusted
from schema.gate import endpoint, gate
from schema.gate.answer import Answer
from schema.gate.asker import Asker
from schema.gate.gate import Gate
from schema.gate.modes import Mode
from schema.gate.operation import Operation
from schema.gate.options import Options
from schema.gate.request import Request
from schema.gate.trust import Trust
from subscriptions import live
from tests.gate import sample, serving, socket_client
from tests.gate.serving import Doorkeeper

EDITOR = Viewer(role=Role.EDITOR, scopes=OF_ROLE[Role.EDITOR])
WAYS = [
    get_introspection_query(),
    "{__schema{types{name}}}",
    "{a:__schema{types{name}}}",
    "{...F} fragment F on Query{__schema{types{name}}}",
    "{...{__schema{queryType{name}}}}",
    "query A{hello} query B{__schema{types{name}}}",
    "{hello __schema @include(if:true){types{name}}}",
    "mutation M{change} query A{__schema{types{name}}}",
    "{...on Query{...{...F}}} fragment F on Query{a:__schema{directives{name args{name}}}}",
]
TYPES = [
    '{__type(name:"Query"){name fields{name}}}',
    '{a:__type(name:"Query"){name}}',
    'query($n:String="Query"){__type(name:$n){name}}',
    '{...F} fragment F on Query{__type(name:"Query"){name}}',
]


@pytest.fixture
def closed() -> Gate:
    options = Options(restricts_introspection=True, hides_suggestions=True)
    return gate.build(sample.SCHEMA, sample.message, live.Live(None), options)


async def _ask(made: Gate, query: str, viewer: Viewer | None = None, **variables: object) -> Answer:
    asker = Asker(viewer=viewer or Viewer())
    wanted = await made.prepare(Request(query, "A" if "query A" in query else None, variables), asker)
    return await made.run(wanted, asker) if isinstance(wanted, Operation) else wanted


@pytest.mark.parametrize("query", WAYS)
async def test_schema_is_refused(closed: Gate, query: str) -> None:
    answer = await _ask(closed, query)

    assert not answer.was_executed
    assert answer.errors[0]["extensions"] == {"code": "FORBIDDEN", "requiredScopes": ["schema:read"]}


@pytest.mark.parametrize("query", TYPES)
async def test_type_is_null(closed: Gate, query: str) -> None:
    answer = await _ask(closed, query)

    assert answer.errors == ()
    assert list((answer.data or {}).values()) == [None]


async def test_value_of_a_variable_cannot_bring_the_type_back(closed: Gate) -> None:
    assert (await _ask(closed, TYPES[2], n="Mutation")).data == {"__type": None}


@pytest.mark.parametrize("query", [*WAYS[:5], *TYPES])
async def test_holder_of_the_scope_reads_it(closed: Gate, query: str) -> None:
    answer = await _ask(closed, query, EDITOR)

    assert answer.errors == ()
    assert None not in (answer.data or {}).values()


async def test_mistake_suggests_nothing(closed: Gate) -> None:
    answer = await _ask(closed, "{helo}")

    assert "hello" not in json.dumps(answer.errors)


async def test_own_typename_is_no_introspection(closed: Gate) -> None:
    assert (await _ask(closed, "{__typename thing{__typename}}")).data == {
        "__typename": "Query",
        "thing": {"__typename": "Thing"},
    }


async def test_federation_cannot_print_the_schema(closed: Gate) -> None:
    answer = await _ask(closed, "{_service{sdl}}")

    assert answer.errors[0]["extensions"]["code"] == "GRAPHQL_VALIDATION_FAILED"


async def test_get_and_socket_know_the_same_policy(closed: Gate) -> None:
    async with httpx.AsyncClient(
        transport=httpx.ASGITransport(endpoint.Http(closed)), base_url="http://begrip.test"
    ) as http:
        got = await http.get("/", params={"query": WAYS[1]}, headers={"accept": "application/graphql-response+json"})
    async with serving.served(closed, Doorkeeper()) as address, socket_client.opened(address) as peer:
        await peer.init()
        await peer.ask("1", WAYS[1])
        heard = await peer.hear()

    assert got.status_code == 422
    assert "types" not in got.text
    assert heard["type"] == "error"


@pytest.mark.parametrize("query", ["mutation{__schema{types{name}}}", "subscription{__schema{types{name}}}"])
async def test_no_other_root_leads_to_the_schema(closed: Gate, query: str) -> None:
    answer = await _ask(closed, query)

    assert not answer.was_executed
    assert "Query" not in json.dumps(answer.errors)


@pytest.mark.parametrize("accept", ["application/json", "application/graphql-response+json", "text/event-stream"])
@pytest.mark.parametrize("query", [WAYS[0], TYPES[0], "subscription{__schema{types{name}}}"])
async def test_no_media_type_carries_the_schema(closed: Gate, accept: str, query: str) -> None:
    async with httpx.AsyncClient(
        transport=httpx.ASGITransport(endpoint.Http(closed)), base_url="http://begrip.test"
    ) as http:
        posted = await http.post("/", json={"query": query}, headers={"accept": accept})

    assert "hello" not in posted.text
    assert "fields" not in posted.text


async def test_hash_of_a_document_is_no_way_around(closed: Gate) -> None:
    digest = hashlib.sha256(WAYS[1].encode()).hexdigest()
    extensions = {"persistedQuery": {"version": 1, "sha256Hash": digest}}
    async with httpx.AsyncClient(
        transport=httpx.ASGITransport(endpoint.Http(closed)), base_url="http://begrip.test"
    ) as http:
        left = await http.post("/", json={"query": WAYS[1], "extensions": extensions})

    assert left.json()["errors"][0]["extensions"]["code"] == "FORBIDDEN"


async def _named(mode: Mode, redis: Redis, accept: str, **request: object) -> str:
    options = Options(restricts_introspection=True, hides_suggestions=True)
    made = gate.build(sample.SCHEMA, sample.message, live.Live(None), options, trust=Trust(mode, Texts(redis)))
    async with httpx.AsyncClient(
        transport=httpx.ASGITransport(endpoint.Http(made)), base_url="http://begrip.test"
    ) as http:
        return (await http.post("/", json=request, headers={"accept": accept})).text


@pytest.mark.usefixtures("store")
@pytest.mark.parametrize("accept", ["application/graphql-response+json", "text/event-stream"])
async def test_text_that_somebody_left_is_no_way_around(redis: Redis, accept: str) -> None:
    digest = hashlib.sha256(WAYS[1].encode()).hexdigest()
    await Texts(redis).put(digest, WAYS[1])

    text = await _named(Mode.OFF, redis, accept, extensions={"persistedQuery": {"version": 1, "sha256Hash": digest}})

    assert '"FORBIDDEN"' in text
    assert '"types"' not in text


@pytest.mark.usefixtures("store")
@pytest.mark.parametrize("accept", ["application/graphql-response+json", "text/event-stream"])
async def test_trusted_document_is_no_way_around(redis: Redis, accept: str) -> None:
    digest = hashlib.sha256(WAYS[1].encode()).hexdigest()
    await rows.keep([Trusted(hash=digest, name="schema", text=WAYS[1])])

    texts = [await _named(Mode.ENFORCE, redis, accept, documentId=id_) for id_ in (f"sha256:{digest}", "schema")]

    assert ['"FORBIDDEN"' in text and '"types"' not in text for text in texts] == [True, True]


@pytest.mark.parametrize("query", ["{thin{name}}", "{hello(nam:1)}", "{hello(name:{a:1})}", "{...on Quer{hello}}"])
async def test_no_mistake_names_what_there_is(closed: Gate, query: str) -> None:
    answer = await _ask(closed, query)

    assert "Did you mean" not in json.dumps(answer.errors)
