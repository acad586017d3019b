from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from itertools import pairwise
from time import monotonic

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.decision import Consent, Decision
from models.definition import Definition
from models.errors import NotFound
from models.kinds import DefinitionStatus, Role, Transition
from models.records import DefinitionRecord, VersionRecord
from resolvers import definitions, text_changes, versions
from resolvers.context import Context
from resolvers.errors import InvalidInput
from resolvers.paging import Page, Slice
from resolvers.text_changes import TextChangeKind
from rules.kit import Category
from tests.resolvers import shelf

S = DefinitionStatus
SAME, INSERTED, DELETED = TextChangeKind
CHANGE = {"path": ["text"], "before": "x", "after": "y"}


async def history() -> Definition:
    """Draft, review, established (in force), then a draft and an established version that never came into force."""
    row = await shelf.in_force(await shelf.glossary(), "home", "place to live")
    await shelf.redraft(row, text="place where one lives")
    await shelf.version(row, 1, S.DRAFT, text="place", category=Category.TYPE)
    await shelf.version(row, 2, S.IN_REVIEW, text="place to live")
    await shelf.version(row, 3, S.ESTABLISHED, text="place to live", changes=[CHANGE])
    await shelf.version(row, 4, S.DRAFT, changes=[CHANGE], note="why")
    await shelf.version(row, 5, S.ESTABLISHED, text="place to live")
    return row


async def read(ctx: Context, row: Definition) -> DefinitionRecord:
    return await definitions.get(ctx, row.id)


def numbers(page: Page[VersionRecord]) -> list[int]:
    return [edge.node.number for edge in page.edges]


async def test_versions_come_newest_first_both_ways(store: object) -> None:
    row, editor = await history(), await shelf.person(Role.EDITOR)
    record = await read(editor, row)

    start = await versions.page(editor, record, shelf.first(2))
    rest = await versions.page(editor, record, shelf.first(9, start.edges[-1].cursor))
    oldest = await versions.page(editor, record, shelf.last(1))

    assert (numbers(start), numbers(rest), numbers(oldest)) == ([5, 4], [3, 2, 1], [1])
    assert (await start.count(10)).value == 5
    assert start.edges[1].node.changes == [CHANGE]
    assert [edge.node.category for edge in rest.edges] == [None, None, Category.TYPE]


async def test_anonymous_sees_established_versions_up_to_the_one_in_force(store: object) -> None:
    row, ctx = await history(), shelf.anonymous()
    record = await read(ctx, row)

    page = await versions.page(ctx, record, Slice())

    assert numbers(page) == [3]
    assert page.edges[0].node.changes == []
    assert [await versions.by_number(ctx, record, number) for number in (0, 1, 2, 4, 5, 6)] == [None] * 6
    assert (await versions.by_number(ctx, record, 3)) == page.edges[0].node


async def test_the_version_in_force_is_the_same_for_everybody_but_its_changes(store: object) -> None:
    row, editor, ctx = await history(), await shelf.person(Role.EDITOR), shelf.anonymous()

    seen = await versions.established(editor, await read(editor, row))
    public = await versions.established(ctx, await read(ctx, row))

    assert seen is not None
    assert public is not None
    assert (seen.number, seen.text, seen.changes) == (3, "place to live", [CHANGE])
    assert (public.id, public.changes) == (seen.id, [])


async def test_nothing_in_force_has_no_established_version(store: object) -> None:
    row, editor = await shelf.draft(await shelf.glossary(), "hut"), await shelf.person(Role.EDITOR)

    assert await versions.established(editor, await read(editor, row)) is None


async def test_a_hidden_version_is_not_found_by_id(store: object) -> None:
    row, editor = await history(), await shelf.person(Role.EDITOR)
    draft = await versions.by_number(editor, await read(editor, row), 4)
    assert draft is not None

    assert await versions.find(shelf.anonymous(), draft.id) is None
    assert (await versions.find(editor, draft.id)) == draft


