"""Operations on a socket: one query, mutation or subscription, from its frame until it answers or follows the stream."""

import asyncio
from dataclasses import dataclass
from typing import Protocol

from schema.gate import counts, errors, frames
from schema.gate.answer import Answer
from schema.gate.asker import Asker
from schema.gate.counts import Tally
from schema.gate.errors import Entry
from schema.gate.following import Following
from schema.gate.frames import Closed, Subscribe
from schema.gate.gate import Gate
from schema.gate.operation import Operation
from schema.gate.outlet import Outlet
from subscriptions.cursor import Position
from subscriptions.listener import Ended, Reason

SUPERSEDED = errors.entry("SUPERSEDED", "a newer request has taken the place of this one")


class Host(Protocol):
    """What an operation needs of its session."""

    gate: Gate
    who: Asker
    out: Outlet
    running: "dict[str, Operating | Following]"

    def put(self, frame: bytes) -> None:
        """The frame goes out."""

    def refuse(self, id_: str, entries: list[Entry]) -> None:
        """The operation has ended with an error."""

    def end(self, closed: Closed) -> None:
        """The socket closes."""

    def hear_of_end(self, following: Following, reason: Reason) -> None:
        """A subscription was ended by the hub."""


@dataclass(slots=True, eq=False)
class Operating:
    """Runs in a task of its session."""

    host: Host
    frame: Subscribe
    task: "asyncio.Task[None] | None" = None

    def leave(self) -> None:
        """It is given up: whatever it did in the database is undone."""
        if self.task is not None:
            self.task.cancel()

    async def run(self) -> None:
        """The operation has answered, was refused, or follows the stream."""
        host, id_ = self.host, self.frame.id
        try:
            if not await host.who.still_holds():
                host.end(Closed(4403, "Forbidden"))
                return
            await self._carry_out()
        except Ended as ended:
            self._refuse([errors.entry(ended.reason.value, "the server goes away", cursor=ended.cursor)])
        except Exception as err:  # noqa: BLE001 - the ASGI edge: whatever is raised here is a defect of ours
            self._refuse([errors.of_exception(err, host.who.request_id)])
        finally:
            if host.running.get(id_) is self:
                del host.running[id_]

    async def _carry_out(self) -> None:
        gate, who = self.host.gate, self.host.who
        wanted = await gate.prepare(self.frame.request, who)
        if isinstance(wanted, Answer):
            self._refuse(list(wanted.errors))
        elif self.frame.supersedes is not None and (wanted.is_mutation or wanted.is_subscription):
            self._refuse([errors.entry("BAD_USER_INPUT", "only a query takes the place of another")])
        elif wanted.is_subscription:
            await self._follow(wanted)
        else:
            self._answer(await gate.run(wanted, who))

    async def _follow(self, wanted: Operation) -> None:
        host = self.host
        gate, who, id_ = host.gate, host.who, self.frame.id
        asked = await gate.subscribe(wanted, who)
        if isinstance(asked, Answer):
            self._refuse(list(asked.errors))
            return
        key = counts.caller(who.viewer)
        if not gate.sockets.streams.enter(key):
            self._refuse([counts.too_many(gate.sockets.streams)])
            return
        tally = Tally(gate.sockets.streams, key)
        try:
            made = Following(id_, host.out, asked.after or Position("", 0), host.hear_of_end, tally)
            made.listener = await gate.live.follow(asked, made)
        except BaseException:
            tally.leave()
            raise
        if asked.after is None:
            made.given = made.listener.floor
        host.running[id_] = made

    def _answer(self, found: Answer) -> None:
        if not found.was_executed:
            self._refuse(list(found.errors))
            return
        found, content = self.host.gate.written(found)
        if not found.was_executed:
            self._refuse(list(found.errors))
            return
        self.host.put(frames.head(self.frame.id) + content + b"}")
        # The id is free from the moment the client can know that the operation has ended.
        self.host.running.pop(self.frame.id, None)
        self.host.put(frames.written("complete", id_=self.frame.id))

    def _refuse(self, entries: list[Entry]) -> None:
        self.host.refuse(self.frame.id, entries)
