from datetime import timedelta
from uuid import UUID

import pytest

from auth.viewer import SYSTEM
from models.errors import NotFound
from models.keys import uuid7
from models.kinds import DefinitionStatus, Role
from models.records import DefinitionRecord, Edition
from resolvers import content, definitions
from resolvers.context import Context
from resolvers.errors import InvalidInput
from resolvers.inputs import ContextInput, TermKey
from resolvers.paging import Page, Slice
from rules.kit import ContextKind
from tests.resolvers import shelf
from tests.resolvers.shelf import NOON

pytestmark = pytest.mark.usefixtures("store")

LAW = {"contexts": [{"kind": "LEGAL", "name": "Civil law"}], "context_key": "legal:civil law"}


async def test_anonymous_reads_the_text_in_force_of_public_glossaries_only() -> None:
    public, hidden = await shelf.glossary(), await shelf.glossary("secret", is_public=False)
    home = await shelf.in_force(public, "home", "place to live")
    await shelf.in_force(hidden, "vault")
    await shelf.draft(public, "hut")
    await shelf.redraft(home, text="place where one lives", score=10)

    page = await definitions.page(shelf.anonymous(), Slice())

    assert [(one.term, one.text, one.status, one.version, one.edition) for one in nodes(page)] == [
        ("home", "place to live", DefinitionStatus.ESTABLISHED, 3, Edition.IN_FORCE)
    ]


async def test_a_user_reads_own_drafts_and_what_others_have_in_force() -> None:
    owner, ann, bob = await shelf.glossary(is_public=False), await shelf.person(), await shelf.person()
    own = await shelf.in_force(owner, "attic", "room under a roof", created_by_id=ann.viewer.user_id)
    other = await shelf.in_force(owner, "cellar", "room under a house", created_by_id=bob.viewer.user_id)
    await shelf.draft(owner, "shed", created_by_id=bob.viewer.user_id)
    await shelf.draft(owner, "barn", created_by_id=ann.viewer.user_id)
    await shelf.redraft(own, text="new")
    await shelf.redraft(other, text="new")

    page = await definitions.page(ann, Slice())

    assert [(one.term, one.text, one.edition) for one in nodes(page)] == [
        ("attic", "new", Edition.WORKING),
        ("barn", "a thing", Edition.WORKING),
        ("cellar", "room under a house", Edition.IN_FORCE),
    ]


async def test_an_editor_reads_every_working_text() -> None:
    owner, editor = await shelf.glossary(is_public=False), await shelf.person(Role.EDITOR)
    home = await shelf.in_force(owner, "home")
    await shelf.redraft(home, term="house")
    await shelf.draft(owner, "hut", status=DefinitionStatus.ARCHIVED)

    page = await definitions.page(editor, Slice())

    assert [(one.term, one.edition) for one in nodes(page)] == [("house", Edition.WORKING), ("hut", Edition.WORKING)]


async def test_a_token_without_drafts_reads_texts_in_force_of_all_glossaries() -> None:
    hidden, editor = await shelf.glossary(is_public=False), await shelf.person(Role.EDITOR)
    home = await shelf.in_force(hidden, "home", created_by_id=editor.viewer.user_id)
    await shelf.redraft(home, term="house")
    narrow = shelf.again(type(editor.viewer)(user_id=editor.viewer.user_id, role=Role.EDITOR))

    assert shelf.terms(await definitions.page(narrow, Slice())) == ["home"]


async def test_a_hidden_definition_does_not_exist() -> None:
    row = await shelf.draft(await shelf.glossary(), "hut")

    assert await definitions.find(shelf.anonymous(), row.id) is None
    with pytest.raises(NotFound):
        await definitions.get(shelf.anonymous(), row.id)
    assert (await definitions.get(Context(SYSTEM, "test"), row.id)).term == "hut"


async def test_a_slug_names_one_definition_of_a_glossary() -> None:
    owner, editor = await shelf.glossary(), await shelf.person(Role.EDITOR)
    row = await shelf.in_force(owner, "home", slug="home")
    await shelf.draft(owner, "hut", slug="hut")

    assert id_of(await definitions.by_slug(shelf.anonymous(), "homes", "home")) == row.id
    assert await definitions.by_slug(shelf.anonymous(), "homes", "hut") is None
    assert await definitions.by_slug(editor, "elsewhere", "hut") is None


