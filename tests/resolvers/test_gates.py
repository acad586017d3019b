"""Gates: what stands in the way, what bends, what a reader of texts in force may learn."""

import asyncio
from datetime import UTC, datetime

import pytest

from auth.scopes import Scope
from auth.viewer import SYSTEM, Viewer
from models import definition_writes
from models import store as stores
from models.definition import Definition
from models.kinds import DefinitionStatus, Role, Transition
from models.records import DefinitionRecord
from models.validation import Finding, Waiver
from resolvers import definitions, gate_rules, gates
from resolvers.conditions import Action, Gate, GateOutcome
from resolvers.context import Context
from resolvers.errors import InvalidInput
from tests.resolvers import writing
from tests.resolvers.test_workflow import BAD, in_review

pytestmark = pytest.mark.usefixtures("store")


def unmet(gate: Gate) -> list[str]:
    return [condition.code for condition in gate.unmet()]


async def approval(record: DefinitionRecord, ctx: Context | None = None) -> Gate:
    return await gates.evaluate(ctx or await writing.somebody(Role.EDITOR), record, Transition.APPROVE)


async def test_a_good_text_passes() -> None:
    gate = await approval(await in_review())

    assert (gate.outcome, [condition.code for condition in gate.conditions]) == (
        GateOutcome.PASS,
        [
            "text-not-empty",
            "run-is-fresh",
            "no-open-errors",
            "approver-is-not-author",
            "not-circular",
            "not-duplicate",
        ],
    )


async def test_a_step_without_demands_passes() -> None:
    gate = await gates.evaluate(await writing.somebody(), await in_review(), Transition.WITHDRAW)

    assert gate == Gate(GateOutcome.PASS, ())


async def test_open_errors_are_counted() -> None:
    gate = await approval(await in_review(text=BAD))

    condition = next(one for one in gate.conditions if one.code == "no-open-errors")
    assert (gate.outcome, condition.is_overridable, condition.required) == (GateOutcome.OVERRIDE_REQUIRED, True, "0")
    assert int(condition.actual or 0) > 0


async def test_a_waived_error_is_not_open() -> None:
    record = await in_review(text=BAD)
    for finding in await Finding.filter(definition_id=record.id, severity="ERROR"):
        await Waiver.create(definition_id=record.id, fingerprint=finding.fingerprint, reason="known")

    assert (await approval(record)).outcome is GateOutcome.PASS


async def test_an_expired_waiver_does_not_count() -> None:
    record = await in_review(text=BAD)
    for finding in await Finding.filter(definition_id=record.id, severity="ERROR"):
        await Waiver.create(
            definition_id=record.id,
            fingerprint=finding.fingerprint,
            reason="known",
            expires_at=datetime(2020, 1, 1, tzinfo=UTC),
        )

    assert unmet(await approval(record)) == ["no-open-errors"]


async def test_a_circular_finding_blocks_even_when_waived() -> None:
    record = await in_review()
    await Finding.create(
        definition_id=record.id,
        fingerprint="f",
        rule_code="CNT-01",
        outcome="VIOLATED",
        severity="ERROR",
        confidence="CERTAIN",
        opened_run_id=record.latest_run_id,
        opened_version=1,
    )
    await Waiver.create(definition_id=record.id, fingerprint="f", reason="known")

    gate = await approval(record)

    assert (gate.outcome, unmet(gate)) == (GateOutcome.BLOCKED, ["not-circular"])


async def test_without_a_run_nothing_is_fresh() -> None:
    record = await in_review()
    await stores.run("UPDATE definitions SET latest_run_id = NULL")
    row = await Definition.get(id=record.id)

    assert unmet(await approval(definition_writes.record(row))) == ["run-is-fresh"]


async def test_a_partial_run_is_not_fresh() -> None:
    record = await in_review()
    await stores.run("UPDATE validation_runs SET rule_codes = '[\"FRM-01\"]'")

    assert unmet(await approval(record)) == ["run-is-fresh"]


