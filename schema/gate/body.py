"""Bodies: JSON that means one thing, or a word on why it does not."""

import json
from typing import Any

import orjson

_DEPTH = 50
"""Of nested lists and objects: more than any input type of ours needs."""


class Malformed(Exception):
    """What was sent cannot be read. The message is safe to show."""


def parsed(body: bytes | str) -> Any:  # noqa: ANN401 - JSON may be anything; the caller looks
    """The value of the text.

    Raises:
        Malformed: not UTF-8, not JSON (NaN and lone surrogates are not), nested too deeply, or a key stands twice.
    """
    try:
        value = orjson.loads(body)
    except orjson.JSONDecodeError as err:
        raise Malformed("this is not valid JSON in UTF-8") from err
    text = body if isinstance(body, str) else body.decode()
    if "\\u0000" in text or text.count("[") + text.count("{") > _DEPTH:
        _looked_through(value)
    # orjson keeps the last of equal keys and says nothing; what it has accepted the standard library accepts too.
    json.loads(text, object_pairs_hook=_pairs, parse_float=_ignored, parse_int=_ignored)
    return value


def written(value: object) -> bytes:
    """The value as JSON."""
    return orjson.dumps(value, default=str)


def _pairs(pairs: list[tuple[str, object]]) -> None:
    if len({key for key, _ in pairs}) != len(pairs):
        raise Malformed("a key stands twice in one object")


def _ignored(_text: str) -> None:
    return None


def _looked_through(value: Any) -> None:  # noqa: ANN401 - JSON may be anything
    waiting = [(value, 1)]
    while waiting:
        item, depth = waiting.pop()
        if depth > _DEPTH:
            raise Malformed("the JSON is nested too deeply")
        # PostgreSQL could not keep it, and no text of ours needs it.
        if isinstance(item, str) and "\0" in item:
            raise Malformed("a string holds the character U+0000")
        if isinstance(item, dict):
            waiting.extend((part, depth + 1) for pair in item.items() for part in pair)
        elif isinstance(item, list):
            waiting.extend((part, depth + 1) for part in item)
