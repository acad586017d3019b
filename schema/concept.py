"""The type Concept: a unit of thought, whose definitions are one meaning in several languages."""

from typing import Annotated

import strawberry

from models import definition as definition_rows
from models import glossary as glossary_rows
from models.errors import NotFound
from models.records import DefinitionRecord
from models.relation_reads import Relation
from resolvers import concepts, relations
from resolvers.context import Context
from resolvers.paging import Page, Slice
from schema import ids, lazy, parsing
from schema.connection import Connection, Paged
from schema.directives import PAGED, assumed
from schema.filters import UNSET
from schema.info import Info
from schema.node import Node
from schema.relation import ConceptRelation, RelationKind
from schema.scalars import URI, Locale

Row = strawberry.Parent[definition_rows.Concept]


@strawberry.type(
    description="A unit of thought (ISO 1087, SKOS) of one glossary: its definitions are the same meaning in several "
    "languages, at most one per language that is not archived. Another meaning, for instance in another context, is "
    "another concept."
)
class Concept(Node):
    """A row of `concepts`."""

    notation: str | None = strawberry.field(
        description="Code in the classification of the glossary, at most 100 characters; null when it has none."
    )

    @strawberry.field(description="The glossary that it belongs to.", graphql_type=lazy.LazyGlossary)
    async def glossary(self, root: Row, info: Info) -> glossary_rows.Glossary | None:
        """The glossary."""
        return await info.context.loaders.glossary.load(root.glossary_id)

    @strawberry.field(description="Identifies it in linked data.")
    async def uri(self, root: Row, info: Info) -> URI:
        """The URI under the base of the glossary."""
        glossary = await info.context.loaders.glossary.load(root.glossary_id)
        if glossary is None:
            raise NotFound("Glossary", root.glossary_id)
        return URI(concepts.uri(root, glossary))

    @strawberry.field(
        description="Those that the caller may see, archived ones left out, by locale.",
        graphql_type=list[lazy.LazyDefinition],
        directives=[assumed(3)],
    )
    async def definitions(
        self,
        root: Row,
        info: Info,
        locales: Annotated[
            list[Locale] | None, strawberry.argument(description="Only in these languages; omitted: in all.")
        ] = strawberry.UNSET,
    ) -> list[DefinitionRecord]:
        """Its definitions, as the viewer sees them."""
        return await concepts.definitions(info.context, root, parsing.given(locales))

    @strawberry.field(
        description="How it stands to others, in the order made; those to concepts that the caller may not see are left out.",
        graphql_type=Connection[ConceptRelation],
        extensions=[Paged()],
        directives=[PAGED],
    )
    async def relations(
        self,
        root: Row,
        info: Info,
        slice_: Slice,
        kinds: Annotated[
            list[RelationKind] | None, strawberry.argument(description="Only of these kinds.")
        ] = strawberry.UNSET,
    ) -> Page[Relation]:
        """Its relations, as the viewer sees them."""
        return await relations.page(info.context, root, slice_, parsing.given(kinds))


@strawberry.input(one_of=True, description="Exactly one way to name a concept.")
class ConceptBy:
    """One of two names."""

    id: strawberry.ID | None = strawberry.field(default=UNSET, description="By its id.")
    uri: URI | None = strawberry.field(default=UNSET, description="By its URI.")


async def named(ctx: Context, by: ConceptBy) -> definition_rows.Concept | None:
    """The concept of this name, if the viewer may see one of its definitions. `by` holds exactly one (the executor's law)."""
    if (text := parsing.given(by.id)) is not None:
        key = ids.find("Concept", text)
        return None if key is None else await concepts.find(ctx, key)
    return await concepts.by_uri(ctx, by.uri or "")
