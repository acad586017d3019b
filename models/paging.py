"""A slice of an ordered list by keyset: the rows behind a position, never an offset."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from models import store
from models.values import Values

Position = tuple[str | int | float | datetime | UUID, ...]
"""The sort values of one row, one per key."""


@dataclass(frozen=True, slots=True)
class Key:
    """Something to sort by: an expression over the row `d` that is never null, and its SQL type."""

    expression: str
    type: str
    is_descending: bool = False


@dataclass(frozen=True, slots=True)
class Listing:
    """An ordered list. `sources` are SELECTs without a row in common; `condition` and `columns` speak of their row as `d`.

    The keys together are unique, so the last one is an identity. `values` fill the placeholders of all parts.
    """

    sources: tuple[str, ...]
    keys: tuple[Key, ...]
    values: Values
    condition: str = "TRUE"
    columns: str = "d.*"


@dataclass(frozen=True, slots=True)
class Window:
    """At most `size` rows behind `position` (null: from the end), in the order of the list or, backward, against it."""

    size: int
    position: Position | None = None
    is_backward: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """The rows of a window in the order of the list, with the columns `key_0`, `key_1` …; and whether more lie around them."""

    rows: Sequence[store.Row]
    has_next: bool
    has_previous: bool


async def fetch(listing: Listing, window: Window) -> Found:
    """The rows of the window. One statement; a second only when nothing lies behind the position."""
    values = listing.values.copy()
    rows = await store.rows(statement(listing, window, values), *values.all)
    has_more = len(rows) > window.size
    has_behind = await _has_behind(listing, window, rows)
    kept = rows[: window.size]
    if window.is_backward:
        return Found(kept[::-1], has_next=has_behind, has_previous=has_more)
    return Found(kept, has_next=has_more, has_previous=has_behind)


async def count(listing: Listing, limit: int) -> int:
    """How many rows the list has, counted no further than one beyond the limit."""
    values = listing.values.copy()
    most = f"{values.add(limit + 1)}::int"
    parts = [f"(SELECT 1 FROM ({source}) d WHERE {listing.condition} LIMIT {most})" for source in listing.sources]
    sql = f"SELECT count(*) AS total FROM (SELECT 1 FROM ({' UNION ALL '.join(parts)}) p LIMIT {most}) c"
    row = await store.row(sql, *values.all)
    return 0 if row is None else int(row["total"])


def statement(listing: Listing, window: Window, values: Values) -> str:
    """The SELECT of the window and one row more. Its values are added to `values`, which begin with the listing's own."""
    keys = _reversed(listing.keys) if window.is_backward else listing.keys
    condition = listing.condition
    behind = "FALSE"
    if window.position is not None:
        marks = [f"{values.add(value)}::{key.type}" for key, value in zip(keys, window.position, strict=True)]
        condition = f"{condition} AND {beyond(keys, marks)}"
        behind = _behind(listing, _reversed(keys), marks)
    # Written out: the planner must know it, or a plan for any number of rows may prefer a sort to the index.
    most = int(window.size) + 1
    columns = ", ".join([listing.columns, *(f"{key.expression} AS key_{place}" for place, key in enumerate(keys))])
    parts = [
        f"(SELECT {columns} FROM ({source}) d WHERE {condition} {_order(keys)} LIMIT {most})"
        for source in listing.sources
    ]
    order = ", ".join(f"p.key_{place}{_direction(key)}" for place, key in enumerate(keys))
    return f"SELECT p.*, {behind} AS has_behind FROM ({' UNION ALL '.join(parts)}) p ORDER BY {order} LIMIT {most}"


def beyond(keys: Sequence[Key], marks: Sequence[str], *, or_at: bool = False) -> str:
    """What holds for the rows behind the position whose placeholders are `marks` (`or_at`: and for its own row).

    One direction: a row comparison, which walks an index. Several: nested, with a bound on the first key outside of any OR,
    because an index cannot start from `a < x OR (a = x AND b < y)` (measured: 590 times slower).
    """
    signs = ["<" if key.is_descending else ">" for key in keys]
    last = "=" if or_at else ""
    if len(set(signs)) == 1:
        left = ", ".join(key.expression for key in keys)
        return f"({left}) {signs[0]}{last} ({', '.join(marks)})"
    condition = f"{keys[-1].expression} {signs[-1]}{last} {marks[-1]}"
    for key, sign, mark in reversed(list(zip(keys[:-1], signs[:-1], marks[:-1], strict=True))):
        condition = f"({key.expression} {sign}= {mark} AND ({key.expression} {sign} {mark} OR {condition}))"
    return condition


def _behind(listing: Listing, keys: Sequence[Key], marks: Sequence[str]) -> str:
    # Nearest first: the row of the cursor itself nearly always answers, in one step along the index.
    condition = f"{listing.condition} AND {beyond(keys, marks, or_at=True)}"
    # Not EXISTS: PostgreSQL drops the ORDER BY inside one, and with it the index.
    parts = [f"(SELECT 1 FROM ({source}) d WHERE {condition} {_order(keys)} LIMIT 1)" for source in listing.sources]
    return f"coalesce({', '.join(parts)}) IS NOT NULL"


async def _has_behind(listing: Listing, window: Window, rows: Sequence[store.Row]) -> bool:
    if window.position is None or rows:
        return bool(rows) and bool(rows[0]["has_behind"])
    keys = listing.keys if window.is_backward else _reversed(listing.keys)
    values = listing.values.copy()
    marks = [f"{values.add(value)}::{key.type}" for key, value in zip(keys, window.position, strict=True)]
    row = await store.row(f"SELECT {_behind(listing, keys, marks)} AS has_behind", *values.all)
    return row is not None and bool(row["has_behind"])


def _order(keys: Sequence[Key]) -> str:
    return "ORDER BY " + ", ".join(f"{key.expression}{_direction(key)}" for key in keys)


def _direction(key: Key) -> str:
    return " DESC" if key.is_descending else ""


def _reversed(keys: Sequence[Key]) -> tuple[Key, ...]:
    return tuple(Key(key.expression, key.type, is_descending=not key.is_descending) for key in keys)
