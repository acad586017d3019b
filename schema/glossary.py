"""The type Glossary: a set of definitions with one owner, one style and one rule profile."""

from typing import Annotated

import strawberry

from models import glossary as glossary_rows
from models.context_reads import ContextChoice, ContextUse
from models.definition import Concept
from models.quality_reads import Quality
from models.records import DefinitionRecord, FindingRecord
from resolvers import checking, concepts, definitions, glossaries, glossary_figures, validations
from resolvers.gate_rules import Demand
from resolvers.paging import Page, Slice
from rules.profiles import Profile
from schema import definition_filter, filters, finding_filter, lazy, parsing
from schema.connection import Connection, Paged
from schema.context_connection import ContextConnection
from schema.definition_enums import ContextKind, Transition
from schema.definition_filter import DefinitionFilter, DefinitionOrder
from schema.directives import PAGED, Cost, assumed
from schema.filters import StringFilter
from schema.info import Info
from schema.node import Versioned
from schema.profile import RuleProfile
from schema.quality import GlossaryQuality
from schema.scalars import URI, Locale

Row = strawberry.Parent[glossary_rows.Glossary]
Search = Annotated[
    str | None,
    strawberry.argument(
        description="Words to look for in term, designations and text; at most 500 characters. Blank looks for nothing."
    ),
]
Filtered = Annotated[DefinitionFilter | None, strawberry.argument(description="Which definitions.")]
Ordered = Annotated[
    list[DefinitionOrder] | None,
    strawberry.argument(description="What to sort by, most important first. By score when searching, else by term."),
]


@strawberry.type(description="One requirement of a step, such as `no-open-errors` or `approver-is-not-author`.")
class GateRule:
    """What one step demands."""

    transition: Transition = strawberry.field(description="The step.")
    code: str = strawberry.field(
        description="Name of the requirement: `text-not-empty`, `run-is-fresh`, `no-open-errors`, "
        "`approver-is-not-author`, `not-circular`, `not-duplicate` or `note-given`."
    )
    is_enabled: bool = strawberry.field(description="Whether it is demanded.")
    is_overridable: bool = strawberry.field(
        description="Whether an `overrideReason` lets a definition pass without it."
    )
    required: str | None = strawberry.field(
        description="How many open errors are allowed, a whole number as text; null for requirements without an amount."
    )


@strawberry.type(description="A set of definitions with one owner, one style and one rule profile.")
class Glossary(Versioned):
    """A row of `glossaries`."""

    slug: str = strawberry.field(
        description="Human-readable key of at most 80 small letters, digits and hyphens; unique on this server, never "
        "changed."
    )
    name: str = strawberry.field(description="Name to show; at most 200 characters.")
    description: str | None = strawberry.field(
        description="What it is for; at most 4,000 characters. Null when nobody said."
    )
    is_public: bool = strawberry.field(description="Whether anonymous callers see its definitions in force.")
    base_uri: URI | None = strawberry.field(
        description="Base of the linked-data URIs of its concepts; null where they are URNs."
    )
    locales: list[Locale] = strawberry.field(
        description="Languages that its definitions are written in, 1 to 50, the main one first."
    )

    @strawberry.field(description="The rules that apply here.", graphql_type=RuleProfile)
    def profile(self, root: Row) -> Profile:
        """The rule profile with what the glossary sets itself."""
        return checking.profile_of(root)

    @strawberry.field(
        description="Those of it that the caller may see. By score when searching, else by term.",
        graphql_type=lazy.LazyDefinitionConnection,
        extensions=[Paged()],
        directives=[PAGED],
    )
    async def definitions(
        self,
        root: Row,
        info: Info,
        slice_: Slice,
        search: Search = strawberry.UNSET,
        filter: Filtered = strawberry.UNSET,
        order_by: Ordered = strawberry.UNSET,
    ) -> Page[DefinitionRecord]:
        """Its definitions, as the viewer sees them."""
        return await definitions.page(
            info.context,
            slice_,
            search=search or None,
            filter_=definition_filter.parsed(filter),
            order=definition_filter.ordered(order_by),
            glossary_id=root.id,
        )

    @strawberry.field(
        description="Those that the caller sees a definition of. By notation, then by preferred term; `topOnly` leaves "
        "out those with a broader concept.",
        graphql_type=Connection[lazy.LazyConcept],
        extensions=[Paged()],
        directives=[PAGED],
    )
    async def concepts(
        self,
        root: Row,
        info: Info,
        slice_: Slice,
        top_only: Annotated[bool, strawberry.argument(description="Only those without a broader concept.")] = False,
    ) -> Page[Concept]:
        """Its concepts that the viewer sees a definition of."""
        return await concepts.page(info.context, root, slice_, top_only=top_only)

    @strawberry.field(
        description="Contexts in use in definitions that the caller sees, most used first: the choices of an editor.",
        graphql_type=ContextConnection,
        extensions=[Paged()],
        directives=[Cost(weight=5), PAGED],
    )
    async def contexts(
        self,
        root: Row,
        info: Info,
        slice_: Slice,
        kind: Annotated[
            list[ContextKind] | None, strawberry.argument(description="Only of these kinds.")
        ] = strawberry.UNSET,
        name: Annotated[
            StringFilter | None, strawberry.argument(description="Only with such a name.")
        ] = strawberry.UNSET,
    ) -> Page[ContextUse]:
        """The contexts of the definitions that the viewer sees."""
        kinds = parsing.given(kind)
        choice = ContextChoice(kind=None if kinds is None else tuple(kinds), name=filters.text(name))
        return await glossary_figures.contexts(info.context, root, slice_, choice)

    @strawberry.field(
        description="Open findings of all texts that the caller reads, most severe first.",
        graphql_type=Connection[lazy.LazyFinding],
        extensions=[Paged()],
        directives=[PAGED],
    )
    async def findings(
        self,
        root: Row,
        info: Info,
        slice_: Slice,
        filter: finding_filter.Asked = finding_filter.OPEN,
    ) -> Page[FindingRecord]:
        """What the rules have against its texts, as the viewer sees them."""
        return await validations.findings(info.context, root, slice_, finding_filter.parsed(filter))

    @strawberry.field(
        description="What each step demands here, in the order of the workflow.",
        graphql_type=list[GateRule],
        directives=[assumed(20)],
    )
    async def gate_rules(self, root: Row, info: Info) -> list[Demand]:
        """Shipped demands with the changes of this glossary."""
        return await glossaries.gate_rules(info.context, root)

    @strawberry.field(
        description="Figures over its current texts.", graphql_type=GlossaryQuality, directives=[Cost(weight=20)]
    )
    async def quality(self, root: Row, info: Info) -> Quality:
        """How good its texts are, as far as the viewer reads them."""
        return await glossary_figures.quality(info.context, root)
