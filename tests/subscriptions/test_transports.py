"""Live events over a real socket and over server-sent events."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from uuid import UUID

import httpx
import pytest
import pytest_asyncio
from redis.asyncio import Redis

from auth.scopes import OF_ROLE
from auth.viewer import Viewer
from models.kinds import Role
from models.store import Store
from schema.gate import gate
from schema.gate.gate import Gate
from schema.gate.options import Options, SocketLimits
from subscriptions import events
from subscriptions.events import Event
from subscriptions.live import Live
from subscriptions.relay import Relay
from tests.gate import sample, serving, socket_client
from tests.gate.serving import Doorkeeper
from tests.subscriptions import happenings
from tests.subscriptions.event_source import Events

EDITOR = Viewer(user_id=UUID(int=7), role=Role.EDITOR, scopes=OF_ROLE[Role.EDITOR], session_id=UUID(int=8))
QUERY = """
subscription($after: String, $ids: [ID!]) {
  definitionEvents(after: $after, glossaryIds: $ids) {
    cursor
    event {
      __typename
      ... on StreamCheckpoint { isFirst }
      ... on DefinitionCreated { version listener }
      ... on DefinitionUpdated { number: version }
      ... on StreamGap { oldestAvailable }
    }
  }
}
"""
BEARER = {"authorization": "Bearer editor"}


@dataclass(slots=True)
class House:
    """A server with its hub and relay."""

    address: str
    gate: Gate
    hub: Live
    relay: Relay
    doorkeeper: Doorkeeper = field(default_factory=Doorkeeper)

    async def tell(self, *versions: int) -> None:
        """Definitions of these versions were created."""
        await happenings.tell(*(happenings.created(version) for version in versions))
        await self.relay.turn()


@pytest_asyncio.fixture
async def house(store: Store, redis: Redis, database_url: str) -> AsyncIterator[House]:
    doorkeeper = Doorkeeper()
    doorkeeper.viewers["editor"] = (EDITOR, datetime.now(UTC) + timedelta(minutes=10))
    hub = Live(redis)
    options = Options(
        sse_ping_every=timedelta(milliseconds=100), sockets=SocketLimits(send_within=timedelta(seconds=2))
    )
    made = gate.build(sample.SCHEMA, sample.message, hub, options)
    async with happenings.running(hub), serving.served(made, doorkeeper) as address:
        yield House(address, made, hub, Relay(redis, database_url), doorkeeper)


def _versions(frames: list[dict[str, object]]) -> list[object]:
    return [frame["payload"]["data"]["definitionEvents"]["event"].get("version") for frame in frames]  # type: ignore[index]


async def test_socket_hears_events_in_order(house: House) -> None:
    async with socket_client.opened(house.address) as peer:
        await peer.init(**BEARER)
        await peer.ask("s", QUERY)
        first = await peer.hear()
        await house.tell(1, 2, 3)
        frames = [await peer.hear() for _ in range(3)]

    assert first["payload"]["data"]["definitionEvents"]["event"] == {"__typename": "StreamCheckpoint", "isFirst": True}
    assert _versions(frames) == [1, 2, 3]
    assert {(frame["id"], frame["type"]) for frame in frames} == {("s", "next")}


async def test_socket_resumes_after_a_cursor(house: House) -> None:
    async with socket_client.opened(house.address) as peer:
        await peer.init(**BEARER)
        await peer.ask("s", QUERY)
        await peer.hear()
        await house.tell(1, 2)
        after = (await peer.hear())["payload"]["data"]["definitionEvents"]["cursor"]
    async with socket_client.opened(house.address) as peer:
        await peer.init(**BEARER)
        await peer.ask("s", QUERY, variables={"after": after})
        assert (await peer.hear())["payload"]["data"]["definitionEvents"]["cursor"] == after

        assert _versions([await peer.hear()]) == [2]


async def test_completed_subscription_is_silent_and_forgotten(house: House) -> None:
    async with socket_client.opened(house.address) as peer:
        await peer.init(**BEARER)
        await peer.ask("s", QUERY)
        await peer.hear()
        await peer.say({"type": "complete", "id": "s"})
        await house.tell(1)
        await peer.ask("q", "{hello}")

        assert (await peer.hear())["id"] == "q"
        assert house.hub._hub is not None
        await happenings.until(happenings.claim(lambda: house.hub._hub is not None and not house.hub._hub._groups))


async def test_subscribers_that_differ_in_cursor_or_filter_share_a_group(house: House) -> None:
    async with socket_client.opened(house.address) as peer:
        await peer.init(**BEARER)
        await peer.ask("a", QUERY)
        await peer.hear()
        await peer.ask("b", QUERY, variables={"ids": [str(happenings.GLOSSARY)]})
        await peer.hear()

        assert house.hub._hub is not None
        assert [group.size for group in house.hub._hub._groups.values()] == [2]


async def test_subscribers_of_other_rights_do_not_share(house: House) -> None:
    async with socket_client.opened(house.address) as editor, socket_client.opened(house.address) as nobody:
        await editor.init(**BEARER)
        await nobody.init()
        await editor.ask("s", QUERY)
        await nobody.ask("s", QUERY)
        await editor.hear()
        await nobody.hear()
        await house.tell(1)

        frame = await editor.hear()
        assert frame["payload"]["data"]["definitionEvents"]["event"]["listener"] == str(EDITOR.user_id)
        assert house.hub._hub is not None
        assert len(house.hub._hub._groups) == 2


async def test_anonymous_subscriber_hears_no_draft(house: House) -> None:
    async with socket_client.opened(house.address) as peer:
        await peer.init()
        await peer.ask("s", QUERY)
        await peer.hear()
        await house.tell(1)
        await peer.ask("q", "{hello}")

        assert (await peer.hear())["id"] == "q"


async def test_event_of_a_definition_that_has_gone_is_withheld(house: House) -> None:
    async with socket_client.opened(house.address) as peer:
        await peer.init(**BEARER)
        await peer.ask("s", QUERY)
        await peer.hear()
        await happenings.tell(_updated(0), _updated(4))
        await house.relay.turn()

        assert (await peer.hear())["payload"]["data"]["definitionEvents"]["event"]["number"] == 4


def _updated(version: int) -> Event:
    return events.DefinitionUpdated(
        definition_id=happenings.GLOSSARY,
        glossary_id=happenings.GLOSSARY,
        author_id=happenings.AUTHOR,
        version=version,
    )


async def test_revoked_session_closes_the_socket_at_the_next_event(house: House) -> None:
    async with socket_client.opened(house.address) as peer:
        await peer.init(**BEARER)
        await peer.ask("s", QUERY)
        await peer.hear()
        house.doorkeeper.viewers.clear()
        await house.tell(1)

        code, reason = await peer.end()

    assert code == 4403
    assert reason.startswith("Forbidden; resume after ")


async def test_ended_token_closes_the_socket(house: House) -> None:
    house.doorkeeper.viewers["short"] = (EDITOR, datetime.now(UTC) + timedelta(milliseconds=300))
    async with socket_client.opened(house.address) as peer:
        await peer.init(authorization="Bearer short")
        await peer.ask("s", QUERY)
        await peer.hear()

        assert (await peer.end())[0] == 4403


async def test_server_that_goes_away_closes_with_1012(house: House) -> None:
    async with socket_client.opened(house.address) as peer:
        await peer.init(**BEARER)
        await peer.ask("s", QUERY)
        await peer.hear()
        await house.gate.drain()

        assert (await peer.end())[0] == 1012


async def test_stopped_hub_tells_the_operation(house: House) -> None:
    async with socket_client.opened(house.address) as peer:
        await peer.init(**BEARER)
        await peer.ask("s", QUERY)
        await peer.hear()
        await house.hub.stop()
        frame = await peer.hear()

    assert (frame["type"], frame["id"]) == ("error", "s")
    assert frame["payload"][0]["extensions"]["code"] == "SERVER_STOPPING"
    assert frame["payload"][0]["extensions"]["cursor"]


async def test_cut_socket_frees_its_subscription(house: House) -> None:
    async with socket_client.opened(house.address) as peer:
        await peer.init(**BEARER)
        await peer.ask("s", QUERY)
        await peer.hear()
        peer.connection.transport.abort()

    await happenings.until(happenings.claim(lambda: house.hub._hub is not None and not house.hub._hub._groups))


def _stream(
    client: httpx.AsyncClient, house: House, query: str = QUERY, **headers: str
) -> AbstractAsyncContextManager[httpx.Response]:
    return client.stream(
        "POST",
        f"http://{house.address}/graphql",
        json={"query": query},
        headers={"accept": "text/event-stream", **headers},
        timeout=happenings.DEADLINE,
    )


async def test_sse_carries_cursors_as_ids(house: House) -> None:
    async with httpx.AsyncClient() as client, _stream(client, house, **BEARER) as response:
        told = Events(response)
        await told.next()
        await house.tell(1)
        event = await told.next()

    assert response.status_code == 200
    assert response.headers["content-type"] == "text/event-stream; charset=utf-8"
    assert event["event"] == "next"
    assert event["id"] == json.loads(event["data"])["data"]["definitionEvents"]["cursor"]


async def test_sse_resumes_after_the_last_event_id(house: House) -> None:
    async with httpx.AsyncClient() as client:
        async with _stream(client, house, **BEARER) as response:
            told = Events(response)
            await told.next()
            await house.tell(1, 2, 3)
            last = (await told.next())["id"]
        async with _stream(client, house, **BEARER, **{"last-event-id": last}) as response:
            told = Events(response)

            assert [await told.version() for _ in range(3)] == ["StreamCheckpoint", 2, 3]


async def test_sse_by_get(house: House) -> None:
    url = f"http://{house.address}/graphql"
    headers = {"accept": "text/event-stream", **BEARER}
    async with (
        httpx.AsyncClient() as client,
        client.stream("GET", url, params={"query": QUERY}, headers=headers) as response,
    ):
        assert await Events(response).version() == "StreamCheckpoint"


async def test_sse_pings_while_it_is_quiet(house: House) -> None:
    async with httpx.AsyncClient() as client, _stream(client, house, **BEARER) as response:
        told = Events(response)
        await told.next()
        await asyncio.sleep(0.25)
        await house.tell(1)
        await told.next()

        assert told.pings >= 2


@pytest.mark.parametrize(
    ("query", "headers", "code"),
    [
        ("{", {}, "GRAPHQL_PARSE_FAILED"),
        ("{nope}", {}, "GRAPHQL_VALIDATION_FAILED"),
        ("subscription{privateEvents{cursor}}", {}, "UNAUTHENTICATED"),
        (QUERY, {"last-event-id": "forged"}, "BAD_USER_INPUT"),
    ],
)
async def test_sse_answers_a_refusal_and_completes(
    house: House, query: str, headers: dict[str, str], code: str
) -> None:
    async with httpx.AsyncClient() as client, _stream(client, house, query, **headers) as response:
        told = Events(response)
        refusal = await told.next()

        assert json.loads(refusal["data"])["errors"][0]["extensions"]["code"] == code
        assert (await told.next())["event"] == "complete"
        with pytest.raises(EOFError):
            await told.next()


async def test_sse_answers_a_query_too(house: House) -> None:
    async with httpx.AsyncClient() as client, _stream(client, house, "{hello}") as response:
        told = Events(response)

        assert json.loads((await told.next())["data"]) == {"data": {"hello": "hello world"}}
        assert (await told.next())["event"] == "complete"


async def test_sse_ends_with_the_session(house: House) -> None:
    async with httpx.AsyncClient() as client, _stream(client, house, **BEARER) as response:
        told = Events(response)
        await told.next()
        house.doorkeeper.viewers.clear()
        await house.tell(1)
        event = await told.next()

        assert json.loads(event["data"])["errors"][0]["extensions"]["code"] == "FORBIDDEN"
        assert (await told.next())["event"] == "complete"


async def test_sse_ends_with_the_token(house: House) -> None:
    house.doorkeeper.viewers["editor"] = (EDITOR, datetime.now(UTC) + timedelta(seconds=1.5))
    async with httpx.AsyncClient() as client, _stream(client, house, **BEARER) as response:
        told = Events(response)
        await told.next()

        assert json.loads((await told.next())["data"])["errors"][0]["extensions"]["code"] == "UNAUTHENTICATED"


async def test_sse_ends_without_a_word_when_the_server_goes_away(house: House) -> None:
    async with httpx.AsyncClient() as client, _stream(client, house, **BEARER) as response:
        told = Events(response)
        await told.next()
        await house.gate.drain()

        with pytest.raises(EOFError):
            await told.next()


async def test_sse_client_that_leaves_is_forgotten(house: House) -> None:
    async with httpx.AsyncClient() as client, _stream(client, house, **BEARER) as response:
        await Events(response).next()

    await happenings.until(happenings.claim(lambda: house.hub._hub is not None and not house.hub._hub._groups))
