"""Definitions like a given one: of what the viewer may read, strongest first."""

import pytest

from models import similar_reads
from models import store as stores
from models.kinds import DefinitionStatus, Role
from models.label_lookups import Shelf
from models.records import DefinitionRecord
from models.similar_reads import Sought
from models.values import Values
from resolvers import checking, previews, similar
from resolvers.context import Context
from resolvers.errors import InvalidInput
from resolvers.previews import PreviewInput
from rules import profiles
from rules.web.item import Item
from rules.web.web import Web
from tests.resolvers import shelf
from tests.resolvers.test_term_uses import label, named

pytestmark = pytest.mark.usefixtures("store")

TEXT = "person who rents a home from a landlord for a fixed term"


async def alike(ctx: Context, term: str, first: int = 10) -> list[tuple[str, list[str]]]:
    found = await similar.of_definition(ctx, await named(ctx, term), first)
    return [(one.definition.term, [str(reason) for reason in one.reasons]) for one in found]


async def test_the_anonymous_see_likeness_to_what_is_in_force_alone() -> None:
    owner, editor = await shelf.glossary(), await shelf.person(Role.EDITOR)
    await shelf.in_force(owner, "tenant", TEXT)
    await shelf.draft(owner, "renter", TEXT)
    await shelf.in_force(await shelf.glossary("other"), "lodger", TEXT)

    assert (await alike(shelf.anonymous(), "tenant"), await alike(editor, "tenant")) == (
        [],
        [("renter", ["SAME_TEXT"])],
    )


async def test_each_reason_is_told_and_the_strongest_comes_first() -> None:
    owner, ctx = await shelf.glossary(), shelf.anonymous()
    law = [{"kind": "LEGAL", "name": "Tenancy law"}]
    await shelf.in_force(owner, "tenant", TEXT, contexts=law)
    await shelf.in_force(owner, "lodger", TEXT.capitalize() + ".", contexts=law, context_key="x")
    await shelf.in_force(owner, "Tenant", "somebody else altogether", context_key="y")
    await shelf.in_force(owner, "occupant", "inhabitant", designations=[label("TENANT")])
    await shelf.in_force(owner, "sub-tenant", "person who rents a home from a tenant for a fixed term")
    await shelf.in_force(owner, "lease", "agreement")

    assert await alike(ctx, "tenant") == [
        ("lodger", ["SAME_TEXT", "SAME_CONTEXT"]),
        ("sub-tenant", ["NEAR_TEXT"]),
        ("Tenant", ["SAME_TERM"]),
        ("occupant", ["SAME_DESIGNATION"]),
    ]
    assert len(await alike(ctx, "tenant", 2)) == 2


async def test_archived_texts_and_other_languages_are_like_nothing() -> None:
    owner, editor = await shelf.glossary(), await shelf.person(Role.EDITOR)
    await shelf.draft(owner, "tenant", TEXT)
    await shelf.draft(owner, "tenant", TEXT, locale="nl")
    await shelf.draft(owner, "renter", TEXT, status=DefinitionStatus.ARCHIVED)

    assert await alike(editor, "tenant") == []


@pytest.mark.parametrize("first", [0, 51])
async def test_a_bound_is_kept(first: int) -> None:
    await shelf.in_force(await shelf.glossary(), "tenant")

    with pytest.raises(InvalidInput):
        await alike(shelf.anonymous(), "tenant", first)


async def test_a_preview_tells_what_it_may_duplicate_but_not_itself() -> None:
    owner, editor = await shelf.glossary(), await shelf.person(Role.EDITOR)
    first, second = await shelf.draft(owner, "tenant", TEXT), await shelf.draft(owner, "renter", TEXT)
    asked = PreviewInput(glossary_id=owner.id, definition_id=first.id, term="tenant", text=TEXT, locale="en")

    found = await previews.similar_to(editor, asked, 5)
    unseen = await previews.similar_to(shelf.anonymous(), asked, 5)

    assert ([one.definition.id for one in found], unseen) == ([second.id], [])


async def test_the_server_and_the_web_find_the_same() -> None:
    owner, editor = await shelf.glossary(), await shelf.person(Role.EDITOR)
    texts = (TEXT, TEXT.replace("home", "flat"), "agreement on a home", "agreement on a flat", "flat of a landlord")
    records = [
        await recorded(editor, owner.slug, await shelf.draft(owner, f"term {n % 4}", text))
        for n, text in enumerate(texts)
    ]
    web = Web(profiles.profile())
    web.put(Item(id=str(one.id), entry=checking.entry(one), concept=str(one.concept_id)) for one in records)

    here = [
        [(str(s.definition.id), s.similarity, s.reasons) for s in await similar.of_definition(editor, one, 50)]
        for one in records
    ]
    there = [
        [(s.id, s.similarity, s.reasons) for s in web.similar(checking.entry(one), first=50, exclude=str(one.id))]
        for one in records
    ]

    assert here == there


async def recorded(ctx: Context, _: str, row: object) -> DefinitionRecord:
    found = await ctx.loaders.definition.load(row.id)  # type: ignore[attr-defined]
    assert found is not None
    return found


async def test_no_index_is_passed_over() -> None:
    owner = await shelf.glossary()
    record = await recorded(await shelf.person(Role.EDITOR), owner.slug, await shelf.draft(owner, "tenant", TEXT))
    values, sought = Values(), Sought(Shelf((owner.id,), "en"), checking.entry(record))
    sql = similar_reads.statement((await shelf.person(Role.EDITOR)).viewer.reader, sought, values)

    async with stores.transaction():
        await stores.run("SET LOCAL enable_seqscan = off")
        plan = await stores.rows(f"EXPLAIN {sql}", *values.all)

    assert "Seq Scan" not in "".join(str(row) for row in plan)
