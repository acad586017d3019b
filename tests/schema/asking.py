"""Operations straight through the executor: no transport, no gate; what comes back is data and errors."""

from dataclasses import dataclass
from functools import cache
from inspect import isawaitable

from graphql import (
    ExecutionResult,
    GraphQLError,
    GraphQLSchema,
    create_source_event_stream,
    execute,
    parse,
    validate,
)
from graphql.execution import Executor

from resolvers.context import Context
from schema import build

Json = dict[str, object]


@dataclass(frozen=True, slots=True)
class Answer:
    """What an operation answered; paths lead into data by dots, for example `definition.glossary.name`."""

    data: Json | None
    errors: list[GraphQLError]

    def __getitem__(self, path: str) -> object:
        assert self.errors == []
        found: object = self.data
        for part in path.split("."):
            found = found[int(part)] if isinstance(found, list) else found[part]  # type: ignore[index]
        return found

    @property
    def code(self) -> object:
        """The code of the only error."""
        (error,) = self.errors
        given = error.original_error
        return (error.extensions or {}).get("code") or getattr(given, "code", type(given).__name__)


@cache
def schema() -> GraphQLSchema:
    return build.build()._schema


async def ask(document: str, ctx: Context, root_value: object = None, **variables: object) -> Answer:
    """The answer to one operation, validated first; `root_value` is the message of one event of a subscription."""
    parsed = parse(document)
    assert validate(schema(), parsed) == []
    result = execute(schema(), parsed, root_value=root_value, context_value=fresh(ctx), variable_values=variables)
    done = await result if isawaitable(result) else result
    assert isinstance(done, ExecutionResult)
    return Answer(done.data, list(done.errors or []))


def fresh(ctx: Context) -> Context:
    """Another operation of the same viewer: loaders are never shared between two."""
    return Context(viewer=ctx.viewer, request_id=ctx.request_id, locale=ctx.locale, rate=ctx.rate)


async def asked(document: str, ctx: Context, **variables: object) -> object:
    """The source of the stream, or the code of the only error."""
    executor = Executor.build(schema(), parse(document), context_value=fresh(ctx), raw_variable_values=variables)
    assert isinstance(executor, Executor)
    found = create_source_event_stream(executor)
    made = await found if isawaitable(found) else found
    if not isinstance(made, ExecutionResult):
        return made
    (error,) = made.errors or []
    return (error.extensions or {}).get("code") or type(error.original_error).__name__