async def test_a_run_of_another_text_is_not_fresh() -> None:
    record = await in_review()
    await stores.run("UPDATE validation_runs SET text_hash = 'other'")

    assert unmet(await approval(record)) == ["run-is-fresh"]


async def test_the_operator_is_nobodys_author() -> None:
    record = await in_review()

    assert (await approval(record, Context(viewer=SYSTEM, request_id="test"))).outcome is GateOutcome.PASS


async def test_a_text_brought_back_is_by_whoever_brought_it_back() -> None:
    writer, editor = await writing.somebody(Role.EDITOR), await writing.somebody(Role.EDITOR)
    glossary = await writing.glossary()
    record = await writing.draft(writer, glossary.id)
    other = await writing.edit(editor, record, text="other words")
    record = await writing.edit(editor, other, text=record.text)

    assert unmet(await approval(record, editor)) == ["approver-is-not-author"]
    assert unmet(await approval(record, writer)) == []


async def test_a_glossary_may_allow_some_errors() -> None:
    record = await in_review(text=BAD)
    await writing.bend(record.glossary_id, Transition.APPROVE, "no-open-errors", is_overridable=True, required="9")

    assert (await approval(record)).outcome is GateOutcome.PASS


async def test_a_glossary_may_forbid_overriding() -> None:
    record = await in_review(text=BAD)
    await writing.bend(record.glossary_id, Transition.APPROVE, "no-open-errors", is_overridable=False)

    assert (await approval(record)).outcome is GateOutcome.BLOCKED


async def test_what_is_fixed_stays_whatever_a_row_says() -> None:
    record = await in_review(text="Glossary.")
    await writing.bend(record.glossary_id, Transition.APPROVE, "not-circular", is_enabled=False, is_overridable=True)

    assert (await approval(record)).outcome is GateOutcome.BLOCKED


async def test_sentences_come_in_the_language_of_the_viewer() -> None:
    glossary, editor = await writing.glossary(), await writing.somebody(Role.EDITOR)
    record = await writing.draft(editor, glossary.id, text="")
    dutch = Context(viewer=editor.viewer, request_id="test", locale="nl")

    english_gate, dutch_gate = await approval(record, editor), await approval(record, dutch)

    assert (english_gate.conditions[0].message, dutch_gate.conditions[0].message) == (
        "The text is empty.",
        "De tekst is leeg.",
    )


async def test_a_gate_of_a_text_in_force_tells_nothing_of_a_draft() -> None:
    record, editor = await writing.established((await writing.glossary()).id), await writing.somebody(Role.EDITOR)
    before = [await seen(transition, record) for transition in Transition]

    await writing.edit(editor, record, text=BAD)

    assert [await seen(transition, record) for transition in Transition] == before


async def seen(transition: Transition, record: DefinitionRecord) -> Gate:
    return await gates.evaluate(writing.ANONYMOUS, await definitions.get(writing.ANONYMOUS, record.id), transition)


async def test_gates_asked_for_together_are_those_of_each() -> None:
    glossary, other, author = await writing.glossary(), await writing.glossary("other"), await writing.somebody()
    await writing.bend(other.id, Transition.APPROVE, "no-open-errors", is_enabled=False)
    records = [
        await writing.draft(author, place.id, f"term {number}", text=text)
        for number, (place, text) in enumerate([(glossary, BAD), (other, BAD), (glossary, "")])
    ]
    editor = await writing.somebody(Role.EDITOR)

    many = await asyncio.gather(*(gates.evaluate(editor, record, Transition.APPROVE) for record in records))

    assert many == [await approval(record, Context(viewer=editor.viewer, request_id="test")) for record in records]


