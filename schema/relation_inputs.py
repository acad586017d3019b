"""What mutations of relations take and answer."""

import strawberry

from models import definition as definition_rows
from resolvers.relations import Target
from rules.kit import RelationKind
from schema import ids, lazy, parsing
from schema.concept import ConceptBy
from schema.definition_payloads import ABSENT
from schema.payload import MutationPayload

_CONCEPT = f"The concept as it is now. {ABSENT}"
_TARGET = f"The other end as it is now; null when it lives elsewhere. {ABSENT}"


@strawberry.input(description="A relation to make: from the concept, of this kind, to the target.")
class RelateConceptsInput:
    """A relation."""

    concept_id: strawberry.ID = strawberry.field(description="The concept that it is seen from.")
    kind: RelationKind = strawberry.field(description="How the concept stands to the target.")
    target: ConceptBy = strawberry.field(
        description="The other end: a concept of any glossary that the caller may read, or a URI of the world outside."
    )


@strawberry.input(description="A relation to take back: from the concept, of this kind, to the target.")
class UnrelateConceptsInput:
    """A relation."""

    concept_id: strawberry.ID = strawberry.field(description="The concept that it is seen from.")
    kind: RelationKind = strawberry.field(description="How the concept stands to the target.")
    target: ConceptBy = strawberry.field(description="The other end.")


@strawberry.type(description="Answer of `relateConcepts`.")
class RelateConceptsPayload(MutationPayload):
    """Both ends."""

    concept: definition_rows.Concept | None = strawberry.field(
        default=None, description=_CONCEPT, graphql_type=lazy.LazyConcept | None
    )
    target: definition_rows.Concept | None = strawberry.field(
        default=None, description=_TARGET, graphql_type=lazy.LazyConcept | None
    )


@strawberry.type(description="Answer of `unrelateConcepts`.")
class UnrelateConceptsPayload(MutationPayload):
    """Both ends."""

    concept: definition_rows.Concept | None = strawberry.field(
        default=None, description=_CONCEPT, graphql_type=lazy.LazyConcept | None
    )
    target: definition_rows.Concept | None = strawberry.field(
        default=None, description=_TARGET, graphql_type=lazy.LazyConcept | None
    )


def target(by: ConceptBy) -> Target:
    """The other end that the input names.

    Raises:
        NotFound: the id is none of a concept.
    """
    if (text := parsing.given(by.id)) is not None:
        return Target(concept_id=ids.decode("Concept", text, "target", "id"))
    return Target(uri=by.uri or "")
