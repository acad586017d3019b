"""Gates: what stands in the way of a step, condition by condition; and what the viewer may do without asking one."""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from auth.scopes import Scope
from models.keys import term_key
from models.kinds import DefinitionStatus, Transition
from models.records import DefinitionRecord, Edition
from resolvers import checking, conditions, gate_grounds, gate_messages, gate_rules, rights, steps
from resolvers.conditions import Action, Condition, Gate
from resolvers.context import Context
from resolvers.gate_grounds import Grounds
from resolvers.gate_rules import Demand

_PUNCTUATION = " \t\n.,;:!?\"'()"


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """Everything that a gate looks at for one definition."""

    ctx: Context
    record: DefinitionRecord
    grounds: Grounds
    note: str | None


async def evaluate(ctx: Context, record: DefinitionRecord, transition: Transition) -> Gate:
    """What stands between the definition and the step now. Gates asked for together are read together."""
    question = (record, transition)
    return _judged(Case(ctx=ctx, record=record, grounds=await ctx.loaders.gate_grounds.load(question), note=None))


async def evaluate_locked(ctx: Context, record: DefinitionRecord, *, transition: Transition, note: str | None) -> Gate:
    """The same inside the transaction that would take the step, with the note that would go along."""
    question = (record, transition)
    grounds = (await gate_grounds.of([question]))[gate_grounds.name(question)]
    return _judged(Case(ctx=ctx, record=record, grounds=grounds, note=note))


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


def _judged(case: Case) -> Gate:
    return conditions.judge([_condition(case, demand) for demand in case.grounds.demands])


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
    return case.grounds.facts.open_errors <= int(demand.required or 0), str(case.grounds.facts.open_errors)


def _run_is_fresh(case: Case, _: Demand) -> Judgement:
    run = case.grounds.run
    if run is None or not run.is_whole:
        return False, None
    is_same_profile = run.profile_fingerprint == checking.profile_of(case.grounds.glossary).fingerprint
    return run.text_hash == case.record.text_hash and is_same_profile, None


def _approver_is_not_author(case: Case, _: Demand) -> Judgement:
    viewer_id: UUID | None = case.ctx.viewer.user_id
    return viewer_id is None or case.grounds.facts.author_id != viewer_id, None


def _not_circular(case: Case, _: Demand) -> Judgement:
    is_the_term = term_key(case.record.text.strip(_PUNCTUATION)) == case.record.term_key
    return not (case.grounds.facts.is_circular or is_the_term), None


def _not_duplicate(case: Case, _: Demand) -> Judgement:
    return not case.grounds.facts.rivals, None


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
