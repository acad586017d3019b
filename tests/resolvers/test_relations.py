"""Relations of concepts: both ends, who sees them, who makes them, and no circle of broader ones."""

from uuid import UUID

import pytest

from auth.errors import Forbidden, Unauthenticated
from models import glossary_changes, store
from models.definition import Definition
from models.errors import NotFound
from models.keys import uuid7
from models.kinds import Role
from resolvers import authoring, concepts, relations
from resolvers.context import Context
from resolvers.errors import CircularHierarchy, InvalidInput
from resolvers.inputs import DeleteDefinition
from resolvers.relations import Target
from rules.kit import RelationKind as Kind
from tests.resolvers import shelf, writing

pytestmark = pytest.mark.usefixtures("store")

OUTSIDE = Target(uri="https://example.org/id/tenant")


async def related(ctx: Context, concept_id: UUID, *kinds: Kind) -> list[tuple[Kind, object]]:
    concept = await concepts.get(shelf.again(ctx.viewer), concept_id)
    page = await relations.page(shelf.again(ctx.viewer), concept, shelf.first(10), kinds or None)
    return [(edge.node.kind, edge.node.target_id or edge.node.target_uri) for edge in page.edges]


async def relate(ctx: Context, one: Definition, kind: Kind, other: Definition) -> None:
    await relations.relate(shelf.again(ctx.viewer), one.concept_id, kind, Target(other.concept_id))


async def test_anonymous_relates_nothing() -> None:
    with pytest.raises(Unauthenticated):
        await relations.relate(shelf.anonymous(), uuid7(), Kind.RELATED, OUTSIDE)
    with pytest.raises(Unauthenticated):
        await relations.unrelate(shelf.anonymous(), uuid7(), Kind.RELATED, OUTSIDE)


async def test_both_ends_show_a_relation_and_lose_it_together() -> None:
    owner, editor = await shelf.glossary(), await shelf.person(Role.EDITOR)
    lease, contract = await shelf.in_force(owner, "lease"), await shelf.in_force(owner, "contract")

    await relate(editor, lease, Kind.BROADER_GENERIC, contract)
    made = [await related(shelf.anonymous(), one.concept_id) for one in (lease, contract)]
    await relations.unrelate(editor, contract.concept_id, Kind.NARROWER_GENERIC, Target(lease.concept_id))

    assert made == [[(Kind.BROADER_GENERIC, contract.concept_id)], [(Kind.NARROWER_GENERIC, lease.concept_id)]]
    assert [await related(editor, one.concept_id) for one in (lease, contract)] == [[], []]
    assert await writing.audited() == ["concept.relate", "concept.unrelate"]


async def test_the_same_again_is_no_change() -> None:
    owner, editor = await shelf.glossary(), await shelf.person(Role.EDITOR)
    lease, rent = await shelf.in_force(owner, "lease"), await shelf.in_force(owner, "rent")
    await relate(editor, lease, Kind.RELATED, rent)
    waiting = (await glossary_changes.waiting(owner.id)).ids

    await relate(editor, rent, Kind.RELATED, lease)
    await relations.unrelate(editor, lease.concept_id, Kind.BROADER, Target(rent.concept_id))

    assert await writing.audited() == ["concept.relate"]
    assert (await glossary_changes.waiting(owner.id)).ids == waiting
    assert await related(editor, rent.concept_id) == [(Kind.RELATED, lease.concept_id)]


async def test_the_upkeep_of_both_glossaries_hears_of_a_relation() -> None:
    editor = await shelf.person(Role.EDITOR)
    lease = await shelf.in_force(await shelf.glossary("homes"), "lease")
    contract = await shelf.in_force(await shelf.glossary("law"), "contract")

    await relate(editor, lease, Kind.BROAD_MATCH, contract)

    assert [(await glossary_changes.waiting(one.glossary_id)).concept_ids for one in (lease, contract)] == [
        {lease.concept_id},
        {contract.concept_id},
    ]


async def test_an_end_outside_is_a_uri_and_an_own_uri_is_a_concept() -> None:
    owner, editor = await shelf.glossary(base_uri="https://homes.example/"), await shelf.person(Role.EDITOR)
    lease, rent = await shelf.in_force(owner, "lease"), await shelf.in_force(owner, "rent")

    outside = await relations.relate(editor, lease.concept_id, Kind.EXACT_MATCH, OUTSIDE)
    own = Target(uri=f"https://homes.example/{rent.concept_id}")
    inside = await relations.relate(shelf.again(editor.viewer), lease.concept_id, Kind.RELATED, own)

    assert outside.target is None
    assert inside.target is not None
    assert await related(editor, lease.concept_id) == [(Kind.EXACT_MATCH, OUTSIDE.uri), (Kind.RELATED, rent.concept_id)]
    assert await related(editor, lease.concept_id, Kind.RELATED) == [(Kind.RELATED, rent.concept_id)]


