"""A GraphQL request as it was sent, checked for shape only (GraphQL over HTTP, September 2026, 5: unknown properties are ignored)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from schema.gate.body import Malformed


class IllFormed(Exception):
    """Well-formed JSON that is no GraphQL request. The message is safe to show."""


@dataclass(frozen=True, slots=True)
class Request:
    """A document, which of its operations, and its variables."""

    query: str
    operation_name: str | None = None
    variables: Mapping[str, Any] = field(default_factory=dict)
    extensions: Mapping[str, Any] = field(default_factory=dict)


def of(value: Any) -> Request:  # noqa: ANN401 - JSON may be anything; this is where it gets its type
    """The request that the JSON holds.

    Raises:
        IllFormed: not an object, no document, or a property of another type.
    """
    if not isinstance(value, dict):
        raise IllFormed("a request is one JSON object; batches are not supported")
    query = value.get("query")
    if not isinstance(query, str):
        raise IllFormed("`query` must be a string that holds the document")
    name = value.get("operationName")
    if name is not None and not isinstance(name, str):
        raise IllFormed("`operationName` must be a string or null")
    return Request(_storable(query), name, _map(value, "variables"), _map(value, "extensions"))


def _map(value: dict[str, Any], name: str) -> dict[str, Any]:
    found = value.get(name)
    if found is None:
        return {}
    if not isinstance(found, dict):
        raise IllFormed(f"`{name}` must be an object or null")
    return found


def _storable(query: str) -> str:
    # A GraphQL string may write U+0000 as an escape; PostgreSQL could not keep it.
    if "\\u0000" in query or ("\\u{" in query and _escapes_nul(query)):
        raise Malformed("a string of the document holds the character U+0000")
    return query


def _escapes_nul(query: str) -> bool:
    return any(not part.partition("}")[0].strip("0") for part in query.split("\\u{")[1:])
