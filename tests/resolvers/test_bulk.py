"""Many definitions in one request: order, policies, rehearsals."""

import asyncio
from uuid import UUID, uuid4

import pytest

from auth.errors import Forbidden, Unauthenticated
from models.definition import Definition
from models.errors import NotFound
from models.kinds import DefinitionOrigin, DefinitionStatus, Role, Transition
from models.sentences import say
from resolvers import bulk
from resolvers.bulk_results import BulkOutcome, BulkResult
from resolvers.context import Context
from resolvers.errors import Conflict, DefinitionConflict, GateRefused, InvalidInput, LimitExceeded, Taken
from resolvers.inputs import BulkTransition, BulkUpsert, ContextInput, OnError, TransitionItem, UpsertItem
from rules.kit import ContextKind
from tests.resolvers import writing
from tests.resolvers.writing import GOOD

pytestmark = pytest.mark.usefixtures("store")

TEXTS = (GOOD, "organised list of names that belong to a trade")
CREATED, UPDATED, UNCHANGED, REFUSED = (
    BulkOutcome.CREATED,
    BulkOutcome.UPDATED,
    BulkOutcome.UNCHANGED,
    BulkOutcome.REFUSED,
)


def item(term: str = "glossary", text: str = GOOD, locale: str = "en", **fields: object) -> UpsertItem:
    return UpsertItem(**{"term": term, "text": text, "locale": locale, **fields})  # type: ignore[arg-type]


async def upsert(ctx: Context, glossary_id: UUID, *items: UpsertItem, **fields: object) -> BulkResult:
    return await bulk.upsert(ctx, BulkUpsert(glossary_id=glossary_id, items=items, **fields))  # type: ignore[arg-type]


def outcomes(result: BulkResult) -> list[BulkOutcome]:
    return [one.outcome for one in result.results]


async def test_anonymous_upserts_nothing() -> None:
    glossary = await writing.glossary()
    before = await writing.everything()

    with pytest.raises(Unauthenticated):
        await upsert(writing.ANONYMOUS, glossary.id, item())

    assert await writing.everything() == before


async def test_each_item_has_its_result_in_order() -> None:
    glossary, user = await writing.glossary(), await writing.somebody()
    await writing.draft(user, glossary.id, "known")
    await writing.draft(user, glossary.id, "changed")

    result = await upsert(user, glossary.id, item("new"), item("known"), item("changed", "set of other words"))

    assert outcomes(result) == [CREATED, UNCHANGED, UPDATED]
    assert [one.definition and one.definition.term for one in result.results] == ["new", "known", "changed"]
    assert ([one.index for one in result.results], result.applied_count) == ([0, 1, 2], 2)


async def test_new_definitions_are_whole_told_checked_and_on_record() -> None:
    glossary, user = await writing.glossary(), await writing.somebody()

    result = await upsert(user, glossary.id, item("one"), item("two"), origin=DefinitionOrigin.IMPORTED)

    left = {name: len(rows) for name, rows in (await writing.everything()).items()}
    names = ("concepts", "definitions", "definition_versions", "validation_runs", "audit_log")
    assert [left[name] for name in names] == [2] * 5
    assert (await writing.told()).count("DefinitionCreated") == 2
    assert {one.definition.origin for one in result.results if one.definition} == {DefinitionOrigin.IMPORTED}


async def test_an_unknown_glossary_is_refused() -> None:
    with pytest.raises(NotFound):
        await upsert(await writing.somebody(), uuid4(), item())


async def test_more_than_a_hundred_items_are_refused() -> None:
    glossary, user = await writing.glossary(), await writing.somebody()

    with pytest.raises(LimitExceeded):
        await upsert(user, glossary.id, *[item(f"term {number}") for number in range(101)])

    assert await writing.count("definitions") == 0


