"""What can happen: one value per GraphQL event type, as it is told inside a transaction.

Every value is turned into an outbox row by `outbox_fields`. Ids only: objects are read again on delivery.
`author_id` and `concerns_force` are what the permission check per event needs: a reader without the right to drafts
hears only events that concern the text in force.
"""

from dataclasses import dataclass
from uuid import UUID

from models.kinds import DefinitionStatus, RunStatus
from rules.kit import Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class DefinitionCreated:
    """A definition that was not there before."""

    definition_id: UUID
    glossary_id: UUID
    author_id: UUID | None
    version: int
    concerns_force: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DefinitionUpdated:
    """Another content."""

    definition_id: UUID
    glossary_id: UUID
    author_id: UUID | None
    version: int
    concerns_force: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DefinitionStatusChanged:
    """A step of the workflow. `enters_force` and `leaves_force` tell what readers of the text in force notice."""

    definition_id: UUID
    glossary_id: UUID
    author_id: UUID | None
    version: int
    before: DefinitionStatus
    after: DefinitionStatus
    enters_force: bool = False
    leaves_force: bool = False
    was_in_force: bool = False
    concerns_force: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DefinitionRemoved:
    """Deleted for ever."""

    definition_id: UUID
    glossary_id: UUID
    author_id: UUID | None
    concerns_force: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ValidationStatusChanged:
    """A run entered another status; `before` is null when it was just queued."""

    run_id: UUID
    definition_id: UUID
    glossary_id: UUID
    author_id: UUID | None
    before: RunStatus | None
    after: RunStatus
    is_web: bool = False
    """Whether rules across the glossary took part."""
    concerns_force: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ValidationProgressed:
    """A run evaluated some of its rules."""

    run_id: UUID
    definition_id: UUID
    glossary_id: UUID
    author_id: UUID | None
    evaluated_rule_count: int
    rule_count: int
    concerns_force: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingOpened:
    """A fault that the previous run of this definition did not have."""

    finding_id: UUID
    run_id: UUID
    definition_id: UUID
    glossary_id: UUID
    author_id: UUID | None
    severity: Severity
    concerns_force: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingChanged:
    """The same fault, waived or no longer so, or in another form. `run_id` is null when no run was needed."""

    previous_finding_id: UUID
    finding_id: UUID
    run_id: UUID | None
    definition_id: UUID
    glossary_id: UUID
    author_id: UUID | None
    severity: Severity
    concerns_force: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingResolved:
    """A fault that is gone."""

    finding_id: UUID
    fingerprint: str
    rule_code: str
    run_id: UUID
    definition_id: UUID
    glossary_id: UUID
    author_id: UUID | None
    severity: Severity
    concerns_force: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleSettingsChanged:
    """A glossary's rule profile changed."""

    glossary_id: UUID
    profile_fingerprint: str


@dataclass(frozen=True, slots=True, kw_only=True)
class JobStatusChanged:
    """A job entered another status; `before` is null when it was just queued."""

    job_id: UUID
    glossary_id: UUID | None
    author_id: UUID | None
    before: RunStatus | None
    after: RunStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class JobProgressed:
    """A job did some of its work."""

    job_id: UUID
    glossary_id: UUID | None
    author_id: UUID | None
    done_count: int
    total_count: int | None


DefinitionEvent = DefinitionCreated | DefinitionUpdated | DefinitionStatusChanged | DefinitionRemoved
ValidationEvent = (
    ValidationStatusChanged
    | ValidationProgressed
    | FindingOpened
    | FindingChanged
    | FindingResolved
    | RuleSettingsChanged
)
JobEvent = JobStatusChanged | JobProgressed
Event = DefinitionEvent | ValidationEvent | JobEvent


def outbox_fields(event: Event) -> dict[str, object]:
    """Columns of the outbox row that tells of the event: type, glossary_id, subject_id, data."""
    values = ((name, getattr(event, name)) for name in event.__slots__)
    data = {name: str(value) if isinstance(value, UUID) else value for name, value in values}
    return {"type": type(event).__name__, "glossary_id": event.glossary_id, "subject_id": _subject(event), "data": data}


def _subject(event: Event) -> UUID:
    match event:
        case RuleSettingsChanged():
            return event.glossary_id
        case JobStatusChanged() | JobProgressed():
            return event.job_id
        case _:
            return event.definition_id
