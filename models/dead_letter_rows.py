"""Dead letters as rows: written with the failure that made them, listed, decided on, told to their stream."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from uuid import UUID

from models import store, value_filters
from models.dead_letter import DeadLetter
from models.keys import uuid7
from models.kinds import DeadGroup, DeadStatus
from models.paging import Key, Listing
from models.records import Json
from models.values import Values

NEWEST_FIRST = (Key("d.id", "uuid", is_descending=True),)
_COLUMNS = (
    "id", "kind", "job_id", "part_number", "event_seq", "payload", "reason", "attempt_count", "status", "created_at",
    "resolved_at", "resolved_by_id", "published_at",
)  # fmt: skip
COLUMNS = ", ".join(f"d.{name}" for name in ("consumer_group", *_COLUMNS))
_LONGEST_REASON = 2_000


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadLetterFilter:
    """Fields are combined with AND; null asks nothing."""

    group: tuple[DeadGroup, ...] | None = None
    status: tuple[DeadStatus, ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NewLetter:
    """What could not be done, why, and after how many attempts."""

    group: DeadGroup
    kind: str
    payload: Json
    reason: str
    attempt_count: int
    job_id: UUID | None = None
    part_number: int | None = None
    event_seq: int | None = None


def letter(row: store.Row) -> DeadLetter:
    """The letter in a row of `COLUMNS`."""
    kinds = {"group": DeadGroup(row["consumer_group"]), "status": DeadStatus(row["status"])}
    return DeadLetter.construct(_saved_in_db=True, **{name: row[name] for name in _COLUMNS} | kinds)


async def add(new: NewLetter) -> UUID | None:
    """The key of the letter, which waits for a person; null when there is one of this event already."""
    row = await store.row(
        """INSERT INTO dead_letters (id, consumer_group, kind, job_id, part_number, event_seq, payload, reason, attempt_count)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT DO NOTHING RETURNING id""",
        uuid7(),
        new.group,
        new.kind,
        new.job_id,
        new.part_number,
        new.event_seq,
        new.payload,
        new.reason[:_LONGEST_REASON].replace("\0", ""),
        new.attempt_count,
    )
    return None if row is None else row["id"]


def listing(filter_: DeadLetterFilter | None) -> Listing:
    """Dead letters, newest first."""
    values = Values()
    asked = [] if filter_ is None else [
        *value_filters.any_of("d.consumer_group", filter_.group, values),
        *value_filters.any_of("d.status", filter_.status, values),
    ]  # fmt: skip
    return Listing(("SELECT * FROM dead_letters",), NEWEST_FIRST, values, " AND ".join(asked) or "TRUE", COLUMNS)


async def find(letter_id: UUID) -> DeadLetter | None:
    """The letter."""
    row = await store.row(f"SELECT {COLUMNS} FROM dead_letters d WHERE d.id = $1", letter_id)
    return None if row is None else letter(row)


async def lock(ids: Collection[UUID]) -> list[DeadLetter]:
    """Those that exist, in the order of their keys, locked until the transaction ends."""
    rows = await store.rows(
        f"SELECT {COLUMNS} FROM dead_letters d WHERE d.id = ANY($1::uuid[]) ORDER BY d.id FOR UPDATE", list(ids)
    )
    return [letter(row) for row in rows]


async def resolve(ids: Collection[UUID], status: DeadStatus, by: UUID | None) -> list[DeadLetter]:
    """The letters, decided on."""
    rows = await store.rows(
        f"""UPDATE dead_letters d SET status = $2, resolved_at = now(), resolved_by_id = $3
        WHERE d.id = ANY($1::uuid[]) RETURNING {COLUMNS}""",
        list(ids),
        status,
        by,
    )
    return sorted((letter(row) for row in rows), key=lambda one: one.id)


async def open_ids(limit: int = 1_000) -> list[UUID]:
    """Letters that nobody decided on, oldest first."""
    rows = await store.rows("SELECT id FROM dead_letters WHERE status = 'OPEN' ORDER BY id LIMIT $1", limit)
    return [row["id"] for row in rows]


async def open_count() -> int:
    """How many letters nobody decided on."""
    row = await store.row("SELECT count(*) AS n FROM dead_letters WHERE status = 'OPEN'")
    return 0 if row is None else int(row["n"])


async def unpublished(limit: int = 100) -> list[DeadLetter]:
    """Letters that the stream was not told of, oldest first."""
    rows = await store.rows(
        f"SELECT {COLUMNS} FROM dead_letters d WHERE d.published_at IS NULL ORDER BY d.id LIMIT $1", limit
    )
    return [letter(row) for row in rows]


async def published(ids: Sequence[UUID]) -> None:
    """The stream was told of these."""
    await store.run("UPDATE dead_letters SET published_at = now() WHERE id = ANY($1::uuid[])", list(ids))