async def test_one_refusal_undoes_all_or_nothing() -> None:
    glossary, user = await writing.glossary(), await writing.somebody()
    before = await writing.everything()

    result = await upsert(user, glossary.id, item("fine"), item("bad", notes=("x", " ")))

    assert (outcomes(result), result.applied_count) == ([REFUSED, REFUSED], 0)
    assert [type(one.errors[0]) for one in result.results] == [Conflict, InvalidInput]
    assert [one.errors[0].path for one in result.results] == [("items", "0"), ("items", "1", "notes", "1")]
    assert await writing.everything() == before


async def test_skip_failed_carries_out_the_others() -> None:
    glossary, user = await writing.glossary(), await writing.somebody()

    result = await upsert(user, glossary.id, item("x" * 201), item("fine"), on_error=OnError.SKIP_FAILED)

    assert (outcomes(result), result.applied_count) == ([REFUSED, CREATED], 1)
    assert await writing.count("definitions") == 1


async def test_a_dry_run_tells_what_would_happen_and_changes_nothing() -> None:
    glossary, user = await writing.glossary(), await writing.somebody()
    known = await writing.draft(user, glossary.id)
    before = await writing.everything()

    result = await upsert(user, glossary.id, item("new"), item(text="set of other words"), is_dry_run=True)

    assert (outcomes(result), result.applied_count) == ([CREATED, UPDATED], 0)
    assert [one.definition for one in result.results] == [None, known]
    assert await writing.everything() == before


async def test_the_definition_in_force_is_found_before_drafts() -> None:
    glossary, editor = await writing.glossary(), await writing.somebody(Role.EDITOR)
    standing = await writing.established(glossary.id)
    await writing.draft(editor, glossary.id, text="list of other words")

    result = await upsert(editor, glossary.id, item(text="set of still other words"))

    assert result.results[0].definition is not None
    assert result.results[0].definition.id == standing.id
    assert result.results[0].definition.status is DefinitionStatus.DRAFT


async def test_a_term_that_several_drafts_bear_names_none() -> None:
    glossary, user = await writing.glossary(), await writing.somebody()
    await writing.draft(user, glossary.id)
    await writing.draft(user, glossary.id)

    result = await upsert(user, glossary.id, item(), on_error=OnError.SKIP_FAILED)

    assert isinstance(result.results[0].errors[0], Conflict)
    assert result.results[0].errors[0].path == ("items", "0", "term")


async def test_letter_case_tells_terms_apart() -> None:
    glossary, user = await writing.glossary(), await writing.somebody()
    await writing.draft(user, glossary.id, "turkey")

    assert outcomes(await upsert(user, glossary.id, item("Turkey"))) == [CREATED]


async def test_contexts_tell_definitions_of_one_term_apart() -> None:
    glossary, user = await writing.glossary(), await writing.somebody()
    contexts = (ContextInput(ContextKind.LEGAL, "rent"), ContextInput(ContextKind.ORGANISATIONAL, "Kadaster"))
    await writing.draft(user, glossary.id)
    await writing.draft(user, glossary.id, contexts=contexts)

    same = item(contexts=(ContextInput(ContextKind.ORGANISATIONAL, "KADASTER"), contexts[0]))
    result = await upsert(user, glossary.id, same, item())

    assert outcomes(result) == [UPDATED, UNCHANGED]


async def test_homographs_get_slugs_of_their_own() -> None:
    glossary, user = await writing.glossary(), await writing.somebody()
    items = [item("bank", contexts=(ContextInput(ContextKind.LEGAL, f"field {number}"),)) for number in range(30)]

    first = await upsert(user, glossary.id, *items[:15])
    second = await upsert(user, glossary.id, *items[15:])

    slugs = [one.definition.slug for result in (first, second) for one in result.results if one.definition]
    assert slugs == ["bank", *(f"bank-{number}" for number in range(2, 31))]


