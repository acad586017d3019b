"""The face of server-sent events: one operation a request (graphql-sse, distinct connections mode), with ids to resume from."""

import asyncio
import random
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from starlette.types import Receive, Scope, Send

from schema.gate import answer, counts, ending, errors, leaving
from schema.gate.answer import Answer, Outcome
from schema.gate.asker import Asker, header
from schema.gate.body import written
from schema.gate.gate import Gate
from schema.gate.operation import Operation
from subscriptions.listener import Ended, Reason
from subscriptions.live import Ask

_HEADERS = (
    (b"content-type", b"text/event-stream; charset=utf-8"),
    (b"cache-control", b"no-store"),
    (b"x-accel-buffering", b"no"),
    (b"vary", b"Accept, Accept-Language, Authorization"),
)
# A native EventSource drops events without data, so `complete` carries an empty object.
_COMPLETE = b"event: complete\ndata: {}\n\n"
_PING = b": ping\n\n"

Wire = tuple[Scope, Receive, Send]


async def respond(gate: Gate, wanted: Operation | Answer, who: Asker, wire: Wire) -> None:
    """The stream has ended, by its operation, its token or the server.

    Raises:
        Disconnected: the client of a query left before its answer.
    """
    scope, receive, send = wire
    stream = _Stream(gate, who, send)
    await stream.open()
    if isinstance(wanted, Operation) and wanted.is_subscription:
        asked = await gate.subscribe(wanted, who, after=header(scope, b"last-event-id") or None)
        refusal = asked if isinstance(asked, Answer) else await _followed(gate, who, stream, asked, receive)
        if refusal is not None:
            await stream.answer(refusal)
        return
    found = wanted if isinstance(wanted, Answer) else await leaving.answered(gate, wanted, who, receive)
    await stream.answer(found)


async def _followed(gate: Gate, who: Asker, stream: "_Stream", asked: Ask, receive: Receive) -> Answer | None:
    """Null when the stream has ended; the refusal when its caller follows too many already."""
    key = counts.caller(who.viewer)
    if not gate.sockets.streams.enter(key):
        return answer.refused(counts.too_many(gate.sockets.streams))
    try:
        await stream.tell(asked, receive)
    finally:
        gate.sockets.streams.leave(key)
    return None


@dataclass(slots=True)
class _Stream:
    gate: Gate
    who: Asker
    send: Send
    one_at_a_time: asyncio.Lock = field(default_factory=asyncio.Lock)
    has_ended: bool = False

    async def open(self) -> None:
        """The client knows that it is connected."""
        headers = [*_HEADERS, (b"x-request-id", self.who.request_id.encode("latin-1"))]
        await self.send({"type": "http.response.start", "status": 200, "headers": headers})
        await self._write(b":\n\n")

    async def answer(self, found: Answer) -> None:
        """One result, and the end."""
        _, content = self.gate.written(found)
        await self._write(_event(content, None) + _COMPLETE)
        await self._end()

    async def tell(self, asked: Ask, receive: Receive) -> None:
        """What was asked for, until something ends it."""
        async with asyncio.TaskGroup() as tasks:
            pump = tasks.create_task(self._pump(asked))
            guards = [
                tasks.create_task(guard)
                for guard in (leaving.gone(receive), self._ended_token(), self._ping(), self._closing())
            ]
            await asyncio.wait({pump, *guards}, return_when=asyncio.FIRST_COMPLETED)
            for task in (pump, *guards):
                task.cancel()

    async def _pump(self, asked: Ask) -> None:
        try:
            async with self.gate.deliveries(asked) as deliveries:
                async for delivery in deliveries:
                    if delivery.text is not None:
                        await self._write(_event(delivery.text, delivery.cursor))
        except Ended as ended:
            await self._farewell(ended)
        except Exception as err:  # noqa: BLE001 - the ASGI edge: whatever is raised here is a defect of ours
            await self.answer(answer.refused(errors.of_exception(err, self.who.request_id), Outcome.FAILED))

    async def _farewell(self, ended: Ended) -> None:
        # A client that is to come back sees the connection end, and reconnects with its Last-Event-ID by itself.
        if ended.reason is not Reason.STOPPED:
            refusal = written({"errors": [ending.entry(ended)]})
            await self._write(_event(refusal, ended.cursor) + _COMPLETE)
        await self._end()

    async def _ended_token(self) -> None:
        await ending.at(self.who.until)
        refusal = {"errors": [errors.entry("UNAUTHENTICATED", ending.TOKEN_ENDED)]}
        await self._write(_event(written(refusal), None) + _COMPLETE)
        await self._end()

    async def _closing(self) -> None:
        await self.gate.closing.wait()
        # Clients come back by themselves, and all at once would fell the server that takes over.
        streams = self.gate.sockets.streams.total
        await asyncio.sleep(random.uniform(0, streams / self.gate.options.sockets.drained_a_second))
        await self._end()

    async def _ping(self) -> None:
        while True:
            await asyncio.sleep(self.gate.options.sse_ping_every.total_seconds())
            await self._write(_PING)

    async def _write(self, content: bytes) -> None:
        await self._send({"type": "http.response.body", "body": content, "more_body": True})

    async def _end(self) -> None:
        await self._send({"type": "http.response.body", "body": b"", "more_body": False})

    async def _send(self, message: dict[str, object]) -> None:
        async with self.one_at_a_time:
            if self.has_ended:
                return
            self.has_ended = message.get("more_body") is False
            await in_time(self.send, message, self.gate.options.sockets.send_within.total_seconds())


async def in_time(
    send: Callable[[dict[str, object]], Awaitable[None]], message: dict[str, object], seconds: float
) -> None:
    """The message was taken. A peer that takes nothing for `seconds` counts as gone.

    Raises:
        ConnectionError: it did not take the message in time.
    """
    try:
        async with asyncio.timeout(seconds):
            await send(message)
    except TimeoutError as err:
        raise ConnectionError("the peer reads nothing") from err


def _event(text: bytes, cursor: str | None) -> bytes:
    identity = "" if cursor is None else f"id: {cursor}\n"
    return b"event: next\n" + identity.encode() + b"data: " + text + b"\n\n"
