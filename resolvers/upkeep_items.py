"""Working texts as the web of a glossary reads them."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from uuid import UUID

from models import upkeep_reads
from models.kinds import DefinitionStatus
from models.upkeep_reads import Text
from resolvers import checking
from rules.kit import RelationKind
from rules.web.item import Item, Relation


@dataclass(frozen=True, slots=True)
class Read:
    """A definition as it was read at this version; an archived one is not in the web."""

    item: Item
    version: int
    is_archived: bool


async def everything(glossary_id: UUID) -> list[Read]:
    """Every definition of the glossary that is not archived, in id order; a thousand per round trip."""
    texts: list[Text] = []
    while True:
        page = await upkeep_reads.page(glossary_id, texts[-1].id if texts else None)
        texts += page
        if len(page) < upkeep_reads.PAGE:
            return await _read(texts)


async def some(glossary_id: UUID, ids: Collection[UUID], concept_ids: Collection[UUID]) -> list[Read]:
    """These definitions of the glossary, and all of these concepts; those that are gone are left out."""
    return await _read(await upkeep_reads.some(glossary_id, ids, concept_ids))


async def _read(texts: Sequence[Text]) -> list[Read]:
    known = await upkeep_reads.relations({text.concept_id for text in texts})
    relations = {
        concept_id: tuple(Relation(RelationKind(kind), target) for kind, target in found)
        for concept_id, found in known.items()
    }
    return [
        Read(_item(text, relations.get(text.concept_id, ())), text.version, text.status is DefinitionStatus.ARCHIVED)
        for text in texts
    ]


def _item(text: Text, relations: tuple[Relation, ...]) -> Item:
    return Item(
        id=str(text.id),
        entry=checking.entry(text),
        concept=str(text.concept_id),
        relations=relations,
        notations=() if text.notation is None else (text.notation,),
        text_changed_at=text.text_changed_at,
        is_established=text.is_in_force,
    )
