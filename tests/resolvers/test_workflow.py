"""Steps of the workflow: who may take them, what they leave behind, what they tell."""

import asyncio

import pytest

from auth.errors import Forbidden, Unauthenticated
from models import store as stores
from models.decision import Consent, Decision
from models.definition import DefinitionInForce, DefinitionVersion
from models.errors import NotFound
from models.glossary import Glossary
from models.kinds import DefinitionStatus, Role, Transition
from models.records import DefinitionRecord
from resolvers import checking, content
from resolvers.conditions import GateOutcome
from resolvers.context import Context
from resolvers.errors import DefinitionConflict, GateRefused, InvalidInput, InvalidTransition, StaleValidation, Taken
from resolvers.inputs import ConsentInput
from tests.resolvers import writing

pytestmark = pytest.mark.usefixtures("store")

BAD = "is when you pay"


async def in_review(author: Context | None = None, text: str = writing.GOOD) -> DefinitionRecord:
    glossary, author = await writing.glossary(), author or await writing.somebody()
    return await submitted(author, glossary, text=text)


async def submitted(
    author: Context, glossary: Glossary, term: str = "glossary", text: str = writing.GOOD
) -> DefinitionRecord:
    return await writing.step(author, await writing.draft(author, glossary.id, term, text=text), Transition.SUBMIT)


async def test_anonymous_takes_no_step() -> None:
    record = await in_review()
    before = await writing.everything()

    with pytest.raises(Unauthenticated):
        await writing.step(writing.ANONYMOUS, record, Transition.APPROVE)

    assert await writing.everything() == before


async def test_a_draft_goes_into_review_and_back() -> None:
    glossary, user = await writing.glossary(), await writing.somebody()

    submitted = await writing.step(user, await writing.draft(user, glossary.id), Transition.SUBMIT)
    withdrawn = await writing.step(user, submitted, Transition.WITHDRAW)

    assert (submitted.status, withdrawn.status, withdrawn.version) == (
        DefinitionStatus.IN_REVIEW,
        DefinitionStatus.DRAFT,
        3,
    )
    assert await writing.audited() == ["definition.create", "definition.submit", "definition.withdraw"]


async def test_a_step_is_a_version_with_a_decision() -> None:
    glossary, user = await writing.glossary(), await writing.somebody()
    record = await writing.draft(user, glossary.id)

    await writing.step(user, record, Transition.SUBMIT, note="Ready.")

    version = await DefinitionVersion.get(definition_id=record.id, number=2)
    decision = await Decision.get(version_id=version.id)
    assert version.changes == [{"path": ["status"], "before": "DRAFT", "after": "IN_REVIEW"}]
    assert (version.note, decision.transition, decision.run_id) == ("Ready.", Transition.SUBMIT, None)


async def test_an_empty_text_is_not_submitted() -> None:
    glossary, user = await writing.glossary(), await writing.somebody()
    record = await writing.draft(user, glossary.id, text="  ")
    before = await writing.everything()

    with pytest.raises(GateRefused) as refused:
        await writing.step(user, record, Transition.SUBMIT, override_reason="now")

    assert (refused.value.gate.outcome, refused.value.message) == (GateOutcome.BLOCKED, "The text is empty.")
    assert await writing.everything() == before


async def test_an_approved_text_is_in_force() -> None:
    record, approver = await in_review(), await writing.somebody(Role.EDITOR)

    approved = await writing.step(approver, record, Transition.APPROVE)

    row = await DefinitionInForce.get(definition_id=record.id)
    assert (approved.status, approved.established_version, approved.was_established) == (
        DefinitionStatus.ESTABLISHED,
        3,
        True,
    )
    assert content.of(row) == content.of(record)
    assert (row.version, row.latest_run_id, row.score, row.updated_by_id) == (
        3,
        record.latest_run_id,
        record.score,
        approver.viewer.user_id,
    )


async def test_readers_of_texts_in_force_hear_what_enters_and_leaves() -> None:
    record, approver = await in_review(), await writing.somebody(Role.EDITOR)

    approved = await writing.step(approver, record, Transition.APPROVE)
    await writing.step(approver, approved, Transition.ARCHIVE)

    told = await writing.events("DefinitionStatusChanged")
    flags = [(one["was_in_force"], one["enters_force"], one["leaves_force"], one["concerns_force"]) for one in told]
    assert flags == [(False, False, False, False), (False, True, False, True), (True, False, True, True)]


