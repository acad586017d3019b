"""The gate: every operation of every transport passes here, and nowhere else."""

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable
from contextlib import aclosing, asynccontextmanager
from dataclasses import dataclass, field, replace
from typing import cast

import strawberry
from graphql import ExecutionResult, create_source_event_stream
from graphql.execution import Executor as CoreExecutor

from auth.scopes import Scope
from cache.points import Points
from models import engine
from schema.gate import answer, errors, execution, operation
from schema.gate.answer import Answer, Outcome
from schema.gate.asker import Asker
from schema.gate.budget import Budget
from schema.gate.documents import Documents
from schema.gate.execution import Executor
from schema.gate.operation import Operation
from schema.gate.options import Options
from schema.gate.request import Request
from schema.gate.sockets import Sockets
from schema.gate.trust import Trust
from schema.stream.asking import Source
from schema.stream.telling import Message, Telling
from subscriptions import cursor
from subscriptions.group import Delivery
from subscriptions.live import Ask, Live

TOO_LARGE = "RESPONSE_TOO_LARGE"
_LOG = logging.getLogger("begrip.gate")


@dataclass(slots=True)
class Gate:
    """Carries out requests. Made by `build`, one per process."""

    executor: Executor
    documents: Documents
    budget: Budget
    trust: Trust
    message: Message
    live: Live
    options: Options
    closing: asyncio.Event = field(default_factory=asyncio.Event)
    """Set when the server goes away: streams end, with word of where to resume."""
    sockets: Sockets = field(init=False)

    def __post_init__(self) -> None:
        """No socket is open yet."""
        self.sockets = Sockets(self.options.sockets)

    async def prepare(self, request: Request, asker: Asker) -> Operation | Answer:
        """The operation of the request, or the answer to a request that cannot be carried out."""
        try:
            text = await self.trust.text(request)
        except engine.AWAY as err:
            return answer.refused(errors.of_exception(err, asker.request_id), Outcome.BUSY)
        if isinstance(text, Answer):
            return text
        sees_schema = not self.options.restricts_introspection or asker.viewer.may(Scope.SCHEMA_READ)
        return operation.of(text, request, self.documents, asker.request_id, sees_schema=sees_schema)

    async def run(self, wanted: Operation, asker: Asker) -> Answer:
        """What the query or mutation came to."""
        charge = await self.budget.charge(wanted, asker)
        if isinstance(charge, Answer):
            return charge
        found = await self.executor.run(wanted, asker, charge.rate)
        return self.budget.settle(charge, wanted, found)

    def written(self, found: Answer) -> tuple[Answer, bytes]:
        """The answer with its JSON; one that is too large gives way to a word that says so."""
        content = found.content()
        most = self.options.response_bytes
        if len(content) <= most:
            return found, content
        message = f"it was carried out, but the response has more than {most} bytes: ask for less at a time"
        short = replace(answer.refused(errors.entry(TOO_LARGE, message, maximum=most)), rate=found.rate)
        return short, short.content()

    async def subscribe(self, wanted: Operation, asker: Asker, *, after: str | None = None) -> Ask | Answer:
        """What the subscription asks of the stream, or the answer to one that is refused.

        `after` wins over the argument of the field: it comes from a client that resumes by itself (`Last-Event-ID`).
        """
        charge = await self.budget.charge(wanted, asker)
        if isinstance(charge, Answer):
            return charge
        try:
            async with asyncio.timeout(self.options.deadline.total_seconds()):
                source = await self._source(wanted, asker)
        except TimeoutError:
            late = errors.entry(errors.DEADLINE, "the operation took too long", requestId=asker.request_id)
            return answer.refused(late, Outcome.LATE)
        if isinstance(source, Answer):
            return source
        return self._ask(source, wanted, asker, after)

    @asynccontextmanager
    async def deliveries(self, ask: Ask) -> AsyncIterator[AsyncIterator[Delivery]]:
        """The stream that was asked for; closed at the end of the block."""
        async with aclosing(self.live.deliveries(ask)) as stream:
            yield stream

    async def drain(self) -> None:
        """Sockets and streams were told that the server goes away."""
        self.closing.set()
        await self.sockets.drain()

    def _ask(self, source: Source, wanted: Operation, asker: Asker, after: str | None) -> Ask | Answer:
        try:
            position = source.after if after is None else cursor.read(after)
        except cursor.BadCursor as err:
            return answer.refused(errors.of_exception(err, asker.request_id))
        telling = Telling(self.executor, self.message, wanted, asker)
        return Ask(source.interest, telling.audience(source.interest.topic), position)

    async def _source(self, wanted: Operation, asker: Asker) -> Source | Answer:
        built = CoreExecutor.build(
            self.executor.schema,
            wanted.ast,
            None,
            asker.context(),
            dict(wanted.variables),
            wanted.name,
            hide_suggestions=self.options.hides_suggestions,
        )
        if isinstance(built, list):
            return execution.answered(ExecutionResult(None, built), asker.request_id)
        made = create_source_event_stream(built)
        stream = await cast("Awaitable[object]", made) if built.is_awaitable(made) else made
        if isinstance(stream, ExecutionResult):
            found = tuple(errors.entries(stream.errors or (), asker.request_id, code=execution.INVALID_VARIABLES))
            return Answer(Outcome.REFUSED, errors=found)
        if isinstance(stream, Source):
            return stream
        _LOG.error("a subscription field returned %s, not schema.stream.source(...)", type(stream).__name__)
        return answer.refused(
            errors.entry(errors.INTERNAL, "internal error", requestId=asker.request_id), Outcome.FAILED
        )


def build(
    schema: strawberry.Schema,
    message: Message,
    live: Live,
    options: Options | None = None,
    *,
    points: Points | None = None,
    trust: Trust | None = None,
) -> Gate:
    """The gate of a process. `message` is `schema.event.message`; without `points` no caller has a budget."""
    core = schema._schema  # noqa: SLF001 - strawberry offers no other way to its GraphQLSchema
    chosen = options or Options()
    documents = Documents(core, chosen.limits, chosen.documents, chosen.hides_suggestions)
    budget = Budget(chosen.limits.cost, points)
    return Gate(Executor(core, chosen), documents, budget, trust or Trust(), message, live, chosen)
