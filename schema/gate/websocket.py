"""The WebSocket face of the gate: who may open a socket, and under which protocol."""

from urllib.parse import urlsplit

from starlette.types import Receive, Scope, Send

from schema.gate import asker, counts, wire
from schema.gate.frames import PROTOCOL, TOO_MANY
from schema.gate.gate import Gate
from schema.gate.session import Session


class Socket:
    """An ASGI application for one path."""

    def __init__(self, gate: Gate) -> None:
        self._gate = gate

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """The socket was served and is closed."""
        await receive()
        if not self._is_allowed(scope):
            await send({"type": "websocket.close", "code": 4403, "reason": "this origin may not connect"})
            return
        if PROTOCOL not in scope.get("subprotocols", ()):
            await send({"type": "websocket.accept"})
            await send({"type": "websocket.close", "code": 4406, "reason": "Subprotocol not acceptable"})
            return
        await send({"type": "websocket.accept", "subprotocol": PROTOCOL})
        who = asker.of_scope(scope)
        place = counts.address(who.viewer)
        by_address = self._gate.sockets.by_address
        if not by_address.enter(place):
            reason = f"too many sockets: one address may have {by_address.most}"
            await send({"type": "websocket.close", "code": TOO_MANY, "reason": reason})
            return
        try:
            await Session(self._gate, who, receive, wire.of(scope, send)).run()
        finally:
            by_address.leave(place)

    def _is_allowed(self, scope: Scope) -> bool:
        """Browsers name the page's origin, and ask no CORS: a foreign page must not ride on this one's trust."""
        origin = asker.header(scope, b"origin")
        if origin is None:
            return True
        return origin in self._gate.options.allowed_origins or urlsplit(origin).netloc == asker.header(scope, b"host")