@pytest.mark.parametrize(
    ("role", "status", "established_version", "expected"),
    [
        (Role.USER, DefinitionStatus.DRAFT, None, [Transition.SUBMIT]),
        (Role.USER, DefinitionStatus.DRAFT, 3, [Transition.SUBMIT, Transition.DISCARD_DRAFT]),
        (Role.USER, DefinitionStatus.ARCHIVED, None, []),
        (Role.EDITOR, DefinitionStatus.ESTABLISHED, 3, [Transition.ARCHIVE]),
        (Role.EDITOR, DefinitionStatus.ARCHIVED, None, [Transition.RESTORE]),
        (
            Role.EDITOR,
            DefinitionStatus.IN_REVIEW,
            3,
            [
                Transition.WITHDRAW,
                Transition.APPROVE,
                Transition.REJECT,
                Transition.DISCARD_DRAFT,
                Transition.ARCHIVE,
            ],
        ),
    ],
)
async def test_open_steps_follow_status_and_role(
    role: Role, status: DefinitionStatus, established_version: int | None, expected: list[Transition]
) -> None:
    ctx = await writing.somebody(role)
    row = await Definition.get(id=(await writing.draft(ctx, (await writing.glossary()).id)).id)
    row.status, row.established_version = status, established_version

    assert gates.viewer_transitions(ctx, definition_writes.record(row)) == expected


async def test_readers_of_a_text_in_force_have_no_steps() -> None:
    record, reader = await writing.established((await writing.glossary()).id), await writing.somebody()
    seen_record = await definitions.get(reader, record.id)

    assert (gates.viewer_transitions(reader, seen_record), gates.viewer_can(reader, seen_record)) == ([], [])


async def test_what_a_viewer_can_follows_role_and_history() -> None:
    glossary, admin, user = await writing.glossary(), await writing.somebody(Role.ADMIN), await writing.somebody()
    own, old = await writing.draft(user, glossary.id), await writing.established(glossary.id, "old")

    everyday = [Action.UPDATE, Action.VALIDATE, Action.WAIVE]
    assert gates.viewer_can(user, own) == everyday
    assert gates.viewer_can(admin, own) == [*everyday, Action.DELETE]
    assert gates.viewer_can(admin, old) == everyday


async def test_scopes_bound_what_a_role_gives() -> None:
    glossary, user = await writing.glossary(), await writing.somebody()
    record = await writing.draft(user, glossary.id)
    reader = Viewer(user_id=user.viewer.user_id, role=Role.USER, scopes=frozenset({Scope.DRAFTS_READ}))
    narrowed = Context(viewer=reader, request_id="test")

    assert (gates.viewer_transitions(narrowed, record), gates.viewer_can(narrowed, record)) == ([], [])


@pytest.mark.parametrize(
    ("transition", "code", "bend", "path"),
    [
        (Transition.SUBMIT, "no-such-demand", {}, ("code",)),
        (Transition.SUBMIT, "no-open-errors", {}, ("code",)),
        (Transition.APPROVE, "not-duplicate", {"is_enabled": False}, ("isEnabled",)),
        (Transition.APPROVE, "not-circular", {"is_overridable": True}, ("isOverridable",)),
        (Transition.APPROVE, "approver-is-not-author", {"is_overridable": True}, ("isOverridable",)),
        (Transition.APPROVE, "approver-is-not-author", {"required": "1"}, ("required",)),
        (Transition.APPROVE, "no-open-errors", {"required": "-1"}, ("required",)),
        (Transition.APPROVE, "no-open-errors", {"required": "9999999999"}, ("required",)),
    ],
)
def test_a_rule_that_bends_too_far_is_refused(
    transition: Transition, code: str, bend: dict[str, object], path: tuple[str, ...]
) -> None:
    with pytest.raises(InvalidInput) as refused:
        gate_rules.check(transition, code, **bend)  # type: ignore[arg-type]

    assert refused.value.path == path


@pytest.mark.parametrize(
    ("code", "bend"),
    [
        ("no-open-errors", {"is_enabled": False, "is_overridable": True, "required": "3"}),
        ("approver-is-not-author", {"is_enabled": False}),
        ("not-duplicate", {"is_enabled": True}),
    ],
)
def test_a_rule_may_bend_what_is_not_fixed(code: str, bend: dict[str, object]) -> None:
    gate_rules.check(Transition.APPROVE, code, **bend)  # type: ignore[arg-type]
