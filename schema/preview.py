"""The type ValidationPreview: what the rules say of a text that is not stored."""

from dataclasses import dataclass

import strawberry

from models.records import WaiverRecord
from resolvers import previews, rule_lookups
from resolvers.context import Context
from resolvers.previews import PreviewInput
from resolvers.similar import SimilarDefinition as Likeness
from rules import marks, messages
from schema import authoring_inputs, ids, lazy, parsing
from schema.authoring_inputs import DesignationInput, SourceInput
from schema.definition_enums import Category
from schema.definition_key import ContextInput
from schema.directives import Cost, assumed
from schema.filters import UNSET
from schema.finding import Evidence, Waiver
from schema.info import Info
from schema.marks import Edit, Span, TextEdit, TextSpan
from schema.scalars import Locale
from schema.similar import SLICED, First, SimilarDefinition
from schema.validation_enums import Confidence, Outcome, Severity, Verdict


@dataclass(frozen=True, slots=True)
class Previewed:
    """A finding with the waiver that its fingerprint already has."""

    finding: marks.Finding
    text: str
    waiver: WaiverRecord | None

    def span(self, span: marks.Span) -> Span:
        """The place with what stands there."""
        return Span(span.start, span.end, self.text[span.start : span.end])


Row = strawberry.Parent[Previewed]


@strawberry.type(description="What one rule has against a text that is not stored.")
class PreviewFinding:
    """A finding without an id."""

    waiver: Waiver | None = strawberry.field(
        description="The waiver that this fingerprint already has; null when there is none, or `definitionId` was not "
        "given."
    )

    @strawberry.field(description="The rule that reported it.", graphql_type=lazy.LazyRule)
    def rule(self, root: Row, info: Info) -> rule_lookups.Found:
        """The rule."""
        return rule_lookups.find(info.context, root.finding.rule_code)

    @strawberry.field(description="What it is.")
    def outcome(self, root: Row) -> Outcome:
        """The outcome."""
        return root.finding.outcome

    @strawberry.field(description="How bad it is.")
    def severity(self, root: Row) -> Severity:
        """The severity."""
        return root.finding.severity

    @strawberry.field(description="Sentence for humans, in the language negotiated by Accept-Language.")
    def message(self, root: Row, info: Info) -> str:
        """The sentence."""
        return messages.message(root.finding.rule_code, root.finding.arguments, info.context.locale)

    @strawberry.field(
        description="Where in the text; null when it concerns the entry as a whole.", graphql_type=TextSpan | None
    )
    def span(self, root: Row) -> Span | None:
        """The place."""
        return None if root.finding.span is None else root.span(root.finding.span)

    @strawberry.field(description="Same rule, same target, same evidence: the same fingerprint in every run.")
    def fingerprint(self, root: Row) -> str:
        """The fingerprint."""
        return root.finding.fingerprint

    @strawberry.field(description="How sure the rule is.")
    def confidence(self, root: Row) -> Confidence:
        """The confidence."""
        return root.finding.confidence

    @strawberry.field(description="What the finding rests on.", graphql_type=list[Evidence], directives=[assumed(3)])
    def evidence(self, root: Row) -> list[dict[str, str | None]]:
        """The evidence, in the shape of a stored one."""
        return [{"excerpt": one.excerpt, "definition_id": one.definition_id} for one in root.finding.evidence]

    @strawberry.field(description="What would mend it; null when only a person can.", graphql_type=TextEdit | None)
    def fix(self, root: Row) -> Edit | None:
        """The mend."""
        fix = root.finding.fix
        return None if fix is None else Edit(root.span(fix.span), fix.replacement)


@dataclass(frozen=True, slots=True)
class Preview:
    """What the rules say."""

    verdict: Verdict
    score: int
    findings: list[Previewed]
    asked: PreviewInput


@strawberry.type(description="Outcome of checking text that is not stored.")
class ValidationPreview:
    """A preview."""

    verdict: Verdict = strawberry.field(description="What the rules say of the text.")
    score: int = strawberry.field(
        description="Points earned of those possible in percent, 0 to 100, rounded down; 100 is best."
    )
    findings: list[PreviewFinding] = strawberry.field(
        description="What they have against it, most severe first.", directives=[assumed(50)]
    )

    @strawberry.field(
        description="Existing definitions that this may duplicate, most similar first; at most 50.",
        graphql_type=list[SimilarDefinition],
        directives=[Cost(weight=20), SLICED],
    )
    async def similar(self, root: strawberry.Parent[Preview], info: Info, first: First = 5) -> list[Likeness]:
        """The definitions that the text resembles."""
        return await previews.similar_to(info.context, root.asked, first)


@strawberry.input(
    description="`definitionId` names the definition being edited, which is then neither its own neighbour nor its own "
    "duplicate, and whose waivers count."
)
class ValidationPreviewInput:
    """The text to check."""

    glossary_id: strawberry.ID = strawberry.field(description="The glossary whose rules apply.")
    definition_id: strawberry.ID | None = strawberry.field(default=UNSET, description="The definition being edited.")
    term: str = strawberry.field(description="The preferred term; 1 to 200 characters, outer blanks removed.")
    text: str = strawberry.field(description="The text that defines it; at most 10,000 characters, blank or not.")
    locale: Locale = strawberry.field(description="Language of term and text.")
    category: Category | None = strawberry.field(default=UNSET, description="What kind of thing it defines.")
    contexts: list[ContextInput] | None = strawberry.field(
        default=UNSET, description="Settings in which it holds; at most 50, no two alike."
    )
    designations: list[DesignationInput] | None = strawberry.field(
        default=UNSET, description="Other words; at most 100, no text twice."
    )
    sources: list[SourceInput] | None = strawberry.field(default=UNSET, description="Where it comes from; at most 50.")
    rule_codes: list[str] | None = strawberry.field(
        default=UNSET, description="Only these rules, 1 to 200; omitted: all of the profile."
    )


async def made(ctx: Context, asked: ValidationPreviewInput) -> Preview:
    """What the rules of the glossary say of the text; nothing is stored.

    Raises:
        InvalidInput: an id names something else, or a value breaks a bound.
    """
    definition_id = parsing.given(asked.definition_id)
    given = parsing.filled(
        PreviewInput,
        asked,
        glossary_id=ids.decode("Glossary", asked.glossary_id, "input", "glossaryId"),
        definition_id=None
        if definition_id is None
        else ids.decode("Definition", definition_id, "input", "definitionId"),
        contexts=authoring_inputs.contexts(asked.contexts),
        designations=authoring_inputs.designations(asked.designations),
        sources=authoring_inputs.sources(asked.sources),
    )
    checked = await previews.preview(ctx, given)
    found = [
        Previewed(finding, asked.text, checked.waivers.get(finding.fingerprint)) for finding in checked.report.findings
    ]
    return Preview(checked.report.verdict, checked.report.score, found, given)
