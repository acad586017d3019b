"""Publishing: events appear as the relay makes them appear, first in the log of PostgreSQL, then in the stream of Redis."""

import json
import time
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid4

import asyncpg
from redis.asyncio import Redis

from models.outbox import NumberedEvent
from subscriptions import stream

_NUMBERED = """
    WITH counter AS (UPDATE stream_state SET last_seq = last_seq + $1 WHERE id = 1 RETURNING last_seq)
    INSERT INTO event_log (seq, event_id, type, glossary_id, subject_id, data, occurred_at)
    SELECT last_seq - $1 + place, gen_random_uuid(), 'DefinitionUpdated', $2, $3, $4::jsonb, clock_timestamp()
    FROM counter, generate_series(1, $1) AS place RETURNING seq, event_id, occurred_at
"""


@dataclass(frozen=True, slots=True)
class Publisher:
    """Tells again and again that one definition was updated."""

    database: asyncpg.Connection
    redis: Redis
    epoch: str
    definition_id: UUID
    glossary_id: UUID

    async def publish(self, count: int, sent: list[float]) -> None:
        """So many events are in the log, and were then handed to Redis; `sent` tells when that began, for each."""
        data: dict[str, object] = {
            "definition_id": str(self.definition_id),
            "glossary_id": str(self.glossary_id),
            "author_id": str(uuid4()),
            "version": 1,
            "concerns_force": False,
        }
        rows = await self.database.fetch(_NUMBERED, count, self.glossary_id, self.definition_id, json.dumps(data))
        events = [self._event(row["seq"], row["event_id"], row["occurred_at"], data) for row in rows]
        events.sort(key=lambda event: event.seq)
        sent += [time.perf_counter()] * count
        await stream.append(self.redis, self.epoch, events)

    def _event(self, seq: int, event_id: UUID, occurred_at: datetime, data: dict[str, object]) -> NumberedEvent:
        return NumberedEvent(
            seq, event_id, "DefinitionUpdated", self.glossary_id, self.definition_id, data, occurred_at, None
        )


async def epoch(database: asyncpg.Connection) -> str:
    """Which stream is written now."""
    found = await database.fetchval("SELECT epoch FROM stream_state WHERE id = 1")
    return str(found)


def _json(data: dict[str, object]) -> str:

    return json.dumps(data)
