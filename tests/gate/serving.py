"""A real server on a loopback port around one ASGI application."""

import asyncio
import contextlib
import socket
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import datetime

import uvicorn
from starlette.applications import Starlette
from starlette.routing import Route, WebSocketRoute
from starlette.types import Receive, Scope, Send

from auth.errors import InvalidToken
from auth.viewer import Client, Viewer
from schema.gate import endpoint, websocket
from schema.gate.gate import Gate
from server.wire import SocketProtocol


class Doorkeeper:
    """Stands in for `auth`: tokens are the keys of `viewers`; taking one out revokes it."""

    def __init__(self) -> None:
        self.viewers: dict[str, tuple[Viewer, datetime | None]] = {}

    async def holds(self, viewer: Viewer) -> bool:
        return viewer.is_anonymous or any(known == viewer for known, _ in self.viewers.values())

    def known(self, viewer: Viewer) -> bool | None:
        return True if viewer.is_anonymous else None

    async def from_payload(self, payload: object, *, client: Client | None = None) -> tuple[Viewer, datetime | None]:  # noqa: ARG002 - the signature of auth
        assert isinstance(payload, dict)
        found = self.viewers.get(str(payload["authorization"]).removeprefix("Bearer "))
        if found is None:
            raise InvalidToken
        return found


class Guarded:
    """Sets the state that the middleware of `auth` would set."""

    def __init__(self, app: Callable[[Scope, Receive, Send], Awaitable[None]], doorkeeper: Doorkeeper) -> None:
        self.app = app
        self.doorkeeper = doorkeeper

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        headers = dict(scope.get("headers", ()))
        token = headers.get(b"authorization", b"").decode().removeprefix("Bearer ")
        viewer, until = self.doorkeeper.viewers.get(token, (Viewer(), None))
        state = {"viewer": viewer, "viewer_until": until, "authenticator": self.doorkeeper}
        await self.app({**scope, "state": state}, receive, send)


@contextlib.asynccontextmanager
async def served(gate: Gate, doorkeeper: Doorkeeper, *, is_plain: bool = False) -> AsyncIterator[str]:
    """`host:port` of a server that answers on /graphql; `is_plain`: by the protocol of uvicorn itself, not by ours."""
    app = Starlette(routes=[Route("/graphql", endpoint.Http(gate)), WebSocketRoute("/graphql", websocket.Socket(gate))])
    listening = socket.create_server(("127.0.0.1", 0))
    config = uvicorn.Config(
        Guarded(app, doorkeeper),
        log_level="critical",
        lifespan="off",
        ws="websockets-sansio" if is_plain else SocketProtocol,
        ws_per_message_deflate=False,
        ws_ping_interval=None,
        timeout_graceful_shutdown=2,
    )
    server = uvicorn.Server(config)
    running = asyncio.create_task(server.serve([listening]))
    async with asyncio.timeout(10):
        while not server.started:  # noqa: ASYNC110 - uvicorn offers nothing to wait for
            await asyncio.sleep(0.01)
    try:
        yield f"127.0.0.1:{listening.getsockname()[1]}"
    finally:
        server.should_exit = True
        await running
        listening.close()
