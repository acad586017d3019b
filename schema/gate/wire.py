"""Wires: how text frames leave on a WebSocket, at once when the peer keeps up."""

from collections.abc import Coroutine, Generator
from typing import Any, Protocol, cast

from starlette.types import Scope, Send

EXTENSION = "begrip.wire"
"""Of the ASGI scope: a server that offers it lets frames go out without a coroutine each."""


class Wire(Protocol):
    """One socket that is open."""

    @property
    def is_ready(self) -> bool:
        """Whether the peer keeps up, so that nothing waits before what is written."""

    def write(self, text: bytes) -> None:
        """The frame goes out, behind what waits. Nothing happens on a socket that is closed."""

    async def drained(self) -> None:
        """The wire is ready again, or gone."""

    async def close(self, code: int, reason: str) -> None:
        """The socket is closed; a peer that does not answer is cut off."""


class Asgi:
    """The wire of a server that speaks plain ASGI: each frame is a coroutine, which as a rule ends without waiting."""

    def __init__(self, send: Send) -> None:
        self._send = send
        self._stuck: _Rest | None = None

    @property
    def is_ready(self) -> bool:
        """Whether no frame is waiting to be taken."""
        return self._stuck is None

    def write(self, text: bytes) -> None:
        """The frame was taken, or is being taken; dropped when another is."""
        if self._stuck is not None:
            return
        coroutine = cast("Coroutine[Any, Any, None]", self._send({"type": "websocket.send", "text": text.decode()}))
        try:
            waiting = coroutine.send(None)
        except StopIteration:
            return
        except (OSError, RuntimeError):
            # The peer is gone; the session hears of it where it receives.
            return
        self._stuck = _Rest(coroutine, waiting)

    async def drained(self) -> None:
        """The frame that was being taken is taken."""
        if self._stuck is not None:
            try:
                await self._stuck
            except (OSError, RuntimeError):
                return
            finally:
                self._stuck = None

    async def close(self, code: int, reason: str) -> None:
        """The server was told to close; peers that were faster are closed already."""
        try:
            await self._send({"type": "websocket.close", "code": code, "reason": reason})
        except (OSError, RuntimeError):
            return


class _Rest:
    """What is left of a coroutine that has begun to wait."""

    def __init__(self, coroutine: Coroutine[Any, Any, None], waiting: object) -> None:
        self._coroutine = coroutine
        self._waiting = waiting

    def __await__(self) -> Generator[object, Any, None]:
        """As the coroutine itself would have gone on."""
        waiting = self._waiting
        try:
            while True:
                try:
                    sent = yield waiting
                except BaseException as error:  # noqa: BLE001 - handed to whom it is meant for
                    waiting = self._coroutine.throw(error)
                else:
                    waiting = self._coroutine.send(sent)
        except StopIteration:
            return


def of(scope: Scope, send: Send) -> Wire:
    """The wire of a socket."""
    found = scope.get("extensions", {}).get(EXTENSION)
    return Asgi(send) if found is None else cast("Wire", found)