async def test_a_circle_of_broader_concepts_is_refused_with_its_path() -> None:
    owner, editor = await shelf.glossary(), await shelf.person(Role.EDITOR)
    lease, contract, act = [await shelf.in_force(owner, term) for term in ("lease", "contract", "act")]
    await relate(editor, lease, Kind.BROADER, contract)
    await relate(editor, act, Kind.NARROWER_GENERIC, contract)

    with pytest.raises(CircularHierarchy) as upwards:
        await relate(editor, act, Kind.BROADER_PARTITIVE, lease)
    with pytest.raises(CircularHierarchy, match="contract → lease → contract"):
        await relate(editor, lease, Kind.NARROWER, contract)

    assert upwards.value.names == ("act", "lease", "contract", "act")
    assert await related(editor, act.concept_id) == [(Kind.NARROWER_GENERIC, contract.concept_id)]


@pytest.mark.parametrize("target", [Target(uri="tenant"), Target(uri="")])
async def test_a_target_is_an_absolute_iri(target: Target) -> None:
    editor = await shelf.person(Role.EDITOR)
    lease = await shelf.in_force(await shelf.glossary(), "lease")

    with pytest.raises(InvalidInput) as refused:
        await relations.relate(editor, lease.concept_id, Kind.EXACT_MATCH, target)

    assert (refused.value.path, refused.value.constraint) == (("target",), "iri")


async def test_a_concept_is_not_related_to_itself() -> None:
    editor = await shelf.person(Role.EDITOR)
    lease = await shelf.in_force(await shelf.glossary(), "lease")

    with pytest.raises(InvalidInput, match="itself"):
        await relate(editor, lease, Kind.RELATED, lease)


async def test_a_hidden_concept_cannot_be_related_and_is_not_shown() -> None:
    owner, editor, ann = await shelf.glossary(), await shelf.person(Role.EDITOR), await shelf.person()
    mine = await shelf.draft(owner, "lease", created_by_id=ann.viewer.user_id)
    hidden, open_ = await shelf.draft(owner, "vault"), await shelf.in_force(owner, "rent")
    await relate(editor, open_, Kind.RELATED, hidden)

    with pytest.raises(NotFound):
        await relate(ann, mine, Kind.RELATED, hidden)
    with pytest.raises(NotFound):
        await relations.relate(ann, uuid7(), Kind.RELATED, OUTSIDE)

    assert await related(ann, open_.concept_id) == []
    assert await related(editor, open_.concept_id) == [(Kind.RELATED, hidden.concept_id)]


async def test_an_author_relates_own_drafts_and_nothing_in_force() -> None:
    owner, ann = await shelf.glossary(), await shelf.person()
    mine = await shelf.draft(owner, "lease", created_by_id=ann.viewer.user_id)
    standing = await shelf.in_force(owner, "rent", created_by_id=ann.viewer.user_id)

    await relate(ann, mine, Kind.RELATED, standing)
    with pytest.raises(Forbidden):
        await relate(ann, standing, Kind.BROADER, mine)

    assert await related(ann, mine.concept_id) == [(Kind.RELATED, standing.concept_id)]
    assert await related(shelf.anonymous(), standing.concept_id) == []


async def test_the_top_of_a_glossary_is_what_has_nothing_broader_that_one_sees() -> None:
    owner, editor = await shelf.glossary(), await shelf.person(Role.EDITOR)
    lease, contract = await shelf.in_force(owner, "lease"), await shelf.in_force(owner, "contract")
    act = await shelf.draft(owner, "act")
    elsewhere = await shelf.in_force(await shelf.glossary("law"), "deed")
    await relate(editor, lease, Kind.BROADER_GENERIC, contract)
    await relate(editor, contract, Kind.BROADER, act)
    await relate(editor, act, Kind.BROADER, elsewhere)

    tops = [
        [edge.node.id for edge in (await concepts.page(ctx, owner, shelf.first(5), top_only=True)).edges]
        for ctx in (editor, shelf.anonymous())
    ]

    assert tops == [[act.concept_id], [contract.concept_id]]


async def test_what_was_related_to_a_removed_concept_is_looked_at() -> None:
    owner, admin = await shelf.glossary(), await shelf.person(Role.ADMIN)
    lease, rent = await shelf.draft(owner, "lease"), await shelf.draft(owner, "rent")
    await relate(admin, lease, Kind.RELATED, rent)
    await store.run("DELETE FROM glossary_changes")

    await authoring.delete(admin, DeleteDefinition(id=lease.id, expected_version=1))

    waiting = await glossary_changes.waiting(owner.id)
    assert (waiting.definition_ids, waiting.concept_ids) == (frozenset({lease.id}), frozenset({rent.concept_id}))
    assert await related(admin, rent.concept_id) == []
