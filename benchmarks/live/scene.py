"""What is told of: one glossary with one definition, and whoever publishes that it was updated."""

from typing import cast
from uuid import UUID

import asyncpg
from redis.asyncio import Redis

from benchmarks.live import publisher, stage
from benchmarks.live.publisher import Publisher
from benchmarks.live.stage import Engines, Server
from schema import ids

_GLOSSARY = "mutation ($i: CreateGlossaryInput!) { createGlossary(input: $i) { glossary { id } errors { message } } }"
_DEFINITION = (
    "mutation ($i: CreateDefinitionInput!) { createDefinition(input: $i) { definition { id } errors { message } } }"
)
_TEXT = "natural person who has the right to use a dwelling in return for payment"


async def epoch(engine: Engines) -> str:
    """Which stream is written now."""
    database = await asyncpg.connect(engine.dsn)
    found = await publisher.epoch(database)
    await database.close()
    return found


async def made(engine: Engines, server: Server) -> tuple[Publisher, str]:
    """The publisher, and the glossary's id, as clients know it."""
    stage.editor(engine, server)
    token = stage.token(server)
    new = {"slug": "live", "name": "Live", "isPublic": True, "locales": ["en"]}
    glossary = stage.ask(server, _GLOSSARY, {"i": new}, token)["createGlossary"]["glossary"]["id"]
    text = {"glossaryId": glossary, "term": "tenant", "text": _TEXT, "locale": "en"}
    definition = stage.ask(server, _DEFINITION, {"i": text}, token)["createDefinition"]["definition"]["id"]
    database = await asyncpg.connect(engine.dsn)
    redis = Redis.from_url(engine.running.redis_url)
    return (
        Publisher(database, redis, await publisher.epoch(database), _key(definition), _key(glossary)),
        str(glossary),
    )


def _key(global_id: str) -> UUID:
    found = ids.parts(global_id)
    assert found is not None  # noqa: S101 - our own server made it
    return cast("UUID", found[1])
