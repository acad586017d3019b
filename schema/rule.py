"""The type Rule: a check that a definition has to pass."""

import strawberry

from rules import messages
from rules import rule as rule_values
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

    text: str = strawberry.field(description="The text.")
    is_compliant: bool = strawberry.field(description="Whether the rule leaves it alone.")
    note: str | None = strawberry.field(description="What is worth noticing.")


@strawberry.type(description="A check that a definition has to pass.")
class Rule(Node):
    """A rule of the catalogue."""

    code: str = strawberry.field(description="Short stable code such as `FRM-07`; unique on this server, never reused.")
    locales: list[Locale] = strawberry.field(description="Languages that it can judge; empty when it judges all.")
    references: list[str] = strawberry.field(
        description="Codes of other catalogues that this rule carries out, such as ASTRA `STR-01` or ISO 11179-4 `R3`."
    )
    confidence: Confidence = strawberry.field(description="How sure it is of its own findings.")
    scope: RuleScope = strawberry.field(
        description="Whether the rule needs the text alone, the entry, its neighbours, or the whole glossary."
    )
    measured_precision: float | None = strawberry.field(
        description="Share of hits judged right in the published sample; null where none was judged."
    )
    has_fix: bool = strawberry.field(description="Whether its findings may carry a fix.")
    rationale: str | None = strawberry.field(description="Why the defect matters.")
    group: str = strawberry.field(description="The letters of its code: form, content, terms.")
    status: RuleStatus = strawberry.field(description="Where it stands in its life.")
    applies_to: list[Category] = strawberry.field(description="Empty when it applies to all.")
    examples: list[RuleExample] = strawberry.field(
        description="Texts that it marks, and the nearest ones that it leaves alone.", directives=[assumed(4)]
    )

    @strawberry.field(description="Severity in the `default` profile; a glossary may set another.")
    def default_severity(self, root: Row) -> Severity:
        """The severity that the rule itself carries."""
        return root.severity

    @strawberry.field(description="Short name, in the language negotiated by Accept-Language.")
    def name(self, root: Row, info: Info) -> str:
        """The name."""
        return messages.name(root.code, info.context.locale)

    @strawberry.field(description="What it asks of a definition, in the language negotiated by Accept-Language.")
    def question(self, root: Row, info: Info) -> str:
        """The question."""
        return messages.question(root.code, info.context.locale)
