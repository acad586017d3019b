"""A session of graphql-transport-ws: a strict state machine around operations that run side by side.

A refused operation answers `error` under its own id and leaves the socket alone; only a breach of the protocol, the end
of the token or of the server closes it.
"""

import asyncio
from dataclasses import dataclass, field, replace
from typing import cast

from starlette.types import Receive, Send

from auth.errors import InvalidToken
from models import engine
from schema.gate import ending, errors, frames
from schema.gate.answer import Answer
from schema.gate.asker import Asker
from schema.gate.errors import Entry
from schema.gate.frames import Closed, Complete, Frame, Init, Ping, Pong, Subscribe
from schema.gate.gate import Gate
from schema.gate.operation import Operation
from schema.gate.sse import in_time
from subscriptions.listener import Ended, Reason
from subscriptions.live import Ask


@dataclass(slots=True)
class Session:
    """One socket, from its acceptance to its close."""

    gate: Gate
    who: Asker
    receive: Receive
    send: Send
    _has_init: bool = False
    _is_acknowledged: asyncio.Event = field(default_factory=asyncio.Event)
    _running: dict[str, "asyncio.Task[None]"] = field(default_factory=dict)
    _one_at_a_time: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def run(self) -> None:
        """The socket is closed, and nothing of it runs any more."""
        closed = Closed()
        try:
            async with asyncio.TaskGroup() as tasks:
                for guard in (self._await_init(), self._await_token_end(), self._await_server_end(), self._ping()):
                    tasks.create_task(guard)
                await self._listen(tasks)
        except* Closed as group:
            closed = cast("Closed", _leaf(group))
        except* ConnectionError:
            # The peer is gone or takes nothing: there is nobody to say goodbye to.
            closed = Closed(1011, "the peer reads nothing")
        if closed.code is not None:
            await self._close(closed)

    async def _listen(self, tasks: asyncio.TaskGroup) -> None:
        while True:
            message = await self.receive()
            if message["type"] == "websocket.disconnect":
                raise Closed
            frame = frames.read(cast("dict[str, object]", message), self.gate.options.sockets.frame_bytes)
            await self._take(frame, tasks)

    async def _take(self, frame: Frame, tasks: asyncio.TaskGroup) -> None:
        match frame:
            case Init():
                await self._init(frame)
            case Ping():
                await self._write(frames.written("pong", payload=frame.payload))
            case Pong():
                return
            case Subscribe():
                await self._subscribe(frame, tasks)
            case Complete():
                running = self._running.pop(frame.id, None)
                if running is not None:
                    running.cancel()

    async def _init(self, frame: Init) -> None:
        if self._has_init:
            raise Closed(4429, "Too many initialisation requests")
        self._has_init = True
        if any(name.lower() == "authorization" for name in frame.payload) and self.who.authenticator is not None:
            try:
                viewer, until = await self.who.authenticator.from_payload(frame.payload, client=self.who.viewer.client)
            except InvalidToken as err:
                raise Closed(4403, "Forbidden") from err
            except engine.AWAY as err:
                # RFC 6455 7.4.2, registry of close codes: 1013 is "try again later".
                raise Closed(1013, "the database is away; try again in a moment") from err
            self.who = replace(self.who, viewer=viewer, until=until)
        self._is_acknowledged.set()
        await self._write(frames.written("connection_ack"))

    async def _subscribe(self, frame: Subscribe, tasks: asyncio.TaskGroup) -> None:
        if not self._is_acknowledged.is_set():
            raise Closed(4401, "Unauthorized")
        if frame.id in self._running:
            raise Closed(4409, f"Subscriber for {frame.id} already exists")
        if len(self._running) >= self.gate.options.sockets.operations:
            await self._refuse(frame.id, [errors.entry("LIMIT_EXCEEDED", "too many operations run on this socket")])
            return
        self._running[frame.id] = tasks.create_task(self._operate(frame))

    async def _operate(self, frame: Subscribe) -> None:
        try:
            await self._carry_out(frame)
        except Closed:
            raise
        except ConnectionError:
            raise
        except Ended as ended:
            if ended.reason is Reason.REVOKED:
                raise Closed(4403, f"Forbidden; resume after {ended.cursor}") from ended
            await self._refuse(frame.id, [ending.entry(ended)])
        except Exception as err:  # noqa: BLE001 - the ASGI edge: whatever is raised here is a defect of ours
            await self._refuse(frame.id, [errors.of_exception(err, self.who.request_id)])
        finally:
            if self._running.get(frame.id) is asyncio.current_task():
                del self._running[frame.id]

    async def _carry_out(self, frame: Subscribe) -> None:
        wanted: Operation | Answer | Ask = await self.gate.prepare(frame.request, self.who)
        if isinstance(wanted, Operation) and wanted.is_subscription:
            wanted = await self.gate.subscribe(wanted, self.who)
        elif isinstance(wanted, Operation):
            wanted = await self.gate.run(wanted, self.who)
        match wanted:
            case Ask():
                await self._stream(frame.id, wanted)
            case Answer() if wanted.was_executed:
                await self._finish(frame.id, wanted)
            case Answer():
                await self._refuse(frame.id, list(wanted.errors))

    async def _stream(self, id_: str, asked: Ask) -> None:
        async with self.gate.deliveries(asked) as deliveries:
            async for delivery in deliveries:
                if delivery.text is not None:
                    await self._write(frames.spliced(id_, delivery.text))

    async def _finish(self, id_: str, found: Answer) -> None:
        found, content = self.gate.written(found)
        if not found.was_executed:
            await self._refuse(id_, list(found.errors))
            return
        await self._write(frames.spliced(id_, content.decode()))
        # The id is free from the moment the client can know that the operation has ended.
        self._running.pop(id_, None)
        await self._write(frames.written("complete", id_=id_))

    async def _refuse(self, id_: str, entries: list[Entry]) -> None:
        self._running.pop(id_, None)
        await self._write(frames.written("error", id_=id_, payload=entries))

    async def _await_init(self) -> None:
        try:
            async with asyncio.timeout(self.gate.options.sockets.init_wait.total_seconds()):
                await self._is_acknowledged.wait()
        except TimeoutError as err:
            raise Closed(4408, "Connection initialisation timeout") from err

    async def _await_token_end(self) -> None:
        await self._is_acknowledged.wait()
        await ending.at(self.who.until)
        raise Closed(4403, f"Forbidden: {ending.TOKEN_ENDED}")

    async def _await_server_end(self) -> None:
        await self.gate.closing.wait()
        raise Closed(1012, "the server goes away; reconnect and resume")

    async def _ping(self) -> None:
        await self._is_acknowledged.wait()
        while True:
            await asyncio.sleep(self.gate.options.sockets.ping_every.total_seconds())
            await self._write(frames.written("ping"))

    async def _write(self, text: str) -> None:
        async with self._one_at_a_time:
            await in_time(
                self.send,
                {"type": "websocket.send", "text": text},
                self.gate.options.sockets.send_within.total_seconds(),
            )

    async def _close(self, closed: Closed) -> None:
        try:
            await in_time(
                self.send, {"type": "websocket.close", "code": closed.code, "reason": closed.reason}, seconds=5.0
            )
        except (OSError, RuntimeError):
            # The peer was faster: ASGI servers refuse to close what is closed.
            return


def _leaf(group: BaseExceptionGroup[Closed]) -> BaseException:
    found: BaseException = group
    while isinstance(found, BaseExceptionGroup):
        found = found.exceptions[0]
    return found
