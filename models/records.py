"""Plain rows that readers get: one frozen value per row, of the edition that the reader may see."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from models.kinds import DefinitionOrigin, DefinitionStatus, RunStatus
from rules.kit import Category, Confidence, Outcome, Severity, Verdict

Json = dict[str, object]


class Edition(StrEnum):
    """Which text of a definition a reader sees."""

    WORKING = "WORKING"
    IN_FORCE = "IN_FORCE"


@dataclass(frozen=True, slots=True, kw_only=True)
class DefinitionRecord:
    """A definition as one reader sees it: the working text, or the one in force with status ESTABLISHED."""

    id: UUID
    edition: Edition
    glossary_id: UUID
    concept_id: UUID
    version: int
    created_at: datetime
    updated_at: datetime
    slug: str
    status: DefinitionStatus
    established_version: int | None
    was_established: bool
    latest_run_id: UUID | None
    score: int | None
    verdict: Verdict | None
    created_by_id: UUID | None
    updated_by_id: UUID | None
    term: str
    term_key: str
    text: str
    locale: str
    category: Category | None
    contexts: list[dict[str, str]]
    designations: list[dict[str, str]]
    sources: list[dict[str, str | None]]
    explanation: str | None
    examples: list[str]
    notes: list[str]
    origin: DefinitionOrigin
    generation: dict[str, str | None] | None
    text_hash: str


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionRecord:
    """A version as one reader sees it; `changes` are empty for readers without the right to drafts."""

    id: UUID
    definition_id: UUID
    number: int
    status: DefinitionStatus
    note: str | None
    created_at: datetime
    created_by_id: UUID | None
    changes: list[Json]
    term: str
    text: str
    locale: str
    category: Category | None
    contexts: list[dict[str, str]]
    designations: list[dict[str, str]]
    sources: list[dict[str, str | None]]
    explanation: str | None
    examples: list[str]
    notes: list[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class RunRecord:
    """A validation run."""

    id: UUID
    definition_id: UUID
    version_number: int
    text_hash: str
    profile_fingerprint: str
    status: RunStatus
    verdict: Verdict | None
    score: int | None
    rule_count: int
    evaluated_rule_count: int
    contributions: list[Json]
    queued_at: datetime
    started_at: datetime | None
    finished_at: datetime | None
    started_by_id: UUID | None
    failure_reason: str | None
    is_web: bool = False
    """Whether the rules across the glossary took part."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WaiverRecord:
    """A waiver in effect."""

    reason: str
    waived_by_id: UUID | None
    waived_at: datetime
    expires_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingRecord:
    """A finding with the waiver of its fingerprint, if one is in effect."""

    id: UUID
    definition_id: UUID
    run_id: UUID
    rule_code: str
    outcome: Outcome
    severity: Severity
    confidence: Confidence
    fingerprint: str
    arguments: dict[str, str]
    span_start: int | None
    span_end: int | None
    excerpt: str | None
    evidence: list[dict[str, str | None]]
    fix: Json | None
    waiver: WaiverRecord | None
