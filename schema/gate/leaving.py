"""Leaving: what becomes of an operation whose client goes away before the answer."""

import asyncio

from starlette.types import Receive

from schema.gate import answer, errors
from schema.gate.answer import Answer, Outcome
from schema.gate.asker import Asker
from schema.gate.gate import Gate
from schema.gate.incoming import Disconnected
from schema.gate.operation import Operation


async def answered(gate: Gate, wanted: Operation, who: Asker, receive: Receive) -> Answer:
    """The answer; a query is cancelled, with its statements in the database, when its client leaves.

    Raises:
        Disconnected: the client left.
    """
    try:
        # A mutation is carried to its end: its client may have left, but nobody could tell it what was done.
        if wanted.is_mutation:
            return await gate.run(wanted, who)
        return await _while_connected(gate, wanted, who, receive)
    except Disconnected:
        raise
    except Exception as err:  # noqa: BLE001 - the ASGI edge: whatever is raised here is a defect of ours
        return answer.refused(errors.of_exception(err, who.request_id), Outcome.FAILED)


async def gone(receive: Receive) -> None:
    """The client has left."""
    while (await receive())["type"] != "http.disconnect":
        pass


async def _while_connected(gate: Gate, wanted: Operation, who: Asker, receive: Receive) -> Answer:
    async with asyncio.TaskGroup() as tasks:
        running = tasks.create_task(gate.run(wanted, who))
        leaving = tasks.create_task(gone(receive))
        await asyncio.wait({running, leaving}, return_when=asyncio.FIRST_COMPLETED)
        leaving.cancel()
        if not running.done():
            running.cancel()
    if running.cancelled():
        raise Disconnected
    return running.result()
