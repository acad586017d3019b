"""Definitions written, and everything that a refused write leaves alone."""

import asyncio
from uuid import uuid4

import pytest

from auth.errors import Forbidden, Unauthenticated
from models import store as stores
from models.definition import DefinitionVersion
from models.errors import NotFound
from models.kinds import DefinitionOrigin, DefinitionStatus, Role, Transition
from resolvers import authoring, content, work
from resolvers.errors import Conflict, DefinitionConflict, IdempotencyKeyReused, InvalidInput, Taken
from resolvers.inputs import (
    ContextInput,
    DeleteDefinition,
    DesignationInput,
    GenerationInput,
    RestoreDefinitionVersion,
    SourceInput,
    UpdateDefinition,
)
from rules.kit import Category, ContextKind, DesignationKind
from tests.resolvers import writing
from tests.resolvers.writing import GOOD

pytestmark = pytest.mark.usefixtures("store")


async def test_anonymous_creates_nothing() -> None:
    glossary = await writing.glossary()
    before = await writing.everything()

    with pytest.raises(Unauthenticated):
        await authoring.create(writing.ANONYMOUS, writing.text(glossary.id))

    assert await writing.everything() == before


async def test_a_new_definition_is_a_draft_at_version_one() -> None:
    glossary, user = await writing.glossary(), await writing.somebody()

    record = await writing.draft(user, glossary.id, "  Recht  van overpad ")

    assert (record.term, record.slug, record.version, record.status, record.origin, record.created_by_id) == (
        "Recht van overpad",
        "recht-van-overpad",
        1,
        DefinitionStatus.DRAFT,
        DefinitionOrigin.WRITTEN,
        user.viewer.user_id,
    )


async def test_a_new_definition_has_a_run_and_is_told_and_on_record() -> None:
    glossary, user = await writing.glossary(), await writing.somebody()

    record = await writing.draft(user, glossary.id)

    assert (await writing.told())[0] == "DefinitionCreated"
    assert await writing.audited() == ["definition.create"]
    assert await writing.count("validation_runs") == 1
    assert record.latest_run_id is not None


async def test_everything_that_was_said_comes_back() -> None:
    glossary, user = await writing.glossary(), await writing.somebody()

    record = await writing.draft(
        user,
        glossary.id,
        category=Category.TYPE,
        contexts=(ContextInput(ContextKind.LEGAL, "huurrecht"),),
        designations=(DesignationInput("word list", DesignationKind.ADMITTED),),
        sources=(SourceInput("ISO 1087", "https://www.iso.org/", "3.4"),),
        explanation="A list of words.",
        examples=("this one",),
        notes=("Not a dictionary.",),
        generation=GenerationInput("model-1", "define it"),
    )

    assert record.contexts == [{"kind": "LEGAL", "name": "huurrecht"}]
    assert record.designations == [{"text": "word list", "kind": "ADMITTED", "form": "FULL_FORM"}]
    assert record.sources == [{"title": "ISO 1087", "url": "https://www.iso.org/", "locator": "3.4"}]
    assert (record.explanation, record.examples, record.notes) == (
        "A list of words.",
        ["this one"],
        ["Not a dictionary."],
    )
    assert record.generation == {"model": "model-1", "prompt": "define it", "parameters": None}
    assert (record.category, record.origin) == (Category.TYPE, DefinitionOrigin.GENERATED)


async def test_every_edition_is_found_by_its_labels() -> None:
    designations = (
        DesignationInput("Word List", DesignationKind.ADMITTED),
        DesignationInput("x", DesignationKind.HIDDEN),
    )
    record = await writing.established((await writing.glossary()).id, designations=designations)
    await writing.edit(await writing.somebody(Role.EDITOR), record, designations=None)

    rows = await stores.rows("SELECT f.label_keys, d.label_keys FROM definitions_in_force f, definitions d")
    assert [list(row.values()) for row in rows] == [[["glossary", "word list"], ["glossary"]]]


async def test_the_first_version_holds_the_whole_content() -> None:
    glossary, user = await writing.glossary(), await writing.somebody()

    record = await writing.draft(user, glossary.id, notes=("One.",))

    version = await DefinitionVersion.get(definition_id=record.id)
    assert content.of(version) == content.of(record)
    assert (version.number, version.status, version.changes) == (1, DefinitionStatus.DRAFT, [])


