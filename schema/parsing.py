"""From what GraphQL parsed to what the rooms below are given: absent, null and value told apart, lists made tuples."""

from collections.abc import Callable, Iterable
from typing import Protocol, TypeVar, cast

import strawberry

from models.sentences import say
from resolvers.errors import InvalidInput
from resolvers.inputs import UNSET, Unset

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)


class Given(Protocol[T_co]):
    """A value that the client wrote: `strawberry.Some`, seen as what it is: read-only."""

    @property
    def value(self) -> T_co:
        """The value, or null."""


def given(value: T | None) -> T | None:
    """The value; null when it was left out or null."""
    return None if value is strawberry.UNSET else value


def each(values: Iterable[T] | None) -> tuple[T, ...]:
    """The items; none when the list was left out or null."""
    present = given(values)
    return () if present is None else tuple(present)


def filled(target: Callable[..., T], source: object, **replaced: object) -> T:
    """A value of the room below with the fields of the same name in `source`; `replaced` go before them.

    What was left out becomes null, a list becomes a tuple.
    """
    names = cast(dict[str, object], getattr(target, "__dataclass_fields__"))  # noqa: B009 - a callable has no such field
    values = {name: replaced[name] if name in replaced else _plain(getattr(source, name)) for name in names}
    return target(**values)


def patched(maybe: Given[T] | None) -> T | Unset:
    """The new value; null to clear, `UNSET` when the field was left out."""
    return UNSET if maybe is None else maybe.value


def demanded(maybe: Given[T | None] | None, *path: str) -> T | Unset:
    """The new value, or `UNSET` when the field was left out.

    Raises:
        InvalidInput: the field is null, and cannot be cleared.
    """
    value = patched(maybe)
    if value is None:
        raise InvalidInput(say("this-null"), path=path, constraint="not-null")
    return value


def _plain(value: object) -> object:
    present = given(value)
    return tuple(present) if isinstance(present, list) else present
