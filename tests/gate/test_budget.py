"""What callers may ask: refused before anything runs, told in headers, settled afterwards."""

from dataclasses import replace

import httpx
import pytest

from auth.viewer import Client, Viewer
from cache.points import Bucket, Points
from models.keys import uuid7
from models.kinds import Role
from schema.gate import budget, endpoint, gate
from schema.gate.answer import Answer, Outcome
from schema.gate.asker import Asker
from schema.gate.gate import Gate
from schema.gate.operation import Operation
from schema.gate.options import Limits, Options
from schema.gate.request import Request
from subscriptions import live
from tests.gate import sample

JSON = {"accept": "application/graphql-response+json"}
HOME = Viewer(client=Client(address="192.0.2.1"))
THREE = "{thing{thing{thing{name}}}}"


def _gate(*, size: int = 10, most: int = 5) -> Gate:
    points = Points(None, Bucket(size=size, per_second=1, portion=1))
    options = Options(limits=Limits(cost=most))
    return gate.build(sample.SCHEMA, sample.message, live.Live(None), options, points=points)


@pytest.fixture
def small() -> Gate:
    return _gate()


def _client(made: Gate) -> httpx.AsyncClient:
    return httpx.AsyncClient(transport=httpx.ASGITransport(endpoint.Http(made)), base_url="http://begrip.test")


async def _ask(made: Gate, query: str, viewer: Viewer = HOME, **request: object) -> Answer:
    asker = Asker(viewer=viewer)
    wanted = await made.prepare(Request(query, **request), asker)  # type: ignore[arg-type]
    assert isinstance(wanted, Operation)
    return await made.run(wanted, asker)


async def test_operation_beyond_the_limit_is_refused_with_its_cost(small: Gate) -> None:
    answer = await _ask(small, "{thing{thing{thing{thing{thing{thing{name}}}}}}}")

    assert answer.outcome is Outcome.REFUSED
    assert answer.errors[0]["extensions"] == {
        "code": "OPERATION_LIMIT_EXCEEDED",
        "limit": "cost",
        "maximum": 5,
        "cost": 6,
    }


def test_cost_beyond_all_numbers_can_be_written() -> None:
    told = budget._too_expensive(2**200, 5)

    assert told.errors[0]["extensions"]["cost"] == 2**31 - 1
    assert told.content()


async def test_what_is_spent_is_missing(small: Gate) -> None:
    left = [(await _ask(small, THREE)).rate for _ in range(2)]

    assert [rate.remaining for rate in left if rate] == [7, 4]


async def test_empty_bucket_refuses_before_anything_runs(small: Gate) -> None:
    for _ in range(3):
        await _ask(small, THREE)

    refused = await _ask(small, THREE)

    assert refused.outcome is Outcome.LIMITED
    assert refused.data is None
    assert refused.errors[0]["extensions"] == {"code": "RATE_LIMITED", "retryAfterMs": 2000, "cost": 3}


async def test_refusal_is_429_with_the_time_to_wait(small: Gate) -> None:
    async with _client(small) as http:
        responses = [await http.post("/", json={"query": THREE}, headers=JSON) for _ in range(4)]

    assert [response.status_code for response in responses] == [200, 200, 200, 429]
    assert responses[0].headers["ratelimit-policy"] == '"points";q=10;w=10'
    assert responses[0].headers["ratelimit"] == '"points";r=7;t=3'
    assert responses[3].headers["retry-after"] == "2"
    assert "data" not in responses[3].json()


async def test_what_a_null_spared_is_given_back(small: Gate) -> None:
    answer = await _ask(small, "query($v:Boolean!){thing @include(if:$v){thing{name}}}", variables={"v": False})

    assert answer.rate is not None
    assert answer.rate.remaining == 10


async def test_cost_is_told_to_whoever_asks(small: Gate) -> None:
    asked = await _ask(small, THREE, extensions={"cost": True})
    silent = await _ask(small, THREE)

    assert asked.extensions == {"cost": {"requested": 3, "actual": 3}}
    assert silent.extensions is None


async def test_each_address_has_its_bucket(small: Gate) -> None:
    elsewhere = Viewer(client=Client(address="192.0.2.2"))
    for _ in range(4):
        await _ask(small, THREE)

    assert (await _ask(small, THREE, elsewhere)).outcome is Outcome.DONE


async def test_addresses_of_one_household_share_a_bucket(small: Gate) -> None:
    first, second = (Viewer(client=Client(address=f"2001:db8:1:2::{n}")) for n in (1, 2))
    for _ in range(3):
        await _ask(small, THREE, first)

    assert (await _ask(small, THREE, second)).outcome is Outcome.LIMITED


async def test_a_user_has_one_bucket_wherever_he_is(small: Gate) -> None:
    person = replace(HOME, user_id=uuid7(), role=Role.USER)
    for _ in range(3):
        await _ask(small, THREE, person)

    away = replace(person, client=Client(address="192.0.2.9"))

    assert (await _ask(small, THREE, away)).outcome is Outcome.LIMITED
    assert (await _ask(small, THREE)).outcome is Outcome.DONE


async def test_subscription_is_charged_when_it_starts() -> None:
    made = _gate(size=5, most=5)
    asker = Asker(viewer=HOME)
    wanted = await made.prepare(Request("subscription{definitionEvents{cursor}}"), asker)
    assert isinstance(wanted, Operation)
    heavy = replace(wanted, price=replace(wanted.price, own=3))

    taken = [await made.subscribe(heavy, asker) for _ in range(2)]

    assert [isinstance(one, Answer) for one in taken] == [False, True]


async def test_without_a_bucket_nothing_is_counted() -> None:
    made = gate.build(sample.SCHEMA, sample.message, live.Live(None), Options())

    answer = await _ask(made, THREE, extensions={"cost": True})

    assert answer.rate is None
    assert answer.extensions == {"cost": {"requested": 3, "actual": 3}}