async def test_an_unknown_glossary_is_refused() -> None:
    user = await writing.somebody()

    with pytest.raises(NotFound) as refused:
        await writing.draft(user, uuid4())

    assert refused.value.path == ("glossaryId",)


async def test_a_language_foreign_to_the_glossary_is_refused() -> None:
    glossary, user = await writing.glossary(locales=("en",)), await writing.somebody()

    with pytest.raises(InvalidInput) as refused:
        await writing.draft(user, glossary.id, locale="nl")

    assert (refused.value.path, refused.value.constraint) == (("locale",), "glossary-locale")


async def test_a_broken_bound_changes_nothing() -> None:
    glossary, user = await writing.glossary(), await writing.somebody()
    before = await writing.everything()

    with pytest.raises(InvalidInput) as refused:
        await writing.draft(user, glossary.id, "x" * 201)

    assert (refused.value.path, refused.value.constraint) == (("term",), "max-length")
    assert await writing.everything() == before


async def test_the_second_of_one_term_gets_a_number() -> None:
    glossary, user = await writing.glossary(), await writing.somebody()

    slugs = [(await writing.draft(user, glossary.id, term)).slug for term in ("Huis", "huis", "huis 2", "húis")]

    assert slugs == ["huis", "huis-2", "huis-2-2", "huis-3"]


async def test_parallel_creates_of_one_term_get_slugs_of_their_own() -> None:
    glossary, user = await writing.glossary(), await writing.somebody()

    records = await asyncio.gather(*(writing.draft(user, glossary.id, term) for term in ["huis"] * 5 + ["huis 2"] * 3))

    assert len({record.slug for record in records}) == 8


async def test_a_translation_joins_its_concept() -> None:
    glossary, user = await writing.glossary(), await writing.somebody()
    english = await writing.draft(user, glossary.id)

    dutch = await writing.draft(user, glossary.id, "woordenlijst", locale="nl", concept_id=english.concept_id)

    assert dutch.concept_id == english.concept_id
    assert await writing.count("concepts") == 1


async def test_a_concept_has_one_definition_per_language() -> None:
    glossary, user = await writing.glossary(), await writing.somebody()
    first = await writing.draft(user, glossary.id)
    before = await writing.everything()

    with pytest.raises(Taken) as refused:
        await writing.draft(user, glossary.id, "word list", concept_id=first.concept_id)

    assert (refused.value.existing_id, refused.value.path) == (first.id, ("conceptId",))
    assert await writing.everything() == before


async def test_the_draft_that_holds_a_place_stays_hidden_from_others() -> None:
    glossary, user, other = await writing.glossary(), await writing.somebody(), await writing.somebody()
    first = await writing.draft(user, glossary.id)

    with pytest.raises(Taken) as refused:
        await writing.draft(other, glossary.id, "word list", concept_id=first.concept_id)

    assert refused.value.existing_id is None


async def test_one_of_two_parallel_translations_gets_the_place() -> None:
    glossary, user = await writing.glossary(), await writing.somebody(Role.EDITOR)
    first = await writing.draft(user, glossary.id)

    outcomes = await asyncio.gather(
        *(writing.draft(user, glossary.id, "lijst", locale="nl", concept_id=first.concept_id) for _ in range(4)),
        return_exceptions=True,
    )

    assert sorted(type(outcome).__name__ for outcome in outcomes) == ["DefinitionRecord", "Taken", "Taken", "Taken"]


async def test_a_concept_of_another_glossary_is_unknown() -> None:
    here, there, user = await writing.glossary(), await writing.glossary("other"), await writing.somebody()
    stranger = await writing.draft(user, there.id)

    with pytest.raises(NotFound) as refused:
        await writing.draft(user, here.id, locale="nl", concept_id=stranger.concept_id)

    assert refused.value.path == ("conceptId",)


async def test_anonymous_updates_nothing() -> None:
    record = await writing.established((await writing.glossary()).id)
    before = await writing.everything()

    with pytest.raises(Unauthenticated):
        await writing.edit(writing.ANONYMOUS, record, text="other")

    assert await writing.everything() == before


