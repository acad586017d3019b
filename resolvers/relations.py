"""How concepts are related: relations listed, made and taken back; both ends agree, and no circle of broader concepts closes."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from uuid import UUID

from auth.errors import Forbidden
from auth.scopes import Scope
from models import concept_reads, definition_keys, definition_reads, relation_reads, relation_rows, visibility
from models.definition import Concept
from models.errors import NotFound
from models.records import Json
from models.relation_reads import Relation
from models.relation_rows import Side
from models.sentences import say
from resolvers import concepts, glossary_content, paging, rights
from resolvers.context import Context
from resolvers.errors import CircularHierarchy, InvalidInput
from resolvers.paging import Maker, Page, Slice
from resolvers.work import Tell, work
from rules.kit import RelationKind

HIERARCHY_LOCK = "broader concepts"
"""Whoever changes relations holds it: two changes at a time could close a circle together."""
_TARGET = ("target",)


@dataclass(frozen=True, slots=True)
class Target:
    """The other end: a concept by its id, or a URI that may be a concept's or of the world outside."""

    concept_id: UUID | None = None
    uri: str | None = None


@dataclass(frozen=True, slots=True)
class Related:
    """Both ends; `target` is null when it lives elsewhere."""

    concept: Concept
    target: Concept | None


async def page(
    ctx: Context, concept: Concept, slice_: Slice, kinds: Collection[RelationKind] | None = None
) -> Page[Relation]:
    """The relations of a concept in the order made. Those to concepts that the viewer may not see are left out."""
    named = "" if kinds is None else " ".join(sorted(kinds))
    maker = Maker(f"relations {concept.id} {named}", relation_reads.relation)
    return await paging.of_listing(relation_reads.listing(ctx.viewer.reader, concept.id, kinds), slice_, maker)


async def relate(ctx: Context, concept_id: UUID, kind: RelationKind, target: Target) -> Related:
    """Both ends, related so. That they were already is no change.

    Raises:
        NotFound: one of the concepts is absent, or hidden from this viewer.
        Forbidden: the viewer may not change relations of the concept.
        InvalidInput: a concept with itself, or a URI that is none.
        CircularHierarchy: the concept would be broader than itself.
    """
    ctx.viewer.must(Scope.DEFINITIONS_WRITE)
    other_end = await _resolved(ctx, target)
    async with work(ctx) as tell:
        related, sides = await _locked(ctx, concept_id, kind, other_end)
        await _must_stay_a_hierarchy(ctx, sides[0])
        if await relation_rows.add(sides, created_by=ctx.viewer.user_id):
            _note(tell, related, "concept.relate", _change(sides[0], is_added=True))
    return related


async def unrelate(ctx: Context, concept_id: UUID, kind: RelationKind, target: Target) -> Related:
    """Both ends, not related so. That they were not is no change.

    Raises:
        NotFound: one of the concepts is absent, or hidden from this viewer.
        Forbidden: the viewer may not change relations of the concept.
        InvalidInput: a concept with itself, or a URI that is none.
    """
    ctx.viewer.must(Scope.DEFINITIONS_WRITE)
    other_end = await _resolved(ctx, target)
    async with work(ctx) as tell:
        related, sides = await _locked(ctx, concept_id, kind, other_end)
        if await relation_rows.remove(sides):
            _note(tell, related, "concept.unrelate", _change(sides[0], is_added=False))
    return related


async def leave(tell: Tell, concept_id: UUID) -> None:
    """The upkeep looks at whatever is related to a concept that this transaction is about to remove."""
    for glossary_id, neighbour_id in await relation_rows.neighbours([concept_id]):
        tell.touch(glossary_id, concept_ids=[neighbour_id])


