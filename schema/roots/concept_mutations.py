"""Mutations of concepts."""

from typing import Annotated

import strawberry

from auth.scopes import Scope
from resolvers import relations
from schema import ids, permissions, relation_inputs
from schema.directives import Cost, scopes
from schema.info import Info
from schema.payload import Refusable
from schema.relation_inputs import (
    RelateConceptsInput,
    RelateConceptsPayload,
    UnrelateConceptsInput,
    UnrelateConceptsPayload,
)

WRITE = [scopes(Scope.DEFINITIONS_WRITE), Cost(weight=10)]
Writes = permissions.holding(Scope.DEFINITIONS_WRITE)
Told = strawberry.argument(description="What to do.")


@strawberry.type(description="Mutations of concepts.")
class ConceptMutations:
    """Part of the type Mutation."""

    @strawberry.mutation(
        description="Relates a concept to another, which then shows the inverse. A relation that is there already is no "
        "change; one that would close a circle of broader concepts is refused, and the message names the "
        "circle. Needs `definitions:write`; editors relate any concept, an author those that nobody else "
        "defines and of which nothing is in force. Refused with NOT_FOUND, FORBIDDEN, CONFLICT (constraint "
        "`no-circle`).",
        permission_classes=[Writes],
        extensions=[Refusable(RelateConceptsPayload)],
        directives=WRITE,
    )
    async def relate_concepts(
        self,
        info: Info,
        input: Annotated[RelateConceptsInput, Told],
    ) -> RelateConceptsPayload:
        """Both ends as they are now."""
        concept_id = ids.decode("Concept", input.concept_id, "conceptId")
        made = await relations.relate(info.context, concept_id, input.kind, relation_inputs.target(input.target))
        return RelateConceptsPayload(concept=made.concept, target=made.target)

    @strawberry.mutation(
        description="Takes a relation back, at both ends. One that is not there is no change. Needs `definitions:write`, "
        "and rights as for `relateConcepts`. Refused with NOT_FOUND, FORBIDDEN.",
        permission_classes=[Writes],
        extensions=[Refusable(UnrelateConceptsPayload)],
        directives=WRITE,
    )
    async def unrelate_concepts(
        self,
        info: Info,
        input: Annotated[UnrelateConceptsInput, Told],
    ) -> UnrelateConceptsPayload:
        """Both ends as they are now."""
        concept_id = ids.decode("Concept", input.concept_id, "conceptId")
        left = await relations.unrelate(info.context, concept_id, input.kind, relation_inputs.target(input.target))
        return UnrelateConceptsPayload(concept=left.concept, target=left.target)
