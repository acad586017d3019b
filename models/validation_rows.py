"""Validation rows as the values that readers get."""

from models import store
from models.kinds import RunStatus
from models.records import FindingRecord, RunRecord, WaiverRecord
from rules.kit import Confidence, Outcome, Severity, Verdict

RUN_COLUMNS = (
    "id, definition_id, version_number, text_hash, profile_fingerprint, status, verdict, score, rule_count, "
    "evaluated_rule_count, contributions, queued_at, started_at, finished_at, started_by_id, failure_reason, is_web"
)

FINDING_COLUMNS = (
    "f.id, f.definition_id, f.opened_run_id AS run_id, f.rule_code, f.outcome, f.severity, f.confidence, f.fingerprint, "
    "f.arguments, f.span_start, f.span_end, f.excerpt, f.evidence, f.fix, "
    "w.reason AS waiver_reason, w.waived_by_id AS waiver_by, w.waived_at AS waiver_at, w.expires_at AS waiver_expires_at"
)


def run_record(row: store.Row) -> RunRecord:
    """The run in a row of `RUN_COLUMNS`."""
    verdict = row["verdict"]
    fields = {name: row[name] for name in RunRecord.__dataclass_fields__}
    return RunRecord(**fields | {"status": RunStatus(row["status"]), "verdict": Verdict(verdict) if verdict else None})


def finding_record(row: store.Row) -> FindingRecord:
    """The finding in a row of `FINDING_COLUMNS`."""
    fields = {name: row[name] for name in FindingRecord.__dataclass_fields__ if name != "waiver"}
    kinds = {
        "outcome": Outcome(row["outcome"]),
        "severity": Severity(row["severity"]),
        "confidence": Confidence(row["confidence"]),
    }
    return FindingRecord(**fields | kinds, waiver=_waiver(row))


def _waiver(row: store.Row) -> WaiverRecord | None:
    if row["waiver_reason"] is None:
        return None
    return WaiverRecord(
        reason=row["waiver_reason"],
        waived_by_id=row["waiver_by"],
        waived_at=row["waiver_at"],
        expires_at=row["waiver_expires_at"],
    )
