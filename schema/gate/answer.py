"""Answers: what an operation came to, apart from how a transport says it."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from resolvers.rates import Rate
from schema.gate import body
from schema.gate.errors import Entry
from schema.gate.modes import StatusProfile


class Outcome(StrEnum):
    """How far a request came."""

    DONE = "DONE"
    PARTIAL = "PARTIAL"
    """Data and errors."""
    UNPARSED = "UNPARSED"
    """The document is no GraphQL."""
    REFUSED = "REFUSED"
    """The document, the choice of the operation or the variables are not valid: nothing was executed."""
    BUSY = "BUSY"
    """Nothing came of it, and trying again in a moment may help."""
    LIMITED = "LIMITED"
    """The caller has asked too much of late: nothing was executed."""
    LATE = "LATE"
    """The deadline passed."""
    FAILED = "FAILED"
    """A defect of ours outside any field."""


_STATUS = {
    Outcome.DONE: 200,
    Outcome.PARTIAL: 294,  # GraphQL over HTTP, September 2026: Partial Success
    Outcome.UNPARSED: 400,
    Outcome.REFUSED: 422,
    Outcome.BUSY: 503,
    Outcome.LIMITED: 429,
    Outcome.LATE: 503,
    Outcome.FAILED: 500,
}
_AUDIT = {Outcome.PARTIAL: 200, Outcome.REFUSED: 400}
_LEGACY = {Outcome.PARTIAL: 200, Outcome.UNPARSED: 200, Outcome.REFUSED: 200}


@dataclass(frozen=True, slots=True)
class Answer:
    """A response without its transport. `data` is absent, not null, when nothing was executed."""

    outcome: Outcome
    data: dict[str, Any] | None = None
    errors: tuple[Entry, ...] = ()
    extensions: dict[str, Any] | None = None
    rate: Rate | None = None
    """What the caller has left; null where no budget is kept."""
    retry_seconds: int | None = None
    """After how long trying again may help, where that is known."""

    @property
    def was_executed(self) -> bool:
        """Whether execution began, so that the response has a `data` entry."""
        return self.outcome in {Outcome.DONE, Outcome.PARTIAL, Outcome.BUSY}

    @property
    def retry_after(self) -> int | None:
        """Seconds after which trying again may help; null when it will not."""
        if self.retry_seconds is None and self.outcome in {Outcome.BUSY, Outcome.LATE}:
            return 1
        return self.retry_seconds

    def content(self) -> bytes:
        """The response as JSON; errors come first, where people look."""
        entries: dict[str, Any] = {"errors": self.errors} if self.errors else {}
        if self.was_executed:
            entries["data"] = self.data
        if self.extensions:
            entries["extensions"] = self.extensions
        return body.written(entries)

    def status(self, *, is_legacy: bool, profile: StatusProfile) -> int:
        """The HTTP status. A client that accepts `application/json` only reads every other than 200 as a failed connection."""
        if is_legacy and self.outcome in _LEGACY:
            return _LEGACY[self.outcome]
        if profile is StatusProfile.AUDIT and self.outcome in _AUDIT:
            return _AUDIT[self.outcome]
        return _STATUS[self.outcome]


def refused(entry: Entry, outcome: Outcome = Outcome.REFUSED) -> Answer:
    """The answer to a request that was not executed."""
    return Answer(outcome, errors=(entry,))
