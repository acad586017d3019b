"""A GraphQL request as it was sent, checked for shape only (GraphQL over HTTP, September 2026, 5: unknown properties are ignored)."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from schema.gate.body import Malformed

_HASH = re.compile(r"[0-9a-f]{64}")
_MAX_ID = 200


class IllFormed(Exception):
    """Well-formed JSON that is no GraphQL request. The message is safe to show."""


@dataclass(frozen=True, slots=True)
class Request:
    """A document, which of its operations, and its variables. Without `query` it has a `document_id` or a `hash`."""

    query: str | None
    operation_name: str | None = None
    variables: Mapping[str, Any] = field(default_factory=dict)
    extensions: Mapping[str, Any] = field(default_factory=dict)
    document_id: str | None = None
    """`sha256:` and 64 digits, or a name without colon (GraphQL over HTTP, appendix on persisted documents)."""
    hash: str | None = None
    """SHA-256 of the document, in Apollo's protocol of automatic persisted queries."""


def of(value: Any) -> Request:  # noqa: ANN401 - JSON may be anything; this is where it gets its type
    """The request that the JSON holds.

    Raises:
        IllFormed: not an object, no document, or a property of another type.
    """
    if not isinstance(value, dict):
        raise IllFormed("a request is one JSON object; batches are not supported")
    query, extensions = value.get("query"), _map(value, "extensions")
    document_id, hash_ = _document_id(value), _hash(extensions)
    if not (isinstance(query, str) or (query is None and (document_id or hash_))):
        raise IllFormed("`query` must be a string that holds the document")
    if query is not None and document_id is not None:
        raise IllFormed("a request has a `query` or a `documentId`, not both")
    name = value.get("operationName")
    if name is not None and not isinstance(name, str):
        raise IllFormed("`operationName` must be a string or null")
    text = None if query is None else _storable(query)
    return Request(text, name, _map(value, "variables"), extensions, document_id, hash_)


def _document_id(value: dict[str, Any]) -> str | None:
    found = value.get("documentId")
    if found is None:
        return None
    if not isinstance(found, str) or not 1 <= len(found) <= _MAX_ID or "\0" in found:
        raise IllFormed("`documentId` must be a short string or null")
    kind, colon, rest = found.partition(":")
    if colon and not (kind == "sha256" and _HASH.fullmatch(rest)):
        raise IllFormed("`documentId` must be `sha256:` with 64 lower-case hexadecimal digits, or a name without colon")
    return found


def _hash(extensions: dict[str, Any]) -> str | None:
    found = extensions.get("persistedQuery")
    if found is None:
        return None
    hash_ = found.get("sha256Hash") if isinstance(found, dict) else None
    if not isinstance(hash_, str) or not _HASH.fullmatch(hash_) or found.get("version") != 1:
        raise IllFormed("`persistedQuery` must hold version 1 and a `sha256Hash` of 64 lower-case hexadecimal digits")
    return hash_


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
