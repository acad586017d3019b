"""The outermost layer: a request id, safe headers, one log line, and no exception that gets past it."""

import logging
import re
import time
from uuid import uuid4

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from models import engine
from server import answers, logs

_WELL_FORMED = re.compile(rb"[A-Za-z0-9._-]{1,64}")
_LOG = logging.getLogger("begrip.server")
_QUIET = frozenset({"/livez", "/readyz", "/startupz"})
_HEADERS = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "x-frame-options": "DENY",
    "cross-origin-opener-policy": "same-origin",
    "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
}
"""Set where the application did not say otherwise."""


class Edge:
    """Every HTTP request has an id, taken from X-Request-Id when it is well formed, and the answer repeats it."""

    def __init__(self, app: ASGIApp, *, is_https: bool) -> None:
        """Add Strict-Transport-Security when clients reach us by HTTPS."""
        self._app = app
        self._headers = _HEADERS | ({"strict-transport-security": "max-age=31536000"} if is_https else {})

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """The request, answered and logged, whatever happened inside."""
        if scope["type"] not in {"http", "websocket"}:
            await self._app(scope, receive, send)
            return
        request_id = _request_id(scope)
        scope = {**scope, "state": {**scope.get("state", {}), "request_id": request_id}}
        answer = _Answer(send, self._headers | {"x-request-id": request_id})
        began = time.perf_counter()
        try:
            await self._app(scope, receive, answer.send)
        except engine.AWAY as error:
            _LOG.warning(
                "the database or the peer went away: %r", error, extra={"attributes": {"request_id": request_id}}
            )
            if scope["type"] == "http" and answer.status is None:
                await answers.refuse(answer.send, 503, "OVERLOADED", "the server is busy; try again in a moment")
        except Exception:  # noqa: BLE001 - this is the ASGI edge, one of the three places
            _LOG.exception("a request failed", extra={"attributes": {"request_id": request_id}})
            if scope["type"] == "http" and answer.status is None:
                await answers.refuse(answer.send, 500, "INTERNAL", "something went wrong here", request_id=request_id)
        if scope["type"] == "http":
            _log(scope, answer.status, time.perf_counter() - began)


class _Answer:
    """What was sent, and the headers that go with it."""

    def __init__(self, send: Send, headers: dict[str, str]) -> None:
        self._send = send
        self._headers = headers
        self.status: int | None = None

    async def send(self, message: Message) -> None:
        """The message goes on; the head of a response carries our headers too."""
        if message["type"] == "http.response.start":
            self.status = message["status"]
            present = MutableHeaders(scope=message)
            for name, value in self._headers.items():
                present.setdefault(name, value)
        await self._send(message)


def _request_id(scope: Scope) -> str:
    given = [value for key, value in scope["headers"] if key == b"x-request-id"]
    return given[0].decode() if len(given) == 1 and _WELL_FORMED.fullmatch(given[0]) else uuid4().hex


def _log(scope: Scope, status: int | None, seconds: float) -> None:
    level = logging.DEBUG if scope["path"] in _QUIET else logging.INFO
    if not logs.ACCESS.isEnabledFor(level):
        return
    client = scope.get("client")
    attributes = {
        "http.request.method": scope["method"],
        "url.path": scope["path"],
        "http.response.status_code": status,
        "duration_ms": round(seconds * 1000, 1),
        "client.address": client[0] if client else None,
        "request_id": scope["state"]["request_id"],
    }
    # `%r` writes a line feed in a path as \n: one request, one line.
    logs.ACCESS.log(
        level,
        "%s %r %s %.1f ms",
        scope["method"],
        scope["path"],
        status,
        seconds * 1000,
        extra={"attributes": attributes},
    )
