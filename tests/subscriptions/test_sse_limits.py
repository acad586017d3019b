"""How many streams one caller may have, and how streams end when the server goes away."""

import json
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
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
from subscriptions.live import Live
from tests.gate import sample, serving, socket_client
from tests.gate.serving import Doorkeeper
from tests.subscriptions import happenings
from tests.subscriptions.event_source import Events

QUERY = "subscription{definitionEvents{cursor event{__typename}}}"


def _viewer(number: int) -> Viewer:
    return Viewer(user_id=UUID(int=number), role=Role.EDITOR, scopes=OF_ROLE[Role.EDITOR], session_id=UUID(int=number))


@dataclass(slots=True)
class House:
    """A server on which each caller may have two streams."""

    address: str
    gate: Gate
    stack: AsyncExitStack
    kept: list[Events] = field(default_factory=list)
    """A reader that nobody holds is closed, and its stream with it."""

    async def stream(self, person: str) -> Events:
        """A stream of the person that has just been opened."""
        client = await self.stack.enter_async_context(httpx.AsyncClient(timeout=happenings.DEADLINE))
        headers = {"accept": "text/event-stream", "authorization": f"Bearer {person}"}
        asked = client.stream("POST", f"http://{self.address}/graphql", json={"query": QUERY}, headers=headers)
        self.kept.append(Events(await self.stack.enter_async_context(asked)))
        return self.kept[-1]

    async def followed(self, person: str) -> Events:
        """The same, once it has heard its first checkpoint."""
        told = await self.stream(person)
        assert (await told.next())["event"] == "next"
        return told


@pytest_asyncio.fixture
async def house(store: Store, redis: Redis) -> AsyncIterator[House]:
    doorkeeper = Doorkeeper()
    later = datetime.now(UTC) + timedelta(minutes=10)
    doorkeeper.viewers |= {"ada": (_viewer(1), later), "bob": (_viewer(2), later)}
    hub = Live(redis)
    made = gate.build(sample.SCHEMA, sample.message, hub, Options(sockets=SocketLimits(streams_per_user=2)))
    async with happenings.running(hub), serving.served(made, doorkeeper) as address, AsyncExitStack() as stack:
        yield House(address, made, stack)


async def _refusal(told: Events) -> dict[str, object]:
    entry: dict[str, object] = json.loads((await told.next())["data"])["errors"][0]["extensions"]
    assert (await told.next())["event"] == "complete"
    return entry


async def test_streams_of_one_person_are_bounded_and_others_are_not_touched(house: House) -> None:
    await house.followed("ada")
    await house.followed("ada")

    entry = await _refusal(await house.stream("ada"))

    assert (entry["code"], entry["maximum"]) == ("LIMIT_EXCEEDED", 2)
    await house.followed("bob")
    assert house.gate.sockets.streams.total == 3


async def test_stream_that_ends_leaves_room(house: House) -> None:
    await house.followed("ada")
    await house.followed("ada")
    await house.stack.aclose()
    await happenings.until(happenings.claim(lambda: house.gate.sockets.streams.total == 0))

    await house.followed("ada")


async def test_subscriptions_on_sockets_and_streams_are_counted_together(house: House) -> None:
    await house.followed("ada")
    async with socket_client.opened(house.address) as peer:
        await peer.init(authorization="Bearer ada")
        await peer.ask("1", QUERY)
        assert (await peer.hear())["type"] == "next"
        await peer.ask("2", QUERY)
        refused = await peer.hear()
        assert (refused["type"], refused["id"]) == ("error", "2")
        assert refused["payload"][0]["extensions"]["code"] == "LIMIT_EXCEEDED"
        await peer.say({"id": "1", "type": "complete"})
        await happenings.until(happenings.claim(lambda: house.gate.sockets.streams.total == 1))

        await house.followed("ada")


async def test_refused_subscription_is_not_counted(house: House) -> None:
    await house.followed("ada")
    await house.followed("ada")
    for _ in range(3):
        await _refusal(await house.stream("ada"))

    assert house.gate.sockets.streams.total == 2


async def test_streams_end_at_odd_moments_when_the_server_goes_away(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    spans: list[tuple[float, float]] = []

    def uniform(low: float, high: float) -> float:
        spans.append((low, high))
        return low

    monkeypatch.setattr("schema.gate.sse.random.uniform", uniform)
    streams = [await house.followed(person) for person in ("ada", "ada", "bob", "bob")]
    await house.gate.drain()
    for told in streams:
        with pytest.raises(EOFError):
            await told.next()

    # Each within the time in which so many may be told: 500 a second. The first to end may be counted no more by the last.
    assert len(spans) == 4
    assert spans[0] == (0, 4 / house.gate.options.sockets.drained_a_second)