async def test_partners_and_the_run_are_kept_with_the_approval() -> None:
    record, approver = await in_review(), await writing.somebody(Role.EDITOR)

    await writing.step(approver, record, Transition.APPROVE, consents=(ConsentInput("Kadaster", "As agreed."),))

    decision = await Decision.get(transition=Transition.APPROVE)
    consent = await Consent.get(decision_id=decision.id)
    assert (consent.organisation, consent.note) == ("Kadaster", "As agreed.")
    assert (decision.run_id, decision.decided_by_id) == (record.latest_run_id, approver.viewer.user_id)


async def test_partners_agree_to_an_approval_only() -> None:
    record, editor = await in_review(), await writing.somebody(Role.EDITOR)

    with pytest.raises(InvalidInput) as refused:
        await writing.step(editor, record, Transition.REJECT, consents=(ConsentInput("Kadaster"),))

    assert refused.value.path == ("consents",)


async def test_a_user_approves_nothing() -> None:
    user = await writing.somebody()
    record = await in_review(user)
    before = await writing.everything()

    with pytest.raises(Forbidden):
        await writing.step(user, record, Transition.APPROVE)

    assert await writing.everything() == before


async def test_nobody_approves_a_text_of_their_own() -> None:
    editor = await writing.somebody(Role.EDITOR)
    record = await in_review(editor)

    with pytest.raises(GateRefused) as refused:
        await writing.step(editor, record, Transition.APPROVE, override_reason="I am sure")

    assert [condition.code for condition in refused.value.gate.unmet()] == ["approver-is-not-author"]
    assert refused.value.gate.outcome is GateOutcome.BLOCKED


async def test_whoever_edited_last_is_the_author() -> None:
    writer, editor = await writing.somebody(Role.EDITOR), await writing.somebody(Role.EDITOR)
    glossary = await writing.glossary()
    record = await writing.edit(editor, await writing.draft(writer, glossary.id), text="set of words of one field")
    record = await writing.step(writer, record, Transition.SUBMIT)

    with pytest.raises(GateRefused):
        await writing.step(editor, record, Transition.APPROVE)

    assert (await writing.step(writer, record, Transition.APPROVE)).status is DefinitionStatus.ESTABLISHED


async def test_a_glossary_may_let_authors_approve() -> None:
    editor = await writing.somebody(Role.EDITOR)
    record = await in_review(editor)
    await writing.bend(record.glossary_id, Transition.APPROVE, "approver-is-not-author", is_enabled=False)

    approved = await writing.step(editor, record, Transition.APPROVE)

    assert approved.status is DefinitionStatus.ESTABLISHED


async def test_a_rejection_needs_a_note() -> None:
    record, editor = await in_review(), await writing.somebody(Role.EDITOR)
    before = await writing.everything()

    with pytest.raises(GateRefused) as refused:
        await writing.step(editor, record, Transition.REJECT, note="  ")

    assert refused.value.path == ("note",)
    assert await writing.everything() == before


async def test_a_rejected_text_is_a_draft_again() -> None:
    record, editor = await in_review(), await writing.somebody(Role.EDITOR)

    rejected = await writing.step(editor, record, Transition.REJECT, note="Too long.")

    assert rejected.status is DefinitionStatus.DRAFT
    assert (await DefinitionVersion.get(definition_id=record.id, number=3)).note == "Too long."


async def test_an_open_error_needs_a_reason() -> None:
    record, editor = await in_review(text=BAD), await writing.somebody(Role.EDITOR)
    before = await writing.everything()

    with pytest.raises(GateRefused) as refused:
        await writing.step(editor, record, Transition.APPROVE)

    assert refused.value.gate.outcome is GateOutcome.OVERRIDE_REQUIRED
    assert await writing.everything() == before


async def test_the_reason_for_an_override_is_kept_and_on_record() -> None:
    record, editor = await in_review(text=BAD), await writing.somebody(Role.EDITOR)

    await writing.step(editor, record, Transition.APPROVE, override_reason="The law says so.")

    assert (await Decision.get(transition=Transition.APPROVE)).override_reason == "The law says so."
    row = await stores.row("SELECT changes FROM audit_log WHERE action = 'definition.approve'")
    assert row is not None
    assert row["changes"][-1] == {"path": ["overrideReason"], "before": None, "after": "The law says so."}


