"""Reference clients from npm against a running server."""

import asyncio
import json
from pathlib import Path

import pytest

from benchmarks.site import Site
from tests.web import tools

CLIENTS = Path(__file__).resolve().parent / "clients"

CREATE = """mutation ($i: CreateDefinitionInput!) {
  createDefinition(input: $i) { definition { term } errors { message path } }
}"""


@pytest.fixture(scope="session")
def node() -> str:
    return tools.node()


async def lines(process: asyncio.subprocess.Process, count: int) -> list[object]:
    assert process.stdout is not None
    async with asyncio.timeout(30):
        return [json.loads(await process.stdout.readline()) for _ in range(count)]


async def test_graphql_ws_queries_and_hears_what_happens(node: str, site: Site) -> None:
    token = site.token()
    glossary = site.post("{ glossaries(first: 1) { nodes { id } } }")["glossaries"]
    script = str(CLIENTS / "graphql_ws.mjs")
    process = await asyncio.create_subprocess_exec(
        node, script, site.socket, token, "2", stdout=asyncio.subprocess.PIPE
    )
    before = await lines(process, 2)
    new = {
        "glossaryId": glossary["nodes"][0]["id"],
        "term": "attic",
        "text": "room under the roof of a house",
        "locale": "en",
    }
    site.post(CREATE, {"i": new}, token)

    after = await lines(process, 1)

    assert before == [
        {"data": {"viewer": {"user": {"role": "ADMIN"}}}},
        {"__typename": "StreamCheckpoint", "isFirst": True},
    ]
    assert after == [{"__typename": "DefinitionCreated", "definition": {"term": "attic"}}]
    assert await asyncio.wait_for(process.wait(), 10) == 0
