"""Incoming: the GraphQL request inside an HTTP request."""

from urllib.parse import parse_qsl

from starlette.types import Receive, Scope

from schema.gate import body, negotiation, request
from schema.gate.asker import header
from schema.gate.body import Malformed
from schema.gate.problem import Problem
from schema.gate.request import IllFormed, Request

METHODS = ("GET", "POST")
_NAMES = frozenset({"query", "documentId", "operationName", "variables", "extensions"})
_DOCUMENTS = frozenset({b"query", b"documentId", b"extensions"})
_JSON_NAMES = frozenset({"variables", "extensions"})
_MAX_QUERY_STRING = 64 * 1024


class Disconnected(Exception):
    """The client left before its request was complete."""


async def read(scope: Scope, receive: Receive, max_bytes: int) -> Request:
    """The request, from the body of a POST or the query string of a GET.

    Raises:
        Problem: another method, media type or size; or nothing that is a GraphQL request.
        Disconnected: the client left.
    """
    try:
        if scope["method"] == "GET":
            return request.of(_parameters(scope["query_string"]))
        return request.of(body.parsed(await _body(scope, receive, max_bytes)))
    except Malformed as err:
        raise Problem(400, str(err)) from err
    except IllFormed as err:
        raise Problem(422, str(err)) from err


def has_query(scope: Scope) -> bool:
    """Whether the query string names a document."""
    return any(part.partition(b"=")[0] in _DOCUMENTS for part in scope["query_string"].split(b"&"))


def _parameters(query_string: bytes) -> dict[str, object]:
    if len(query_string) > _MAX_QUERY_STRING:
        raise Problem(414, f"a query string has at most {_MAX_QUERY_STRING} bytes")
    try:
        pairs = parse_qsl(query_string.decode("ascii"), keep_blank_values=True, errors="strict", max_num_fields=50)
    except ValueError as err:
        raise Malformed("the query string is not valid UTF-8, percent-encoded") from err
    found: dict[str, object] = {}
    for name, text in pairs:
        if name not in _NAMES:
            continue
        if name in found:
            raise Malformed(f"`{name}` stands twice in the query string")
        if "\0" in text:
            raise Malformed("the query string holds the character U+0000")
        found[name] = _value(name, text)
    return found


def _value(name: str, text: str) -> object:
    # An empty parameter is one that was not given: a query string cannot say null.
    if not text and name != "query":
        return None
    return body.parsed(text) if name in _JSON_NAMES else text


async def _body(scope: Scope, receive: Receive, max_bytes: int) -> bytes:
    if not negotiation.is_json(header(scope, b"content-type")):
        raise Problem(415, "a POST carries application/json in UTF-8", {"accept-post": "application/json"})
    length = header(scope, b"content-length")
    if length is not None and length.isdecimal() and int(length[:20]) > max_bytes:
        raise Problem(413, f"a body has at most {max_bytes} bytes")
    parts: list[bytes] = []
    size, has_more = 0, True
    while has_more:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise Disconnected
        part = message.get("body", b"")
        size += len(part)
        if size > max_bytes:
            raise Problem(413, f"a body has at most {max_bytes} bytes")
        parts.append(part)
        has_more = message.get("more_body", False)
    return b"".join(parts)
