"""What the gate costs beyond execution: `python -m benchmarks.gate.overhead`. CPU time of this process, best of several rounds.

The document is known already, its execution is replaced by a ready answer, and points come from a bucket of this process: a server
asks Redis for a portion of 200 points once in a dozen requests.
"""

import asyncio
import json
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace

from auth.viewer import Client, Viewer
from cache.points import Bucket, Points
from resolvers.rates import Rate
from schema import build, event
from schema.gate import endpoint, gate
from schema.gate.answer import Answer, Outcome
from schema.gate.asker import Asker
from schema.gate.execution import Executor
from schema.gate.gate import Gate
from schema.gate.operation import Operation
from schema.gate.options import Options
from schema.gate.request import Request
from subscriptions import live

DOCUMENT = """
query Page($first: Int!, $filter: DefinitionFilter) {
  definitions(first: $first, filter: $filter) {
    nodes { id version term text status locale slug createdAt updatedAt glossary { id name slug } }
    pageInfo { hasNextPage endCursor }
    totalCount { value isExact }
  }
}
"""
VARIABLES: dict[str, object] = {"first": 20, "filter": {"term": {"startsWith": "te"}}}
_DATA: dict[str, object] = {
    "definitions": {"nodes": [], "pageInfo": {"hasNextPage": False, "endCursor": None}, "totalCount": None}
}
_ROUNDS, _CALLS = 7, 1_000


@dataclass(frozen=True, slots=True)
class _Ready(Executor):
    """Executes nothing."""

    async def run(self, operation: Operation, asker: Asker, rate: Rate | None = None) -> Answer:
        del operation, asker, rate
        return Answer(Outcome.DONE, _DATA)


def _gate() -> Gate:
    points = Points(None, Bucket(size=1_000_000_000, per_second=1_000_000))
    made = gate.build(build.build(), event.message, live.Live(None), Options(), points=points)
    return replace(made, executor=_Ready(made.executor.schema, made.executor.options))


async def _best(call: Callable[[], Awaitable[None]]) -> float:
    """Microseconds of CPU a call."""
    found = []
    for _ in range(_ROUNDS):
        began = time.process_time()
        for _ in range(_CALLS):
            await call()
        found.append((time.process_time() - began) / _CALLS * 1e6)
    return min(found)


async def measured() -> dict[str, float]:
    """Microseconds by what was measured."""
    made = _gate()
    asker = Asker(viewer=Viewer(client=Client(address="192.0.2.1")))
    request = Request(DOCUMENT, None, VARIABLES)

    async def through_the_gate() -> None:
        wanted = await made.prepare(request, asker)
        if isinstance(wanted, Answer):
            raise TypeError(wanted.errors)
        await made.run(wanted, asker)

    application = endpoint.Http(made)
    content = json.dumps({"query": DOCUMENT, "variables": VARIABLES}).encode()
    headers = [(b"content-type", b"application/json"), (b"accept", b"application/graphql-response+json")]
    scope = {"type": "http", "method": "POST", "headers": headers, "query_string": b"", "state": {}}

    async def over_http() -> None:
        waiting = [{"type": "http.request", "body": content, "more_body": False}]

        async def receive() -> dict[str, object]:
            return waiting.pop() if waiting else await asyncio.get_running_loop().create_future()

        await application(scope, receive, _nobody)

    return {"gate": await _best(through_the_gate), "gate and HTTP": await _best(over_http)}


async def _nobody(_message: object) -> None:
    return None


if __name__ == "__main__":
    for _name, _microseconds in asyncio.run(measured()).items():
        print(f"{_name:<14} {_microseconds:6.1f} µs")
