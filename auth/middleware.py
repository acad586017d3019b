"""ASGI middleware: who sent this request. Credentials come in the Authorization header and nowhere else."""

import json
from datetime import datetime
from typing import cast

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from auth import authenticator, errors
from auth.authenticator import Authenticator
from auth.viewer import Client, Viewer

_MAX_USER_AGENT = 200
_BODY = json.dumps(
    {"errors": [{"message": errors.InvalidToken().message, "extensions": {"code": errors.InvalidToken.code}}]}
).encode()
"""One answer to every bad token, so that it tells nothing."""


class Authentication:
    """Sets `viewer`, `viewer_until` (null when anonymous) and `authenticator` in the state of the scope, or answers 401."""

    def __init__(self, app: ASGIApp, authenticator: Authenticator, *, elsewhere: frozenset[str] = frozenset()) -> None:
        """On the paths `elsewhere` the header is none of ours: OAuth clients prove themselves with it."""
        self._app = app
        self._authenticator = authenticator
        self._elsewhere = elsewhere

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """The request goes on with its viewer, or ends with 401."""
        if scope["type"] not in {"http", "websocket"}:
            await self._app(scope, receive, send)
            return
        client = _client(scope)
        values = [] if scope["path"] in self._elsewhere else _headers(scope, b"authorization")
        try:
            viewer, until = await self._viewer(values, client)
        except errors.InvalidToken:
            await _refuse(scope, receive, send)
            return
        # A dictionary of its own: state may be the one that all requests share.
        state = {
            **scope.get("state", {}),
            "viewer": viewer,
            "viewer_until": until,
            "authenticator": self._authenticator,
        }
        await self._app({**scope, "state": state}, receive, send)

    async def _viewer(self, values: list[str], client: Client) -> tuple[Viewer, datetime | None]:
        match values:
            case []:
                return authenticator.anonymous(client), None
            case [value]:
                return await self._authenticator.from_header(value, client=client)
            case _:
                raise errors.InvalidToken


def _headers(scope: Scope, name: bytes) -> list[str]:
    return [value.decode("latin-1") for key, value in scope["headers"] if key.lower() == name]


def _client(scope: Scope) -> Client:
    address = scope.get("client")
    agent = " ".join(_headers(scope, b"user-agent"))
    printable = "".join(character for character in agent if character.isprintable())[:_MAX_USER_AGENT]
    return Client(address=cast("str", address[0]) if address else None, user_agent=printable or None)


async def _refuse(scope: Scope, receive: Receive, send: Send) -> None:
    if scope["type"] == "http":
        await _answer("http.response", send)
        return
    await receive()
    if "websocket.http.response" in scope.get("extensions", {}):
        await _answer("websocket.http.response", send)
    else:
        await send({"type": "websocket.close", "code": 4401, "reason": "UNAUTHENTICATED"})


async def _answer(kind: str, send: Send) -> None:
    headers = [
        (b"content-type", b"application/json; charset=utf-8"),
        (b"content-length", str(len(_BODY)).encode()),
        (b"cache-control", b"no-store"),
        (b"www-authenticate", b'Bearer realm="begrip", error="invalid_token"'),  # RFC 6750 3
    ]
    start: Message = {"type": f"{kind}.start", "status": 401, "headers": headers}
    await send(start)
    await send({"type": f"{kind}.body", "body": _BODY})
