"""What is told of findings: opened, in another form, gone, and the runs that found it so; and who is meant to hear it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from models import finding_writes as findings
from models import validation_writes as writes
from models.definition import Definition
from models.finding_writes import Form
from models.kinds import DefinitionStatus, RunStatus
from models.records import RunRecord
from subscriptions import events

Drafts = Mapping[UUID, UUID | None]
"""Who made each of the definitions whose working text is not what is in force."""
Evidence = Sequence[Mapping[str, str | None]]
"""`{"excerpt", "definition_id"}` each, as a finding stores them."""


@dataclass(frozen=True, slots=True)
class Finder:
    """A run of the working text, as far as its events depend on it. `drafts` are those that its findings name."""

    definition: Definition
    run_id: UUID
    is_web: bool = False
    drafts: Drafts = field(default_factory=dict)

    @property
    def concerns_force(self) -> bool:
        """Whether readers of the text in force notice."""
        return concerns_force(self.definition) and not self.is_web

    def author_of(self, evidence: Evidence) -> UUID | None:
        """The author of the definition; null when the finding names a working text of somebody else, which only editors read."""
        author = self.definition.created_by_id
        return author if all(self.drafts.get(named, author) == author for named in _named(evidence)) else None

    def opened(self, finding_id: UUID, form: Form) -> events.FindingOpened:
        """The run has a finding that the run before did not have."""
        return events.FindingOpened(
            finding_id=finding_id,
            run_id=self.run_id,
            definition_id=self.definition.id,
            glossary_id=self.definition.glossary_id,
            author_id=self.author_of(form.evidence),
            severity=form.severity,
            concerns_force=self.concerns_force,
        )

    def changed(self, old: findings.Standing, new: findings.NewFinding) -> events.FindingChanged:
        """The run has the finding in another form."""
        return events.FindingChanged(
            previous_finding_id=old.id,
            finding_id=new.id,
            run_id=self.run_id,
            definition_id=self.definition.id,
            glossary_id=self.definition.glossary_id,
            author_id=self.author_of(new.form.evidence),
            severity=new.form.severity,
            concerns_force=self.concerns_force,
        )

    def resolved(self, old: findings.Standing) -> events.FindingResolved:
        """The run no longer has the finding."""
        return events.FindingResolved(
            finding_id=old.id,
            fingerprint=old.fingerprint,
            rule_code=old.form.rule_code,
            run_id=self.run_id,
            definition_id=self.definition.id,
            glossary_id=self.definition.glossary_id,
            author_id=self.author_of(old.form.evidence),
            severity=old.form.severity,
            concerns_force=self.concerns_force,
        )


def version_of(definition: Definition) -> int:
    """The version that a run of the working text speaks of: the one in force while nothing else is being drafted."""
    if definition.status is DefinitionStatus.ESTABLISHED and definition.established_version is not None:
        return definition.established_version
    return definition.version


def concerns_force(definition: Definition) -> bool:
    """Whether readers of the text in force notice a run of the working text by itself."""
    return version_of(definition) == definition.established_version


def status_changed(definition: Definition, run: RunRecord, before: RunStatus | None) -> events.ValidationStatusChanged:
    """The run of the working text entered its status."""
    return events.ValidationStatusChanged(
        run_id=run.id,
        definition_id=definition.id,
        glossary_id=definition.glossary_id,
        author_id=definition.created_by_id,
        before=before,
        after=run.status,
        is_web=run.is_web,
        concerns_force=concerns_force(definition) and not run.is_web,
    )


async def drafts(found: Iterable[Evidence]) -> Drafts:
    """What decides who hears of findings across a glossary; one statement, none when they name no definition."""
    named = {one for evidence in found for one in _named(evidence)}
    return await writes.drafts(named) if named else {}


def _named(evidence: Evidence) -> set[UUID]:
    return {UUID(named) for piece in evidence if (named := piece["definition_id"]) is not None}
