"""A wire to Redis that a test can cut."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from urllib.parse import urlsplit

from redis.asyncio import Redis
from redis.asyncio.retry import Retry
from redis.backoff import NoBackoff


class Wire:
    """Forwards a loopback port to a Redis."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._is_cut = False
        self._writers: set[asyncio.StreamWriter] = set()
        self.port = 0

    def cut(self) -> None:
        """Every connection is aborted, new ones are too."""
        self._is_cut = True
        for writer in list(self._writers):
            writer.transport.abort()

    def mend(self) -> None:
        """New connections come through."""
        self._is_cut = False

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One connection, both ways."""
        if self._is_cut:
            writer.transport.abort()
            return
        far_reader, far_writer = await self._dial()
        self._writers |= {writer, far_writer}
        with contextlib.suppress(OSError):
            async with asyncio.TaskGroup() as tasks:
                tasks.create_task(_pump(reader, far_writer))
                tasks.create_task(_pump(far_reader, writer))
        for each in (writer, far_writer):
            self._writers.discard(each)
            each.transport.abort()

    async def _dial(self) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        parts = urlsplit(self._url)
        if parts.scheme == "unix":
            return await asyncio.open_unix_connection(parts.path)
        return await asyncio.open_connection(parts.hostname, parts.port or 6379)


async def _pump(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    while data := await reader.read(65536):
        writer.write(data)
        await writer.drain()
    writer.close()


@contextlib.asynccontextmanager
async def wired(url: str) -> AsyncIterator[tuple[Wire, Redis]]:
    """A wire, and a client at its near end, on the same database of Redis."""
    wire = Wire(url)
    server = await asyncio.start_server(wire.serve, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    database = url.partition("db=")[2] or (urlsplit(url).path.lstrip("/") if not url.startswith("unix") else "0") or "0"
    client = Redis(host="127.0.0.1", port=port, db=int(database), retry=Retry(NoBackoff(), 1))
    try:
        yield wire, client
    finally:
        await client.aclose()
        server.close()
        wire.cut()
