"""Pages: a slice of an ordered list, and where it lies in the whole."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from models import paging, store
from models.sentences import say
from resolvers import cursors
from resolvers.errors import InvalidInput

Row_co = TypeVar("Row_co", covariant=True)
Made = TypeVar("Made")

DEFAULT_SIZE = 20
MAX_SIZE = 100
MAX_COUNT = 10_000


@dataclass(frozen=True, slots=True)
class Slice:
    """What a client asks of a connection: `first` with `after`, or `last` with `before` (Relay cursor connections)."""

    first: int | None = None
    after: str | None = None
    last: int | None = None
    before: str | None = None


@dataclass(frozen=True, slots=True)
class Total:
    """A count that stops early; `is_exact` is false when it stopped at the limit."""

    value: int
    is_exact: bool


@dataclass(frozen=True, slots=True)
class Edge(Generic[Row_co]):
    """One row with its signed cursor. `score` is there for text search only: 0 to 1."""

    node: Row_co
    cursor: str
    score: float | None = None


@dataclass(frozen=True, slots=True)
class Page(Generic[Row_co]):
    """Rows in the order asked for. `count` counts the whole list, at most `limit` rows of it, when awaited."""

    edges: Sequence[Edge[Row_co]]
    has_next: bool
    has_previous: bool
    count: Callable[[int], Awaitable[Total]]


@dataclass(frozen=True, slots=True)
class Maker(Generic[Made]):
    """How a list becomes a page: what a row is made into, and the name that its cursors are bound to.

    The fingerprint names list and order (and what a computed order depends on); a cursor of another one is refused.
    """

    fingerprint: str
    make: Callable[[store.Row], Made]
    score: str | None = None
    """The column with the score of a text search."""


async def of_listing(listing: paging.Listing, slice_: Slice, maker: Maker[Made]) -> Page[Made]:
    """The slice of the list.

    Raises:
        InvalidInput: a size out of bounds, `first` together with `last`, or a cursor of another list.
    """
    window = window_of(slice_, maker.fingerprint, listing.keys)
    return of_found(listing, await paging.fetch(listing, window), maker)


def of_found(listing: paging.Listing, found: paging.Found, maker: Maker[Made]) -> Page[Made]:
    """The page of rows that were fetched already."""
    edges = [_edge(row, len(listing.keys), maker) for row in found.rows]
    return Page(edges, found.has_next, found.has_previous, _counter(listing))


def window_of(slice_: Slice, fingerprint: str, keys: Sequence[paging.Key]) -> paging.Window:
    """What the slice asks for, checked.

    Raises:
        InvalidInput: as `of_listing`.
    """
    size, is_backward = size_of(slice_)
    cursor, path = (slice_.before, ("before",)) if is_backward else (slice_.after, ("after",))
    if cursor is None:
        return paging.Window(size, None, is_backward)
    return paging.Window(size, cursors.read(cursor, fingerprint, [key.type for key in keys], path=path), is_backward)


def size_of(slice_: Slice) -> tuple[int, bool]:
    """How many rows, and whether from the end.

    Raises:
        InvalidInput: out of bounds, or `first` and `after` mixed with `last` and `before`.
    """
    is_backward = slice_.last is not None or slice_.before is not None
    if is_backward and (slice_.first is not None or slice_.after is not None):
        raise InvalidInput(say("two-directions"), path=("last",), constraint="one-direction")
    name, size = ("last", slice_.last) if is_backward else ("first", slice_.first)
    if size is not None and not 1 <= size <= MAX_SIZE:
        raise InvalidInput(say("page-size", name=name, most=MAX_SIZE), path=(name,), constraint="range")
    return DEFAULT_SIZE if size is None else size, is_backward


def empty() -> Page[Made]:
    """A page of a list without rows."""

    async def nothing(limit: int) -> Total:
        _must_be_countable(limit)
        return Total(0, is_exact=True)

    return Page((), has_next=False, has_previous=False, count=nothing)


def _edge(row: store.Row, key_count: int, maker: Maker[Made]) -> Edge[Made]:
    cursor = cursors.sign(maker.fingerprint, [row[f"key_{place}"] for place in range(key_count)])
    return Edge(maker.make(row), cursor, None if maker.score is None else row[maker.score])


def _counter(listing: paging.Listing) -> Callable[[int], Awaitable[Total]]:
    async def counted(limit: int) -> Total:
        _must_be_countable(limit)
        total = await paging.count(listing, limit)
        return Total(min(total, limit), is_exact=total <= limit)

    return counted


def _must_be_countable(limit: int) -> None:
    if not 1 <= limit <= MAX_COUNT:
        raise InvalidInput(say("page-size", name="limit", most=MAX_COUNT), path=("limit",), constraint="range")
