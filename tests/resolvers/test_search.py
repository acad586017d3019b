import pytest

from models.definition_filters import DefinitionFilter, Direction, Order, OrderField
from models.kinds import Role
from resolvers import definitions
from resolvers.errors import InvalidInput
from resolvers.paging import Slice
from tests.resolvers import shelf

pytestmark = pytest.mark.usefixtures("store")


async def test_search_stems_by_the_language_of_each_row() -> None:
    owner = await shelf.glossary()
    await shelf.in_force(owner, "huis", "gebouwen waarin mensen wonen", locale="nl-NL")
    await shelf.in_force(owner, "home", "building that people live in", locale="en")
    await shelf.in_force(owner, "maison", "bâtiment pour vivre", locale="fr")

    assert await found("gebouw") == ["huis"]
    assert await found("living") == ["home"]
    assert await found("vivre") == ["maison"]
    assert await found("vivres") == []


async def test_a_term_weighs_more_than_a_designation_more_than_the_text() -> None:
    owner = await shelf.glossary()
    await shelf.in_force(owner, "a", "the rent that is paid")
    await shelf.in_force(owner, "b", designations=[{"text": "rent", "kind": "ADMITTED", "form": "FULL_FORM"}])
    await shelf.in_force(owner, "rent", "payment")

    page = await definitions.page(shelf.anonymous(), Slice(), search="rent")

    scores = [edge.score for edge in page.edges]
    assert shelf.terms(page) == ["rent", "b", "a"]
    assert all(score is not None and 0 < score <= 1 for score in scores)
    assert scores == sorted(scores, key=lambda score: -(score or 0))


async def test_phrases_alternatives_and_exclusions_are_understood() -> None:
    owner = await shelf.glossary()
    await shelf.in_force(owner, "one", "large old house")
    await shelf.in_force(owner, "two", "old large house")

    assert await found('"old house"') == ["one"]
    assert sorted(await found("large -garden")) == ["one", "two"]
    assert sorted(await found("garden or house")) == ["one", "two"]


@pytest.mark.parametrize("search", ["!!!", "&|", '"', "the", "-", "a:*", "\\", "😀", "' or 1=1 --"])
async def test_odd_searches_find_nothing_and_break_nothing(search: str) -> None:
    await shelf.in_force(await shelf.glossary(), "home")

    assert await found(search) == []


async def test_a_blank_search_is_none() -> None:
    await shelf.in_force(await shelf.glossary(), "home")

    page = await definitions.page(shelf.anonymous(), Slice(), search=" \t")

    assert [(edge.node.term, edge.score) for edge in page.edges] == [("home", None)]


@pytest.mark.parametrize(
    ("search", "constraint"), [("a\x00", "characters"), ("\ud800", "characters"), ("x" * 501, "max-length")]
)
async def test_a_search_out_of_bounds_is_refused(search: str, constraint: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        await definitions.page(shelf.anonymous(), Slice(), search=search)

    assert (refused.value.path, refused.value.constraint) == (("search",), constraint)


async def test_relevance_needs_a_search() -> None:
    with pytest.raises(InvalidInput) as refused:
        await definitions.page(shelf.anonymous(), Slice(), order=(Order(OrderField.RELEVANCE),))

    assert refused.value.path == ("orderBy",)


async def test_pages_of_a_search_neither_overlap_nor_skip() -> None:
    owner, ann = await shelf.glossary(), await shelf.person()
    for number in range(7):
        author = ann.viewer.user_id if number % 2 else None
        await shelf.in_force(owner, f"t{number}", "rent " * (number % 3 + 1), created_by_id=author)

    whole = await definitions.page(ann, Slice(), search="rent")
    start = await definitions.page(ann, shelf.first(3), search="rent")
    middle = await definitions.page(ann, shelf.first(3, start.edges[-1].cursor), search="rent")
    rest = await definitions.page(ann, shelf.last(1), search="rent")

    assert shelf.terms(start) + shelf.terms(middle) + shelf.terms(rest) == shelf.terms(whole)
    assert (len(whole.edges), middle.has_next, rest.has_previous) == (7, True, True)


async def test_a_search_can_be_filtered_and_ordered_otherwise() -> None:
    owner = await shelf.glossary()
    await shelf.in_force(owner, "a", "rent")
    await shelf.in_force(owner, "b", "rent")
    await shelf.in_force(owner, "c", "rent", locale="nl")

    page = await definitions.page(
        shelf.anonymous(),
        Slice(),
        search="rent",
        filter_=DefinitionFilter(locale=("en",)),
        order=(Order(OrderField.TERM, Direction.DESC),),
    )

    assert shelf.terms(page) == ["b", "a"]
    assert all(edge.score for edge in page.edges)


async def test_drafts_never_shine_through_a_search() -> None:
    owner, editor = await shelf.glossary(), await shelf.person(Role.EDITOR)
    row = await shelf.in_force(owner, "home", "place to live")
    await shelf.redraft(row, text="castle")

    assert await found("castle") == []
    assert await found("live") == ["home"]
    assert shelf.terms(await definitions.page(editor, Slice(), search="castle")) == ["home"]


async def found(search: str) -> list[str]:
    return shelf.terms(await definitions.page(shelf.anonymous(), Slice(), search=search))
