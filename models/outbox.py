"""The outbox: events commit with the change that they tell of, and get their number afterwards.

A number from a sequence would leave holes after a crash of PostgreSQL; one counter row, changed in the transaction that
moves the events into the log, leaves none.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import cast
from uuid import UUID

from models import store
from models.keys import uuid7

Data = dict[str, object]


@dataclass(frozen=True, slots=True)
class NumberedEvent:
    """An event with its place in the stream; numbers have no gaps."""

    seq: int
    event_id: UUID
    type: str
    glossary_id: UUID | None
    subject_id: UUID
    data: Data
    occurred_at: datetime
    trace_parent: str | None


@dataclass(frozen=True, slots=True)
class Head:
    """Where the stream stands: the epoch, which changes on a restore, and the last number given."""

    epoch: str
    seq: int


async def tell_all(
    events: Sequence[dict[str, object]], *, trace_parent: str | None = None, event_ids: Sequence[UUID] | None = None
) -> None:
    """The events wait in the outbox, in the order given, once the current transaction commits.

    Each has the keys `type`, `glossary_id`, `subject_id` and `data`. `event_ids` are given when they are told once more.
    """
    if not events:
        return
    sql = """
        INSERT INTO outbox (event_id, type, glossary_id, subject_id, data, trace_parent)
        SELECT event_id, type, glossary_id, subject_id, data, $6
        FROM unnest($1::uuid[], $2::text[], $3::uuid[], $4::uuid[], $5::jsonb[])
            WITH ORDINALITY AS event (event_id, type, glossary_id, subject_id, data, place)
        ORDER BY place
    """
    columns = [[event[name] for event in events] for name in ("type", "glossary_id", "subject_id", "data")]
    await store.run(sql, event_ids or [uuid7() for _ in events], *columns, trace_parent)


async def number(limit: int = 500) -> list[NumberedEvent]:
    """At most `limit` waiting events, now numbered and in the log, in order. Only the leader of the relay calls this."""
    sql = """
        WITH batch AS (
            DELETE FROM outbox WHERE id IN (SELECT id FROM outbox ORDER BY id LIMIT $1) RETURNING *
        ), counter AS (
            UPDATE stream_state SET last_seq = last_seq + (SELECT count(*) FROM batch)
            WHERE id = 1 AND EXISTS (SELECT 1 FROM batch) RETURNING last_seq
        )
        INSERT INTO event_log (seq, event_id, type, glossary_id, subject_id, data, occurred_at, trace_parent)
        SELECT last_seq - (SELECT count(*) FROM batch) + row_number() OVER (ORDER BY batch.id),
               event_id, type, glossary_id, subject_id, data, occurred_at, trace_parent
        FROM batch, counter
        RETURNING *
    """
    async with store.transaction():
        rows = await store.rows(sql, limit)
    return sorted((_event(row) for row in rows), key=lambda event: event.seq)


async def logged(after: int, limit: int = 500) -> list[NumberedEvent]:
    """At most `limit` events of the log with a number above `after`, in order."""
    rows = await store.rows("SELECT * FROM event_log WHERE seq > $1 ORDER BY seq LIMIT $2", after, limit)
    return [_event(row) for row in rows]


async def head() -> Head:
    """Where the stream stands now. An event of a committed change that is still waiting gets a higher number."""
    row = await store.row("SELECT epoch, last_seq FROM stream_state WHERE id = 1")
    assert row is not None, "the migration writes the one row"  # noqa: S101 - a law of the schema
    return Head(epoch=row["epoch"], seq=row["last_seq"])


async def renew(epoch: str) -> Head:
    """The head under another epoch, when the epoch was this one: the store was set back, and numbers mean other events now.

    Of several who say so at once, one is right; the others get what it made.
    """
    sql = "UPDATE stream_state SET epoch = replace(gen_random_uuid()::text, '-', '') WHERE id = 1 AND epoch = $1"
    await store.run(sql, epoch)
    return await head()


async def oldest() -> int | None:
    """The lowest number in the log; null when the log is empty."""
    row = await store.row("SELECT seq FROM event_log ORDER BY seq LIMIT 1")
    return None if row is None else cast("int", row["seq"])


async def pending() -> int:
    """How many events wait for a number."""
    row = await store.row("SELECT count(*) AS n FROM outbox")
    return 0 if row is None else cast("int", row["n"])


async def backlog() -> tuple[int, float]:
    """How many events wait for a number, and for how many seconds the oldest of them."""
    row = await store.row(
        "SELECT count(*) AS n, coalesce(extract(epoch FROM clock_timestamp() - min(occurred_at)), 0)::float8 AS age FROM outbox"
    )
    return (0, 0.0) if row is None else (row["n"], row["age"])


async def forget(kept: timedelta) -> None:
    """Whole partitions of the log, a million events each, are gone whose newest event is older."""
    await store.row("SELECT begrip_drop_event_partitions($1::interval)", kept)


def _event(row: store.Row) -> NumberedEvent:
    return NumberedEvent(**{name: row[name] for name in NumberedEvent.__slots__})
