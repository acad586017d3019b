"""Terms found in a text that is not stored."""

from collections.abc import Sequence

import pytest

from models.errors import NotFound
from models.glossary import Glossary
from models.kinds import Role
from resolvers import annotations
from resolvers.annotations import AnnotateText
from resolvers.context import Context
from resolvers.errors import InvalidInput
from resolvers.inputs import ContextInput
from rules.kit import ContextKind
from tests.resolvers import shelf
from tests.resolvers.test_term_uses import label

pytestmark = pytest.mark.usefixtures("store")

LAW = [{"kind": "LEGAL", "name": "Tenancy law"}]


async def annotated(
    ctx: Context,
    owners: Sequence[Glossary],
    text: str,
    *,
    locale: str = "nl",
    first: int = 100,
    contexts: tuple[ContextInput, ...] = (),
) -> list[tuple[str, list[str], str]]:
    ids = tuple(owner.id for owner in owners)
    asked = AnnotateText(glossary_ids=ids, text=text, locale=locale, contexts=contexts)
    found = await annotations.annotate(ctx, asked, first=first)
    assert all(one.excerpt == text[one.span.start : one.span.end] for one in found)
    return [
        (one.excerpt, [record.slug.partition("-")[0] for record in one.definitions], str(one.confidence))
        for one in found
    ]


async def test_the_anonymous_find_terms_in_force_and_no_others() -> None:
    owner, editor = await shelf.glossary(), await shelf.person(Role.EDITOR)
    await shelf.in_force(owner, "huurder", locale="nl")
    await shelf.draft(owner, "woning", locale="nl")

    assert await annotated(shelf.anonymous(), [owner], "De huurder van de woning") == [
        ("huurder", ["huurder"], "CERTAIN")
    ]
    assert len(await annotated(editor, [owner], "De huurder van de woning")) == 2


async def test_dutch_plurals_lead_to_their_term() -> None:
    owner = await shelf.glossary()
    for term in ("huurder", "woning", "sociale huurwoning", "huur", "gemeente"):
        await shelf.in_force(owner, term, locale="nl")
    await shelf.in_force(
        owner, "verhuurder", locale="nl", designations=[label("huisbaas"), label("verhurder", "HIDDEN")]
    )
    text = (
        "\N{HOUSE BUILDING} Huurders van sociale huurwoningen betalen huisbazen; gemeenten, verhurder noch verhuring."
    )

    assert await annotated(shelf.anonymous(), [owner], text) == [
        ("Huurders", ["huurder"], "LIKELY"),
        ("sociale huurwoningen", ["sociale huurwoning"], "LIKELY"),
        ("huisbazen", ["verhuurder"], "LIKELY"),
        ("gemeenten", ["gemeente"], "LIKELY"),
    ]


async def test_a_context_or_an_earlier_glossary_chooses_between_homographs() -> None:
    one, two, ctx = await shelf.glossary("one"), await shelf.glossary("two"), shelf.anonymous()
    await shelf.in_force(one, "bank", slug="money")
    await shelf.in_force(one, "bank", slug="seat", contexts=LAW, context_key="x")
    await shelf.in_force(two, "bank", slug="river")
    law = (ContextInput(ContextKind.LEGAL, "tenancy LAW"),)

    assert await annotated(ctx, [one], "a bank", locale="en") == [("bank", ["money", "seat"], "HINT")]
    assert await annotated(ctx, [one], "a bank", locale="en", contexts=law) == [("bank", ["seat", "money"], "CERTAIN")]
    assert await annotated(ctx, [two, one], "Banks", locale="en") == [("Banks", ["river", "money", "seat"], "LIKELY")]


async def test_places_are_in_order_without_overlap_and_cut_off_where_asked() -> None:
    owner = await shelf.glossary()
    for term in ("home", "home owner", "owner", "rent"):
        await shelf.in_force(owner, term)

    assert [one for one, _, _ in await annotated(shelf.anonymous(), [owner], "rent, home owner owner", locale="en")] == [
        "rent", "home owner", "owner",
    ]  # fmt: skip
    assert len(await annotated(shelf.anonymous(), [owner], "rent, home owner owner", locale="en", first=2)) == 2


async def test_a_hidden_glossary_is_told_apart_from_none_by_nobody() -> None:
    hidden = await shelf.glossary("hidden", is_public=False)

    with pytest.raises(NotFound) as refused:
        await annotated(shelf.anonymous(), [await shelf.glossary(), hidden], "x")

    assert refused.value.path == ("glossaryIds", "1")


@pytest.mark.parametrize(
    ("owners", "text", "locale", "first", "path"),
    [
        (0, "x", "nl", 1, ("glossaryIds",)), (21, "x", "nl", 1, ("glossaryIds",)), (1, "x" * 50_001, "nl", 1, ("text",)),
        (1, "x", "n!", 1, ("locale",)), (1, "x", "nl", 0, ("first",)), (1, "x", "nl", 1_001, ("first",)),
    ],
)  # fmt: skip
async def test_bounds_are_kept(owners: int, text: str, locale: str, *, first: int, path: tuple[str, ...]) -> None:
    owner = await shelf.glossary()

    with pytest.raises(InvalidInput) as refused:
        await annotated(shelf.anonymous(), [owner] * owners, text, locale=locale, first=first)

    assert refused.value.path == path