async def test_an_update_leaves_out_what_it_leaves_out() -> None:
    glossary, user = await writing.glossary(), await writing.somebody()
    record = await writing.draft(user, glossary.id, category=Category.TYPE, explanation="Words.", notes=("One.",))

    updated = await writing.edit(user, record, term="Glossary", explanation=None, notes=None)

    assert (updated.term, updated.text, updated.category) == ("Glossary", GOOD, Category.TYPE)
    assert (updated.explanation, updated.notes, updated.version, updated.slug) == (None, [], 2, "glossary")


async def test_an_update_is_a_version_with_its_changes_and_note() -> None:
    glossary, user = await writing.glossary(), await writing.somebody()
    record = await writing.draft(user, glossary.id)

    await writing.edit(user, record, text="other words", note="Shorter.")

    version = await DefinitionVersion.get(definition_id=record.id, number=2)
    assert version.changes == [{"path": ["text"], "before": GOOD, "after": "other words"}]
    assert (version.note, version.created_by_id) == ("Shorter.", user.viewer.user_id)
    assert await writing.audited() == ["definition.create", "definition.update"]


async def test_the_same_content_again_makes_no_version() -> None:
    glossary, user = await writing.glossary(), await writing.somebody()
    record = await writing.draft(user, glossary.id, notes=("One.",))
    before = await writing.everything()

    again = await writing.edit(user, record, term=" glossary ", text=GOOD, notes=("One.",))

    assert again == record
    assert await writing.everything() == before


async def test_null_clears_no_field_that_must_be_there() -> None:
    glossary, user = await writing.glossary(), await writing.somebody()
    record = await writing.draft(user, glossary.id)

    with pytest.raises(InvalidInput) as refused:
        await writing.edit(user, record, term=None)

    assert (refused.value.path, refused.value.constraint) == (("term",), "not-null")


async def test_a_stale_update_hears_what_others_changed() -> None:
    glossary, user = await writing.glossary(), await writing.somebody()
    record = await writing.draft(user, glossary.id)
    winner = await writing.edit(user, record, text="other words")
    before = await writing.everything()

    with pytest.raises(DefinitionConflict) as refused:
        await writing.edit(user, record, term="word list")

    assert refused.value.current == winner
    assert refused.value.changes == [{"path": ["text"], "before": GOOD, "after": "other words"}]
    assert await writing.everything() == before


async def test_a_version_that_never_was_is_a_conflict_without_changes() -> None:
    glossary, user = await writing.glossary(), await writing.somebody()
    record = await writing.draft(user, glossary.id)

    with pytest.raises(DefinitionConflict) as refused:
        await authoring.update(user, UpdateDefinition(id=record.id, expected_version=9, term="x"))

    assert refused.value.changes == []


async def test_one_of_two_parallel_updates_wins() -> None:
    glossary, user = await writing.glossary(), await writing.somebody()
    record = await writing.draft(user, glossary.id)

    outcomes = await asyncio.gather(
        *(writing.edit(user, record, text=f"words {number}") for number in range(4)), return_exceptions=True
    )

    assert sorted(type(outcome).__name__ for outcome in outcomes) == ["DefinitionConflict"] * 3 + ["DefinitionRecord"]
    assert await writing.count("definition_versions") == 2


async def test_a_draft_of_somebody_else_does_not_exist() -> None:
    glossary, user, other = await writing.glossary(), await writing.somebody(), await writing.somebody()
    record = await writing.draft(user, glossary.id)

    with pytest.raises(NotFound):
        await writing.edit(other, record, text="mine")


async def test_a_text_in_force_of_somebody_else_is_not_for_users_to_change() -> None:
    record, other = await writing.established((await writing.glossary()).id), await writing.somebody()
    before = await writing.everything()

    with pytest.raises(Forbidden):
        await writing.edit(other, record, text="mine")

    assert await writing.everything() == before


async def test_an_editor_changes_drafts_of_others() -> None:
    glossary, user, editor = await writing.glossary(), await writing.somebody(), await writing.somebody(Role.EDITOR)
    record = await writing.draft(user, glossary.id)

    updated = await writing.edit(editor, record, text="better words")

    assert (updated.text, updated.created_by_id, updated.updated_by_id) == (
        "better words",
        user.viewer.user_id,
        editor.viewer.user_id,
    )


