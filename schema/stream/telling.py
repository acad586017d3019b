"""Telling: an event executed and written out once for all subscribers for whom it reads the same."""

import logging
from collections.abc import Callable, Hashable
from dataclasses import dataclass, replace

import orjson
from graphql import ExecutionResult

from auth.viewer import Viewer
from models import engine
from models.errors import NotFound
from models.kinds import Role
from schema.gate import errors, execution
from schema.gate.answer import Outcome, refused
from schema.gate.asker import Asker
from schema.gate.execution import Executor
from schema.gate.operation import Operation
from schema.stream import variables, watched
from schema.stream.watched import Watched
from subscriptions.audience import Hearer
from subscriptions.envelope import Envelope, Topic
from subscriptions.group import Audience, Rendering

Message = Callable[[Envelope], object]
"""Makes the root value of an event: `schema.event.message`."""

_LOG = logging.getLogger("begrip.gate")
_NULL = "Cannot return null for non-nullable field"


@dataclass(frozen=True, slots=True)
class Telling:
    """Renders events of one operation for one viewer, and for all others whom the answer does not tell from it."""

    executor: Executor
    message: Message
    operation: Operation
    asker: Asker

    async def __call__(self, envelope: Envelope) -> Rendering:
        """The response to the event as JSON; no text when its object has gone meanwhile: its removal is told later.

        It is shared unless the answer was made with knowledge of who asks.

        Raises:
            Exception: the database was away. An answer that says so would take the place of the event, which then were lost.
        """
        viewer = Watched(self.asker.viewer)
        text = await self._text(envelope, replace(self.asker, viewer=viewer))
        return Rendering(text, is_shared=not viewer.notice.was_asked)

    def audience(self, topic: Topic) -> Audience:
        """The subscriber as its group sees it: whoever hears, may and asks the same."""
        viewer = self.asker.viewer
        hears_all_jobs = viewer.role is Role.ADMIN
        # People hear of their own jobs; of everything else they hear by what they may read.
        is_apart = topic is Topic.JOBS and not hears_all_jobs
        hearer = Hearer(watched.reader_of(viewer), viewer.user_id if is_apart else None, hears_all_jobs=hears_all_jobs)
        return Audience(
            key=self._key(hearer),
            hearer=hearer,
            render=self,
            still_holds=self.asker.still_holds,
            known=self.asker.known,
            bearer=_bearer(viewer),
        )

    async def _text(self, envelope: Envelope, asker: Asker) -> bytes | None:
        try:
            result = await self.executor.tell(self.operation, asker, self.message(envelope))
        except TimeoutError:
            late = errors.entry(errors.DEADLINE, "the event took too long to read", requestId=asker.request_id)
            return refused(late, Outcome.LATE).content()
        for error in result.errors or ():
            if engine.is_away(errors.cause_of(error)):
                raise errors.cause_of(error)
        if _has_gone(result):
            _LOG.info("event %s withheld: its object has gone", envelope.cursor)
            return None
        return execution.answered(result, asker.request_id).content()

    def _key(self, hearer: Hearer) -> Hashable:
        viewer, operation = self.asker.viewer, self.operation
        bearing = variables.bearing(operation.ast, operation.node)
        values = {name: value for name, value in operation.variables.items() if name in bearing}
        written = orjson.dumps(values, option=orjson.OPT_SORT_KEYS)
        rights = (viewer.role, viewer.scopes, viewer.is_system, hearer)
        return (operation.document_hash, operation.name, written, self.asker.locale, rights)


def _bearer(viewer: Viewer) -> str:
    """Equal for those whose standing is one. A text, whose hash is kept: it is looked up for every subscriber and event."""
    named = (viewer.user_id, viewer.session_id, viewer.application, viewer.api_key, viewer.role, sorted(viewer.scopes))
    return repr(named)


def _has_gone(result: ExecutionResult) -> bool:
    """Whether the event could not be read only because an object in it is no more, or hidden from this viewer by now."""
    if result.data is not None or not result.errors:
        return False
    causes = [errors.cause_of(error) for error in result.errors]
    return all(isinstance(cause, NotFound) or str(cause).startswith(_NULL) for cause in causes)
