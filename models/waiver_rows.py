"""Waivers: fingerprints that somebody accepted, and the findings that they are about."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from models import store
from models.keys import uuid7
from models.records import WaiverRecord
from rules.kit import Severity


@dataclass(frozen=True, slots=True)
class Touched:
    """A finding that a waiver is about, and whether readers of the text in force see it."""

    id: UUID
    severity: Severity
    is_in_force: bool


async def standing(definition_id: UUID, fingerprints: Collection[str]) -> dict[str, WaiverRecord]:
    """The waivers in effect, by fingerprint."""
    rows = await store.rows(
        """SELECT fingerprint, reason, waived_by_id, waived_at, expires_at FROM waivers
        WHERE definition_id = $1 AND fingerprint = ANY($2::text[]) AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > now())""",
        definition_id,
        list(fingerprints),
    )
    return {row["fingerprint"]: _record(row) for row in rows}


async def add(
    definition_id: UUID, fingerprint: str, *, reason: str, waived_by: UUID | None, expires_at: datetime | None
) -> None:
    """The fingerprint is waived; an earlier waiver of it has ended."""
    await end(definition_id, fingerprint, ended_by=waived_by)
    await store.run(
        "INSERT INTO waivers (id, definition_id, fingerprint, reason, waived_by_id, expires_at) VALUES ($1, $2, $3, $4, $5, $6)",
        uuid7(),
        definition_id,
        fingerprint,
        reason,
        waived_by,
        expires_at,
    )


async def end(definition_id: UUID, fingerprint: str, *, ended_by: UUID | None) -> bool:
    """Whether a waiver was in effect; the fingerprint is not waived any more."""
    row = await store.row(
        """UPDATE waivers SET revoked_at = now(), revoked_by_id = $3
        WHERE definition_id = $1 AND fingerprint = $2 AND revoked_at IS NULL
        RETURNING expires_at IS NULL OR expires_at > now() AS was_standing""",
        definition_id,
        fingerprint,
        ended_by,
    )
    return row is not None and bool(row["was_standing"])


async def touched(definition_id: UUID, fingerprint: str, in_force: int | None) -> list[Touched]:
    """The findings with this fingerprint that somebody may see as open: of the working text, and of the version in force."""
    at_force = "NOT is_web AND $3::int IS NOT NULL AND opened_version <= $3 AND (resolved_version IS NULL OR resolved_version > $3)"
    rows = await store.rows(
        f"""SELECT id, severity, ({at_force}) AS is_in_force FROM findings
        WHERE definition_id = $1 AND fingerprint = $2 AND (resolved_run_id IS NULL OR ({at_force})) ORDER BY id""",
        definition_id,
        fingerprint,
        in_force,
    )
    return [Touched(row["id"], Severity(row["severity"]), row["is_in_force"]) for row in rows]


def _record(row: store.Row) -> WaiverRecord:
    return WaiverRecord(
        reason=row["reason"], waived_by_id=row["waived_by_id"], waived_at=row["waived_at"], expires_at=row["expires_at"]
    )