async def test_a_cursor_of_another_definition_is_refused(store: object) -> None:
    ctx, owner = shelf.anonymous(), await shelf.glossary("other")
    one, two = await history(), await shelf.in_force(owner, "b")
    page = await versions.page(ctx, await read(ctx, one), Slice())

    with pytest.raises(InvalidInput):
        await versions.page(ctx, await read(ctx, two), Slice(after=page.edges[0].cursor))


async def test_a_decision_shows_to_those_who_see_drafts_only(store: object) -> None:
    editor, author = await shelf.person(Role.EDITOR), await shelf.person()
    row = await shelf.in_force(await shelf.glossary(), "home", created_by_id=author.viewer.user_id)
    made = await shelf.version(row, 3, S.ESTABLISHED)
    await shelf.version(row, 4, S.DRAFT)
    decision = await Decision.create(version_id=made.id, transition=Transition.APPROVE, override_reason="urgent")
    await Consent.create(decision_id=decision.id, organisation="Kadaster", note="fine")
    ctxs = editor, author, await shelf.person(), shelf.anonymous()

    found = [await versions.decision(ctx, await established(ctx, row)) for ctx in ctxs]

    assert [one[1][0].organisation if one else None for one in found] == [
        "Kadaster", "Kadaster", None, None,
    ]  # fmt: skip


async def test_an_edit_has_no_decision(store: object) -> None:
    row, editor = await history(), await shelf.person(Role.EDITOR)
    draft = await versions.by_number(editor, await read(editor, row), 4)
    assert draft is not None

    assert await versions.decision(editor, draft) is None


async def test_a_text_diff_is_between_versions_that_the_viewer_sees(store: object) -> None:
    row, editor, ctx = await history(), await shelf.person(Role.EDITOR), shelf.anonymous()
    draft = await versions.by_number(editor, await read(editor, row), 4)
    assert draft is not None

    assert [(one.kind, one.text) for one in await versions.text_diff(editor, draft, 3)] == [
        (SAME, "place "), (DELETED, "to"), (INSERTED, "where"), (SAME, " "), (DELETED, "live"), (INSERTED, "one lives"),
    ]  # fmt: skip
    with pytest.raises(NotFound):
        await versions.text_diff(ctx, await established(ctx, row), 4)
    with pytest.raises(NotFound):
        await versions.text_diff(editor, draft, 99)


async def established(ctx: Context, row: Definition) -> VersionRecord:
    found = await versions.established(ctx, await read(ctx, row))
    assert found is not None
    return found


@given(st.text("ab  .,\né", max_size=60), st.text("ab  .,\né", max_size=60))
def test_a_diff_holds_both_texts(before: str, after: str) -> None:
    changes = text_changes.changes(before, after)

    assert "".join(one.text for one in changes if one.kind is not DELETED) == after
    assert "".join(one.text for one in changes if one.kind is not INSERTED) == before
    assert all(one.text for one in changes)
    assert all(left.kind is not right.kind for left, right in pairwise(changes))


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("", "", []),
        ("a", "a", [(SAME, "a")]),
        ("", "a b", [(INSERTED, "a b")]),
        ("a b", "", [(DELETED, "a b")]),
        ("small house", "large house", [(DELETED, "small"), (INSERTED, "large"), (SAME, " house")]),
        ("house, old", "house; old", [(SAME, "house"), (DELETED, ","), (INSERTED, ";"), (SAME, " old")]),
        ("huizen", "huis", [(DELETED, "huizen"), (INSERTED, "huis")]),
    ],
)
def test_a_diff_is_by_word(before: str, after: str, expected: list[tuple[TextChangeKind, str]]) -> None:
    assert [(one.kind, one.text) for one in text_changes.changes(before, after)] == expected


def test_long_texts_that_share_little_are_compared_in_bounded_time() -> None:
    before, after = "start " + "a b c " * 1_600 + "end", "start " + "c b a " * 1_600 + "end"

    with at_most(timedelta(seconds=1)):
        changes = text_changes.changes(before, after)

    assert [one.kind for one in changes] == [SAME, DELETED, INSERTED, SAME]


@contextmanager
def at_most(duration: timedelta) -> Iterator[None]:
    started = monotonic()
    yield
    assert monotonic() - started < duration.total_seconds()
