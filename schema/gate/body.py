"""Bodies: JSON that means one thing, or a word on why it does not."""

import re
from typing import Any

import orjson

_DEPTH = 50
"""Of nested lists and objects: more than any input type of ours needs."""
_VALUES = 50_000
"""In one body: a hundred rows of a bulk mutation, every field given, have a tenth of it."""
_STRINGS = re.compile(rb'"[^"\\]*(?:\\.[^"\\]*)*"(\s*:)?')
"""Strings of valid JSON; a key has a colon after it."""


class Malformed(Exception):
    """What was sent cannot be read. The message is safe to show."""


def parsed(body: bytes | str) -> Any:  # noqa: ANN401 - JSON may be anything; the caller looks
    """The value of the text.

    Raises:
        Malformed: not UTF-8, not JSON (NaN and lone surrogates are not), nested too deeply, too many values, or a key stands twice.
    """
    try:
        value = orjson.loads(body)
    except orjson.JSONDecodeError as err:
        raise Malformed("this is not valid JSON in UTF-8") from err
    text = body.encode() if isinstance(body, str) else body
    strings = _STRINGS.findall(text)
    # orjson keeps the last of equal keys and says nothing; then the value has fewer keys than the text.
    if _keys(value) != len(strings) - strings.count(b""):
        raise Malformed("a key stands twice in one object")
    if b"\\u0000" in text:
        _look_for_nul(value)
    return value


def written(value: object) -> bytes:
    """The value as JSON."""
    return orjson.dumps(value, default=str)


def _keys(value: Any) -> int:  # noqa: ANN401 - JSON may be anything
    """How many keys all objects in the value have together; goes level by level."""
    level, depth, count, keys = [value], 0, 0, 0
    while level:
        below: list[Any] = []
        for item in level:
            if isinstance(item, dict):
                keys += len(item)
                below.extend(item.values())
            elif isinstance(item, list):
                below.extend(item)
        depth, count = depth + 1, count + len(below)
        if depth > _DEPTH + 1:
            raise Malformed("the JSON is nested too deeply")
        if count > _VALUES:
            raise Malformed(f"the JSON holds more than {_VALUES} values")
        level = below
    return keys


def _look_for_nul(value: Any) -> None:  # noqa: ANN401 - JSON may be anything
    waiting = [value]
    while waiting:
        item = waiting.pop()
        # PostgreSQL could not keep it, and no text of ours needs it.
        if isinstance(item, str) and "\0" in item:
            raise Malformed("a string holds the character U+0000")
        if isinstance(item, dict):
            waiting.extend(item.keys())
            waiting.extend(item.values())
        elif isinstance(item, list):
            waiting.extend(item)
