"""Queries for definitions, glossaries and concepts."""

from typing import Annotated

import strawberry

from models import definition as definition_rows
from models import glossary as glossary_rows
from models.records import DefinitionRecord
from resolvers import definitions, glossaries
from resolvers.paging import Page, Slice
from schema import concept, definition_filter, definition_key, glossary_key, lazy, permissions
from schema.concept import ConceptBy
from schema.connection import Connection, Paged
from schema.definition_key import DefinitionBy
from schema.directives import PAGED
from schema.glossary import Filtered, Ordered, Search
from schema.glossary_key import GlossaryBy
from schema.info import Info

Named = strawberry.argument(description="Its name.")


@strawberry.type(description="Queries for definitions, glossaries and concepts.")
class DefinitionQueries:
    """Part of the type Query."""

    @strawberry.field(
        description="One definition; null when there is none that the caller may see.",
        graphql_type=lazy.LazyDefinition | None,
        permission_classes=[permissions.Reads],
    )
    async def definition(self, info: Info, by: Annotated[DefinitionBy, Named]) -> DefinitionRecord | None:
        """The definition of this name."""
        return await definition_key.named(info.context, by)

    @strawberry.field(
        description="Those that the caller may see. `search` looks in term, designations and text. By score when "
        "searching, else by term.",
        graphql_type=lazy.LazyDefinitionConnection,
        permission_classes=[permissions.Reads],
        extensions=[Paged()],
        directives=[PAGED],
    )
    async def definitions(
        self,
        info: Info,
        slice_: Slice,
        search: Search = strawberry.UNSET,
        filter: Filtered = strawberry.UNSET,
        order_by: Ordered = strawberry.UNSET,
    ) -> Page[DefinitionRecord]:
        """The definitions that the viewer may see."""
        return await definitions.page(
            info.context,
            slice_,
            search=search or None,
            filter_=definition_filter.parsed(filter),
            order=definition_filter.ordered(order_by),
        )

    @strawberry.field(
        description="One glossary; null when there is none that the caller may see.",
        graphql_type=lazy.LazyGlossary | None,
        permission_classes=[permissions.Reads],
    )
    async def glossary(self, info: Info, by: Annotated[GlossaryBy, Named]) -> glossary_rows.Glossary | None:
        """The glossary of this name."""
        return await glossary_key.named(info.context, by)

    @strawberry.field(
        description="Those that the caller may see, by name.",
        graphql_type=Connection[lazy.LazyGlossary],
        permission_classes=[permissions.Reads],
        extensions=[Paged()],
        directives=[PAGED],
    )
    async def glossaries(self, info: Info, slice_: Slice) -> Page[glossary_rows.Glossary]:
        """The glossaries that the viewer may see."""
        return await glossaries.page(info.context, slice_)

    @strawberry.field(
        description="One concept; null when there is none that the caller may see.",
        graphql_type=lazy.LazyConcept | None,
        permission_classes=[permissions.Reads],
    )
    async def concept(self, info: Info, by: Annotated[ConceptBy, Named]) -> definition_rows.Concept | None:
        """The concept of this name."""
        return await concept.named(info.context, by)
