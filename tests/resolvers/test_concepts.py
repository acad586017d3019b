from uuid import UUID

import pytest

from models.definition import Concept
from models.errors import NotFound
from models.glossary import Glossary
from models.keys import uuid7
from models.kinds import DefinitionStatus, Role
from resolvers import concepts
from resolvers.context import Context
from resolvers.errors import InvalidInput
from resolvers.paging import Slice
from tests.resolvers import shelf

pytestmark = pytest.mark.usefixtures("store")


async def new(owner: Glossary, notation: str | None = None, concept_id: UUID | None = None) -> Concept:
    return await Concept.create(id=concept_id or uuid7(), glossary=owner, notation=notation)


async def test_a_concept_without_a_visible_definition_does_not_exist() -> None:
    owner, ann, editor = await shelf.glossary(), await shelf.person(), await shelf.person(Role.EDITOR)
    draft = await shelf.draft(owner, "hut", created_by_id=ann.viewer.user_id)
    bare = await new(owner)

    assert [await is_seen(ctx, draft.concept_id) for ctx in (shelf.anonymous(), await shelf.person(), ann, editor)] == [
        False, False, True, True,
    ]  # fmt: skip
    assert (await is_seen(ann, bare.id), await is_seen(editor, bare.id)) == (False, True)
    with pytest.raises(NotFound):
        await concepts.get(shelf.anonymous(), draft.concept_id)
    assert (await concepts.get(editor, bare.id)).glossary_id == owner.id


async def test_a_concept_of_a_hidden_glossary_does_not_exist_for_anonymous() -> None:
    row = await shelf.in_force(await shelf.glossary(is_public=False), "vault")

    assert not await is_seen(shelf.anonymous(), row.concept_id)
    assert await is_seen(await shelf.person(), row.concept_id)


async def test_definitions_come_by_locale_without_archived_ones() -> None:
    owner, editor = await shelf.glossary(), await shelf.person(Role.EDITOR)
    concept = await new(owner)
    await shelf.in_force(owner, "huis", locale="nl", concept_id=concept.id)
    await shelf.draft(owner, "maison", locale="fr", concept_id=concept.id)
    await shelf.draft(owner, "Haus", locale="de", concept_id=concept.id, status=DefinitionStatus.ARCHIVED)

    assert await terms(editor, concept) == ["maison", "huis"]
    assert await terms(editor, concept, ["nl", "de"]) == ["huis"]
    assert await terms(editor, concept, []) == []
    assert await terms(shelf.anonymous(), concept) == ["huis"]
    assert await terms(editor, await new(owner)) == []


async def test_a_page_is_by_notation_then_by_term_of_the_main_language() -> None:
    owner, editor = await shelf.glossary(locales=["nl", "en"]), await shelf.person(Role.EDITOR)
    numbered, translated, english, empty = await new(owner, "1.2"), await new(owner), await new(owner), await new(owner)
    await shelf.draft(owner, "zebra", concept_id=numbered.id)
    await shelf.in_force(owner, "a", concept_id=translated.id)
    await shelf.in_force(owner, "m", locale="nl", concept_id=translated.id)
    await shelf.in_force(owner, "b", concept_id=english.id)

    whole = await concepts.page(editor, owner, Slice())
    start = await concepts.page(editor, owner, shelf.first(2), top_only=True)
    rest = await concepts.page(editor, owner, shelf.first(2, start.edges[-1].cursor), top_only=True)

    assert [edge.node.id for edge in whole.edges] == [numbered.id, empty.id, english.id, translated.id]
    assert [edge.node.id for page in (start, rest) for edge in page.edges] == [edge.node.id for edge in whole.edges]
    assert [edge.node.id for edge in (await concepts.page(shelf.anonymous(), owner, Slice())).edges] == [
        english.id,
        translated.id,
    ]
    assert (await whole.count(10)).value == 4


async def test_an_iri_names_a_concept_character_by_character() -> None:
    based, plain = await shelf.glossary("based", base_uri="https://begrip.example/id/"), await shelf.glossary("plain")
    one, two = await shelf.in_force(based, "a"), await shelf.in_force(plain, "b")
    ctx = shelf.anonymous()

    assert await named(ctx, f"https://begrip.example/id/{one.concept_id}") == one.concept_id
    assert await named(ctx, f"urn:uuid:{two.concept_id}") == two.concept_id
    assert await named(ctx, f"urn:uuid:{one.concept_id}") is None
    assert await named(ctx, f"https://begrip.example/id/{one.concept_id}".upper()) is None
    assert await named(ctx, f"http://begrip.example/id/{one.concept_id}") is None
    assert await named(ctx, f"urn:uuid:{uuid7()}") is None
    assert await named(ctx, "https://begrip.example/id/") is None


async def test_an_iri_out_of_bounds_is_refused() -> None:
    with pytest.raises(InvalidInput) as refused:
        await concepts.by_uri(shelf.anonymous(), "urn:\x00")

    assert refused.value.path == ("by", "uri")


async def is_seen(ctx: Context, concept_id: UUID) -> bool:
    return await concepts.find(ctx, concept_id) is not None


async def terms(ctx: Context, concept: Concept, locales: list[str] | None = None) -> list[str]:
    return [one.term for one in await concepts.definitions(shelf.again(ctx.viewer), concept, locales)]


async def named(ctx: Context, uri: str) -> UUID | None:
    found = await concepts.by_uri(ctx, uri)
    return None if found is None else found.id
