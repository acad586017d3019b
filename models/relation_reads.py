"""Relations of a concept as one reader sees them: those whose other end lives elsewhere, or may be seen."""

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from models import concept_reads, store
from models.paging import Key, Listing
from models.values import Values
from models.visibility import Reader
from rules.kit import RelationKind


@dataclass(frozen=True, slots=True)
class Relation:
    """A relation seen from one end; `target_id` is null when the other end lives elsewhere."""

    kind: RelationKind
    target_id: UUID | None
    target_uri: str | None


def relation(row: store.Row) -> Relation:
    """The relation in a row of the listing."""
    return Relation(RelationKind(row["kind"]), row["target_id"], row["target_uri"])


def listing(reader: Reader, concept_id: UUID, kinds: Collection[RelationKind] | None) -> Listing:
    """The relations of a concept in the order made; of these kinds when some are named."""
    values = Values()
    own = f"r.concept_id = {values.add(concept_id)}::uuid"
    asked = "TRUE" if kinds is None else f"r.kind = ANY({values.add(sorted(kinds))}::text[])"
    visible = concept_reads.predicate(reader, "t", values)
    target = f"EXISTS (SELECT 1 FROM concepts t WHERE t.id = r.target_id AND {visible})"
    source = (
        "SELECT r.id, r.kind, r.target_id, r.target_uri FROM concept_relations r "
        f"WHERE {own} AND {asked} AND (r.target_id IS NULL OR {target})"
    )
    return Listing((source,), (Key("d.id", "uuid"),), values)
