"""How finished runs settle: findings opened, changed and resolved, definitions scored, watchers told."""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from uuid import UUID

from models import finding_writes as findings
from models import validation_writes as writes
from models.definition import Definition
from models.keys import uuid7
from models.kinds import DefinitionStatus, RunStatus
from models.records import RunRecord
from resolvers import finding_changes
from resolvers.finding_changes import Changes, Found
from rules.kit import Severity
from rules.marks import Report
from subscriptions import events

Tell = Callable[[events.Event], None]


@dataclass(frozen=True, slots=True)
class Settlement:
    """A finished run of a locked definition. `codes` are the rules that a partial run was asked for."""

    definition: Definition
    run: RunRecord
    report: Report | None
    codes: Collection[str] | None = None


def version_of(definition: Definition) -> int:
    """The version that a run of the working text speaks of: the one in force while nothing else is being drafted."""
    if definition.status is DefinitionStatus.ESTABLISHED and definition.established_version is not None:
        return definition.established_version
    return definition.version


def concerns_force(definition: Definition) -> bool:
    """Whether readers of the text in force notice a run of the working text."""
    return version_of(definition) == definition.established_version


async def settle(settlements: Sequence[Settlement], tell: Tell) -> None:
    """Findings and scores are those of the reports; everything that changed is told, run by run.

    Inside the transaction that holds the locks of the definitions; each definition at most once.
    """
    reported = [(case, case.report) for case in settlements if case.report is not None]
    standing = await findings.standing_findings([case.definition.id for case, _ in reported])
    differences = [
        (
            case,
            finding_changes.compare(
                standing.get(case.definition.id, []), finding_changes.found(report.findings), codes=case.codes
            ),
        )
        for case, report in reported
    ]
    await findings.resolve_findings([row for case, changes in differences for row in _resolutions(case, changes)])
    opened = [(case, changes, [_new(case, found) for found in _fresh(changes)]) for case, changes in differences]
    await findings.open_findings([row for _, _, rows in opened for row in rows])
    await _score(settlements)
    for case, changes, rows in opened:
        for event in _events(case, changes, rows):
            tell(event)


def status_changed(definition: Definition, run: RunRecord, before: RunStatus | None) -> events.ValidationStatusChanged:
    """What is told when the run of the working text entered its status."""
    return events.ValidationStatusChanged(
        run_id=run.id,
        definition_id=definition.id,
        glossary_id=definition.glossary_id,
        author_id=definition.created_by_id,
        before=before,
        after=run.status,
        concerns_force=concerns_force(definition),
    )


async def _score(settlements: Sequence[Settlement]) -> None:
    whole = [case for case in settlements if case.codes is None]
    for case in whole:
        case.definition.latest_run_id = case.run.id if case.report else None
        case.definition.score = case.report.score if case.report else None
        case.definition.verdict = case.report.verdict if case.report else None
    if whole:
        await writes.score_definitions([_standard(case) for case in whole])


def _standard(case: Settlement) -> writes.Standard:
    return writes.Standard(
        definition_id=case.definition.id,
        version=version_of(case.definition),
        run_id=case.run.id if case.report else None,
        score=case.report.score if case.report else None,
        verdict=case.report.verdict if case.report else None,
    )


def _fresh(changes: Changes) -> Iterator[Found]:
    yield from (new for _, new in changes.changed)
    yield from changes.opened


def _new(case: Settlement, found: Found) -> findings.NewFinding:
    return findings.NewFinding(
        id=uuid7(),
        definition_id=case.definition.id,
        fingerprint=found.fingerprint,
        form=found.form,
        opened_run_id=case.run.id,
        opened_version=version_of(case.definition),
        opened_at=writes.ended(case.run),
    )


def _resolutions(case: Settlement, changes: Changes) -> Iterator[findings.Resolution]:
    for old in (*changes.resolved, *(old for old, _ in changes.changed)):
        yield findings.Resolution(
            id=old.id, run_id=case.run.id, version=version_of(case.definition), resolved_at=writes.ended(case.run)
        )


def _events(case: Settlement, changes: Changes, rows: Sequence[findings.NewFinding]) -> Iterator[events.Event]:
    definition, run_id, in_force = case.definition, case.run.id, concerns_force(case.definition)
    for old in changes.resolved:
        yield resolved(definition, old, run_id)
    for (old, _), new in zip(changes.changed, rows, strict=False):
        yield events.FindingChanged(
            previous_finding_id=old.id,
            finding_id=new.id,
            run_id=run_id,
            definition_id=definition.id,
            glossary_id=definition.glossary_id,
            author_id=definition.created_by_id,
            severity=new.form.severity,
            concerns_force=in_force,
        )
    for new in rows[len(changes.changed) :]:
        yield opened(definition, new.id, new.form.severity, run_id=run_id)


def opened(definition: Definition, finding_id: UUID, severity: Severity, *, run_id: UUID) -> events.FindingOpened:
    """What is told when a run has a finding that the run before did not have."""
    return events.FindingOpened(
        finding_id=finding_id,
        run_id=run_id,
        definition_id=definition.id,
        glossary_id=definition.glossary_id,
        author_id=definition.created_by_id,
        severity=severity,
        concerns_force=concerns_force(definition),
    )


def resolved(definition: Definition, old: findings.Standing, run_id: UUID) -> events.FindingResolved:
    """What is told when a run no longer has the finding."""
    return events.FindingResolved(
        finding_id=old.id,
        fingerprint=old.fingerprint,
        rule_code=old.form.rule_code,
        run_id=run_id,
        definition_id=definition.id,
        glossary_id=definition.glossary_id,
        author_id=definition.created_by_id,
        severity=old.form.severity,
        concerns_force=concerns_force(definition),
    )
