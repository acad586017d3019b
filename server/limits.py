"""How much a request body may hold, and how long it may take to arrive. uvicorn itself sets no limit."""

import asyncio
import contextlib
from dataclasses import dataclass
from datetime import timedelta

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from server import answers

_THROWN_AWAY = 16 * 1024 * 1024
"""Bytes of a body too large that are read all the same: what the kernel may hold of it when the answer leaves."""
_PATIENCE_SECONDS = 1.0


@dataclass(frozen=True, slots=True)
class Bounds:
    """Bytes for callers who signed in and for others, and the time for all of them to arrive."""

    body: int
    anonymous_body: int
    arrival: timedelta


class _TooLarge(Exception):
    """More bytes came than the caller may send."""


class BodyLimit:
    """Reads the body before the application does: what is too large (413) or too slow (408) never reaches it.

    Stands inside the authentication, which says whether the caller signed in.
    """

    def __init__(self, app: ASGIApp, bounds: Bounds) -> None:
        self._app = app
        self._bounds = bounds

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """The request with its body at hand, or a refusal."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        most = self._most(scope)
        try:
            async with asyncio.timeout(self._bounds.arrival.total_seconds()):
                body = await _body(scope, receive, most)
        except _TooLarge:
            await answers.refuse(
                self._before_close(send, receive),
                413,
                "BODY_TOO_LARGE",
                f"a request body may hold at most {most} bytes",
            )
        except TimeoutError:
            await answers.refuse(send, 408, "BODY_TOO_SLOW", "the request body did not arrive in time")
        else:
            await self._app(scope, _replayed(body, receive), send)

    def _before_close(self, send: Send, receive: Receive) -> Send:
        """Sends the answer whole, and lets the connection close only after what still came was thrown away.

        A peer that sends a large body reads the answer in between, and stops; one that is closed upon loses it.
        """

        async def told(message: Message) -> None:
            if message["type"] != "http.response.body":
                await send(message)
                return
            await send({**message, "more_body": True})
            await self._throw_away(receive)
            await send({"type": "http.response.body"})

        return told

    async def _throw_away(self, receive: Receive) -> None:
        """What still comes is read, within bounds: a connection closed on unread bytes is reset, and the answer lost."""
        size, has_more = 0, True
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(min(self._bounds.arrival.total_seconds(), _PATIENCE_SECONDS)):
                while has_more and size < _THROWN_AWAY:
                    message = await receive()
                    size += len(message.get("body", b""))
                    has_more = message.get("more_body", False)

    def _most(self, scope: Scope) -> int:
        viewer = scope.get("state", {}).get("viewer")
        return self._bounds.anonymous_body if viewer is None or viewer.is_anonymous else self._bounds.body


def _announced(scope: Scope) -> int:
    lengths = [value for key, value in scope["headers"] if key == b"content-length"]
    return int(lengths[0]) if lengths and lengths[0].isdigit() else 0


async def _body(scope: Scope, receive: Receive, most: int) -> Message:
    """All of the body in one message, or the disconnect that came instead."""
    if _announced(scope) > most:
        raise _TooLarge
    parts: list[bytes] = []
    size = 0
    while True:
        message = await receive()
        if message["type"] != "http.request":
            return message
        parts.append(message.get("body", b""))
        size += len(parts[-1])
        if size > most:
            raise _TooLarge
        if not message.get("more_body", False):
            return {"type": "http.request", "body": b"".join(parts), "more_body": False}


def _replayed(body: Message, receive: Receive) -> Receive:
    pending = [body]

    async def replay() -> Message:
        return pending.pop() if pending else await receive()

    return replay
