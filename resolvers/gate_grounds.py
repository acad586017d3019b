"""What a gate is judged on: the demands of the glossary and the facts of the text, read for many definitions at once."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from uuid import UUID

from models import definition_writes, gate_reads
from models.gate_reads import Facts, RunFacts, Subject
from models.glossary import Glossary
from models.kinds import Transition
from models.records import DefinitionRecord, Edition
from resolvers import content, gate_rules
from resolvers.gate_rules import Demand

Question = tuple[DefinitionRecord, Transition]
Name = tuple[UUID, Edition, int, Transition]


@dataclass(frozen=True, slots=True, kw_only=True)
class Grounds:
    """For one definition and one step: the glossary, what it demands, and what is known. Facts are read for approvals only."""

    glossary: Glossary
    demands: list[Demand]
    facts: Facts = field(default_factory=Facts)
    run: RunFacts | None = None


def name(question: Question) -> Name:
    """What tells two questions apart."""
    record, transition = question
    return record.id, record.edition, record.version, transition


async def of(questions: Sequence[Question]) -> dict[Name, Grounds]:
    """The grounds by name; six statements for any number of definitions and one step.

    The grounds of a text in force depend on that text only: its readers learn nothing of a draft.
    """
    glossaries = await definition_writes.glossaries({record.glossary_id for record, _ in questions})
    asked: dict[Transition, list[DefinitionRecord]] = defaultdict(list)
    for record, transition in questions:
        asked[transition].append(record)
    grounds: dict[Name, Grounds] = {}
    for transition, records in asked.items():
        grounds |= await _of_step(transition, records, glossaries=glossaries)
    return grounds


async def _of_step(
    transition: Transition, records: Sequence[DefinitionRecord], *, glossaries: dict[UUID, Glossary]
) -> dict[Name, Grounds]:
    rows = await gate_reads.rules(glossaries, transition)
    facts: dict[UUID, Facts] = {}
    runs: dict[UUID, RunFacts] = {}
    if transition is Transition.APPROVE:
        facts = await gate_reads.facts([_subject(record) for record in records])
        runs = await gate_reads.runs({record.latest_run_id for record in records if record.latest_run_id is not None})
    return {
        name((record, transition)): Grounds(
            glossary=glossaries[record.glossary_id],
            demands=[
                demand
                for demand in gate_rules.merged(rows.get(record.glossary_id, []))
                if demand.transition is transition and demand.is_enabled
            ],
            facts=facts.get(record.id, Facts()),
            run=None if record.latest_run_id is None else runs.get(record.latest_run_id),
        )
        for record in records
    }


def _subject(record: DefinitionRecord) -> Subject:
    return Subject(
        definition_id=record.id,
        glossary_id=record.glossary_id,
        concept_id=record.concept_id,
        locale=record.locale,
        term=record.term,
        term_key=record.term_key,
        context_key=content.context_key(record.contexts),
        text=record.text,
        text_hash=record.text_hash,
        in_force_at=record.version if record.edition is Edition.IN_FORCE else None,
    )
