"""What a WebSocket may do at most, and how the server says so."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
import pytest_asyncio

from auth.scopes import ANONYMOUS, OF_ROLE
from auth.viewer import Viewer
from cache.points import Bucket, Points
from models.kinds import Role
from schema.gate import gate
from schema.gate.gate import Gate
from schema.gate.options import Limits, Options, SocketLimits
from subscriptions import live
from tests.gate import sample, serving, socket_client
from tests.gate.serving import Doorkeeper
from tests.gate.socket_client import Peer

EDITOR = Viewer(user_id=UUID(int=7), role=Role.EDITOR, scopes=OF_ROLE[Role.EDITOR], session_id=UUID(int=8))
SOON = timedelta(milliseconds=700)


def _gate(options: Options | None = None, points: Points | None = None, **limits: object) -> Gate:
    sockets = replace(SocketLimits(), **limits)  # type: ignore[arg-type]
    return gate.build(
        sample.SCHEMA, sample.message, live.Live(None), replace(options or Options(), sockets=sockets), points=points
    )


@pytest.fixture
def doorkeeper() -> Doorkeeper:
    keeper = Doorkeeper()
    now = datetime.now(UTC)
    keeper.viewers["first"] = (EDITOR, now + SOON)
    keeper.viewers["later"] = (EDITOR, now + timedelta(minutes=10))
    keeper.viewers["other"] = (replace(EDITOR, user_id=UUID(int=9)), now + timedelta(minutes=10))
    keeper.viewers["less"] = (replace(EDITOR, scopes=ANONYMOUS), now + timedelta(minutes=10))
    keeper.viewers["application"] = (replace(EDITOR, application="app"), now + timedelta(minutes=10))
    return keeper


@pytest_asyncio.fixture
async def address(doorkeeper: Doorkeeper) -> AsyncIterator[str]:
    async with serving.served(_gate(), doorkeeper) as running:
        yield running


async def test_plain_asgi_server_is_spoken_to_as_well(doorkeeper: Doorkeeper) -> None:
    async with (
        serving.served(_gate(), doorkeeper, is_plain=True) as running,
        socket_client.opened(running) as peer,
    ):
        await peer.init()
        await peer.ask("1", "{hello}")
        assert (await peer.hear())["payload"] == {"data": {"hello": "hello world"}}
        await peer.say("[]")

        assert (await peer.end())[0] == 4400


@pytest.mark.parametrize("size", [10, 125, 126, 65_535, 65_536, 200_000])
async def test_answers_of_every_length_arrive_whole(address: str, size: int) -> None:
    async with socket_client.opened(address) as peer:
        await peer.init()
        await peer.ask("1", "query($x:String){hello(name:$x)}", variables={"x": "x" * size})

        assert (await peer.hear())["payload"] == {"data": {"hello": "hello " + "x" * size}}


async def test_peer_that_answers_no_ping_is_cut_off(doorkeeper: Doorkeeper) -> None:
    made = _gate(ping_every=timedelta(milliseconds=50), pong_within=timedelta(milliseconds=100))
    async with serving.served(made, doorkeeper) as running, socket_client.opened(running) as peer:
        await peer.init()

        assert await peer.end() == (1011, "no answer to a ping")


async def test_peer_that_answers_pings_stays(doorkeeper: Doorkeeper) -> None:
    made = _gate(ping_every=timedelta(milliseconds=50), pong_within=timedelta(milliseconds=100))
    async with serving.served(made, doorkeeper) as running, socket_client.opened(running) as peer:
        await peer.init()
        for _ in range(6):
            assert await peer.connection.recv() == '{"type":"ping"}'
            await peer.say({"type": "pong"})
        await peer.ask("1", "{hello}")

        assert (await peer.hear())["type"] == "next"


async def test_newer_token_keeps_the_socket_beyond_the_end_of_the_first(address: str) -> None:
    async with socket_client.opened(address) as peer:
        await peer.init(authorization="Bearer first")
        await peer.say({"type": "ping", "payload": {"authorization": "Bearer later"}})
        pong = await peer.hear()
        assert pong["type"] == "pong"
        assert list(pong["payload"]) == ["until"]  # the token itself is not echoed
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(2 * SOON.total_seconds()):
                await peer.connection.recv()
        await peer.ask("1", "{who}")

        assert (await peer.hear())["payload"] == {"data": {"who": str(EDITOR.user_id)}}


@pytest.mark.parametrize(
    ("token", "reason"),
    [
        ("forged", "Forbidden"),
        ("other", "Forbidden: the new token is not of the same person"),
        ("application", "Forbidden: the new token is not of the same person"),
        ("less", "Forbidden: the new token grants other rights; connect again"),
    ],
)
async def test_newer_token_that_is_no_better_closes_with_4403(address: str, token: str, reason: str) -> None:
    async with socket_client.opened(address) as peer:
        await peer.init(authorization="Bearer later")
        await peer.say({"type": "ping", "payload": {"authorization": f"Bearer {token}"}})

        assert await peer.end() == (4403, reason)


async def test_nobody_becomes_somebody_on_a_live_socket(address: str) -> None:
    async with socket_client.opened(address) as peer:
        await peer.init()
        await peer.say({"type": "ping", "payload": {"authorization": "Bearer later"}})

        assert (await peer.end())[0] == 4403


async def test_token_in_a_ping_before_the_acknowledgement_closes_with_4401(address: str) -> None:
    async with socket_client.opened(address) as peer:
        await peer.say({"type": "ping", "payload": {"authorization": "Bearer later"}})

        assert await peer.end() == (4401, "Unauthorized")


async def test_operation_of_a_session_that_ended_closes_with_4403(address: str, doorkeeper: Doorkeeper) -> None:
    async with socket_client.opened(address) as peer:
        await peer.init(authorization="Bearer later")
        doorkeeper.viewers.clear()
        await peer.ask("1", "{hello}")

        assert await peer.end() == (4403, "Forbidden")


async def test_sockets_of_one_person_are_bounded(doorkeeper: Doorkeeper) -> None:
    made = _gate(per_user=1)
    async with serving.served(made, doorkeeper) as running, AsyncExitStack() as stack:
        one, two, three = [await stack.enter_async_context(socket_client.opened(running)) for _ in range(3)]
        await one.init(authorization="Bearer later")
        await three.init(authorization="Bearer other")
        await two.say({"type": "connection_init", "payload": {"authorization": "Bearer later"}})

        assert await two.end() == (4420, "too many sockets: one person may have 1")


async def test_sockets_of_one_address_are_bounded_and_leave_room_when_they_close(doorkeeper: Doorkeeper) -> None:
    made = _gate(per_address=1)
    async with serving.served(made, doorkeeper) as running:
        async with socket_client.opened(running) as one, socket_client.opened(running) as two:
            assert await two.end() == (4420, "too many sockets: one address may have 1")
            await one.init()
        async with asyncio.timeout(5):
            while made.sockets.by_address.total:  # noqa: ASYNC110 - the server notices in its own time
                await asyncio.sleep(0.01)
        async with socket_client.opened(running) as three:
            await three.init()


async def test_operation_that_costs_too_much_is_refused_as_over_http(doorkeeper: Doorkeeper) -> None:
    made = _gate(Options(limits=Limits(cost=0)))
    async with serving.served(made, doorkeeper) as running, socket_client.opened(running) as peer:
        await peer.init()
        await peer.ask("1", "{thing{thing{name}}}")
        refusal = await peer.hear()

        assert (refusal["type"], refusal["payload"][0]["extensions"]["code"]) == ("error", "OPERATION_LIMIT_EXCEEDED")


async def test_bucket_of_points_is_the_same_as_over_http(doorkeeper: Doorkeeper) -> None:
    made = _gate(points=Points(None, Bucket(size=2, per_second=1)))
    async with serving.served(made, doorkeeper) as running, socket_client.opened(running) as peer:
        await peer.init()
        codes = []
        for number in range(5):
            await peer.ask(str(number), "{thing{thing{name}}}")
            frame = await peer.hear()
            if frame["type"] == "error":
                codes.append(frame["payload"][0]["extensions"]["code"])
                break
            await peer.hear()

        assert codes == ["RATE_LIMITED"]


async def test_extensions_are_carried_both_ways(address: str) -> None:
    async with socket_client.opened(address) as peer:
        await peer.init()
        await peer.ask("1", "{hello}", extensions={"cost": True})

        assert "cost" in (await peer.hear())["payload"]["extensions"]


async def _supersede(peer: Peer, id_: str, query: str, key: str = "editor") -> None:
    await peer.ask(id_, query, extensions={"supersedes": key})


async def test_newer_query_takes_the_place_of_an_older_one(address: str) -> None:
    sample.CANCELLED.clear()
    async with socket_client.opened(address) as peer:
        await peer.init()
        await _supersede(peer, "1", "{slow}")
        await _supersede(peer, "2", "{hello}")
        first, second = await peer.hear(), await peer.hear()

    assert (first["type"], first["id"], first["payload"][0]["extensions"]["code"]) == ("error", "1", "SUPERSEDED")
    assert (second["type"], second["id"]) == ("next", "2")


async def test_other_keys_and_other_sockets_are_left_alone(address: str) -> None:
    async with socket_client.opened(address) as peer, socket_client.opened(address) as other:
        await peer.init()
        await other.init()
        await _supersede(peer, "1", "{slow}")
        await _supersede(peer, "2", "{hello}", key="another")
        await _supersede(other, "3", "{hello}")

        assert [(await peer.hear())["id"], (await other.hear())["id"]] == ["2", "3"]


@pytest.mark.parametrize("query", ["mutation{change}", "subscription{definitionEvents{cursor}}"])
async def test_only_queries_take_the_place_of_others(address: str, query: str) -> None:
    async with socket_client.opened(address) as peer:
        await peer.init()
        await _supersede(peer, "1", query)

        assert (await peer.hear())["payload"][0]["extensions"]["code"] == "BAD_USER_INPUT"


@pytest.mark.parametrize("key", [1, "", "x" * 101, [], {}])
async def test_key_that_is_no_short_text_closes_with_4400(address: str, key: object) -> None:
    async with socket_client.opened(address) as peer:
        await peer.init()
        await peer.ask("1", "{hello}", extensions={"supersedes": key})

        assert (await peer.end())[0] == 4400


async def test_drain_tells_sockets_in_small_companies(doorkeeper: Doorkeeper) -> None:
    made = _gate(drained_a_second=1000)
    async with serving.served(made, doorkeeper) as running, AsyncExitStack() as stack:
        peers = [await stack.enter_async_context(socket_client.opened(running)) for _ in range(120)]
        began = asyncio.get_running_loop().time()
        await made.drain()
        took = asyncio.get_running_loop().time() - began
        codes = {(await peer.end())[0] for peer in peers}

    assert codes == {1012}
    assert took >= 2 * 0.5 * 50 / 1000


async def test_socket_that_comes_while_the_server_goes_away_is_sent_on(doorkeeper: Doorkeeper) -> None:
    made = _gate()
    async with serving.served(made, doorkeeper) as running:
        await made.drain()
        async with socket_client.opened(running) as peer:
            assert (await peer.end())[0] == 1012


async def test_megabyte_frame_closes_with_1009(address: str) -> None:
    async with socket_client.opened(address) as peer:
        await peer.init()
        await peer.ask("1", "{hello} #" + "x" * 1_000_000)

        assert (await peer.end())[0] == 1009
