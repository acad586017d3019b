"""Gates: what stands in the way of a step, condition by condition; and what the viewer may do without asking one."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from uuid import UUID

from auth.scopes import Scope
from models import definition_writes, gate_reads
from models.gate_reads import Facts, RunFacts, Subject
from models.glossary import GateRule, Glossary
from models.keys import term_key
from models.kinds import DefinitionStatus, Transition
from models.records import DefinitionRecord, Edition
from resolvers import checking, conditions, content, gate_messages, gate_rules, rights, steps
from resolvers.conditions import Action, Condition, Gate
from resolvers.context import Context
from resolvers.gate_rules import Demand

_PUNCTUATION = " \t\n.,;:!?\"'()"


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """Everything that a gate looks at for one definition."""

    ctx: Context
    record: DefinitionRecord
    glossary: Glossary
    facts: Facts
    run: RunFacts | None
    note: str | None


async def evaluate(ctx: Context, record: DefinitionRecord, transition: Transition, *, note: str | None = None) -> Gate:
    """What stands between the definition and the step. Of a step that needs a note, the one given is judged."""
    gates = await evaluate_many(ctx, [record], transition, note=note)
    return gates[0]


async def evaluate_many(
    ctx: Context, records: Sequence[DefinitionRecord], transition: Transition, *, note: str | None = None
) -> list[Gate]:
    """The gates in the same order; at most six statements for any number of definitions.

    What a gate says of a text in force depends on that text only: a reader of it learns nothing of a draft.
    """
    glossaries = await definition_writes.glossaries({record.glossary_id for record in records})
    rules = await gate_reads.rules(glossaries, transition)
    is_approval = transition is Transition.APPROVE
    facts = await gate_reads.facts([_subject(record) for record in records]) if is_approval else {}
    runs = (
        await gate_reads.runs({record.latest_run_id for record in records if record.latest_run_id})
        if is_approval
        else {}
    )
    return [
        _judged(
            Case(
                ctx=ctx,
                record=record,
                glossary=glossaries[record.glossary_id],
                facts=facts.get(record.id, Facts()),
                run=None if record.latest_run_id is None else runs.get(record.latest_run_id),
                note=note,
            ),
            transition,
            rules.get(record.glossary_id, []),
        )
        for record in records
    ]


def viewer_transitions(ctx: Context, record: DefinitionRecord) -> list[Transition]:
    """The steps that status and permissions allow the viewer now, in the order of the workflow."""
    return [] if record.edition is Edition.IN_FORCE else steps.open_to(ctx.viewer, record)


def viewer_can(ctx: Context, record: DefinitionRecord) -> list[Action]:
    """What the viewer may do with the definition now."""
    viewer = ctx.viewer
    is_working = record.edition is Edition.WORKING
    may_write = is_working and rights.may_write(viewer, record)
    may_validate = (
        is_working
        and viewer.may(Scope.VALIDATIONS_WRITE)
        and (rights.is_editor(viewer) or rights.is_own(viewer, record))
    )
    allowed = {
        Action.UPDATE: may_write and record.status is not DefinitionStatus.ARCHIVED,
        Action.VALIDATE: may_validate,
        Action.WAIVE: may_validate,
        Action.DELETE: is_working and rights.may_delete(viewer, record),
    }
    return [action for action, is_allowed in allowed.items() if is_allowed]


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


def _judged(case: Case, transition: Transition, rules: list[GateRule]) -> Gate:
    demands = [demand for demand in gate_rules.merged(rules) if demand.transition is transition and demand.is_enabled]
    return conditions.judge([_condition(case, demand) for demand in demands])


def _condition(case: Case, demand: Demand) -> Condition:
    is_met, actual = _JUDGES[demand.code](case, demand)
    return Condition(
        code=demand.code,
        message=gate_messages.message(demand.code, case.ctx.locale, is_met=is_met, actual=actual),
        is_met=is_met,
        is_blocking=True,
        is_overridable=demand.is_overridable,
        actual=actual,
        required=demand.required,
    )


Judgement = tuple[bool, str | None]


def _text_not_empty(case: Case, _: Demand) -> Judgement:
    return bool(case.record.text.strip()), None


def _no_open_errors(case: Case, demand: Demand) -> Judgement:
    return case.facts.open_errors <= int(demand.required or 0), str(case.facts.open_errors)


def _run_is_fresh(case: Case, _: Demand) -> Judgement:
    run = case.run
    if run is None or not run.is_whole:
        return False, None
    is_same_profile = run.profile_fingerprint == checking.profile_of(case.glossary).fingerprint
    return run.text_hash == case.record.text_hash and is_same_profile, None


def _approver_is_not_author(case: Case, _: Demand) -> Judgement:
    viewer_id: UUID | None = case.ctx.viewer.user_id
    return viewer_id is None or case.facts.author_id != viewer_id, None


def _not_circular(case: Case, _: Demand) -> Judgement:
    is_the_term = term_key(case.record.text.strip(_PUNCTUATION)) == case.record.term_key
    return not (case.facts.is_circular or is_the_term), None


def _not_duplicate(case: Case, _: Demand) -> Judgement:
    return not case.facts.rivals, None


def _note_given(case: Case, _: Demand) -> Judgement:
    return case.note is not None and bool(case.note.strip()), None


_JUDGES: dict[str, Callable[[Case, Demand], Judgement]] = {
    gate_rules.TEXT_NOT_EMPTY: _text_not_empty,
    gate_rules.NO_OPEN_ERRORS: _no_open_errors,
    gate_rules.RUN_IS_FRESH: _run_is_fresh,
    gate_rules.APPROVER_IS_NOT_AUTHOR: _approver_is_not_author,
    gate_rules.NOT_CIRCULAR: _not_circular,
    gate_rules.NOT_DUPLICATE: _not_duplicate,
    gate_rules.NOTE_GIVEN: _note_given,
}
