"""Telling: an event executed and written out once for all subscribers for whom it reads the same."""

import logging
from collections.abc import Callable, Hashable
from dataclasses import dataclass

import orjson
from graphql import ExecutionResult

from models import engine
from models.errors import NotFound
from models.kinds import Role
from schema.gate import errors, execution
from schema.gate.answer import Outcome, refused
from schema.gate.asker import Asker
from schema.gate.execution import Executor
from schema.gate.operation import Operation
from schema.stream import variables
from subscriptions.audience import Hearer
from subscriptions.envelope import Envelope
from subscriptions.group import Audience

Message = Callable[[Envelope], object]
"""Makes the root value of an event: `schema.event.message`."""

_LOG = logging.getLogger("begrip.gate")
_NULL = "Cannot return null for non-nullable field"


@dataclass(frozen=True, slots=True)
class Telling:
    """Renders events of one operation for viewers with the same rights."""

    executor: Executor
    message: Message
    operation: Operation
    asker: Asker

    async def __call__(self, envelope: Envelope) -> bytes | None:
        """The response to the event as JSON; null when its object has gone meanwhile: its removal is told later.

        Raises:
            Exception: the database was away. An answer that says so would take the place of the event, which then were lost.
        """
        try:
            result = await self.executor.tell(self.operation, self.asker, self.message(envelope))
        except TimeoutError:
            late = errors.entry(errors.DEADLINE, "the event took too long to read", requestId=self.asker.request_id)
            return refused(late, Outcome.LATE).content()
        for error in result.errors or ():
            if engine.is_away(errors.cause_of(error)):
                raise errors.cause_of(error)
        if _has_gone(result):
            _LOG.info("event %s withheld: its object has gone", envelope.cursor)
            return None
        return execution.answered(result, self.asker.request_id).content()

    def audience(self) -> Audience:
        """The group of subscribers for whom this telling holds."""
        viewer = self.asker.viewer
        return Audience(
            key=self._key(),
            hearer=Hearer(viewer.reader, viewer.user_id, hears_all_jobs=viewer.role is Role.ADMIN),
            render=self,
            still_holds=self.asker.still_holds,
        )

    def _key(self) -> Hashable:
        viewer, operation = self.asker.viewer, self.operation
        bearing = variables.bearing(operation.ast, operation.node)
        values = {name: value for name, value in operation.variables.items() if name in bearing}
        written = orjson.dumps(values, option=orjson.OPT_SORT_KEYS)
        rights = (viewer.user_id, viewer.session_id, viewer.api_key, viewer.role, viewer.scopes)
        return (operation.document_hash, operation.name, written, self.asker.locale, rights)


def _has_gone(result: ExecutionResult) -> bool:
    """Whether the event could not be read only because an object in it is no more, or hidden from this viewer by now."""
    if result.data is not None or not result.errors:
        return False
    causes = [errors.cause_of(error) for error in result.errors]
    return all(isinstance(cause, NotFound) or str(cause).startswith(_NULL) for cause in causes)
