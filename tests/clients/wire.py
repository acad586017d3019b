"""A wire between clients and a server, which a test can cut and mend."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from dataclasses import dataclass, field


@dataclass(slots=True)
class Wire:
    """Forwards `port` to the server's. Cut, it aborts every connection, and every new one."""

    far_port: int
    port: int = 0
    is_cut: bool = False
    refused: asyncio.Event = field(default_factory=asyncio.Event)
    """Somebody tried to connect since the last cut."""
    _writers: set[asyncio.StreamWriter] = field(default_factory=set)

    def cut(self) -> None:
        """Nobody gets through, and whoever was connected notices at once."""
        self.is_cut = True
        self.refused.clear()
        for writer in list(self._writers):
            writer.transport.abort()

    def mend(self) -> None:
        """New connections come through."""
        self.is_cut = False

    async def carry(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One connection, both ways."""
        if self.is_cut:
            self.refused.set()
            writer.transport.abort()
            return
        far_reader, far_writer = await asyncio.open_connection("127.0.0.1", self.far_port)
        both = {writer, far_writer}
        self._writers |= both
        with contextlib.suppress(OSError):
            async with asyncio.TaskGroup() as tasks:
                tasks.create_task(_pump(reader, far_writer))
                tasks.create_task(_pump(far_reader, writer))
        self._writers -= both
        for each in both:
            each.transport.abort()


async def _pump(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    while data := await reader.read(65536):
        writer.write(data)
        await writer.drain()
    writer.close()


@contextlib.asynccontextmanager
async def laid(far_port: int) -> AsyncIterator[Wire]:
    """A wire to a port of this machine."""
    wire = Wire(far_port)
    server = await asyncio.start_server(wire.carry, "127.0.0.1", 0)
    wire.port = server.sockets[0].getsockname()[1]
    try:
        yield wire
    finally:
        wire.cut()
        server.close()
