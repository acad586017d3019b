"""The naive way: the same subscription with Strawberry's own socket handler, which executes each event once per subscriber.

    python -m benchmarks.live.naive PORT REDIS_URL STREAM_KEY DATABASE_URL

As frugal as that can be: one reader of Redis for the process, a queue per subscriber, a definition read once per event.
"""

import asyncio
import json
import sys
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import Enum
from typing import Annotated, Any, cast
from uuid import UUID

import asyncpg
import strawberry
import uvicorn
from redis.asyncio import Redis
from starlette.applications import Starlette
from starlette.routing import WebSocketRoute
from strawberry.asgi import GraphQL

from schema import ids
from subscriptions import cursor
from subscriptions.cursor import Position


@dataclass(slots=True)
class Process:
    """What all subscribers of the process share."""

    epoch: str
    database: "asyncpg.Pool[Any] | None" = None
    seq: int = 0
    queues: "set[asyncio.Queue[DefinitionEventMessage]]" = field(default_factory=set)


PROCESS = Process(epoch="")


@strawberry.enum
class DefinitionStatus(Enum):
    """Where a definition stands."""

    DRAFT = "DRAFT"
    IN_REVIEW = "IN_REVIEW"
    APPROVED = "APPROVED"
    ESTABLISHED = "ESTABLISHED"
    ARCHIVED = "ARCHIVED"


@strawberry.type
class Definition:
    """A definition."""

    id: strawberry.ID
    term: str
    text: str
    version: int
    status: DefinitionStatus


@strawberry.type
class DefinitionUpdated:
    """Another content."""

    definition_id: strawberry.Private[UUID]
    reading: "strawberry.Private[asyncio.Task[Definition] | None]" = None

    @strawberry.field
    async def definition(self) -> Definition:
        """The definition, read once for all subscribers."""
        if self.reading is None:
            self.reading = asyncio.create_task(_definition(self.definition_id))
        return await self.reading


@strawberry.type
class StreamCheckpoint:
    """Nothing was missed up to here."""

    is_first: bool


DefinitionEvent = Annotated[DefinitionUpdated | StreamCheckpoint, strawberry.union("DefinitionEvent")]


@strawberry.type
class DefinitionEventMessage:
    """An event in its envelope."""

    glossary: strawberry.Private[str]
    cursor: str
    occurred_at: str
    event: DefinitionEvent


@strawberry.input
class DefinitionEventFilter:
    """Which events."""

    glossary_ids: list[strawberry.ID] | None = None


@strawberry.type
class Query:
    """Nothing is asked."""

    version: str = "1"


@strawberry.type
class Subscription:
    """The one stream."""

    @strawberry.subscription
    async def definition_events(
        self,
        filter: DefinitionEventFilter | None = None,  # noqa: A002 - the name of the argument in the schema
    ) -> AsyncGenerator[DefinitionEventMessage, None]:
        """Events of the glossaries asked for."""
        queue: asyncio.Queue[DefinitionEventMessage] = asyncio.Queue()
        wanted = None if filter is None else filter.glossary_ids
        PROCESS.queues.add(queue)
        try:
            yield _envelope(PROCESS.seq, "", datetime.now(UTC).isoformat(), StreamCheckpoint(is_first=True))
            while True:
                told = await queue.get()
                if wanted is None or told.glossary in wanted:
                    yield told
        finally:
            PROCESS.queues.discard(queue)


def _envelope(
    seq: int, glossary: str, occurred_at: str, event: DefinitionUpdated | StreamCheckpoint
) -> DefinitionEventMessage:
    at = cursor.write(Position(PROCESS.epoch, seq))
    when = occurred_at.replace("+00:00", "Z")
    return DefinitionEventMessage(glossary=glossary, cursor=at, occurred_at=when, event=event)


async def _definition(key: UUID) -> Definition:
    pool = PROCESS.database
    assert pool is not None  # noqa: S101 - opened before the first subscriber
    row = await pool.fetchrow("SELECT term, text, version, status FROM definitions WHERE id = $1", key)
    assert row is not None  # noqa: S101 - nothing is deleted in a benchmark
    id_ = strawberry.ID(ids.encode("Definition", key))
    return Definition(
        id=id_, term=row["term"], text=row["text"], version=row["version"], status=DefinitionStatus(row["status"])
    )


async def _follow(redis: Redis, key: str) -> None:
    while True:
        answer = cast("Any", await redis.xread({key: f"{PROCESS.seq}-0"}, count=200, block=1000))
        for _, entries in answer.items() if isinstance(answer, dict) else answer:
            for id_, fields in entries[0] if entries and isinstance(entries[0], list) else entries:
                PROCESS.seq = int(id_.decode().partition("-")[0])
                data = json.loads(fields[b"data"])
                glossary = ids.encode("Glossary", UUID(data["glossary_id"]))
                event = DefinitionUpdated(definition_id=UUID(data["definition_id"]))
                told = _envelope(PROCESS.seq, glossary, fields[b"time"].decode(), event)
                for queue in PROCESS.queues:
                    queue.put_nowait(told)


def main(port: str, redis_url: str, key: str, database_url: str) -> None:
    """Serves until it is killed."""
    PROCESS.epoch = key.rpartition(":")[2]
    cursor.configure(b"a secret of the benchmark, 32 letters")

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        redis = Redis.from_url(redis_url, socket_timeout=None)  # else a quiet second on a busy machine ends the reading
        newest = cast("Any", await redis.xrevrange(key, count=1))
        PROCESS.seq = int(newest[0][0].decode().partition("-")[0]) if newest else 0
        async with (
            asyncpg.create_pool(database_url, min_size=1, max_size=4) as PROCESS.database,
            asyncio.TaskGroup() as tasks,
        ):
            following = tasks.create_task(_follow(redis, key))
            yield
            following.cancel()

    schema = strawberry.Schema(Query, subscription=Subscription)
    route = WebSocketRoute("/graphql", GraphQL[Any, Any](schema))
    uvicorn.run(
        Starlette(routes=[route], lifespan=lifespan),
        port=int(port),
        loop="uvloop",
        ws="websockets-sansio",
        ws_per_message_deflate=False,
        log_level="warning",
        access_log=False,
    )


if __name__ == "__main__":
    main(*sys.argv[1:])