async def test_redrafting_leaves_the_text_in_force_alone() -> None:
    record, editor = await writing.established((await writing.glossary()).id), await writing.somebody(Role.EDITOR)
    in_force = (await writing.everything())["definitions_in_force"]

    updated = await writing.edit(editor, record, text="a successor")

    assert (updated.status, updated.established_version, updated.version) == (DefinitionStatus.DRAFT, 3, 4)
    assert (await writing.everything())["definitions_in_force"] == in_force


async def test_redrafting_is_no_news_for_readers_of_the_text_in_force() -> None:
    record, editor = await writing.established((await writing.glossary()).id), await writing.somebody(Role.EDITOR)
    await stores.run("DELETE FROM outbox")

    await writing.edit(editor, record, text="a successor")

    rows = await stores.rows("SELECT data ->> 'concerns_force' AS concerns FROM outbox")
    assert {row["concerns"] for row in rows} == {"false"}
    assert (await writing.told())[:2] == ["DefinitionUpdated", "DefinitionStatusChanged"]


async def test_an_edit_takes_a_text_out_of_review() -> None:
    glossary, user = await writing.glossary(), await writing.somebody()
    record = await writing.step(user, await writing.draft(user, glossary.id), Transition.SUBMIT)

    updated = await writing.edit(user, record, text="other words")

    assert updated.status is DefinitionStatus.DRAFT


async def test_an_archived_definition_cannot_be_changed() -> None:
    glossary, editor = await writing.glossary(), await writing.somebody(Role.EDITOR)
    record = await writing.step(editor, await writing.draft(editor, glossary.id), Transition.ARCHIVE)
    before = await writing.everything()

    with pytest.raises(Conflict):
        await writing.edit(editor, record, text="other words")

    assert await writing.everything() == before


async def test_a_definition_moves_to_another_concept() -> None:
    glossary, user = await writing.glossary(), await writing.somebody()
    dutch, english = (
        await writing.draft(user, glossary.id, "lijst", locale="nl"),
        await writing.draft(user, glossary.id),
    )

    moved = await writing.edit(user, dutch, concept_id=english.concept_id)

    assert moved.concept_id == english.concept_id


async def test_a_definition_leaves_for_a_concept_of_its_own() -> None:
    glossary, user = await writing.glossary(), await writing.somebody()
    english = await writing.draft(user, glossary.id)
    dutch = await writing.draft(user, glossary.id, "lijst", locale="nl", concept_id=english.concept_id)

    moved = await writing.edit(user, dutch, concept_id=None)

    assert moved.concept_id != english.concept_id
    version = await DefinitionVersion.get(definition_id=dutch.id, number=2)
    assert [change["path"] for change in version.changes] == [["conceptId"]]


async def test_a_definition_alone_in_its_concept_stays_there() -> None:
    glossary, user = await writing.glossary(), await writing.somebody()
    record = await writing.draft(user, glossary.id)

    assert await writing.edit(user, record, concept_id=None) == record


async def test_provenance_goes_with_its_origin() -> None:
    glossary, user = await writing.glossary(), await writing.somebody()
    record = await writing.draft(user, glossary.id, generation=GenerationInput("model-1"))

    cleared = await writing.edit(user, record, generation=None)
    generated = await writing.edit(user, cleared, generation=GenerationInput("model-2"))

    assert (cleared.origin, generated.origin) == (DefinitionOrigin.WRITTEN, DefinitionOrigin.GENERATED)


async def test_a_repeated_create_gives_the_first_definition() -> None:
    glossary, user = await writing.glossary(), await writing.somebody()

    first, second = [await writing.draft(user, glossary.id, idempotency_key="k") for _ in range(2)]

    assert first == second
    assert await writing.count("definitions") == 1


async def test_parallel_twins_make_one_definition() -> None:
    glossary, user = await writing.glossary(), await writing.somebody()

    records = await asyncio.gather(*(writing.draft(user, glossary.id, idempotency_key="k") for _ in range(4)))

    assert len({record.id for record in records}) == 1
    assert await writing.count("definitions") == 1


async def test_a_key_with_another_input_is_refused() -> None:
    glossary, user = await writing.glossary(), await writing.somebody()
    await writing.draft(user, glossary.id, idempotency_key="k")
    before = await writing.everything()

    with pytest.raises(IdempotencyKeyReused):
        await writing.draft(user, glossary.id, "other", idempotency_key="k")

    assert await writing.everything() == before


