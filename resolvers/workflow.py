"""Steps of the workflow: a text submitted, withdrawn, approved, rejected, discarded, archived, restored."""

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from auth.errors import Forbidden
from auth.scopes import Scope
from models import definition_keys, definition_writes
from models.decision import Consent, Decision
from models.definition import Definition
from models.keys import uuid7
from models.kinds import DefinitionStatus, Transition
from models.records import DefinitionRecord, Json
from models.sentences import say
from resolvers import (
    authoring,
    bounds,
    content,
    discarding,
    gate_rules,
    gates,
    idempotency,
    locking,
    places,
    rights,
    saving,
    steps,
)
from resolvers.conditions import GateOutcome
from resolvers.context import Context
from resolvers.errors import GateRefused, InvalidInput, InvalidTransition, StaleValidation
from resolvers.inputs import ConsentInput, TransitionDefinition
from resolvers.places import Place
from resolvers.work import Tell, work


@dataclass(frozen=True, slots=True, kw_only=True)
class Intent:
    """A step within bounds. `consents` are `(organisation, note)`."""

    transition: Transition
    note: str | None
    consents: tuple[tuple[str, str | None], ...]
    override_reason: str | None


async def transition(ctx: Context, input_: TransitionDefinition) -> DefinitionRecord:
    """The definition after the step; the step, who took it and why are kept with the version that it made.

    Raises:
        NotFound: it is absent, or hidden from the viewer.
        Forbidden: the viewer may not take this step here.
        DefinitionConflict: somebody else changed it meanwhile.
        InvalidTransition: the step does not start from its status.
        GateRefused: a demand of the glossary is not met.
        StaleValidation: text or rules changed since the run that an approval would rely on.
        Taken: restored into a concept that has another definition in its language by now.
        InvalidInput: a value breaks a bound, or consents come with another step than APPROVE.
        IdempotencyKeyReused: the key came with another input.
    """
    ctx.viewer.must(Scope.DEFINITIONS_WRITE)
    intent = intended(
        ctx,
        input_.transition,
        note=input_.note,
        override_reason=input_.override_reason,
        consents=input_.consents,
    )
    async with work(ctx) as tell:
        known = await idempotency.recall(ctx, "transitionDefinition", input_)
        if known is None:
            row = await locking.definition(ctx, input_.id, expected_version=input_.expected_version)
            await take(tell, row, intent=intent)
            await idempotency.remember(ctx, "transitionDefinition", input_, {"id": str(row.id)})
    return await authoring.again(ctx, known) if known is not None else definition_writes.record(row)


def intended(
    ctx: Context,
    transition: Transition,
    *,
    note: str | None,
    override_reason: str | None,
    consents: tuple[ConsentInput, ...] = (),
) -> Intent:
    """The step within bounds, when the viewer's scopes allow such steps at all."""
    ctx.viewer.must(Scope.DEFINITIONS_WRITE)
    if transition in rights.OF_APPROVERS:
        ctx.viewer.must(Scope.DEFINITIONS_APPROVE)
    if consents and transition is not Transition.APPROVE:
        raise InvalidInput(say("consents-without-approval"), path=("consents",), constraint="approve-only")
    bounds.count(consents, path=("consents",), most=bounds.ITEM_COUNT)
    return Intent(
        transition=transition,
        note=bounds.optional_text(note, path=("note",)),
        consents=tuple(_consent(consent, str(index)) for index, consent in enumerate(consents)),
        override_reason=bounds.optional_text(override_reason, path=("overrideReason",)),
    )


async def take(tell: Tell, row: Definition, *, intent: Intent) -> None:
    """The locked row has taken the step; version, decision, what is in force, events and audit entry agree.

    Raises:
        Refusal: as `transition` says; the row is as it was.
    """
    viewer = tell.ctx.viewer
    if not rights.may_take(viewer, row, transition=intent.transition):
        raise Forbidden(said=say("step-forbidden", transition=intent.transition))
    if not steps.is_possible(row, intent.transition):
        raise InvalidTransition(intent.transition, row.status, tuple(steps.open_to(viewer, row)))
    await reserve([row], intent.transition)
    await _must_have_place(tell.ctx, row, step=intent.transition)
    reason = await _pass_gate(tell.ctx, row, intent=intent)
    before, was_in_force = row.status, row.established_version is not None
    changes = await _applied(tell.ctx, row, step=intent.transition)
    version = saving.version_of(row, changes=changes, note=intent.note)
    await definition_writes.update([row], [version])
    await _enforce(row, intent.transition)
    await _decide(tell.ctx, version.id, row=row, intent=intent, reason=reason)
    if any(change["path"] != ["status"] for change in changes):
        saving.tell_update(tell, row)
    enters_force = intent.transition is Transition.APPROVE
    saving.tell_status(tell, row, before=before, was_in_force=was_in_force, enters_force=enters_force)
    tell.audit(f"definition.{intent.transition.lower()}", "Definition", row.id, _recorded(changes, reason))
    if intent.transition is Transition.DISCARD_DRAFT:
        await discarding.return_to_force(row, tell=tell)


