"""How finished runs settle: findings opened, changed and resolved, definitions scored, watchers told."""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass

from models import finding_writes as findings
from models import validation_writes as writes
from models.definition import Definition
from models.keys import uuid7
from models.records import RunRecord
from resolvers import finding_changes, finding_events
from resolvers.finding_changes import Changes, Found
from resolvers.finding_events import Drafts, Finder
from rules.marks import Finding, Report
from subscriptions import events

Tell = Callable[[events.Event], None]


@dataclass(frozen=True, slots=True)
class Settlement:
    """A finished run of a locked definition. `codes` are the rules that a partial run was asked for.

    `web` is what rules across the glossary found, for a run in which they took part; the report counts it already. Such
    a run answers for those findings alone: the text's own stand as the runs of the text left them, and the other way round.
    """

    definition: Definition
    run: RunRecord
    report: Report | None
    codes: Collection[str] | None = None
    web: Sequence[Finding] | None = None


@dataclass(frozen=True, slots=True)
class _Case:
    settlement: Settlement
    changes: Changes
    rows: Sequence[findings.NewFinding]


async def settle(settlements: Sequence[Settlement], tell: Tell) -> None:
    """Findings and scores are those of the reports; everything that changed is told, run by run.

    Inside the transaction that holds the locks of the definitions; each definition at most once.
    """
    reported = [(case, case.report) for case in settlements if case.report is not None]
    standing = await findings.standing_findings([case.definition.id for case, _ in reported])
    cases = [_case(case, report, standing.get(case.definition.id, [])) for case, report in reported]
    await findings.resolve_findings([row for case in cases for row in _resolutions(case)])
    await findings.open_findings([row for case in cases for row in case.rows])
    await _score(settlements)
    drafts = await finding_events.drafts(form.evidence for case in cases for form in _web_forms(case))
    for case in cases:
        for event in _events(case, drafts):
            tell(event)


def _case(settlement: Settlement, report: Report, standing: Sequence[findings.Standing]) -> _Case:
    own = [old for old in standing if old.is_web is settlement.run.is_web]
    found = report.findings if settlement.web is None else settlement.web
    changes = finding_changes.compare(own, finding_changes.found(found), codes=settlement.codes)
    return _Case(settlement, changes, [_new(settlement, one) for one in _fresh(changes)])


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
        version=finding_events.version_of(case.definition),
        run_id=case.run.id if case.report else None,
        score=case.report.score if case.report else None,
        verdict=case.report.verdict if case.report else None,
        is_web=case.run.is_web,
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
        opened_version=finding_events.version_of(case.definition),
        opened_at=writes.ended(case.run),
        is_web=case.run.is_web,
    )


def _resolutions(case: _Case) -> Iterator[findings.Resolution]:
    run, version = case.settlement.run, finding_events.version_of(case.settlement.definition)
    for old in (*case.changes.resolved, *(old for old, _ in case.changes.changed)):
        yield findings.Resolution(id=old.id, run_id=run.id, version=version, resolved_at=writes.ended(run))


def _web_forms(case: _Case) -> Iterator[findings.Form]:
    if case.settlement.run.is_web:
        yield from (old.form for old in case.changes.resolved)
        yield from (new.form for new in case.rows)


def _events(case: _Case, drafts: Drafts) -> Iterator[events.Event]:
    run = case.settlement.run
    finder = Finder(case.settlement.definition, run.id, is_web=run.is_web, drafts=drafts)
    yield from (finder.resolved(old) for old in case.changes.resolved)
    yield from (finder.changed(old, new) for (old, _), new in zip(case.changes.changed, case.rows, strict=False))
    yield from (finder.opened(new.id, new.form) for new in case.rows[len(case.changes.changed) :])
