"""Answers in GraphQL's shape that are given before, or in spite of, GraphQL."""

import orjson
from starlette.types import Message, Send


async def refuse(send: Send, status: int, code: str, message: str, *, request_id: str | None = None) -> None:
    """The response is sent, and the connection closes: the rest of a request body is not read."""
    extensions = {"code": code} | ({"requestId": request_id} if request_id else {})
    body = orjson.dumps({"errors": [{"message": message, "extensions": extensions}]})
    start: Message = {
        "type": "http.response.start",
        "status": status,
        "headers": [
            (b"content-type", b"application/json; charset=utf-8"),
            (b"content-length", str(len(body)).encode()),
            (b"cache-control", b"no-store"),
            (b"connection", b"close"),
        ],
    }
    await send(start)
    await send({"type": "http.response.body", "body": body})
