"""A bare client of graphql-transport-ws, which may also say what no client should."""

import asyncio
import contextlib
import json
from collections.abc import AsyncIterator
from typing import Any

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed
from websockets.typing import Subprotocol

DEADLINE = 10.0


class Peer:
    """One socket."""

    def __init__(self, connection: ClientConnection) -> None:
        self.connection = connection

    async def say(self, frame: object) -> None:
        """The frame is sent: as it is when text or bytes, else as JSON."""
        await self.connection.send(frame if isinstance(frame, str | bytes) else json.dumps(frame))

    async def hear(self) -> dict[str, Any]:
        """The next frame; a ping of the server is passed over."""
        async with asyncio.timeout(DEADLINE):
            while True:
                frame: dict[str, Any] = json.loads(await self.connection.recv())
                if frame != {"type": "ping"}:
                    return frame

    async def end(self) -> tuple[int, str]:
        """Code and reason of the close, whatever comes before it."""
        async with asyncio.timeout(DEADLINE):
            with contextlib.suppress(ConnectionClosed):
                while True:
                    await self.connection.recv()
        assert self.connection.close_code is not None
        return self.connection.close_code, self.connection.close_reason or ""

    async def init(self, **payload: object) -> None:
        """The server has acknowledged."""
        await self.say({"type": "connection_init", "payload": payload})
        assert await self.hear() == {"type": "connection_ack"}

    async def ask(self, id_: str, query: str, **more: object) -> None:
        """The operation is asked for under the id."""
        await self.say({"id": id_, "type": "subscribe", "payload": {"query": query, **more}})


@contextlib.asynccontextmanager
async def opened(address: str, *, protocol: str | None = "graphql-transport-ws", **options: Any) -> AsyncIterator[Peer]:
    """A peer that has shaken hands and said nothing yet."""
    protocols = None if protocol is None else [Subprotocol(protocol)]
    async with connect(f"ws://{address}/graphql", subprotocols=protocols, compression=None, **options) as connection:
        yield Peer(connection)
