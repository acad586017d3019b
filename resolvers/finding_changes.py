"""What a new report means for the findings that stand: which are new, which took another form, which are gone."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from models.finding_writes import Form, Standing
from rules.marks import Evidence, Finding, TextEdit


@dataclass(frozen=True, slots=True)
class Found:
    """A finding of a report, ready to be stored."""

    fingerprint: str
    form: Form


@dataclass(frozen=True, slots=True)
class Changes:
    """The difference; findings in neither list stay exactly as they are."""

    opened: Sequence[Found]
    changed: Sequence[tuple[Standing, Found]]
    resolved: Sequence[Standing]


def found(findings: Iterable[Finding]) -> list[Found]:
    """The findings as they are stored, in the same order, one per fingerprint."""
    unique = {finding.fingerprint: finding for finding in reversed(list(findings))}
    return [Found(finding.fingerprint, form(finding)) for finding in reversed(unique.values())]


def compare(standing: Sequence[Standing], report: Sequence[Found], *, codes: Collection[str] | None = None) -> Changes:
    """What turns the standing findings into those of the report.

    With `codes` the report speaks for these rules only: findings of others stand.
    """
    before = {old.fingerprint: old for old in standing}
    after = {new.fingerprint for new in report}
    return Changes(
        opened=[new for new in report if new.fingerprint not in before],
        changed=[(before[new.fingerprint], new) for new in report if _has_changed(before.get(new.fingerprint), new)],
        resolved=[
            old for old in standing if old.fingerprint not in after and (codes is None or old.form.rule_code in codes)
        ],
    )


def form(finding: Finding) -> Form:
    """Everything that the finding says, as it is stored."""
    return Form(
        rule_code=finding.rule_code,
        outcome=finding.outcome,
        severity=finding.severity,
        confidence=finding.confidence,
        arguments=dict(finding.arguments),
        span_start=finding.span.start if finding.span else None,
        span_end=finding.span.end if finding.span else None,
        excerpt=finding.excerpt,
        evidence=[_evidence(piece) for piece in finding.evidence],
        fix=_fix(finding.fix),
    )


def _has_changed(old: Standing | None, new: Found) -> bool:
    return old is not None and old.form != new.form


def _evidence(piece: Evidence) -> dict[str, str | None]:
    return {"excerpt": piece.excerpt, "definition_id": piece.definition_id}


def _fix(edit: TextEdit | None) -> dict[str, object] | None:
    if edit is None:
        return None
    return {"start": edit.span.start, "end": edit.span.end, "replacement": edit.replacement}