async def test_a_repeated_update_gives_the_first_result() -> None:
    glossary, user = await writing.glossary(), await writing.somebody()
    record = await writing.draft(user, glossary.id)

    first, second = [await writing.edit(user, record, text="other", idempotency_key="k") for _ in range(2)]

    assert (first.version, second.version) == (2, 2)


async def test_anonymous_restores_no_version() -> None:
    record = await writing.established((await writing.glossary()).id)
    before = await writing.everything()

    with pytest.raises(Unauthenticated):
        await authoring.restore_version(
            writing.ANONYMOUS, RestoreDefinitionVersion(id=record.id, expected_version=3, number=1)
        )

    assert await writing.everything() == before


async def test_an_earlier_version_comes_back_as_a_new_one() -> None:
    glossary, user = await writing.glossary(), await writing.somebody()
    record = await writing.edit(user, await writing.draft(user, glossary.id), text="other words")

    restored = await authoring.restore_version(
        user, RestoreDefinitionVersion(id=record.id, expected_version=2, number=1, idempotency_key="k")
    )
    again = await authoring.restore_version(
        user, RestoreDefinitionVersion(id=record.id, expected_version=2, number=1, idempotency_key="k")
    )

    assert (restored.text, restored.version, again.version) == (GOOD, 3, 3)
    assert (await writing.audited())[-1] == "definition.restoreVersion"


async def test_a_version_that_never_was_cannot_come_back() -> None:
    glossary, user = await writing.glossary(), await writing.somebody()
    record = await writing.draft(user, glossary.id)

    with pytest.raises(NotFound) as refused:
        await authoring.restore_version(user, RestoreDefinitionVersion(id=record.id, expected_version=1, number=7))

    assert refused.value.path == ("number",)


async def test_anonymous_deletes_nothing() -> None:
    record = await writing.established((await writing.glossary()).id)
    before = await writing.everything()

    with pytest.raises(Unauthenticated):
        await authoring.delete(writing.ANONYMOUS, DeleteDefinition(id=record.id, expected_version=record.version))

    assert await writing.everything() == before


async def test_an_editor_deletes_nothing() -> None:
    glossary, editor = await writing.glossary(), await writing.somebody(Role.EDITOR)
    record = await writing.draft(editor, glossary.id)

    with pytest.raises(Forbidden):
        await authoring.delete(editor, DeleteDefinition(id=record.id, expected_version=1))

    assert await writing.count("definitions") == 1


async def test_a_draft_is_deleted_with_everything_that_hangs_on_it() -> None:
    glossary, admin = await writing.glossary(), await writing.somebody(Role.ADMIN)
    record = await writing.draft(admin, glossary.id, text="")

    gone = await authoring.delete(admin, DeleteDefinition(id=record.id, expected_version=1))

    left = {name: len(rows) for name, rows in (await writing.everything()).items()}
    assert gone == record.id
    assert [left[name] for name in ("definitions", "definition_versions", "validation_runs", "concepts")] == [
        0,
        0,
        0,
        0,
    ]
    assert (await writing.told())[-1] == "DefinitionRemoved"
    assert (await writing.audited())[-1] == "definition.delete"


async def test_a_concept_that_something_else_defines_outlives_a_deleted_definition() -> None:
    glossary, admin = await writing.glossary(), await writing.somebody(Role.ADMIN)
    english = await writing.draft(admin, glossary.id)
    await writing.draft(admin, glossary.id, "lijst", locale="nl", concept_id=english.concept_id)

    await authoring.delete(admin, DeleteDefinition(id=english.id, expected_version=1))

    assert await writing.count("concepts") == 1


async def test_what_was_established_is_never_deleted() -> None:
    record, admin = await writing.established((await writing.glossary()).id), await writing.somebody(Role.ADMIN)
    archived = await writing.step(admin, record, Transition.ARCHIVE)
    before = await writing.everything()

    with pytest.raises(Conflict):
        await authoring.delete(admin, DeleteDefinition(id=record.id, expected_version=archived.version))

    assert await writing.everything() == before


async def test_the_relay_is_rung_after_the_commit() -> None:
    glossary, user = await writing.glossary(), await writing.somebody()
    rung: list[bool] = []
    work.BELL.hang(lambda: rung.append(stores.is_in_transaction()))

    await writing.draft(user, glossary.id)
    work.BELL.take_down()

    assert rung == [False]
