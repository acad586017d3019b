"""The type GlossaryQuality: figures over the current texts of a glossary."""

from collections.abc import Sequence
from typing import Annotated

import strawberry

from models.quality_reads import Quality, RuleFindings
from resolvers import glossary_figures, rule_lookups
from schema import lazy
from schema.directives import ListSize
from schema.info import Info

SLICED = ListSize(slicing_arguments=["first"])


@strawberry.type(description="How many open findings of one rule there are.")
class RuleCount:
    """A rule and its findings."""

    count: int = strawberry.field(description="Open errors and warnings, waived ones left out.")

    @strawberry.field(description="The rule.", graphql_type=lazy.LazyRule)
    def rule(self, root: strawberry.Parent[RuleFindings], info: Info) -> rule_lookups.Found:
        """The rule."""
        return rule_lookups.find(info.context, root.code)


@strawberry.type(
    description="Figures over the current texts of a glossary: those that the caller reads, archived ones left out. "
    "Whoever reads only what is in force gets the figures of that. Waived findings and questions do not count."
)
class GlossaryQuality:
    """The figures of one glossary."""

    definition_count: int = strawberry.field(description="Texts in all.")
    validated_count: int = strawberry.field(description="Texts with a finished run.")
    mean_score: float | None = strawberry.field(
        description="Mean score of those, 0 to 100, 100 is best; null when there are none."
    )
    open_error_count: int = strawberry.field(description="Open findings of severity ERROR.")
    open_warning_count: int = strawberry.field(description="Open findings of severity WARNING.")

    @strawberry.field(
        description="Rules with the most open errors and warnings, most first; at most 100.",
        graphql_type=list[RuleCount],
        directives=[SLICED],
    )
    def worst_rules(
        self,
        root: strawberry.Parent[Quality],
        first: Annotated[int, strawberry.argument(description="How many, 1 to 100.")] = 10,
    ) -> Sequence[RuleFindings]:
        """Where to begin."""
        return glossary_figures.worst_rules(root, first)