async def test_drafts_of_others_are_not_found() -> None:
    glossary, user, other = await writing.glossary(), await writing.somebody(), await writing.somebody()
    await writing.draft(user, glossary.id)

    assert outcomes(await upsert(other, glossary.id, item())) == [CREATED]


async def test_a_text_in_force_of_somebody_else_is_refused() -> None:
    glossary, user = await writing.glossary(), await writing.somebody()
    await writing.established(glossary.id)

    result = await upsert(user, glossary.id, item(text="mine"), on_error=OnError.SKIP_FAILED)

    assert isinstance(result.results[0].errors[0], Forbidden)


async def test_an_item_may_name_its_definition_by_id() -> None:
    glossary, user = await writing.glossary(), await writing.somebody()
    record = await writing.draft(user, glossary.id, notes=("Stays.",))

    result = await upsert(user, glossary.id, item("renamed", id=record.id, expected_version=1))

    changed = result.results[0].definition
    assert changed is not None
    assert (changed.id, changed.term, changed.notes) == (record.id, "renamed", ["Stays."])


async def test_items_that_name_nothing_are_refused() -> None:
    here, there, user = await writing.glossary(), await writing.glossary("other"), await writing.somebody()
    stranger, dutch = await writing.draft(user, there.id), await writing.draft(user, here.id, locale="nl")

    result = await upsert(
        user,
        here.id,
        item("a", id=uuid4()),
        item("b", expected_version=1),
        item("c", id=stranger.id),
        item("d", id=dutch.id),
        item("e", locale="fr"),
        UpsertItem(term=None, text=GOOD, locale="en"),
        on_error=OnError.SKIP_FAILED,
    )

    errors = [one.errors[0] for one in result.results]
    assert [type(error) for error in errors] == [NotFound, NotFound, NotFound, InvalidInput, InvalidInput, InvalidInput]
    assert [error.path[2] for error in errors] == ["id", "term", "id", "locale", "locale", "term"]


async def test_two_items_for_one_definition_are_refused() -> None:
    glossary, user = await writing.glossary(), await writing.somebody()

    result = await upsert(user, glossary.id, item("same"), item(" same "), on_error=OnError.SKIP_FAILED)

    assert (outcomes(result), type(result.results[1].errors[0])) == ([CREATED, REFUSED], Conflict)


async def test_a_stale_item_is_refused() -> None:
    glossary, user = await writing.glossary(), await writing.somebody()
    record = await writing.draft(user, glossary.id)
    await writing.edit(user, record, text="set of other words")

    result = await upsert(user, glossary.id, item(expected_version=1), on_error=OnError.SKIP_FAILED)

    assert isinstance(result.results[0].errors[0], DefinitionConflict)


async def test_an_archived_definition_is_not_changed() -> None:
    glossary, editor = await writing.glossary(), await writing.somebody(Role.EDITOR)
    record = await writing.step(editor, await writing.draft(editor, glossary.id), Transition.ARCHIVE)

    result = await upsert(editor, glossary.id, item("x", id=record.id), on_error=OnError.SKIP_FAILED)

    assert isinstance(result.results[0].errors[0], Conflict)


async def test_items_join_concepts() -> None:
    glossary, user = await writing.glossary(), await writing.somebody()
    english = await writing.draft(user, glossary.id)
    lone, other = (
        await writing.draft(user, glossary.id, "een", locale="nl"),
        await writing.draft(user, glossary.id, "twee", locale="nl"),
    )

    result = await upsert(
        user,
        glossary.id,
        item("een", locale="nl", concept_id=english.concept_id),
        item("drie", locale="nl", concept_id=english.concept_id),
        item("vier", locale="nl", concept_id=uuid4()),
        item("twee", locale="nl", concept_id=None),
        item("vijf", locale="en", concept_id=english.concept_id),
        on_error=OnError.SKIP_FAILED,
    )

    assert outcomes(result) == [UPDATED, REFUSED, REFUSED, UNCHANGED, REFUSED]
    assert [type(one.errors[0]) for one in result.results if one.errors] == [Taken, NotFound, Taken]
    assert (await Definition.get(id=lone.id)).concept_id == english.concept_id
    assert (await Definition.get(id=other.id)).concept_id == other.concept_id


