"""Fixes applied: one edit for all, and everything that a refusal leaves alone."""

from dataclasses import replace
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from auth.errors import Forbidden, Unauthenticated
from models import store as stores
from models.errors import NotFound, Refusal
from models.kinds import DefinitionStatus, Role, Transition
from models.records import DefinitionRecord, FindingRecord
from resolvers import authoring, checking, fixes, validations
from resolvers.checking import Failure
from resolvers.context import Context
from resolvers.errors import Conflict, DefinitionConflict, IdempotencyKeyReused, InvalidInput, StaleValidation
from resolvers.inputs import ApplyFixes
from resolvers.paging import Slice
from tests.resolvers import writing

pytestmark = pytest.mark.usefixtures("store")

FAULTY = "means any person who rents rents a <b>home</b>."
MENDED = "any person who rents a home"


async def findings(ctx: Context, record: DefinitionRecord) -> list[FindingRecord]:
    return [edge.node for edge in (await validations.findings(ctx, record, Slice(first=100))).edges]


async def fixable(ctx: Context, record: DefinitionRecord) -> tuple[UUID, ...]:
    return tuple(one.id for one in await findings(ctx, record) if one.fix is not None)


async def faulty(ctx: Context, text: str = FAULTY, **fields: object) -> tuple[DefinitionRecord, ApplyFixes]:
    """A definition and the wish to have all of it mended."""
    owner = await writing.glossary()
    record = await writing.draft(ctx, owner.id, "tenant", text=text, **fields)
    return record, ApplyFixes(definition_id=record.id, expected_version=1, finding_ids=await fixable(ctx, record))


async def refused(ctx: Context, wish: ApplyFixes) -> Refusal:
    """Why the wish is turned down; nothing is changed and nothing told."""
    before = await writing.everything()
    with pytest.raises(Refusal) as raised:
        await fixes.apply(ctx, wish)
    assert await writing.everything() == before
    return raised.value


async def test_anonymous_applies_nothing() -> None:
    _, wish = await faulty(await writing.somebody())

    assert isinstance(await refused(writing.ANONYMOUS, wish), Unauthenticated)


async def test_all_fixes_make_one_version_with_one_run() -> None:
    author = await writing.somebody()
    record, wish = await faulty(author)

    mended = await fixes.apply(author, replace(wish, note="tidied"))

    assert (mended.text, mended.version, mended.status) == (MENDED, 2, DefinitionStatus.DRAFT)
    assert (await writing.count("validation_runs"), await writing.count("definition_versions")) == (2, 2)
    assert await writing.audited() == ["definition.create", "definition.applyFixes"]
    assert (await writing.told()).count("DefinitionUpdated") == 1
    assert await fixable(author, mended) == ()
    assert record.term == mended.term


async def test_fixes_not_asked_for_stay_open() -> None:
    author = await writing.somebody()
    record, wish = await faulty(author)
    repeated = next(one for one in await findings(author, record) if one.rule_code == "FRM-23")

    mended = await fixes.apply(author, replace(wish, finding_ids=(repeated.id,)))

    assert mended.text == "means any person who rents a <b>home</b>."
    left = {one.fingerprint for one in await findings(author, mended)}
    assert repeated.fingerprint not in left
    assert len(await fixable(author, mended)) == len(wish.finding_ids) - 1


async def test_a_text_in_force_stays_while_its_successor_is_mended() -> None:
    author, reader = await writing.somebody(Role.EDITOR), await writing.somebody()
    owner = await writing.glossary()
    record = await writing.established(owner.id, "tenant", text="person rents rents a home")

    wish = ApplyFixes(
        definition_id=record.id, expected_version=record.version, finding_ids=await fixable(author, record)
    )
    mended = await fixes.apply(author, wish)

    assert (mended.text, mended.status) == ("person rents a home", DefinitionStatus.DRAFT)
    assert (await authoring.again(reader, {"id": str(record.id)})).text == "person rents rents a home"


async def test_the_same_key_applies_once() -> None:
    author = await writing.somebody()
    _, wish = await faulty(author)
    wish = replace(wish, idempotency_key="k")

    first = await fixes.apply(author, wish)
    second = await fixes.apply(author, wish)

    assert (first.version, second.version) == (2, 2)
    assert isinstance(await refused(author, replace(wish, note="otherwise")), IdempotencyKeyReused)


