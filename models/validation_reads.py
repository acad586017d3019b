"""What lists of runs and findings may be asked for, and the SQL that answers it."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from models import value_filters
from models.kinds import RunStatus
from models.value_filters import DateTimeFilter, IdFilter, IntFilter
from models.values import Values
from rules.kit import Outcome, Severity, Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class RunFilter:
    """Fields are combined with AND; null asks nothing. `rule_id` (a code) asks for runs with a finding of such a rule."""

    and_: tuple["RunFilter", ...] | None = None
    or_: tuple["RunFilter", ...] | None = None
    not_: "RunFilter | None" = None
    status: tuple[RunStatus, ...] | None = None
    verdict: tuple[Verdict, ...] | None = None
    score: IntFilter | None = None
    finished_at: DateTimeFilter | None = None
    glossary_id: IdFilter[UUID] | None = None
    definition_id: IdFilter[UUID] | None = None
    rule_id: IdFilter[str] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingFilter:
    """Fields are combined with AND; null asks nothing. `rule_id` is a code."""

    outcome: tuple[Outcome, ...] | None = None
    severity: tuple[Severity, ...] | None = None
    rule_id: IdFilter[str] | None = None
    is_waived: bool | None = None


def run_condition(asked: RunFilter, values: Values, alias: str = "d") -> str:
    """The filter as one SQL condition over a row of `validation_runs`; TRUE when it asks nothing."""
    conditions = [
        *value_filters.any_of(f"{alias}.status", asked.status, values),
        *value_filters.any_of(f"{alias}.verdict", asked.verdict, values),
        *(value_filters.int_conditions(asked.score, f"{alias}.score", values) if asked.score else []),
        *(
            value_filters.date_conditions(asked.finished_at, f"{alias}.finished_at", values)
            if asked.finished_at
            else []
        ),
        *(
            value_filters.id_conditions(asked.definition_id, f"{alias}.definition_id", values)
            if asked.definition_id
            else []
        ),
        *(_of_glossary(asked.glossary_id, values, alias) if asked.glossary_id else []),
        *(_with_finding(asked.rule_id, values, alias) if asked.rule_id else []),
        *_nested(asked, values, alias),
    ]
    return " AND ".join(conditions) or "TRUE"


def finding_condition(asked: FindingFilter, values: Values, alias: str = "d") -> str:
    """The filter as one SQL condition over a row of a list of findings; TRUE when it asks nothing."""
    conditions = [
        *value_filters.any_of(f"{alias}.outcome", asked.outcome, values),
        *value_filters.any_of(f"{alias}.severity", asked.severity, values),
        *(value_filters.id_conditions(asked.rule_id, f"{alias}.rule_code", values) if asked.rule_id else []),
        *([] if asked.is_waived is None else [f"({alias}.waiver_reason IS NOT NULL) = {asked.is_waived}"]),
    ]
    return " AND ".join(conditions) or "TRUE"


def reported_predicate(finding: str = "f", run: str = "r") -> str:
    """Whether the run reported the finding: it was open at that version and that moment, of a rule that took part."""
    return (
        f"{run}.status = 'SUCCEEDED' AND ({run}.is_web OR NOT {finding}.is_web) AND {finding}.opened_version <= {run}.version_number "
        f"AND {finding}.opened_at <= {run}.finished_at AND ({finding}.resolved_version IS NULL "
        f"OR {finding}.resolved_version > {run}.version_number OR {finding}.resolved_at > {run}.finished_at) "
        f"AND (coalesce(jsonb_typeof({run}.rule_codes), 'null') = 'null' OR {run}.rule_codes ? {finding}.rule_code)"
    )


def _of_glossary(asked: IdFilter[UUID], values: Values, alias: str) -> list[str]:
    column = f"(SELECT of_run.glossary_id FROM definitions of_run WHERE of_run.id = {alias}.definition_id)"
    return value_filters.id_conditions(asked, column, values)


def _with_finding(asked: IdFilter[str], values: Values, alias: str) -> list[str]:
    conditions = value_filters.id_conditions(asked, "f.rule_code", values)
    if not conditions:
        return []
    own = f"f.definition_id = {alias}.definition_id AND {reported_predicate('f', alias)}"
    return [f"EXISTS (SELECT 1 FROM findings f WHERE {own} AND {' AND '.join(conditions)})"]


def _nested(asked: RunFilter, values: Values, alias: str) -> list[str]:
    return [
        *([] if asked.and_ is None else [_joined(asked.and_, " AND ", values, alias=alias) or "TRUE"]),
        *([] if asked.or_ is None else [_joined(asked.or_, " OR ", values, alias=alias) or "FALSE"]),
        *([] if asked.not_ is None else [f"({run_condition(asked.not_, values, alias)}) IS NOT TRUE"]),
    ]


def _joined(asked: Sequence[RunFilter], word: str, values: Values, *, alias: str) -> str:
    parts = word.join(f"({run_condition(part, values, alias)})" for part in asked)
    return f"({parts})" if parts else ""
