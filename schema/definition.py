"""The type Definition: a term and the text that defines it, in one language."""

from typing import Annotated

import strawberry

from models.definition import Concept as ConceptRow
from models.glossary import Glossary as GlossaryRow
from models.records import DefinitionRecord, VersionRecord
from models.user import User
from resolvers import definitions, gates, similar, versions
from resolvers.conditions import Gate
from resolvers.paging import Page, Slice
from resolvers.similar import SimilarDefinition as Likeness
from schema import lazy, person
from schema.connection import Paged
from schema.content import DefinitionContent, Generation
from schema.definition_enums import Action, DefinitionOrigin, DefinitionStatus, Transition
from schema.definition_history import DefinitionHistory
from schema.directives import PAGED, Cost
from schema.info import Info
from schema.node import Versioned
from schema.person import Actor, System
from schema.similar import SLICED, First, SimilarDefinition

Row = strawberry.Parent[DefinitionRecord]


@strawberry.type(
    description="A term and the text that defines it, in one language. Content and status are those of the working text, "
    "which an edit of an established text makes a DRAFT again while `establishedVersion` stays in force. Callers without "
    "the right to drafts read the version in force in these same fields, with status ESTABLISHED, and filters, search, "
    "order, `version`, `updatedAt`, findings, runs and events see only that; for them a definition without a version in "
    "force does not exist."
)
class Definition(DefinitionHistory, Versioned, DefinitionContent):
    """A definition as one reader sees it."""

    slug: str = strawberry.field(
        description="Human-readable key, made by the server from the first term; unique in its glossary, unchanged by renaming."
    )
    status: DefinitionStatus = strawberry.field(description="Where the text stands.")
    origin: DefinitionOrigin = strawberry.field(description="How the text came to be.")

    @strawberry.field(
        description="Null unless `origin` is GENERATED, or when the caller may not change the definition.",
        graphql_type=Generation | None,
    )
    def generation(self, root: Row, info: Info) -> dict[str, str | None] | None:
        """The provenance, for those who may change the definition."""
        return root.generation if Action.UPDATE in gates.viewer_can(info.context, root) else None

    @strawberry.field(description="The glossary that it belongs to.", graphql_type=lazy.LazyGlossary)
    async def glossary(self, root: Row, info: Info) -> GlossaryRow | None:
        """The glossary."""
        return await info.context.loaders.glossary.load(root.glossary_id)

    @strawberry.field(
        description="The concept that this text defines; its other definitions are translations.",
        graphql_type=lazy.LazyConcept,
    )
    async def concept(self, root: Row, info: Info) -> ConceptRow | None:
        """The concept."""
        return await info.context.loaders.concept.load(root.concept_id)

    @strawberry.field(
        description="The version in force; null until one was established and once archived. A newer draft does not replace it.",
        graphql_type=lazy.LazyVersion | None,
    )
    async def established_version(self, root: Row, info: Info) -> VersionRecord | None:
        """The version in force."""
        return await versions.established(info.context, root)

    @strawberry.field(
        description="What stands in the way of this step, condition by condition.",
        graphql_type=lazy.LazyTransitionGate,
        directives=[Cost(weight=5)],
    )
    async def gate(
        self,
        root: Row,
        info: Info,
        transition: Annotated[Transition, strawberry.argument(description="The step in question.")],
    ) -> Gate:
        """The answer of the gate, should the step be asked for now."""
        return await gates.evaluate(info.context, root, transition)

    @strawberry.field(
        description="Definitions of the same glossary and language whose text uses this term or a designation of it in "
        "any form, by term; those that the caller may not see are left out.",
        graphql_type=lazy.LazyDefinitionConnection,
        extensions=[Paged()],
        directives=[PAGED],
    )
    async def used_by(self, root: Row, info: Info, slice_: Slice) -> Page[DefinitionRecord]:
        """The definitions that depend on this one."""
        return await definitions.used_by(info.context, root, slice_)

    @strawberry.field(
        description="Definitions of the same glossary and language whose term or designation this text uses in any form, "
        "by term; those that the caller may not see are left out.",
        graphql_type=lazy.LazyDefinitionConnection,
        extensions=[Paged()],
        directives=[PAGED],
    )
    async def uses(self, root: Row, info: Info, slice_: Slice) -> Page[DefinitionRecord]:
        """The definitions that this one depends on."""
        return await definitions.uses(info.context, root, slice_)

    @strawberry.field(
        description="Definitions of the same glossary and language that share a label or most of the text, most similar "
        "first; at most 50.",
        graphql_type=list[SimilarDefinition],
        directives=[Cost(weight=20), SLICED],
    )
    async def similar(self, root: Row, info: Info, first: First = 10) -> list[Likeness]:
        """The definitions that this one resembles."""
        return await similar.of_definition(info.context, root, first)

    @strawberry.field(
        description="Who wrote it first. Null for anonymous callers; a `SystemActor` when no person did it or the person "
        "is gone.",
        graphql_type=Actor | None,
    )
    async def created_by(self, root: Row, info: Info) -> User | System | None:
        """Its first author."""
        return await person.seen(info.context, root.created_by_id)

    @strawberry.field(
        description="Who changed it last. Null for anonymous callers; a `SystemActor` when no person did it or the person"
        " is gone.",
        graphql_type=Actor | None,
    )
    async def updated_by(self, root: Row, info: Info) -> User | System | None:
        """Its last author."""
        return await person.seen(info.context, root.updated_by_id)

    @strawberry.field(description="What the caller may do now; drives buttons without a trial request.")
    def viewer_can(self, root: Row, info: Info) -> list[Action]:
        """The acts open to the viewer."""
        return gates.viewer_can(info.context, root)

    @strawberry.field(
        description="Steps that status and permissions allow the caller now, in the order of the workflow; whether the "
        "gate lets one pass is in `gate`."
    )
    def viewer_transitions(self, root: Row, info: Info) -> list[Transition]:
        """The steps open to the viewer."""
        return gates.viewer_transitions(info.context, root)