async def test_a_term_names_the_definition_in_force_even_when_its_draft_was_renamed() -> None:
    owner, editor = await shelf.glossary(), await shelf.person(Role.EDITOR)
    row = await shelf.in_force(owner, "home")
    await shelf.draft(owner, "home")
    await shelf.redraft(row, term="house")

    found = await definitions.by_term(editor, TermKey(owner.id, "  home ", "EN"))

    assert found is not None
    assert (found.id, found.term) == (row.id, "house")


async def test_a_term_names_the_only_draft_but_never_one_of_several() -> None:
    owner, editor = await shelf.glossary(), await shelf.person(Role.EDITOR)
    only = await shelf.draft(owner, "hut")
    await shelf.draft(owner, "shed")
    await shelf.draft(owner, "shed")

    assert id_of(await definitions.by_term(editor, TermKey(owner.id, "hut", "en"))) == only.id
    assert await definitions.by_term(editor, TermKey(owner.id, "shed", "en")) is None
    assert await definitions.by_term(editor, TermKey(owner.id, "Hut", "en")) is None
    assert await definitions.by_term(shelf.anonymous(), TermKey(owner.id, "hut", "en")) is None


async def test_contexts_are_part_of_a_term_key_whatever_their_order_and_case() -> None:
    owner, editor = await shelf.glossary(), await shelf.person(Role.EDITOR)
    asked = (ContextInput(ContextKind.LEGAL, "civil LAW"),)
    rows = [{"kind": "LEGAL", "name": "Civil law"}]
    row = await shelf.in_force(owner, "home", contexts=rows, context_key=content.context_key(rows))

    assert id_of(await definitions.by_term(editor, TermKey(owner.id, "home", "en", asked))) == row.id
    assert await definitions.by_term(editor, TermKey(owner.id, "home", "en")) is None


async def test_a_page_walks_two_kinds_of_rows_in_one_order() -> None:
    owner, ann = await shelf.glossary(), await shelf.person()
    for number, letter in enumerate("hbfdagce"):
        author = ann.viewer.user_id if number % 2 else None
        await shelf.in_force(owner, letter, created_by_id=author, updated_at=NOON + timedelta(hours=number))

    whole = await definitions.page(ann, shelf.first(3))
    rest = await definitions.page(shelf.again(ann.viewer), shelf.first(5, whole.edges[-1].cursor))
    back = await definitions.page(shelf.again(ann.viewer), shelf.last(2, rest.edges[0].cursor))

    assert (shelf.terms(whole), shelf.terms(rest), shelf.terms(back)) == (list("abc"), list("defgh"), list("bc"))
    assert (await whole.count(100)).value == 8


async def test_terms_sort_by_code_point_of_their_folded_form() -> None:
    owner = await shelf.glossary()
    for term in ("b", "A", "é", "Zoo", "ab", "a b", "😀", "10"):
        await shelf.in_force(owner, term)

    page = await definitions.page(shelf.anonymous(), Slice())

    assert shelf.terms(page) == ["10", "A", "a b", "ab", "b", "Zoo", "é", "😀"]


async def test_glossary_id_narrows() -> None:
    one, two = await shelf.glossary("one"), await shelf.glossary("two")
    await shelf.in_force(one, "a")
    await shelf.in_force(two, "b")

    assert shelf.terms(await definitions.page(shelf.anonymous(), Slice(), glossary_id=two.id)) == ["b"]
    assert shelf.terms(await definitions.page(shelf.anonymous(), Slice(), glossary_id=uuid7())) == []


async def test_a_cursor_of_another_order_is_refused() -> None:
    await shelf.in_force(await shelf.glossary(), "a")
    page = await definitions.page(shelf.anonymous(), Slice())

    with pytest.raises(InvalidInput) as refused:
        await definitions.page(shelf.anonymous(), Slice(after=page.edges[0].cursor), search="a")

    assert refused.value.path == ("after",)


def nodes(page: Page[DefinitionRecord]) -> list[DefinitionRecord]:
    return [edge.node for edge in page.edges]


def id_of(record: DefinitionRecord | None) -> UUID | None:
    return None if record is None else record.id