async def test_a_reason_that_was_not_needed_is_not_kept() -> None:
    record, editor = await in_review(), await writing.somebody(Role.EDITOR)

    await writing.step(editor, record, Transition.APPROVE, override_reason="just in case")

    assert (await Decision.get(transition=Transition.APPROVE)).override_reason is None


async def test_a_circular_text_is_never_overridden() -> None:
    record, editor = await in_review(text="Glossary."), await writing.somebody(Role.EDITOR)

    with pytest.raises(GateRefused) as refused:
        await writing.step(editor, record, Transition.APPROVE, override_reason="please")

    assert "not-circular" in {condition.code for condition in refused.value.gate.unmet()}
    assert refused.value.gate.outcome is GateOutcome.BLOCKED


async def test_a_second_definition_of_one_term_is_never_overridden() -> None:
    glossary, editor = await writing.glossary(), await writing.somebody(Role.EDITOR)
    await writing.established(glossary.id)
    rival = await submitted(await writing.somebody(), glossary, text="list of words with their meanings")
    before = await writing.everything()

    with pytest.raises(GateRefused) as refused:
        await writing.step(editor, rival, Transition.APPROVE, override_reason="please")

    assert [condition.code for condition in refused.value.gate.unmet()] == ["not-duplicate"]
    assert await writing.everything() == before


async def test_the_same_text_under_another_concept_is_a_duplicate() -> None:
    glossary, editor = await writing.glossary(), await writing.somebody(Role.EDITOR)
    await writing.established(glossary.id)
    rival = await submitted(await writing.somebody(), glossary, "word list")

    with pytest.raises(GateRefused) as refused:
        await writing.step(editor, rival, Transition.APPROVE)

    assert [condition.code for condition in refused.value.gate.unmet()] == ["not-duplicate"]


async def test_one_of_two_parallel_approvals_of_one_term_wins() -> None:
    glossary, editor, author = await writing.glossary(), await writing.somebody(Role.EDITOR), await writing.somebody()
    texts = ("list of words of one field", "set of terms of one trade", "overview of names of one craft")
    rivals = [await submitted(author, glossary, text=text) for text in texts]

    outcomes = await asyncio.gather(
        *(writing.step(editor, rival, Transition.APPROVE) for rival in rivals), return_exceptions=True
    )

    assert sorted(type(outcome).__name__ for outcome in outcomes) == ["DefinitionRecord", "GateRefused", "GateRefused"]
    assert await writing.count("definitions_in_force") == 1


async def test_the_successor_replaces_what_is_in_force() -> None:
    glossary, editor, other = (
        await writing.glossary(),
        await writing.somebody(Role.EDITOR),
        await writing.somebody(Role.EDITOR),
    )
    record = await writing.edit(editor, await writing.established(glossary.id), text="list of the words of one field")

    record = await writing.step(editor, record, Transition.SUBMIT)
    record = await writing.step(other, record, Transition.APPROVE)

    row = await DefinitionInForce.get(definition_id=record.id)
    assert (row.text, row.version, record.established_version) == ("list of the words of one field", 6, 6)


async def test_a_discarded_draft_leaves_the_text_in_force_as_the_working_text() -> None:
    glossary, editor = await writing.glossary(), await writing.somebody(Role.EDITOR)
    first = await writing.established(glossary.id)
    in_force = (await writing.everything())["definitions_in_force"]
    draft = await writing.edit(editor, first, text=BAD, concept_id=None)

    record = await writing.step(editor, draft, Transition.DISCARD_DRAFT)

    assert content.of(record) == content.of(first)
    assert (record.status, record.version, record.established_version) == (DefinitionStatus.ESTABLISHED, 5, 3)
    assert (record.latest_run_id, record.score, record.verdict) == (first.latest_run_id, first.score, first.verdict)
    assert (await writing.everything())["definitions_in_force"] == in_force