async def reserve(rows: Collection[Definition], step: Transition) -> None:
    """What the step takes from others is this transaction's to take; sorted, so that two never wait in a ring."""
    if step is Transition.APPROVE:
        # Two approvals of one term would each see no other: the second waits here, and then sees the first.
        names = [
            definition_keys.key_names(row.glossary_id, row.locale, term_key=row.term_key, text=row.text) for row in rows
        ]
        await definition_keys.lock_names(name for both in names for name in both)
    if step in {Transition.RESTORE, Transition.DISCARD_DRAFT}:
        standing = await definition_writes.standing_concepts(row.id for row in rows)
        await definition_keys.lock_concepts(standing.union(row.concept_id for row in rows))


async def _must_have_place(ctx: Context, row: Definition, *, step: Transition) -> None:
    if step is Transition.RESTORE:
        concept_id = row.concept_id
    elif step is Transition.DISCARD_DRAFT:
        concept_id = (await definition_writes.standing(row.id)).concept_id
    else:
        return
    place = Place(concept_id=concept_id, locale=row.locale, definition_id=row.id)
    await places.must_have(ctx.viewer, row.glossary_id, place=place)


async def _pass_gate(ctx: Context, row: Definition, *, intent: Intent) -> str | None:
    """The reason that overrides the gate; null when none was needed."""
    gate = await gates.evaluate_locked(
        ctx, definition_writes.record(row), transition=intent.transition, note=intent.note
    )
    unmet = {condition.code for condition in gate.unmet()}
    if gate_rules.RUN_IS_FRESH in unmet:
        raise StaleValidation(say("stale-validation"))
    if gate.outcome is GateOutcome.OVERRIDE_REQUIRED and intent.override_reason is not None:
        return intent.override_reason
    if gate.outcome is not GateOutcome.PASS:
        raise GateRefused(gate, path=("note",) if unmet == {gate_rules.NOTE_GIVEN} else ())
    return None


async def _applied(ctx: Context, row: Definition, *, step: Transition) -> list[Json]:
    """The row stands where the step leads; what changed."""
    before, wording, concept_id = row.status, content.of(row), row.concept_id
    saving.step_on(row, user_id=ctx.viewer.user_id, status=steps.STEPS[step].target)
    changes: list[Json] = []
    match step:
        case Transition.APPROVE:
            row.established_version, row.was_established = row.version, True
        case Transition.ARCHIVE:
            row.established_version = None
        case Transition.DISCARD_DRAFT:
            standing = await definition_writes.standing(row.id)
            saving.put(row, content.of(standing))
            row.concept_id = standing.concept_id
            changes = saving.changes_of(row, wording, concept_before=concept_id)
        case _:
            pass
    changes.append({"path": ["status"], "before": before.value, "after": row.status.value})
    return changes


async def _enforce(row: Definition, step: Transition) -> None:
    if step is Transition.APPROVE:
        await definition_writes.enter_force(row.id)
    if row.status is DefinitionStatus.ARCHIVED:
        await definition_writes.leave_force(row.id)


async def _decide(ctx: Context, version_id: UUID, *, row: Definition, intent: Intent, reason: str | None) -> None:
    user_id = ctx.viewer.user_id
    decision = Decision(
        id=uuid7(),
        version_id=version_id,
        transition=intent.transition,
        decided_at=row.updated_at,
        decided_by_id=user_id,
        override_reason=reason,
        run_id=row.latest_run_id if intent.transition is Transition.APPROVE else None,
    )
    consents = [
        Consent(
            decision_id=decision.id,
            organisation=organisation,
            note=note,
            recorded_at=row.updated_at,
            recorded_by_id=user_id,
        )
        for organisation, note in intent.consents
    ]
    await definition_writes.decide(decision, consents)


def _recorded(changes: list[Json], reason: str | None) -> list[Json]:
    override: list[Json] = [] if reason is None else [{"path": ["overrideReason"], "before": None, "after": reason}]
    return changes + override


def _consent(consent: ConsentInput, index: str) -> tuple[str, str | None]:
    organisation = bounds.name(consent.organisation, path=("consents", index, "organisation"))
    return organisation, bounds.optional_text(consent.note, path=("consents", index, "note"))