async def test_a_place_that_somebody_holds_is_refused_to_an_update() -> None:
    glossary, user = await writing.glossary(), await writing.somebody()
    first, _ = await writing.draft(user, glossary.id), await writing.draft(user, glossary.id, "other")

    result = await upsert(user, glossary.id, item("other", concept_id=first.concept_id), on_error=OnError.SKIP_FAILED)

    assert isinstance(result.results[0].errors[0], Taken)


async def test_two_parallel_requests_for_the_same_definitions_both_end() -> None:
    glossary, user = await writing.glossary(), await writing.somebody()
    await upsert(user, glossary.id, *[item(f"term {number}") for number in range(10)])
    there = [item(f"term {number}", "set of other words") for number in range(10)]
    back = [item(f"term {number}", "list of still other words") for number in reversed(range(10))]

    results = await asyncio.gather(
        *(upsert(user, glossary.id, *items, on_error=OnError.SKIP_FAILED) for items in (there, back))
    )

    assert sum(result.applied_count for result in results) in {10, 20}


async def test_a_repeated_request_gives_the_first_result() -> None:
    glossary, user = await writing.glossary(), await writing.somebody()
    items = (item("one"), item("x" * 201), item("two", id=uuid4()))

    first, second = [
        await upsert(user, glossary.id, *items, on_error=OnError.SKIP_FAILED, idempotency_key="k") for _ in range(2)
    ]

    assert outcomes(second) == outcomes(first)
    assert [one.definition for one in second.results] == [one.definition for one in first.results]
    assert [one.errors and (one.errors[0].path, one.errors[0].said) for one in second.results] == [
        one.errors and (one.errors[0].path, one.errors[0].said) for one in first.results
    ]
    assert second.results[1].errors[0].said == say("too-long", most=200)
    assert await writing.count("definitions") == 1


async def test_the_key_of_an_undone_request_was_never_used() -> None:
    glossary, user = await writing.glossary(), await writing.somebody()

    await upsert(user, glossary.id, item("x" * 201), idempotency_key="k")
    result = await upsert(user, glossary.id, item("fine"), idempotency_key="k")

    assert outcomes(result) == [CREATED]


async def test_anonymous_takes_nothing_through_a_step() -> None:
    record = await writing.established((await writing.glossary()).id)
    before = await writing.everything()

    with pytest.raises(Unauthenticated):
        await bulk.transition(
            writing.ANONYMOUS, BulkTransition(transition=Transition.ARCHIVE, items=(TransitionItem(record.id, 3),))
        )

    assert await writing.everything() == before


async def taken(ctx: Context, step: Transition, *items: TransitionItem, **fields: object) -> BulkResult:
    return await bulk.transition(ctx, BulkTransition(transition=step, items=items, **fields))  # type: ignore[arg-type]


async def submitted(ctx: Context, *terms: str) -> list[TransitionItem]:
    glossary = await writing.glossary()
    result = await upsert(ctx, glossary.id, *[item(term, text) for term, text in zip(terms, TEXTS, strict=False)])
    items = [TransitionItem(one.definition.id, 1) for one in result.results if one.definition]
    await taken(ctx, Transition.SUBMIT, *items)
    return [TransitionItem(one.id, 2) for one in items]


async def test_every_definition_takes_the_step() -> None:
    author, editor = await writing.somebody(), await writing.somebody(Role.EDITOR)
    items = await submitted(author, "one", "two")

    result = await taken(editor, Transition.APPROVE, *reversed(items))

    assert (outcomes(result), result.applied_count) == ([UPDATED, UPDATED], 2)
    assert await writing.count("definitions_in_force") == 2


