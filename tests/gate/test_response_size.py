"""A response that is too large gives way to a word that says so, over every transport."""

import httpx
import pytest

from schema.gate import endpoint, gate
from schema.gate.gate import Gate
from schema.gate.options import Options
from subscriptions import live
from tests.gate import sample, serving, socket_client
from tests.gate.serving import Doorkeeper

LONG = "query($n:String!){hello(name:$n)}"
NAME = {"n": "x" * 300}
TOLD = {
    "message": "it was carried out, but the response has more than 200 bytes: ask for less at a time",
    "extensions": {"code": "RESPONSE_TOO_LARGE", "maximum": 200},
}


@pytest.fixture
def tight() -> Gate:
    return gate.build(sample.SCHEMA, sample.message, live.Live(None), Options(response_bytes=200))


@pytest.mark.parametrize("accept", ["application/graphql-response+json", "text/event-stream"])
async def test_large_response_is_one_error(tight: Gate, accept: str) -> None:
    async with httpx.AsyncClient(transport=httpx.ASGITransport(endpoint.Http(tight)), base_url="http://x.test") as http:
        response = await http.post("/", json={"query": LONG, "variables": NAME}, headers={"accept": accept})

    assert "RESPONSE_TOO_LARGE" in response.text
    assert "xxx" not in response.text


async def test_socket_refuses_the_operation_and_lives_on(tight: Gate) -> None:
    async with serving.served(tight, Doorkeeper()) as address, socket_client.opened(address) as peer:
        await peer.init()
        await peer.ask("1", LONG, variables=NAME)
        refused = await peer.hear()
        await peer.ask("2", "{hello}")

        assert refused == {"id": "1", "type": "error", "payload": [TOLD]}
        assert (await peer.hear())["type"] == "next"
