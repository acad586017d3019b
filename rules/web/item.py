"""What the web of a glossary is made of: one definition in one language, and the relations of its concept."""

from dataclasses import dataclass
from datetime import datetime

from rules.entry import Entry
from rules.kit import RelationKind


@dataclass(frozen=True, slots=True, order=True)
class Relation:
    """How a concept stands to another: the id of a concept of the glossary, or a URI of the world outside."""

    kind: RelationKind
    target: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One definition as it stands now.

    `relations` are those of its concept, seen from it, inverses included; they are equal on all items of a concept, as are
    `notations`.
    """

    id: str
    entry: Entry
    concept: str
    relations: tuple[Relation, ...] = ()
    notations: tuple[str, ...] = ()
    text_changed_at: datetime | None = None
    is_established: bool = False
