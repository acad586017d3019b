"""Execution: the one way in which queries and mutations run, whatever transport they came by."""

import asyncio
from contextlib import AbstractAsyncContextManager, nullcontext
from dataclasses import dataclass

from graphql import ExecutionResult, GraphQLSchema, execute

from models import store
from resolvers.context import Context
from resolvers.rates import Rate
from schema.gate import answer, errors
from schema.gate.answer import Answer, Outcome
from schema.gate.asker import Asker
from schema.gate.operation import Operation
from schema.gate.options import Options

INVALID_VARIABLES = "BAD_USER_INPUT"


@dataclass(frozen=True, slots=True)
class Executor:
    """Executes operations of one schema."""

    schema: GraphQLSchema
    options: Options

    async def run(self, operation: Operation, asker: Asker, rate: Rate | None = None) -> Answer:
        """What the query or mutation came to; never raises for what a client or a resolver did."""
        try:
            async with asyncio.timeout(self.options.deadline.total_seconds()), _source(operation, asker):
                result = await self._result(operation, asker.context(rate), root=None)
        except TimeoutError:
            late = errors.entry(errors.DEADLINE, "the operation took too long", requestId=asker.request_id)
            return answer.refused(late, Outcome.LATE)
        return answered(result, asker.request_id)

    async def tell(self, operation: Operation, asker: Asker, root: object) -> ExecutionResult:
        """One event of a subscription, executed with the message as its root value."""
        async with asyncio.timeout(self.options.deadline.total_seconds()):
            return await self._result(operation, asker.context(), root)

    async def _result(self, operation: Operation, context: Context, root: object) -> ExecutionResult:
        result = execute(
            self.schema,
            operation.ast,
            root_value=root,
            context_value=context,
            variable_values=dict(operation.variables),
            operation_name=operation.name,
            hide_suggestions=self.options.hides_suggestions,
        )
        if isinstance(result, ExecutionResult):
            return result
        return await result


def _source(operation: Operation, asker: Asker) -> AbstractAsyncContextManager[None]:
    """Where rows come from: the replica, if there is one, for those who have written nothing that they could miss there."""
    is_reader = asker.viewer.is_anonymous and not operation.is_mutation
    return store.reading_from_replica() if is_reader else nullcontext()


def answered(result: ExecutionResult, request_id: str) -> Answer:
    """The answer that a result amounts to."""
    found = result.errors or []
    entries = tuple(errors.entries(found, request_id, code=INVALID_VARIABLES))
    if not entries:
        return Answer(Outcome.DONE, result.data)
    # The executor reports variables that cannot be coerced as a result without data whose errors have no path.
    if result.data is None and all(error.path is None for error in found):
        return Answer(Outcome.REFUSED, errors=entries)
    if result.data is None and all(entry["extensions"]["code"] == errors.OVERLOADED for entry in entries):
        return Answer(Outcome.BUSY, None, entries)
    return Answer(Outcome.PARTIAL, result.data, entries)
