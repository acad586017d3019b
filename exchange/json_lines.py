"""Rows of a file with one JSON object a line."""

import json
from collections.abc import Iterable, Iterator, Mapping

from exchange import cells, decoding, headers
from exchange.rows import Row, RowProblem

EXPECTED = "a text, or a list of texts or of objects with texts, is expected here"


class _Unreadable(ValueError):
    """A JSON value that is no row. Never leaves this module."""


def read(source: Iterable[bytes] | Iterable[str], *, columns: Mapping[str, str] | None = None) -> Iterator[Row]:
    """The rows in order, and a problem for every line that is none. Nothing raises, whatever the file holds.

    `columns` says by key which is which field. Lists and objects hold what a cell would hold joined:
    `"designations": [{"text": "lease", "kind": "ADMITTED"}]`. Blank lines are passed over.
    """
    is_empty = True
    for number, line in enumerate(decoding.lines(source), start=1):
        if isinstance(line, RowProblem):
            yield line
        elif line.strip():
            yield _row(number, line, columns)
        is_empty = is_empty and isinstance(line, str) and not line.strip()
    if is_empty:
        yield RowProblem(1, "the file is empty")


def _row(number: int, line: str, columns: Mapping[str, str] | None) -> Row:
    try:
        found = _parsed(line)
        places = headers.mapped(list(found), columns, number)
        if isinstance(places, RowProblem):
            return places
        keys = list(found)
        return cells.row(number, {field: _value(found[keys[place]], keys[place]) for field, place in places.items()})
    except _Unreadable as error:
        message, *column = error.args
        return RowProblem(number, message, *column)


def _parsed(line: str) -> dict[str, object]:
    try:
        found: object = json.loads(line.strip(), object_pairs_hook=_object)
    except RecursionError as error:
        raise _Unreadable("the line is nested too deeply") from error
    except json.JSONDecodeError as error:
        raise _Unreadable(f"the line is no JSON: {error.msg} at character {error.colno}") from error
    if not isinstance(found, dict):
        raise _Unreadable("the line is no JSON object")
    return found


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) < len(pairs):
        doubled = next(key for at, (key, _) in enumerate(pairs) if key in dict(pairs[:at]))
        raise _Unreadable(f"the key {doubled[:40]!r} stands twice in one object")
    return found


def _value(found: object, key: str) -> cells.Value:
    if found is None:
        return ""
    if isinstance(found, str):
        return found
    if isinstance(found, list):
        return [_item(item, key) for item in found]
    raise _Unreadable(EXPECTED, key)


def _item(found: object, key: str) -> str | dict[str, str | None]:
    if isinstance(found, str):
        return found
    parts = found if isinstance(found, dict) else {"": 0}
    whole = {str(name): value for name, value in parts.items() if value is None or isinstance(value, str)}
    if len(whole) < len(parts):
        raise _Unreadable(EXPECTED, key)
    return whole
