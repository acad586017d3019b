"""The HTTP process: uvicorn around the application, in the foreground until it is told to stop."""

import gc
import signal
import socket
import sys
from collections.abc import Awaitable, Callable
from types import FrameType

import uvicorn

from server import app, connections, lifeline, listening, logs, settings, wire
from server.setting import WrongSetting
from server.settings import Settings

_COLLECT_AFTER = 50_000
"""Allocations before a young collection: with the 700 of CPython, requests pay for walking a frozen heap."""


class Server(uvicorn.Server):
    """uvicorn, which waits for streams to end, and so must first be told to end them."""

    def __init__(self, config: uvicorn.Config, drain: Callable[[], Awaitable[None]]) -> None:
        super().__init__(config)
        self._drain = drain

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Streams and sockets have ended with word of where to resume, requests are answered, the house is closed."""
        await self._drain()
        await super().shutdown(sockets)


def main() -> None:
    """Requests were served until a signal; exit code 0. A wrong setting ends it with 2 and one line."""
    try:
        chosen = settings.read()
    except WrongSetting as err:
        sys.exit(f"begrip: {err}")
    lifeline.hold()
    serve(chosen)


def serve(chosen: Settings) -> None:
    """Requests were served until SIGTERM or SIGINT, and those in flight were finished."""
    logs.configure(chosen)
    door = listening.inherited() or listening.listen(chosen)
    with connections.urls(chosen) as urls:
        application = app.build(chosen, urls)
        config = uvicorn.Config(
            application.asgi,
            loop="uvloop",
            http="httptools",
            ws=wire.SocketProtocol,
            ws_max_size=chosen.body_limit,
            ws_per_message_deflate=False,  # a frame of 1 kB may inflate to 1 MB, and short messages gain nothing
            ws_ping_interval=None,  # the gate pings by the protocol, and with one timer for all sockets
            lifespan="on",
            log_config=None,
            access_log=False,
            server_header=False,
            proxy_headers=bool(chosen.trusted_proxies),
            forwarded_allow_ips=list(chosen.trusted_proxies),
            timeout_graceful_shutdown=max(1, round(chosen.drain.total_seconds())),
        )
        for number in (signal.SIGINT, signal.SIGTERM):
            # uvicorn drains and then raises the signal again: without this the process would die of it, not exit 0.
            signal.signal(number, _already_done)
        gc.collect()
        gc.freeze()
        gc.set_threshold(_COLLECT_AFTER, 20, 20)
        server = Server(config, application.drain)
        server.run(sockets=[door])
    if not server.started:
        sys.exit(3)


def _already_done(_number: int, _frame: FrameType | None) -> None:
    """The signal was obeyed."""


if __name__ == "__main__":
    main()
