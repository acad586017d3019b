"""Answers in GraphQL's shape that are given before, or in spite of, GraphQL."""

from http import HTTPStatus

import orjson
from starlette.types import Message, Send

_PAUSE_SECONDS = b"1"
"""When to come back after a 503."""


def body(code: str, message: str, *, request_id: str | None = None) -> bytes:
    """One error, as GraphQL writes it."""
    extensions = {"code": code} | ({"requestId": request_id} if request_id else {})
    return orjson.dumps({"errors": [{"message": message, "extensions": extensions}]})


def headers(status: int, content: bytes) -> list[tuple[bytes, bytes]]:
    """Those of such an answer; a server that is busy says when to come back."""
    given = [
        (b"content-type", b"application/json; charset=utf-8"),
        (b"content-length", str(len(content)).encode()),
        (b"cache-control", b"no-store"),
        (b"connection", b"close"),
    ]
    return [*given, (b"retry-after", _PAUSE_SECONDS)] if status == HTTPStatus.SERVICE_UNAVAILABLE else given


async def refuse(send: Send, status: int, code: str, message: str, *, request_id: str | None = None) -> None:
    """The response is sent, and the connection closes: the rest of a request body is not read."""
    content = body(code, message, request_id=request_id)
    start: Message = {"type": "http.response.start", "status": status, "headers": headers(status, content)}
    await send(start)
    await send({"type": "http.response.body", "body": content})
