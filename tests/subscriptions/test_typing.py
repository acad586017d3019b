"""Checks while somebody types: previews over one socket, the newest of which counts."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest_asyncio
from redis.asyncio import Redis

from models.kinds import Role
from models.store import Store
from schema import build, event, ids
from schema.gate import gate
from subscriptions.live import Live
from tests.gate import serving, socket_client
from tests.gate.serving import Doorkeeper
from tests.gate.socket_client import Peer
from tests.resolvers import shelf
from tests.subscriptions import happenings

EXAMPLE = (Path(__file__).parents[2] / "examples" / "validationPreview.graphql").read_text()
TEXT = "a natural person who has the right to use a dwelling in return for payment of rent to its owner"


@pytest_asyncio.fixture
async def peer(store: Store, redis: Redis) -> AsyncIterator[Peer]:
    doorkeeper = Doorkeeper()
    doorkeeper.viewers["editor"] = ((await shelf.person(Role.EDITOR)).viewer, datetime.now(UTC) + timedelta(minutes=10))
    hub = Live(redis)
    made = gate.build(build.build(), event.message, hub)
    async with (
        happenings.running(hub),
        serving.served(made, doorkeeper) as address,
        socket_client.opened(address) as it,
    ):
        await it.init(authorization="Bearer editor")
        yield it


async def _preview(peer: Peer, number: int, glossary: str, text: str) -> None:
    given = {"glossaryId": glossary, "term": "tenant", "text": text, "locale": "en"}
    await peer.ask(str(number), EXAMPLE, variables={"input": given}, extensions={"supersedes": "editor"})


async def _answer(peer: Peer) -> dict[str, object]:
    frame = await peer.hear()
    while frame["type"] == "complete":
        frame = await peer.hear()
    return frame


async def test_every_keystroke_is_answered_and_the_newest_by_a_preview(peer: Peer) -> None:
    glossary = ids.encode("Glossary", (await shelf.glossary("typing")).id)
    for length in range(1, len(TEXT) + 1):
        await _preview(peer, length, glossary, TEXT[:length])
    answers = [await _answer(peer) for _ in TEXT]

    assert [int(str(answer["id"])) for answer in answers] == list(range(1, len(TEXT) + 1))
    assert {str(answer["type"]) for answer in answers} <= {"next", "error"}
    assert answers[-1]["type"] == "next"
