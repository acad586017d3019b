"""graphql-transport-ws, rule by rule, over a real socket."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
import pytest_asyncio
from websockets.exceptions import InvalidStatus

from auth.scopes import OF_ROLE
from auth.viewer import Viewer
from models.kinds import Role
from schema.gate import gate
from schema.gate.options import Options, SocketLimits
from subscriptions import live
from tests.gate import sample, serving, socket_client
from tests.gate.serving import Doorkeeper

EDITOR = Viewer(user_id=UUID(int=7), role=Role.EDITOR, scopes=OF_ROLE[Role.EDITOR], session_id=UUID(int=8))
INIT = {"type": "connection_init"}
HELLO = {"id": "1", "type": "subscribe", "payload": {"query": "{hello}"}}


@pytest.fixture
def doorkeeper() -> Doorkeeper:
    keeper = Doorkeeper()
    keeper.viewers["editor"] = (EDITOR, datetime.now(UTC) + timedelta(minutes=10))
    return keeper


def _sockets(**changes: object) -> SocketLimits:
    return replace(SocketLimits(), **changes)  # type: ignore[arg-type]


@pytest_asyncio.fixture
async def address(doorkeeper: Doorkeeper) -> AsyncIterator[str]:
    options = Options(sockets=_sockets(operations=3), allowed_origins=frozenset({"https://app.test"}))
    made = gate.build(sample.SCHEMA, sample.message, live.Live(None), options)
    async with serving.served(made, doorkeeper) as running:
        yield running


MALFORMED: dict[str, object] = {
    "empty": "",
    "no JSON": "hello",
    "cut": '{"type":"connection_init"',
    "list": "[]",
    "string": '"x"',
    "number": "1",
    "null": "null",
    "no type": "{}",
    "type of number": '{"type":1}',
    "type of null": '{"type":null}',
    "unknown type": '{"type":"start","id":"1"}',
    "type of the server": '{"type":"connection_ack"}',
    "next from the client": '{"type":"next","id":"1","payload":{}}',
    "binary": b'{"type":"connection_init"}',
    "key twice": '{"type":"ping","type":"pong"}',
    "lone surrogate": '{"type":"ping","payload":{"x":"\\ud800"}}',
    "NUL": '{"type":"ping","payload":{"x":"\\u0000"}}',
    "100,000 brackets": "[" * 100_000,
    "nested payload": '{"type":"ping","payload":' + '{"x":' * 60 + "1" + "}" * 60 + "}",
    "ping of list": '{"type":"ping","payload":[]}',
    "pong of string": '{"type":"pong","payload":"x"}',
    "init of list": '{"type":"connection_init","payload":[]}',
    "init of string": '{"type":"connection_init","payload":"token"}',
    "subscribe without id": '{"type":"subscribe","payload":{"query":"{hello}"}}',
    "subscribe with empty id": '{"type":"subscribe","id":"","payload":{"query":"{hello}"}}',
    "subscribe with id of number": '{"type":"subscribe","id":1,"payload":{"query":"{hello}"}}',
    "subscribe without payload": '{"type":"subscribe","id":"1"}',
    "subscribe with null payload": '{"type":"subscribe","id":"1","payload":null}',
    "subscribe with payload of string": '{"type":"subscribe","id":"1","payload":"{hello}"}',
    "subscribe without query": '{"type":"subscribe","id":"1","payload":{}}',
    "subscribe with query of number": '{"type":"subscribe","id":"1","payload":{"query":1}}',
    "subscribe with variables of list": '{"type":"subscribe","id":"1","payload":{"query":"{hello}","variables":[]}}',
    "subscribe with name of number": '{"type":"subscribe","id":"1","payload":{"query":"{hello}","operationName":1}}',
    "subscribe with extensions of string": '{"type":"subscribe","id":"1","payload":{"query":"{hello}","extensions":"x"}}',
    "complete without id": '{"type":"complete"}',
    "complete with id of list": '{"type":"complete","id":["1"]}',
}


@pytest.mark.parametrize("frame", MALFORMED.values(), ids=MALFORMED.keys())
async def test_malformed_frame_closes_with_4400(address: str, frame: object) -> None:
    async with socket_client.opened(address) as peer:
        await peer.say(frame)

        code, reason = await peer.end()

    assert code == 4400
    assert reason


@pytest.mark.parametrize("frame", [HELLO, {**HELLO, "payload": {"query": "{"}}], ids=["sound", "with a mistake"])
async def test_subscribe_before_the_acknowledgement_closes_with_4401(address: str, frame: object) -> None:
    async with socket_client.opened(address) as peer:
        await peer.say(frame)

        assert await peer.end() == (4401, "Unauthorized")


async def test_second_init_closes_with_4429(address: str) -> None:
    async with socket_client.opened(address) as peer:
        await peer.init()
        await peer.say(INIT)

        assert await peer.end() == (4429, "Too many initialisation requests")


async def test_silence_closes_with_4408(doorkeeper: Doorkeeper) -> None:
    options = Options(sockets=_sockets(init_wait=timedelta(milliseconds=50)))
    made = gate.build(sample.SCHEMA, sample.message, live.Live(None), options)
    async with serving.served(made, doorkeeper) as running, socket_client.opened(running) as peer:
        assert await peer.end() == (4408, "Connection initialisation timeout")


@pytest.mark.parametrize("protocol", [None, "graphql-ws", "soap"])
async def test_other_protocol_closes_with_4406(address: str, protocol: str | None) -> None:
    async with socket_client.opened(address, protocol=protocol) as peer:
        assert (await peer.end())[0] == 4406


async def test_running_id_closes_with_4409(address: str) -> None:
    async with socket_client.opened(address) as peer:
        await peer.init()
        await peer.ask("a", "{slow}")
        await peer.ask("a", "{hello}")

        assert await peer.end() == (4409, "Subscriber for a already exists")


async def test_big_frame_closes_with_1009(address: str) -> None:
    async with socket_client.opened(address) as peer:
        await peer.say('{"type":"ping","payload":{"x":"' + "x" * 300_000 + '"}}')

        assert (await peer.end())[0] == 1009


async def test_wrong_token_closes_with_4403(address: str) -> None:
    async with socket_client.opened(address) as peer:
        await peer.say({**INIT, "payload": {"authorization": "Bearer forged"}})

        assert await peer.end() == (4403, "Forbidden")


async def test_ended_token_closes_with_4403(address: str, doorkeeper: Doorkeeper) -> None:
    doorkeeper.viewers["short"] = (EDITOR, datetime.now(UTC) + timedelta(milliseconds=200))
    async with socket_client.opened(address) as peer:
        await peer.init(authorization="Bearer short")

        assert await peer.end() == (4403, "Forbidden: the access token has ended")


async def test_token_of_the_payload_says_who(address: str) -> None:
    async with socket_client.opened(address) as peer:
        await peer.init(authorization="Bearer editor")
        await peer.ask("1", "{who}")

        assert (await peer.hear())["payload"] == {"data": {"who": str(EDITOR.user_id)}}


async def test_token_of_the_handshake_says_who(address: str) -> None:
    headers = {"authorization": "Bearer editor"}
    async with socket_client.opened(address, additional_headers=headers) as peer:
        await peer.init()
        await peer.ask("1", "{who}")

        assert (await peer.hear())["payload"] == {"data": {"who": str(EDITOR.user_id)}}


@pytest.mark.parametrize(
    ("payload", "locale"),
    [
        ({}, "nl"),
        ({"acceptLanguage": "en, nl;q=0.5"}, "en"),
        ({"acceptLanguage": "nl-BE"}, "nl"),
        ({"acceptLanguage": 1}, "nl"),
    ],
)
async def test_init_says_in_which_language_to_answer(address: str, payload: dict[str, object], locale: str) -> None:
    async with socket_client.opened(address, additional_headers={"accept-language": "nl"}) as peer:
        await peer.init(**payload)
        await peer.ask("1", "{locale}")

        assert (await peer.hear())["payload"] == {"data": {"locale": locale}}


@pytest.mark.parametrize("payload", [None, {}, {"other": 1}])
async def test_init_without_token_is_anonymous(address: str, payload: object) -> None:
    async with socket_client.opened(address) as peer:
        await peer.say({**INIT, "payload": payload})
        await peer.hear()
        await peer.ask("1", "{who}")

        assert (await peer.hear())["payload"] == {"data": {"who": None}}


async def test_foreign_origin_may_not_connect(address: str) -> None:
    with pytest.raises(InvalidStatus) as refusal:
        async with socket_client.opened(address, origin="https://evil.test"):
            pass

    assert refusal.value.response.status_code == 403


@pytest.mark.parametrize("origin", ["https://app.test", None])
async def test_listed_origin_may_connect(address: str, origin: str | None) -> None:
    async with socket_client.opened(address, origin=origin or f"http://{address}") as peer:
        await peer.init()


async def test_ping_is_answered_with_its_payload_at_any_time(address: str) -> None:
    async with socket_client.opened(address) as peer:
        await peer.say({"type": "ping", "payload": {"x": 1}})
        assert await peer.hear() == {"type": "pong", "payload": {"x": 1}}
        await peer.say({"type": "pong"})
        await peer.say({"type": "ping"})

        assert await peer.hear() == {"type": "pong"}


async def test_server_pings(doorkeeper: Doorkeeper) -> None:
    options = Options(sockets=_sockets(ping_every=timedelta(milliseconds=20)))
    made = gate.build(sample.SCHEMA, sample.message, live.Live(None), options)
    async with serving.served(made, doorkeeper) as running, socket_client.opened(running) as peer:
        await peer.init()

        assert await peer.connection.recv() == '{"type":"ping"}'


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("{", "GRAPHQL_PARSE_FAILED"),
        ("{nope}", "GRAPHQL_VALIDATION_FAILED"),
        ("query A{hello} query B{hello}", "OPERATION_RESOLUTION_FAILURE"),
        ("{" + "hello " * 21 + "}", "OPERATION_LIMIT_EXCEEDED"),
        ("query($x:String!){hello(name:$x)}", "BAD_USER_INPUT"),
        ("subscription{privateEvents{cursor}}", "UNAUTHENTICATED"),
        ('subscription{definitionEvents(after:"forged"){cursor}}', "BAD_USER_INPUT"),
        ("subscription($x:Int!){definitionEvents{cursor}}", "GRAPHQL_VALIDATION_FAILED"),
        ("subscription($x:String!){definitionEvents(after:$x){cursor}}", "BAD_USER_INPUT"),
        ("subscription{wrongEvents}", "INTERNAL"),
    ],
)
async def test_refused_operation_leaves_the_socket_alive(address: str, query: str, code: str) -> None:
    async with socket_client.opened(address) as peer:
        await peer.init()
        await peer.ask("1", query)
        refusal = await peer.hear()
        await peer.ask("1", "{hello}")

        assert (refusal["type"], refusal["id"]) == ("error", "1")
        assert refusal["payload"][0]["extensions"]["code"] == code
        assert (await peer.hear())["payload"] == {"data": {"hello": "hello world"}}


async def test_query_answers_next_and_complete(address: str) -> None:
    async with socket_client.opened(address) as peer:
        await peer.init()
        await peer.ask("ü", "query A($x:String){hello(name:$x)}", variables={"x": "you"}, operationName="A")

        assert await peer.hear() == {"id": "ü", "type": "next", "payload": {"data": {"hello": "hello you"}}}
        assert await peer.hear() == {"type": "complete", "id": "ü"}


async def test_mutation_runs_too(address: str) -> None:
    async with socket_client.opened(address) as peer:
        await peer.init()
        await peer.ask("1", "mutation{change(value:2)}")

        assert (await peer.hear())["payload"] == {"data": {"change": 2}}


async def test_field_error_comes_as_next(address: str) -> None:
    async with socket_client.opened(address) as peer:
        await peer.init()
        await peer.ask("1", "{broken}")
        frame = await peer.hear()

        assert frame["type"] == "next"
        assert frame["payload"]["data"] == {"broken": None}
        assert frame["payload"]["errors"][0]["message"] == "internal error"


async def test_completed_operation_is_cancelled_and_silent(address: str) -> None:
    sample.CANCELLED.clear()
    async with socket_client.opened(address) as peer:
        await peer.init()
        await peer.ask("1", "{slow}")
        await peer.ask("2", "{hello}")
        await peer.hear()
        await peer.hear()
        await peer.say({"type": "complete", "id": "1"})
        await peer.ask("1", "{hello}")

        assert (await peer.hear())["payload"] == {"data": {"hello": "hello world"}}
        assert sample.CANCELLED == ["slow"]


async def test_complete_of_an_unknown_id_is_ignored(address: str) -> None:
    async with socket_client.opened(address) as peer:
        await peer.init()
        await peer.say({"type": "complete", "id": "nobody"})
        await peer.ask("1", "{hello}")

        assert (await peer.hear())["type"] == "next"


async def test_operations_on_one_socket_are_bounded(address: str) -> None:
    async with socket_client.opened(address) as peer:
        await peer.init()
        for number in range(4):
            await peer.ask(str(number), "{slow}")

        refusal = await peer.hear()

    assert (refusal["type"], refusal["id"]) == ("error", "3")
    assert refusal["payload"][0]["extensions"]["code"] == "LIMIT_EXCEEDED"


async def test_drained_gate_closes_with_1012(doorkeeper: Doorkeeper) -> None:
    made = gate.build(sample.SCHEMA, sample.message, live.Live(None), Options())
    async with serving.served(made, doorkeeper) as running, socket_client.opened(running) as peer:
        await peer.init()
        await made.drain()

        assert (await peer.end())[0] == 1012