async def test_one_gate_that_refuses_undoes_all_or_nothing() -> None:
    author, editor = await writing.somebody(), await writing.somebody(Role.EDITOR)
    items = await submitted(author, "one", "two")
    before = await writing.everything()

    result = await taken(
        editor, Transition.APPROVE, items[0], TransitionItem(items[1].id, 9), TransitionItem(uuid4(), 1)
    )

    assert [type(one.errors[0]) for one in result.results] == [Conflict, DefinitionConflict, NotFound]
    assert await writing.everything() == before


async def test_a_refused_step_leaves_nothing_of_its_own_behind() -> None:
    author, editor = await writing.somebody(), await writing.somebody(Role.EDITOR)
    items = await submitted(author, "one", "two")

    result = await taken(
        editor,
        Transition.REJECT,
        TransitionItem(items[0].id, 9),
        items[1],
        items[1],
        note="No.",
        on_error=OnError.SKIP_FAILED,
    )

    assert outcomes(result) == [REFUSED, UPDATED, REFUSED]
    assert (await writing.audited()).count("definition.reject") == 1


async def test_each_definition_meets_its_own_gate() -> None:
    author, editor = await writing.somebody(), await writing.somebody(Role.EDITOR)
    items = await submitted(author, "one")

    result = await taken(editor, Transition.REJECT, *items)

    assert isinstance(result.results[0].errors[0], GateRefused)


async def test_a_rehearsed_step_changes_nothing() -> None:
    author, editor = await writing.somebody(), await writing.somebody(Role.EDITOR)
    items = await submitted(author, "one")
    before = await writing.everything()

    result = await taken(editor, Transition.APPROVE, *items, is_dry_run=True)

    assert (outcomes(result), result.applied_count) == ([UPDATED], 0)
    assert result.results[0].definition is not None
    assert result.results[0].definition.status is DefinitionStatus.IN_REVIEW
    assert await writing.everything() == before


async def test_more_than_a_hundred_steps_are_refused() -> None:
    editor = await writing.somebody(Role.EDITOR)

    with pytest.raises(LimitExceeded):
        await taken(editor, Transition.ARCHIVE, *[TransitionItem(uuid4(), 1) for _ in range(101)])


async def test_a_repeated_bulk_step_gives_the_first_result() -> None:
    author, editor = await writing.somebody(), await writing.somebody(Role.EDITOR)
    items = await submitted(author, "one")

    first, second = [await taken(editor, Transition.APPROVE, *items, idempotency_key="k") for _ in range(2)]

    assert second == first


async def test_a_repeated_refusal_keeps_its_sentence() -> None:
    author, editor = await writing.somebody(), await writing.somebody(Role.EDITOR)
    items = await submitted(author, "one")

    results = [
        await taken(editor, Transition.REJECT, *items, on_error=OnError.SKIP_FAILED, idempotency_key="k")
        for _ in range(2)
    ]

    assert [type(result.results[0].errors[0]) for result in results] == [GateRefused, Conflict]
    assert len({result.results[0].errors[0].message for result in results}) == 1


async def test_parallel_restores_into_the_same_concepts_all_end() -> None:
    glossary, editor = await writing.glossary(), await writing.somebody(Role.EDITOR)
    english = [await writing.draft(editor, glossary.id, f"term {number}") for number in range(4)]
    dutch = [
        await writing.draft(editor, glossary.id, f"woord {number}", locale="nl", concept_id=one.concept_id)
        for number, one in enumerate(english)
    ]
    both = [[TransitionItem(one.id, 1) for one in records] for records in (english, list(reversed(dutch)))]
    await asyncio.gather(*(taken(editor, Transition.ARCHIVE, *items) for items in both))
    back = [[TransitionItem(item.id, 2) for item in items] for items in both]

    results = await asyncio.gather(*(taken(editor, Transition.RESTORE, *items) for items in back))

    assert [result.applied_count for result in results] == [4, 4]
