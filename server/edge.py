"""The outermost layer: a request id, safe headers, one log line, and no exception that gets past it."""

import logging
import re
import time
from uuid import uuid4

from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.responses import Response
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
            await _apologise(scope, answer, error)
        except Exception as error:  # noqa: BLE001 - this is the ASGI edge, one of the three places
            _LOG.exception("a request failed", extra={"attributes": {"request_id": request_id}})
            await _apologise(scope, answer, error)
        if scope["type"] == "http":
            _log(scope, answer.status, time.perf_counter() - began)


async def unanswered(request: Request, error: Exception) -> Response:
    """What Starlette answers before it raises the error to us; its own answer would be a bare 500, whatever the error."""
    status, code, message = _apology(error)
    given = request.scope["state"]["request_id"] if code == "INTERNAL" else None
    content = answers.body(code, message, request_id=given)
    response = Response(content, status)
    response.raw_headers = answers.headers(status, content)
    return response


def _apology(error: Exception) -> tuple[int, str, str]:
    if engine.is_away(error):
        return 503, "OVERLOADED", "the server is busy; try again in a moment"
    return 500, "INTERNAL", "something went wrong here"


async def _apologise(scope: Scope, answer: "_Answer", error: Exception) -> None:
    if scope["type"] != "http" or answer.status is not None:
        return
    status, code, message = _apology(error)
    request_id = scope["state"]["request_id"] if code == "INTERNAL" else None
    await answers.refuse(answer.send, status, code, message, request_id=request_id)


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
