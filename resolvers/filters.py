"""Filters within bounds: at most 5 deep, 50 conditions, 100 values each, and no text that cannot be stored."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from itertools import pairwise

from models.sentences import say
from resolvers import bounds
from resolvers.errors import InvalidInput

MOST_DEEP = 5
MOST_CONDITIONS = 50
MOST_VALUES = 100
_TEXT_LENGTH = 1_000

Path = tuple[str, ...]
_NESTING = {"and_", "or_", "not_"}


def check(filter_: object, *, path: Path = ("filter",)) -> None:
    """Nothing, when the filter (a frozen dataclass of `models`) keeps every bound.

    Raises:
        InvalidInput: it does not; the path leads to the part that breaks one.
    """
    for count, (place, value) in enumerate(_leaves(filter_, path, depth=1), start=1):
        if count > MOST_CONDITIONS:
            raise InvalidInput(say("too-many-conditions", most=MOST_CONDITIONS), path=path, constraint="max-conditions")
        _check_value(value, place)


def _leaves(filter_: object, path: Path, *, depth: int) -> Iterator[tuple[Path, object]]:
    if depth > MOST_DEEP:
        raise InvalidInput(say("filter-too-deep", most=MOST_DEEP), path=path, constraint="max-depth")
    if not is_dataclass(filter_):
        return
    for field in fields(filter_):
        value, place = getattr(filter_, field.name), (*path, _graphql_name(field.name))
        if value is None:
            continue
        if field.name in _NESTING:
            yield place, ()
            for index, part in enumerate(value if isinstance(value, tuple) else (value,)):
                below = (*place, str(index)) if isinstance(value, tuple) else place
                yield from _leaves(part, below, depth=depth + 1)
        elif is_dataclass(value):
            yield from _leaves(value, place, depth=depth)
        else:
            yield place, value


def _check_value(value: object, path: Path) -> None:
    if isinstance(value, tuple) and len(value) > MOST_VALUES:
        raise InvalidInput(say("too-many-values", most=MOST_VALUES), path=path, constraint="max-items")
    for one in value if isinstance(value, tuple) else (value,):
        if isinstance(one, str):
            bounds.text(one, path=path, most=_TEXT_LENGTH, is_blank_allowed=True)


def _graphql_name(name: str) -> str:
    words = name.rstrip("_").split("_")
    return "".join([words[0], *(after.capitalize() for _, after in pairwise(words))])
