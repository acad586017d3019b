"""The type ConceptRelation: how one concept stands to another, seen from one end."""

import strawberry

from models import definition as definition_rows
from models.errors import NotFound
from models.relation_reads import Relation
from resolvers import concepts
from rules.kit import RelationKind
from schema import lazy
from schema.enums import described
from schema.info import Info
from schema.scalars import URI

__all__ = ["ConceptRelation", "RelationKind"]

Row = strawberry.Parent[Relation]

described(
    RelationKind,
    "RelationKind",
    "How one concept stands to another, seen from one end (SKOS; ISO 25964 for the three kinds of hierarchy).",
    {
        "BROADER": "The other is broader.",
        "NARROWER": "The other is narrower.",
        "RELATED": "They are associated.",
        "BROADER_GENERIC": "The other is its genus.",
        "NARROWER_GENERIC": "The other is a kind of it.",
        "BROADER_PARTITIVE": "The other is a whole that it is part of.",
        "NARROWER_PARTITIVE": "The other is a part of it.",
        "BROADER_INSTANTIAL": "The other is the class that it is an instance of.",
        "NARROWER_INSTANTIAL": "The other is an instance of it.",
        "EXACT_MATCH": "The other means the same in another vocabulary.",
        "CLOSE_MATCH": "The other means nearly the same in another vocabulary.",
        "BROAD_MATCH": "The other, of another vocabulary, is broader.",
        "NARROW_MATCH": "The other, of another vocabulary, is narrower.",
        "RELATED_MATCH": "The other, of another vocabulary, is associated.",
        "REPLACES": "The other is no longer used in favour of this one.",
        "REPLACED_BY": "The other is used in its place.",
    },
)


@strawberry.type(
    description="Seen from one end; the server keeps the inverse. `concept` is null when the other end lives elsewhere."
)
class ConceptRelation:
    """A side of a relation."""

    kind: RelationKind = strawberry.field(description="How it stands to the other end.")

    @strawberry.field(description="The other end; null when it lives elsewhere.", graphql_type=lazy.LazyConcept | None)
    async def concept(self, root: Row, info: Info) -> definition_rows.Concept | None:
        """The other end, which the viewer may see."""
        return None if root.target_id is None else await info.context.loaders.concept.load(root.target_id)

    @strawberry.field(description="Identifies the other end in linked data.")
    async def uri(self, root: Row, info: Info) -> URI:
        """The URI of the other end."""
        if root.target_id is None:
            return URI(root.target_uri or "")
        concept = await info.context.loaders.concept.load(root.target_id)
        glossary = None if concept is None else await info.context.loaders.glossary.load(concept.glossary_id)
        if concept is None or glossary is None:
            raise NotFound("Concept", root.target_id)
        return URI(concepts.uri(concept, glossary))
