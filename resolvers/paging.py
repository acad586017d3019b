"""Pages: a slice of an ordered list, and where it lies in the whole."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

Row = TypeVar("Row", covariant=True)

DEFAULT_SIZE = 20
MAX_SIZE = 100


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
class Edge(Generic[Row]):
    """One row with its signed cursor. `score` is there for text search only: 0 to 1."""

    node: Row
    cursor: str
    score: float | None = None


@dataclass(frozen=True, slots=True)
class Page(Generic[Row]):
    """Rows in the order asked for. `count` counts the whole list, at most `limit` rows of it, when awaited."""

    edges: Sequence[Edge[Row]]
    has_next: bool
    has_previous: bool
    count: Callable[[int], Awaitable[Total]]
