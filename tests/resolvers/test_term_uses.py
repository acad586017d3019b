import pytest

from models import term_uses
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


async def test_a_text_uses_terms_and_designations_as_whole_words() -> None:
    owner, ctx = await shelf.glossary(), shelf.anonymous()
    await shelf.in_force(owner, "tenant", "person who pays rent for a Rental  Home, a flat or a co-op flat")
    for term in ("rent", "rental home", "home", "pay", "co-op flat"):
        await shelf.in_force(owner, term)
    await shelf.in_force(owner, "apartment", designations=[label("Flat"), label("for", "HIDDEN")])

    assert await uses(ctx, "tenant") == ["apartment", "co-op flat", "home", "rent", "rental home"]
    assert [await used_by(ctx, term) for term in ("rent", "rental home", "apartment", "co-op flat")] == [["tenant"]] * 4
    assert await used_by(ctx, "pay") == []


@pytest.mark.parametrize(
    ("term", "text", "is_used"),
    [
        ("huis", "Huis van steen", True), ("huis", "huisje", False), ("huis", "het-huis, klein", True),
        ("énergie", "ÉNERGIE is alles", True), ("café", "een cafétje", False), ("caf", "een café", False),
        ("C++", "taal zoals C++, snel", True), ("C", "taal zoals C_D", False), ("a.b", "zie a.b hier", True),
        ("aXb", "zie a.b hier", False), ("(x)", "een (x) hier", True), ("eigen huis", "een eigen\nhuis", True),
        ("één twee drie vier vijf zes", "één twee drie vier vijf zes", True), ("straße", "de Straße op", True),
    ],
)  # fmt: skip
async def test_both_directions_agree(*, term: str, text: str, is_used: bool) -> None:
    owner, ctx = await shelf.glossary(), shelf.anonymous()
    await shelf.in_force(owner, term, "iets", locale="nl")
    await shelf.in_force(owner, "zz", text, locale="nl-BE")

    assert await uses(ctx, "zz") == ([term] if is_used else [])
    assert await used_by(ctx, term) == (["zz"] if is_used else [])


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


async def test_a_long_text_has_a_bounded_number_of_candidates() -> None:
    assert len(term_uses.candidates("a." * 5_000)) <= 12
    assert len(term_uses.candidates(" ".join(str(number) for number in range(1_500)))) <= 1_500 * 6


async def test_uses_are_paged() -> None:
    owner, ctx = await shelf.glossary(), shelf.anonymous()
    await shelf.in_force(owner, "sum", "one two three")
    for term in ("one", "three", "two"):
        await shelf.in_force(owner, term)
    record = await named(ctx, "sum")

    start = await definitions.uses(ctx, record, shelf.first(2))
    rest = await definitions.uses(ctx, record, shelf.first(2, start.edges[-1].cursor))

    assert (shelf.terms(start), shelf.terms(rest), (await start.count(9)).value) == (["one", "three"], ["two"], 3)


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
