"""Each example loses nothing and doubles nothing when its connection is cut, and reads anew when events are gone."""

import asyncio
import base64
import uuid
from urllib.parse import urlsplit

import pytest

from benchmarks.site import Site
from subscriptions.cursor import Position, Signer
from tests.clients import wire as wires
from tests.clients.conftest import SECRET
from tests.clients.follower import following

pytestmark = pytest.mark.timeout(600)
SCRIPTS = ["graphql_ws.mjs", "graphql_sse.mjs", "urql.mjs", "gql_client.py"]
GLOSSARY = (
    """mutation ($i: CreateGlossaryInput!) { createGlossary(input: $i) { glossary { id } errors { message } } }"""
)
CREATE = (
    """mutation ($i: CreateDefinitionInput!) { createDefinition(input: $i) { definition { id } errors { message } } }"""
)


@pytest.mark.parametrize("script", SCRIPTS)
async def test_nothing_is_lost_or_doubled_by_a_cut(site: Site, script: str) -> None:
    glossary = _glossary(site)
    async with wires.laid(_port(site)) as wire, following(script, site, wire) as follower:
        await follower.until("event", "StreamCheckpoint")
        made = await _created(site, glossary, 3)
        lines = await follower.until("id", made[-1])

        wire.cut()
        async with asyncio.timeout(30):
            await wire.refused.wait()
        made += await _created(site, glossary, 3)
        wire.mend()
        made += await _created(site, glossary, 3)
        lines += await follower.until("id", made[-1])

    assert any("cut" in line for line in lines)
    assert [line["id"] for line in lines if line.get("event") == "DefinitionCreated"] == made
    assert not any(line.get("event") == "StreamGap" for line in lines)


@pytest.mark.parametrize("script", SCRIPTS)
async def test_what_is_gone_is_read_anew(site: Site, script: str) -> None:
    glossary = _glossary(site)
    before = await _created(site, glossary, 1)
    restored = _signed(Position("0" * 32, 7))
    async with wires.laid(_port(site)) as wire, following(script, site, wire, restored) as follower:
        lines = await follower.until("event", "StreamGap")
        read = await follower.next()
        made = await _created(site, glossary, 2)
        lines += await follower.until("id", made[-1])

    assert set(before) <= set(read["read"])
    assert [line["id"] for line in lines if line.get("event") == "DefinitionCreated"] == made


def _port(site: Site) -> int:
    port = urlsplit(site.url).port
    assert port is not None
    return port


def _glossary(site: Site) -> str:
    name = f"g{uuid.uuid4().hex[:8]}"
    new = {"slug": name, "name": name, "isPublic": True, "locales": ["en"]}
    return str(site.post(GLOSSARY, {"i": new}, site.token())["createGlossary"]["glossary"]["id"])


async def _created(site: Site, glossary: str, count: int) -> list[str]:
    """Ids of new definitions, in the order in which they were made."""
    token, made = await asyncio.to_thread(site.token), []
    for _ in range(count):
        number = uuid.uuid4().int % 10**9
        new = {
            "glossaryId": glossary,
            "term": f"thing {number}",
            "text": f"object with number {number}",
            "locale": "en",
        }
        answer = await asyncio.to_thread(site.post, CREATE, {"i": new}, token)
        made.append(str(answer["createDefinition"]["definition"]["id"]))
    return made


def _signed(position: Position) -> str:
    """A cursor of this server's secret."""
    text = f"{position.epoch}.{position.seq}".encode()
    return base64.urlsafe_b64encode(Signer(SECRET.encode()).mac(text) + text).rstrip(b"=").decode()
