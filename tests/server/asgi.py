"""An ASGI application called by hand: what goes in, and what comes out."""

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass, field

from starlette.types import ASGIApp, Message, Scope


@dataclass(slots=True)
class Answer:
    status: int = 0
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""


def scope(path: str = "/", method: str = "POST", headers: dict[str, str] | None = None, **state: object) -> Scope:
    return {
        "type": "http",
        "method": method,
        "path": path,
        "scheme": "http",
        "query_string": b"",
        "headers": [(name.lower().encode(), value.encode()) for name, value in (headers or {}).items()],
        "client": ("127.0.0.1", 1),
        "state": dict(state),
    }


async def call(app: ASGIApp, request: Scope, parts: Iterable[bytes] = (b"",), *, stalls: bool = False) -> Answer:
    """The answer to a request whose body comes in parts, and after them nothing more when it stalls."""
    answer = Answer()
    messages: list[Message] = [{"type": "http.request", "body": part, "more_body": True} for part in parts]
    if not stalls:
        messages[-1]["more_body"] = False
    waiting = iter(messages)

    async def receive() -> Message:
        message = next(waiting, None)
        if message is None:
            await asyncio.Event().wait()
        return message or {}

    async def send(message: Message) -> None:
        if message["type"] == "http.response.start":
            answer.status = message["status"]
            answer.headers = {name.decode(): value.decode() for name, value in message["headers"]}
        else:
            answer.body += message.get("body", b"")

    await app(request, receive, send)
    return answer
