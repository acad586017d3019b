"""A TCP proxy with faults: delay, reset, silence and half-open connections, in a thread of its own."""

import asyncio
import contextlib
import threading
from collections.abc import Awaitable, Callable, Iterator
from concurrent.futures import Future
from dataclasses import dataclass, field
from enum import StrEnum

Dial = Callable[[], Awaitable[tuple[asyncio.StreamReader, asyncio.StreamWriter]]]


class Fault(StrEnum):
    """What happens to bytes."""

    NONE = "none"
    SILENCE = "silence"
    """Bytes wait, both ways; connections stand. They flow again when the fault ends: a network that was cut and mended."""
    HALF_OPEN = "half-open"
    """Bytes are thrown away, both ways; connections stand, and what was open at that time never carries anything again."""
    RESET = "reset"
    """Every connection is reset, new ones too."""


@dataclass(slots=True)
class Proxy:
    """Forwards a loopback port to wherever `dial` leads."""

    dial: Dial
    port: int = 0
    fault: Fault = Fault.NONE
    delay: float = 0.0
    """Seconds by which bytes arrive later, each way."""
    opened: int = 0
    _loop: asyncio.AbstractEventLoop = field(default_factory=asyncio.new_event_loop)
    _writers: "set[asyncio.StreamWriter]" = field(default_factory=set)
    _dead: "set[asyncio.StreamWriter]" = field(default_factory=set)
    _flows: asyncio.Event = field(default_factory=asyncio.Event)

    def turn(self, fault: Fault) -> None:
        """The fault holds from now on; returns when it does."""
        done: Future[None] = Future()
        self._loop.call_soon_threadsafe(self._turn, fault, done)
        done.result(10)

    def _turn(self, fault: Fault, done: "Future[None]") -> None:
        self.fault = fault
        if fault in {Fault.SILENCE, Fault.HALF_OPEN}:
            self._flows.clear()
        else:
            self._flows.set()
        if fault is Fault.HALF_OPEN:
            self._dead |= self._writers
        if fault is Fault.RESET:
            for writer in list(self._writers):
                _reset(writer)
        done.set_result(None)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if self.fault is Fault.RESET:
            _reset(writer)
            return
        self.opened += 1
        try:
            far_reader, far_writer = await self.dial()
        except OSError:
            _reset(writer)
            return
        self._writers |= {writer, far_writer}
        if self.fault is Fault.HALF_OPEN:
            self._dead |= {writer, far_writer}
        try:
            async with asyncio.TaskGroup() as tasks:
                tasks.create_task(self._pump(reader, far_writer))
                tasks.create_task(self._pump(far_reader, writer))
        except* OSError:
            pass  # one side has ended, and so does the other
        finally:
            for each in (writer, far_writer):
                self._writers.discard(each)
                self._dead.discard(each)
                each.transport.abort()

    async def _pump(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while data := await reader.read(65536):
            if writer in self._dead:
                continue
            await self._flows.wait()
            if self.delay:
                await asyncio.sleep(self.delay)
            writer.write(data)
            await writer.drain()
        if writer not in self._dead:
            await self._flows.wait()
            raise ConnectionResetError

    async def _run(self, ready: "Future[int]") -> None:
        self._flows.set()
        server = await asyncio.start_server(self._serve, "127.0.0.1", 0, backlog=2048)
        ready.set_result(server.sockets[0].getsockname()[1])
        async with server:
            await server.serve_forever()


def _reset(writer: asyncio.StreamWriter) -> None:
    writer.transport.abort()


@contextlib.contextmanager
def running(dial: Dial) -> Iterator[Proxy]:
    """A proxy that passes everything on, until it is told otherwise."""
    proxy = Proxy(dial)
    ready: Future[int] = Future()

    def run() -> None:
        asyncio.set_event_loop(proxy._loop)
        with contextlib.suppress(asyncio.CancelledError):
            proxy._loop.run_until_complete(proxy._run(ready))

    thread = threading.Thread(target=run, name="proxy", daemon=True)
    thread.start()
    proxy.port = ready.result(10)
    try:
        yield proxy
    finally:
        proxy._loop.call_soon_threadsafe(lambda: [task.cancel() for task in asyncio.all_tasks(proxy._loop)])
        thread.join(10)


def to_port(port: int) -> Dial:
    """A loopback port."""
    return lambda: asyncio.open_connection("127.0.0.1", port)


def to_socket(path: str) -> Dial:
    """A socket of the file system."""
    return lambda: asyncio.open_unix_connection(path)
