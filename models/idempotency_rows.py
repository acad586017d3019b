"""Rows of `idempotency_keys`: claimed, kept, renewed, purged."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from models import store
from models.keys import uuid7


@dataclass(frozen=True, slots=True)
class Kept:
    """A key that was used before."""

    id: UUID
    input_hash: str
    result: dict[str, object]
    created_at: datetime


async def claim(actor_id: UUID, operation: str, *, key: str, input_hash: str, now: datetime) -> Kept | None:
    """Null when the key is new and now this transaction's; else its row, locked.

    The insert waits for a transaction that holds the same key and has not ended.
    """
    # DO UPDATE locks the row that is there; DO NOTHING would let a purge take it away before it is read.
    row = await store.row(
        """INSERT INTO idempotency_keys AS k (id, actor_id, operation, key, input_hash, result, created_at)
        VALUES ($1, $2, $3, $4, $5, '{}', $6) ON CONFLICT (actor_id, operation, key) DO UPDATE SET key = k.key
        RETURNING id, input_hash, result, created_at, xmax = 0 AS is_new""",
        uuid7(),
        actor_id,
        operation,
        key,
        input_hash,
        now,
    )
    if row is None or row["is_new"]:
        return None
    return Kept(row["id"], row["input_hash"], row["result"], row["created_at"])


async def renew(row_id: UUID, *, input_hash: str, now: datetime) -> None:
    """The old key starts over with another input."""
    await store.run(
        "UPDATE idempotency_keys SET input_hash = $2, created_at = $3, result = '{}' WHERE id = $1",
        row_id,
        input_hash,
        now,
    )


async def keep(actor_id: UUID, operation: str, *, key: str, result: dict[str, object]) -> None:
    """The result rests with its key."""
    await store.run(
        "UPDATE idempotency_keys SET result = $4 WHERE actor_id = $1 AND operation = $2 AND key = $3",
        actor_id,
        operation,
        key,
        result,
    )


async def purge(before: datetime) -> int:
    """How many keys of before that instant are gone."""
    return await store.run("DELETE FROM idempotency_keys WHERE created_at < $1", before)
