"""Findings as they are stored: opened by one run, resolved by a later one, never otherwise changed.

Every statement takes any number of rows, so that a save of one text and of a hundred cost the same round trips.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from models import recordsets, store
from models.records import Json
from rules.kit import Confidence, Outcome, Severity

_FORM = "rule_code, outcome, severity, confidence, arguments, span_start, span_end, excerpt, evidence, fix"
_STANDING = f"id, definition_id, fingerprint, opened_run_id, opened_version, is_web, {_FORM}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """Everything that a finding says. Two findings of one fingerprint and another form are not the same object."""

    rule_code: str
    outcome: Outcome
    severity: Severity
    confidence: Confidence
    arguments: dict[str, str]
    span_start: int | None
    span_end: int | None
    excerpt: str | None
    evidence: list[dict[str, str | None]]
    fix: Json | None


@dataclass(frozen=True, slots=True)
class Standing:
    """An open finding."""

    id: UUID
    fingerprint: str
    form: Form
    opened_run_id: UUID
    opened_version: int
    is_web: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class NewFinding:
    """A finding to be opened."""

    id: UUID
    definition_id: UUID
    fingerprint: str
    form: Form
    opened_run_id: UUID
    opened_version: int
    opened_at: datetime
    is_web: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolution:
    """An open finding that a run no longer has."""

    id: UUID
    run_id: UUID
    version: int
    resolved_at: datetime


async def standing_findings(definition_ids: Collection[UUID], *, is_web: bool = False) -> dict[UUID, list[Standing]]:
    """Open findings by definition, oldest first; with `is_web` only those across the glossary."""
    own = "AND is_web" if is_web else ""
    rows = await store.rows(
        f"""SELECT {_STANDING} FROM findings
        WHERE definition_id = ANY($1::uuid[]) AND resolved_run_id IS NULL {own} ORDER BY id""",
        list(definition_ids),
    )
    standing: dict[UUID, list[Standing]] = {}
    for row in rows:
        standing.setdefault(row["definition_id"], []).append(_standing(row))
    return standing


async def open_findings(findings: Sequence[NewFinding]) -> None:
    """The findings are open."""
    if not findings:
        return
    await store.run(
        f"""INSERT INTO findings ({_STANDING}, opened_at)
        SELECT {_STANDING}, opened_at FROM json_to_recordset($1::json) AS r (
            id uuid, definition_id uuid, fingerprint text, rule_code text, outcome text, severity text, confidence text,
            arguments jsonb, span_start int, span_end int, excerpt text, evidence jsonb, fix jsonb, opened_run_id uuid,
            opened_version int, opened_at timestamptz, is_web boolean)""",
        [_flat(finding) for finding in findings],
    )


async def resolve_findings(resolutions: Sequence[Resolution]) -> None:
    """The findings are no longer open."""
    if not resolutions:
        return
    await store.run(
        """UPDATE findings SET resolved_run_id = r.run_id, resolved_version = r.version, resolved_at = r.resolved_at
        FROM json_to_recordset($1::json) AS r (id uuid, run_id uuid, version int, resolved_at timestamptz)
        WHERE findings.id = r.id""",
        recordsets.all_of(resolutions),
    )


async def reopen_findings(definition_id: UUID, version: int) -> list[Standing]:
    """The findings that the text of `version` had of its own, open again; no other of its own may be open."""
    rows = await store.rows(
        f"""UPDATE findings SET resolved_run_id = NULL, resolved_version = NULL, resolved_at = NULL
        WHERE definition_id = $1 AND opened_version <= $2 AND resolved_version > $2 AND NOT is_web RETURNING {_STANDING}""",
        definition_id,
        version,
    )
    return [_standing(row) for row in sorted(rows, key=lambda row: row["id"])]


def _standing(row: store.Row) -> Standing:
    return Standing(
        row["id"], row["fingerprint"], _form(row), row["opened_run_id"], row["opened_version"], row["is_web"]
    )


def _form(row: store.Row) -> Form:
    return Form(
        rule_code=row["rule_code"],
        outcome=Outcome(row["outcome"]),
        severity=Severity(row["severity"]),
        confidence=Confidence(row["confidence"]),
        arguments=row["arguments"],
        span_start=row["span_start"],
        span_end=row["span_end"],
        excerpt=row["excerpt"],
        evidence=row["evidence"],
        fix=row["fix"],
    )


def _flat(finding: NewFinding) -> Json:
    own = recordsets.fields(finding)
    del own["form"]
    return recordsets.plain(own | recordsets.fields(finding.form))
