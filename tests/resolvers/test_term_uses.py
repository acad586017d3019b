import pytest

from models.kinds import DefinitionStatus, Role
from models.records import DefinitionRecord
from resolvers import definitions
from resolvers.context import Context
from resolvers.inputs import DesignationInput
from resolvers.paging import Slice
from rules.kit import DesignationKind
from tests.resolvers import shelf, writing

pytestmark = pytest.mark.usefixtures("store")


def label(text: str, kind: str = "ADMITTED") -> dict[str, str]:
    return {"text": text, "kind": kind, "form": "FULL_FORM"}


async def uses(ctx: Context, term: str) -> list[str]:
    return shelf.terms(await definitions.uses(ctx, await named(ctx, term), Slice()))


async def used_by(ctx: Context, term: str) -> list[str]:
    return shelf.terms(await definitions.used_by(ctx, await named(ctx, term), Slice()))


async def named(ctx: Context, term: str) -> DefinitionRecord:
    page = await definitions.page(ctx, Slice(first=100))
    return next(edge.node for edge in page.edges if edge.node.term == term)


async def test_a_text_uses_terms_and_designations_in_every_form() -> None:
    owner, ctx = await shelf.glossary(), shelf.anonymous()
    await shelf.in_force(
        owner, "tenant", "persons who pay rent for Rental  Homes, flats or co-op flats of the home owner"
    )
    for term in ("rent", "rental home", "home", "pay", "co-op flat", "owner"):
        await shelf.in_force(owner, term)
    await shelf.in_force(owner, "apartment", designations=[label("Flat"), label("person", "HIDDEN")])

    assert await uses(ctx, "tenant") == ["apartment", "co-op flat", "home", "owner", "pay", "rent", "rental home"]
    assert [await used_by(ctx, term) for term in ("rent", "rental home", "apartment", "co-op flat")] == [["tenant"]] * 4


async def test_the_leftmost_and_then_the_longest_label_counts() -> None:
    owner, ctx = await shelf.glossary(), shelf.anonymous()
    await shelf.in_force(owner, "zz", "a red green blue house")
    for term in ("green", "red green", "green blue house", "blue", "house"):
        await shelf.in_force(owner, term)

    assert await uses(ctx, "zz") == ["blue", "house", "red green"]
    assert [await used_by(ctx, term) for term in ("green", "green blue house", "blue", "red green")] == [
        [], [], ["zz"], ["zz"],
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("term", "text", "is_used"),
    [
        ("huis", "Huizen van steen", True), ("huis", "huisvrouw", False), ("huis", "het-huis, klein", False),
        ("énergie", "ÉNERGIE is alles", True), ("caf", "een café", False), ("huur", "de huurder", False),
        ("C++", "taal zoals C++, snel", False), ("a.b", "zie a.b hier", True), ("x y", "zie x, y hier", True),
        ("aXb", "zie a.b hier", False), ("%", "tien % meer", False), ("eigen huis", "een eigen\nhuis", True), ("eigen huis", "eigen huizen", True),
        ("één twee drie vier vijf zes zeven acht", "één twee drie vier vijf zes zeven acht", True),
        ("straße", "de Straße op", True), ("de", "de huizen", False), ("WOZ", "de WOZ-waarde of WOZ", True),
        ("AAN", "aan het water", False), ("AAN", "de AAN is er", True),
    ],
)  # fmt: skip
async def test_both_directions_agree(*, term: str, text: str, is_used: bool) -> None:
    owner, ctx = await shelf.glossary(), shelf.anonymous()
    await shelf.in_force(owner, term, "iets", locale="nl")
    await shelf.in_force(owner, "zz", text, locale="nl-BE")

    assert await uses(ctx, "zz") == ([term] if is_used else [])
    assert await used_by(ctx, term) == (["zz"] if is_used else [])


async def test_a_label_of_its_own_takes_its_place_and_leads_nowhere() -> None:
    owner, ctx = await shelf.glossary(), shelf.anonymous()
    await shelf.in_force(owner, "rental home", "rental home of a tenant")
    await shelf.in_force(owner, "home")

    assert await uses(ctx, "rental home") == []
    assert await used_by(ctx, "home") == []


async def test_another_language_or_glossary_is_not_looked_at() -> None:
    one, two, ctx = await shelf.glossary("one"), await shelf.glossary("two"), shelf.anonymous()
    await shelf.in_force(one, "home", "house")
    await shelf.in_force(one, "house", locale="nl")
    await shelf.in_force(two, "house")

    assert await uses(ctx, "home") == []


async def test_a_definition_uses_neither_itself_nor_archived_ones() -> None:
    owner, editor = await shelf.glossary(), await shelf.person(Role.EDITOR)
    await shelf.draft(owner, "home", "home or house")
    await shelf.draft(owner, "house", "home", status=DefinitionStatus.ARCHIVED)

    assert await uses(editor, "home") == []
    assert await used_by(editor, "home") == []


async def test_readers_of_texts_in_force_see_neither_side_of_a_draft() -> None:
    owner, editor, ctx = await shelf.glossary(), await shelf.person(Role.EDITOR), shelf.anonymous()
    house = await shelf.in_force(owner, "house", "building")
    home = await shelf.in_force(owner, "home", "house to live in")
    await shelf.draft(owner, "hut", "small house")
    await shelf.redraft(home, text="building to live in")
    await shelf.redraft(house, term="villa", text="home")

    assert (await uses(ctx, "home"), await used_by(ctx, "house"), await used_by(ctx, "home")) == (
        ["house"],
        ["home"],
        [],
    )
    assert (await uses(editor, "home"), await used_by(editor, "home")) == ([], ["villa"])


async def test_uses_are_paged() -> None:
    owner, ctx = await shelf.glossary(), shelf.anonymous()
    await shelf.in_force(owner, "sum", "red green blue")
    for term in ("red", "green", "blue"):
        await shelf.in_force(owner, term)
    record = await named(ctx, "sum")

    start = await definitions.uses(ctx, record, shelf.first(2))
    rest = await definitions.uses(ctx, record, shelf.first(2, start.edges[-1].cursor))

    assert (shelf.terms(start), shelf.terms(rest), (await start.count(9)).value) == (["blue", "green"], ["red"], 3)


async def test_what_was_written_through_the_front_door_is_found_by_its_designation() -> None:
    owner, editor = await writing.glossary(), await writing.somebody(Role.EDITOR)
    given = (
        DesignationInput("Thesaurus", DesignationKind.ADMITTED),
        DesignationInput("glosary", DesignationKind.HIDDEN),
    )
    await writing.draft(editor, owner.id, "glossary", designations=given)
    user = await writing.draft(editor, owner.id, "lexicon", text="thesaurus or glosary of one field")

    before = await uses(editor, "lexicon")
    await writing.edit(editor, user, text="glosary of one field")

    assert (before, await uses(shelf.again(editor.viewer), "lexicon")) == (["glossary"], [])