async def test_a_discarded_draft_takes_its_findings_along() -> None:
    glossary, editor = await writing.glossary(), await writing.somebody(Role.EDITOR)
    draft = await writing.edit(editor, await writing.established(glossary.id), text=BAD)

    await writing.step(editor, draft, Transition.DISCARD_DRAFT)

    row = await stores.row(
        "SELECT count(*) AS n FROM findings WHERE resolved_run_id IS NULL AND opened_version > 3 AND definition_id = $1",
        draft.id,
    )
    assert row is not None
    assert row["n"] == 0


async def test_a_draft_without_a_text_in_force_is_not_discarded() -> None:
    glossary, user = await writing.glossary(), await writing.somebody()
    record = await writing.draft(user, glossary.id)

    with pytest.raises(InvalidTransition) as refused:
        await writing.step(user, record, Transition.DISCARD_DRAFT)

    assert refused.value.allowed == (Transition.SUBMIT,)


async def test_nothing_of_an_archived_definition_is_in_force() -> None:
    record, editor = await writing.established((await writing.glossary()).id), await writing.somebody(Role.EDITOR)

    archived = await writing.step(editor, record, Transition.ARCHIVE)

    assert (archived.status, archived.established_version, archived.was_established) == (
        DefinitionStatus.ARCHIVED,
        None,
        True,
    )
    assert await writing.count("definitions_in_force") == 0


async def test_users_archive_nothing() -> None:
    glossary, user = await writing.glossary(), await writing.somebody()
    record = await writing.draft(user, glossary.id)

    with pytest.raises(Forbidden):
        await writing.step(user, record, Transition.ARCHIVE)

    assert await writing.audited() == ["definition.create"]


async def test_an_archived_definition_comes_back_as_a_draft() -> None:
    glossary, editor = await writing.glossary(), await writing.somebody(Role.EDITOR)
    record = await writing.step(editor, await writing.draft(editor, glossary.id), Transition.ARCHIVE)

    assert (await writing.step(editor, record, Transition.RESTORE)).status is DefinitionStatus.DRAFT


async def test_a_place_taken_meanwhile_keeps_an_archived_definition_away() -> None:
    glossary, editor = await writing.glossary(), await writing.somebody(Role.EDITOR)
    record = await writing.step(editor, await writing.draft(editor, glossary.id), Transition.ARCHIVE)
    successor = await writing.draft(editor, glossary.id, concept_id=record.concept_id)

    with pytest.raises(Taken) as refused:
        await writing.step(editor, record, Transition.RESTORE)

    assert refused.value.existing_id == successor.id


async def test_a_step_from_the_wrong_status_names_those_that_are_open() -> None:
    record, editor = await in_review(), await writing.somebody(Role.EDITOR)

    with pytest.raises(InvalidTransition) as refused:
        await writing.step(editor, record, Transition.SUBMIT)

    assert refused.value.allowed == (Transition.WITHDRAW, Transition.APPROVE, Transition.REJECT, Transition.ARCHIVE)


async def test_a_stale_step_is_refused() -> None:
    record, editor = await in_review(), await writing.somebody(Role.EDITOR)
    await writing.edit(editor, record, text="other words")
    before = await writing.everything()

    with pytest.raises(DefinitionConflict) as refused:
        await writing.step(editor, record, Transition.APPROVE)

    assert [change["path"] for change in refused.value.changes] == [["text"], ["status"]]
    assert await writing.everything() == before


async def test_a_profile_changed_since_the_run_stops_an_approval() -> None:
    record, editor = await in_review(), await writing.somebody(Role.EDITOR)
    glossary = await Glossary.get(id=record.glossary_id)
    glossary.style = type(glossary.style)("SENTENCE")
    glossary.profile_fingerprint = checking.profile_of(glossary).fingerprint
    await glossary.save()
    before = await writing.everything()

    with pytest.raises(StaleValidation):
        await writing.step(editor, record, Transition.APPROVE, override_reason="now")

    assert await writing.everything() == before


async def test_a_draft_of_somebody_else_takes_no_step() -> None:
    record, other = await in_review(), await writing.somebody()

    with pytest.raises(NotFound):
        await writing.step(other, record, Transition.WITHDRAW)


async def test_a_repeated_step_gives_the_first_result() -> None:
    glossary, user = await writing.glossary(), await writing.somebody()
    record = await writing.draft(user, glossary.id)

    first, second = [await writing.step(user, record, Transition.SUBMIT, idempotency_key="k") for _ in range(2)]

    assert first == second
    assert await writing.count("decisions") == 1
