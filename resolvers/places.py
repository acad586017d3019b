"""Places in concepts: a concept has at most one definition per language that is not archived."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from auth.viewer import Viewer
from models import definition_keys
from models.definition_keys import Occupant
from models.errors import NotFound, Refusal
from models.sentences import say
from resolvers.errors import Taken

_PATH = ("conceptId",)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """What a definition asks for; `definition_id` is null for one that is not there yet."""

    concept_id: UUID
    locale: str
    definition_id: UUID | None = None


@dataclass(slots=True)
class Places:
    """The concepts of one glossary, locked, and who holds a place in them."""

    viewer: Viewer
    glossary_id: UUID
    glossary_of: dict[UUID, UUID]
    holders: dict[tuple[UUID, str], list[Occupant]]
    given: set[tuple[UUID, str]]

    def refusal(self, place: Place) -> Refusal | None:
        """Why the place cannot be had; null when it can, and then it is given away."""
        if self.glossary_of.get(place.concept_id) != self.glossary_id:
            return NotFound("Concept", place.concept_id, path=_PATH)
        spot = (place.concept_id, place.locale)
        holder = next((one for one in self.holders.get(spot, ()) if one.definition_id != place.definition_id), None)
        if holder is not None:
            said = say("place-taken", locale=place.locale)
            return Taken(said, kind="Definition", existing_id=self._shown(holder), path=_PATH)
        if spot in self.given:
            return Taken(say("place-taken-by-item", locale=place.locale), kind="Definition", path=_PATH)
        self.given.add(spot)
        return None

    def _shown(self, holder: Occupant) -> UUID | None:
        reader = self.viewer.reader
        is_own = holder.author_id is not None and holder.author_id == reader.user_id
        return holder.definition_id if holder.is_in_force or is_own or reader.sees_all_drafts else None


async def lock(viewer: Viewer, glossary_id: UUID, *, concept_ids: Iterable[UUID]) -> Places:
    """The places of these concepts, until the transaction ends."""
    ids: Sequence[UUID] = sorted(set(concept_ids))
    holders: dict[tuple[UUID, str], list[Occupant]] = {}
    glossary_of = await definition_keys.lock_concepts(ids) if ids else {}
    for occupant in await definition_keys.occupants(ids) if ids else []:
        holders.setdefault((occupant.concept_id, occupant.locale), []).append(occupant)
    return Places(viewer, glossary_id, glossary_of, holders, set())


async def must_have(viewer: Viewer, glossary_id: UUID, *, place: Place) -> None:
    """Nothing, when the place can be had; nobody else gets it until the transaction ends.

    Raises:
        NotFound: the glossary has no such concept.
        Taken: another definition holds the place.
    """
    refusal = (await lock(viewer, glossary_id, concept_ids=[place.concept_id])).refusal(place)
    if refusal is not None:
        raise refusal
