"""Interest: which events of a topic a subscriber asks for."""

from dataclasses import dataclass
from uuid import UUID

from models.kinds import DefinitionStatus
from rules.kit import Severity
from subscriptions import events
from subscriptions.envelope import Topic
from subscriptions.events import Event

_RANK = {severity: rank for rank, severity in enumerate(Severity)}
_FINDINGS = (events.FindingOpened, events.FindingChanged, events.FindingResolved)

Key = tuple[str, UUID]


@dataclass(frozen=True, slots=True, kw_only=True)
class Interest:
    """A filter: every part that is not null must hold. `min_severity` bears on findings only.

    `statuses` bears on changes of status only: the status afterwards must be one of them.
    """

    topic: Topic
    definition_ids: frozenset[UUID] | None = None
    glossary_ids: frozenset[UUID] | None = None
    run_ids: frozenset[UUID] | None = None
    job_id: UUID | None = None
    min_severity: Severity | None = None
    statuses: frozenset[DefinitionStatus] | None = None

    @property
    def keys(self) -> frozenset[Key] | None:
        """The narrowest keys under which the interest can be found; null when it is in the whole topic."""
        if self.job_id is not None:
            return frozenset({("job", self.job_id)})
        for kind, ids in (("run", self.run_ids), ("definition", self.definition_ids), ("glossary", self.glossary_ids)):
            if ids is not None:
                return frozenset((kind, id_) for id_ in ids)
        return None

    @property
    def rank(self) -> int:
        """How severe a finding must be, as a number: 0 for any."""
        return 0 if self.min_severity is None else _RANK[self.min_severity]

    def covers(self, event: Event) -> bool:
        """Whether the subscriber asked for this event of its topic."""
        return (
            _within(self.definition_ids, event, "definition_id")
            and _within(self.glossary_ids, event, "glossary_id")
            and _within(self.run_ids, event, "run_id")
            and (self.job_id is None or getattr(event, "job_id", None) == self.job_id)
            and self._is_severe(event)
            and self._has_status(event)
        )

    def _is_severe(self, event: Event) -> bool:
        if self.min_severity is None or not isinstance(event, _FINDINGS):
            return True
        return _RANK[event.severity] >= _RANK[self.min_severity]

    def _has_status(self, event: Event) -> bool:
        if self.statuses is None or not isinstance(event, events.DefinitionStatusChanged):
            return True
        return event.after in self.statuses


def keys_of(event: Event) -> tuple[Key, ...]:
    """The keys under which interest in the event may be found."""
    names = (("job", "job_id"), ("run", "run_id"), ("definition", "definition_id"), ("glossary", "glossary_id"))
    found = ((kind, getattr(event, name, None)) for kind, name in names)
    return tuple((kind, id_) for kind, id_ in found if id_ is not None)


def ranks_of(event: Event) -> range:
    """The ranks of interests that an event does not disappoint: findings reach those who ask for nothing more severe."""
    return range(_RANK[event.severity] + 1) if isinstance(event, _FINDINGS) else range(len(_RANK))


def _within(ids: frozenset[UUID] | None, event: Event, name: str) -> bool:
    return ids is None or getattr(event, name, None) in ids