async def _locked(ctx: Context, concept_id: UUID, kind: RelationKind, target: Target) -> tuple[Related, list[Side]]:
    """Both ends as the viewer sees them, with the relation as it is stored; nobody else changes relations meanwhile."""
    await definition_keys.lock_names([HIERARCHY_LOCK])
    wanted = [one for one in (concept_id, target.concept_id) if one is not None]
    await definition_keys.lock_concepts(wanted)
    found = await concept_reads.by_ids(ctx.viewer.reader, wanted)
    if concept_id not in found:
        raise NotFound("Concept", concept_id, path=("conceptId",))
    if target.concept_id is not None and target.concept_id not in found:
        raise NotFound("Concept", target.concept_id, path=_TARGET)
    await _must_be_writable(ctx, found[concept_id])
    if target.concept_id == concept_id:
        raise InvalidInput(say("own-relation"), path=_TARGET, constraint="other-concept")
    if target.concept_id is None:
        return Related(found[concept_id], None), [Side(concept_id, kind, None, target.uri)]
    sides = [Side(concept_id, kind, target.concept_id), Side(target.concept_id, kind.inverse, concept_id)]
    return Related(found[concept_id], found[target.concept_id]), sides


async def _resolved(ctx: Context, target: Target) -> Target:
    """The target by its id when it is a concept that the viewer sees, else by a URI of the world outside."""
    if target.uri is None:
        return target
    concept = await concepts.by_uri(ctx, target.uri)
    if concept is not None:
        return Target(concept_id=concept.id)
    if not glossary_content.is_iri(target.uri):
        raise InvalidInput(say("no-iri"), path=_TARGET, constraint="iri")
    return target


async def _must_be_writable(ctx: Context, concept: Concept) -> None:
    """Editors may; others where everything that defines the concept is their own and nothing of it is in force."""
    if rights.is_editor(ctx.viewer):
        return
    defined = (await definition_reads.of_concepts(visibility.EVERYTHING, [concept.id])).get(concept.id, [])
    if not all(rights.is_own(ctx.viewer, one) and one.established_version is None for one in defined):
        raise Forbidden(said=say("not-your-concept"))


async def _must_stay_a_hierarchy(ctx: Context, side: Side) -> None:
    if side.target_id is None:
        return
    if side.kind in relation_rows.BROADER:
        lower, upper = side.concept_id, side.target_id
    elif side.kind.inverse in relation_rows.BROADER:
        lower, upper = side.target_id, side.concept_id
    else:
        return
    way = await _way_up(upper, goal=lower)
    if way is not None:
        raise CircularHierarchy([lower, *way], await _names(ctx, [lower, *way]), path=_TARGET)


async def _way_up(start: UUID, *, goal: UUID) -> list[UUID] | None:
    """A shortest way from one concept up to another, both included; one statement per level."""
    came_from: dict[UUID, UUID | None] = {start: None}
    level = [start]
    while level and goal not in came_from:
        level = [upper for lower, upper in await relation_rows.broader(level) if _is_new(came_from, upper, lower)]
    if goal not in came_from:
        return None
    way, here = [goal], came_from[goal]
    while here is not None:
        way.append(here)
        here = came_from[here]
    return way[::-1]


def _is_new(came_from: dict[UUID, UUID | None], upper: UUID, lower: UUID) -> bool:
    return upper not in came_from and came_from.setdefault(upper, lower) == lower


async def _names(ctx: Context, concept_ids: Sequence[UUID]) -> list[str]:
    """What the viewer knows the concepts by; dots for one that is hidden."""
    defined = await definition_reads.of_concepts(ctx.viewer.reader, concept_ids)
    return [defined[one][0].term if defined.get(one) else "…" for one in concept_ids]


def _note(tell: Tell, related: Related, action: str, change: Json) -> None:
    for end in (related.concept, related.target):
        if end is not None:
            tell.touch(end.glossary_id, concept_ids=[end.id])
    tell.audit(action, "Concept", related.concept.id, [change])


def _change(side: Side, *, is_added: bool) -> Json:
    told = f"{side.kind} {side.target_id or side.target_uri}"
    return {"path": ["relations"], "before": None if is_added else told, "after": told if is_added else None}