async def test_findings_that_are_none_or_not_its_own_are_refused() -> None:
    author = await writing.somebody()
    _, wish = await faulty(author)
    owner = await writing.the_glossary()
    other = await writing.draft(author, owner.id, "landlord", text=FAULTY)
    foreign = (*wish.finding_ids[:1], *(await fixable(author, other))[:1])

    refusals = [
        await refused(author, replace(wish, finding_ids=ids))
        for ids in (foreign, (), wish.finding_ids[:1] * 2, wish.finding_ids[:1] * 51)
    ]

    assert [(type(one), one.path) for one in refusals] == [
        (NotFound, ("findingIds", "1")),
        (InvalidInput, ("findingIds",)),
        (InvalidInput, ("findingIds", "1")),
        (InvalidInput, ("findingIds",)),
    ]


async def test_a_finding_without_a_fix_is_refused() -> None:
    author = await writing.somebody()
    record, wish = await faulty(author, "is when somebody rents etc.")
    bare = next(one.id for one in await findings(author, record) if one.fix is None)

    refusal = await refused(author, replace(wish, finding_ids=(bare,)))

    assert isinstance(refusal, InvalidInput)
    assert (refusal.constraint, refusal.path) == ("no-fix", ("findingIds", "0"))


async def test_fixes_of_the_same_place_are_refused() -> None:
    author = await writing.somebody()
    record, wish = await faulty(author, "person rents rents<br> rents a home")
    await stores.run(
        'UPDATE findings SET fix = \'{"start": 9, "end": 16, "replacement": ""}\' WHERE rule_code = \'FRM-19\''
    )

    refusal = await refused(author, wish)

    assert isinstance(refusal, InvalidInput)
    assert (refusal.constraint, refusal.path[0], record.version) == ("overlap", "findingIds", 1)


async def test_a_resolved_finding_is_refused() -> None:
    author = await writing.somebody()
    record, wish = await faulty(author)
    edited = await writing.edit(author, record, text="person who rents a home")

    refusal = await refused(author, replace(wish, expected_version=edited.version))

    assert isinstance(refusal, Conflict)
    assert refusal.path == ("findingIds", "0")


async def test_a_finding_of_another_text_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    author = await writing.somebody()
    record, wish = await faulty(author)

    async def broken(*_: object) -> Failure:
        return Failure("too slow")

    with monkeypatch.context() as patched:
        patched.setattr(checking, "report", broken)
        edited = await writing.edit(author, record, text=f"a{FAULTY}")

    refusal = await refused(author, replace(wish, expected_version=edited.version))

    assert isinstance(refusal, StaleValidation)
    assert refusal.path == ("findingIds", "0")


async def test_a_stale_version_a_stranger_and_an_archived_text_are_refused() -> None:
    author, stranger, editor = await writing.somebody(), await writing.somebody(), await writing.somebody(Role.EDITOR)
    record, wish = await faulty(author)

    assert isinstance(await refused(author, replace(wish, expected_version=7)), DefinitionConflict)
    hidden = await refused(stranger, wish)
    assert (type(hidden), hidden.path) == (NotFound, ("definitionId",))

    archived = await writing.step(editor, record, Transition.ARCHIVE)
    refusal = await refused(editor, replace(wish, expected_version=archived.version))
    assert (type(refusal), refusal.path) == (Conflict, ("definitionId",))


async def test_a_reader_of_a_text_in_force_may_not_mend_it() -> None:
    reader, owner = await writing.somebody(), await writing.glossary()
    record = await writing.established(owner.id, "tenant", text="person rents rents a home")
    wish = ApplyFixes(
        definition_id=record.id, expected_version=record.version, finding_ids=await fixable(reader, record)
    )

    assert isinstance(await refused(reader, wish), Forbidden)


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.sampled_from(("person ", "rents rents ", "lets\u00ad ", "<br>", "a\thome ", "&amp; ")),
        min_size=1,
        max_size=6,
    )
)
async def test_what_was_fixed_is_no_longer_open(pieces: list[str]) -> None:
    author = await writing.somebody()
    owner = await writing.glossary(f"g-{author.viewer.user_id}")
    record = await writing.draft(author, owner.id, "tenant", text="".join(pieces))
    chosen = tuple(one for one in await findings(author, record) if one.fix is not None)[: fixes.MOST_FIXES]
    wish = ApplyFixes(definition_id=record.id, expected_version=1, finding_ids=tuple(one.id for one in chosen))

    left = set()
    if chosen:
        mended = await fixes.apply(author, wish)
        left = {one.id for one in await findings(author, mended)}

    assert left.isdisjoint(wish.finding_ids)
