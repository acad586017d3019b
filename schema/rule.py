"""The type Rule: a check that a definition has to pass."""

import strawberry

from models import glossary as glossary_rows
from rules import messages
from rules import rule as rule_values
from schema import lazy
from schema.definition_enums import Category
from schema.directives import assumed
from schema.info import Info
from schema.node import Node
from schema.scalars import Locale
from schema.validation_enums import Confidence, RuleScope, RuleStatus, Severity

Row = strawberry.Parent[rule_values.Rule]


@strawberry.type(description="A text that the rule marks, or leaves alone.")
class RuleExample:
    """An example of a rule."""

    text: str = strawberry.field(description="A definition text, as an author would write it.")
    is_compliant: bool = strawberry.field(description="Whether the rule leaves it alone.")
    note: str | None = strawberry.field(description="What is worth noticing; null when nothing is.")


@strawberry.type(description="A check that a definition has to pass.")
class Rule(Node):
    """A rule of the catalogue."""

    code: str = strawberry.field(description="Short stable code such as `FRM-07`; unique on this server, never reused.")
    pattern: str | None = strawberry.field(description="RE2 pattern; null for a built-in rule.")
    locales: list[Locale] = strawberry.field(description="Languages that it can judge; empty when it judges all.")
    references: list[str] = strawberry.field(
        description="Codes of other catalogues that this rule carries out, such as ASTRA `STR-01` or ISO 11179-4 `R3`."
    )
    confidence: Confidence = strawberry.field(description="How sure it is of its own findings.")
    scope: RuleScope = strawberry.field(
        description="Whether the rule needs the text alone, the entry, its neighbours, or the whole glossary."
    )
    measured_precision: float | None = strawberry.field(
        description="Share of hits judged right in the published sample, 0 to 1; null where none was judged."
    )
    has_fix: bool = strawberry.field(description="Whether its findings may carry a fix.")
    group: str = strawberry.field(description="The letters of its code: form, content, terms; X of pattern rules.")
    status: RuleStatus = strawberry.field(description="Where it stands in its life.")
    applies_to: list[Category] = strawberry.field(description="Empty when it applies to all.")
    examples: list[RuleExample] = strawberry.field(
        description="Texts that it marks, and the nearest ones that it leaves alone.", directives=[assumed(4)]
    )

    @strawberry.field(
        description="Owner of a pattern rule; null for a built-in one.", graphql_type=lazy.LazyGlossary | None
    )
    async def glossary(self, root: Row, info: Info) -> glossary_rows.Glossary | None:
        """The glossary that wrote it."""
        return None if root.owner is None else await info.context.loaders.glossary.load(root.owner)

    @strawberry.field(description="Why the defect matters; null where nobody said.")
    def rationale(self, root: Row) -> str | None:
        """Why it matters."""
        return root.rationale or None

    @strawberry.field(description="Severity in the `default` profile; a glossary may set another.")
    def default_severity(self, root: Row) -> Severity:
        """The severity that the rule itself carries."""
        return root.severity

    @strawberry.field(
        description="Short name, in the language negotiated by Accept-Language; of a pattern rule as its author wrote it."
    )
    def name(self, root: Row, info: Info) -> str:
        """The name."""
        return root.name if root.pattern is not None else messages.name(root.code, info.context.locale)

    @strawberry.field(
        description="What it asks of a definition, in the language negotiated by Accept-Language; of a pattern rule as its "
        "author wrote it."
    )
    def question(self, root: Row, info: Info) -> str:
        """The question."""
        return root.question if root.pattern is not None else messages.question(root.code, info.context.locale)

    @strawberry.field(
        description="What to do about a finding of it, in the language negotiated by Accept-Language; null for a pattern rule."
    )
    def remedy(self, root: Row, info: Info) -> str | None:
        """The remedy."""
        return None if root.pattern is not None else messages.remedy(root.code, info.context.locale) or None
