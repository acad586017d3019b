"""The real schema over the real stream: what is written by mutation is heard by subscription."""

import asyncio
import json
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import aclosing
from dataclasses import dataclass
from typing import Any

import pytest
import pytest_asyncio
from redis.asyncio import Redis

from auth.viewer import Viewer
from models.kinds import Role
from models.store import Store
from resolvers import cursors
from schema import build, event, ids
from schema.gate import gate, request
from schema.gate.answer import Answer
from schema.gate.asker import Asker
from schema.gate.gate import Gate
from schema.gate.operation import Operation
from subscriptions.live import Ask, Live
from subscriptions.relay import Relay
from tests.resolvers import shelf
from tests.subscriptions import happenings

SCHEMA = build.build()
EVENTS = """
subscription($after: EventCursor) {
  definitionEvents(after: $after) {
    cursor
    event {
      __typename
      ... on DefinitionCreated { definition { term status } }
      ... on DefinitionStatusChanged { definition { term status } from to }
      ... on DefinitionRemoved { definitionId }
    }
  }
}
"""
CREATE = """
mutation($input: CreateDefinitionInput!) {
  createDefinition(input: $input) { definition { id version } errors { code message } }
}
"""


@dataclass(slots=True)
class House:
    """A gate over the real schema."""

    gate: Gate
    relay: Relay
    writer: Viewer

    async def ask(self, query: str, viewer: Viewer | None = None, **variables: object) -> dict[str, Any]:
        """The response to a query or mutation."""
        who = Asker(viewer or self.writer)
        wanted = await self.gate.prepare(request.Request(query, None, variables), who)
        answered = await self.gate.run(wanted, who) if isinstance(wanted, Operation) else wanted
        content: dict[str, Any] = json.loads(answered.content())
        return content

    async def follow(self, viewer: Viewer, **variables: object) -> AsyncGenerator[dict[str, Any], None]:
        """Events, as data of `definitionEvents`."""
        who = Asker(viewer)
        wanted = await self.gate.prepare(request.Request(EVENTS, None, variables), who)
        assert isinstance(wanted, Operation)
        asked = await self.gate.subscribe(wanted, who)
        assert isinstance(asked, Ask)
        async with self.gate.deliveries(asked) as deliveries:
            async for delivery in deliveries:
                assert delivery.text is not None
                yield json.loads(delivery.text)["data"]["definitionEvents"]


@pytest_asyncio.fixture
async def house(store: Store, redis: Redis, database_url: str) -> AsyncIterator[House]:
    cursors.configure(b"a secret of the tests, 32 bytes!")
    hub = Live(redis)
    writer = (await shelf.person(Role.EDITOR)).viewer
    async with happenings.running(hub):
        yield House(gate.build(SCHEMA, event.message, hub), Relay(redis, database_url), writer)


async def _next(stream: AsyncIterator[dict[str, Any]]) -> dict[str, Any]:
    async with asyncio.timeout(happenings.DEADLINE):
        return await anext(stream)


async def _create(house: House, term: str) -> dict[str, Any]:
    owner = await shelf.glossary(f"g-{term}")
    given = {
        "glossaryId": ids.encode("Glossary", owner.id),
        "term": term,
        "text": "written agreement on the use of a home",
        "locale": "en",
    }
    answered = await house.ask(CREATE, input=given)
    assert answered["data"]["createDefinition"]["errors"] == []
    created: dict[str, Any] = answered["data"]["createDefinition"]["definition"]
    await house.relay.turn()
    return created


async def test_created_definition_is_heard_with_its_term(house: House) -> None:
    async with aclosing(house.follow(house.writer)) as stream:
        await _next(stream)
        await _create(house, "tenancy")
        told = await _next(stream)

    assert told["event"] == {"__typename": "DefinitionCreated", "definition": {"term": "tenancy", "status": "DRAFT"}}


async def test_query_cursor_leaves_no_window(house: House) -> None:
    position = (await house.ask("{eventCursor}"))["data"]["eventCursor"]
    await _create(house, "tenancy")
    async with aclosing(house.follow(house.writer, after=position)) as stream:
        assert (await _next(stream))["cursor"] == position

        assert (await _next(stream))["event"]["__typename"] == "DefinitionCreated"


async def test_deleted_definition_is_heard_of_as_removed_only(house: House) -> None:
    position = (await house.ask("{eventCursor}"))["data"]["eventCursor"]
    created = await _create(house, "tenancy")
    administrator = (await shelf.person(Role.ADMIN)).viewer
    removal = "mutation($input:DeleteDefinitionInput!){deleteDefinition(input:$input){deletedId errors{message}}}"
    answered = await house.ask(
        removal, administrator, input={"id": created["id"], "expectedVersion": created["version"]}
    )
    assert answered["data"]["deleteDefinition"]["errors"] == []
    await house.relay.turn()
    async with aclosing(house.follow(house.writer, after=position)) as stream:
        await _next(stream)

        assert (await _next(stream))["event"] == {"__typename": "DefinitionRemoved", "definitionId": created["id"]}


async def test_draft_is_not_heard_by_anybody_else(house: House) -> None:
    position = (await house.ask("{eventCursor}"))["data"]["eventCursor"]
    await _create(house, "tenancy")
    async with aclosing(house.follow(Viewer(), after=position)) as stream:
        await _next(stream)

        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.5):
                await anext(stream)


async def test_forged_cursor_is_refused(house: House) -> None:
    who = Asker(house.writer)
    wanted = await house.gate.prepare(request.Request(EVENTS, None, {"after": "forged"}), who)
    assert isinstance(wanted, Operation)
    refused = await house.gate.subscribe(wanted, who)

    assert isinstance(refused, Answer)
    assert refused.errors[0]["extensions"]["code"] == "BAD_USER_INPUT"
