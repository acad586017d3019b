"""The type Finding: what one rule has against one definition."""

from datetime import datetime
from uuid import UUID

import strawberry

from models.records import DefinitionRecord, FindingRecord, RunRecord, WaiverRecord
from models.user import User
from resolvers import rule_lookups
from rules import messages
from schema import lazy, person
from schema.directives import assumed
from schema.info import Info
from schema.marks import Edit, Span, TextEdit, TextSpan
from schema.node import Node
from schema.person import Actor, System
from schema.validation_enums import Confidence, Outcome, Severity

Row = strawberry.Parent[FindingRecord]


@strawberry.type(description="A definition, or a mere word, that a finding rests on.")
class Evidence:
    """A piece of evidence, read from its JSON object."""

    excerpt: str = strawberry.field(description="The words in question.")

    @strawberry.field(
        description="`definition` is null for a mere word, or when the caller may not see it.",
        graphql_type=lazy.LazyDefinition | None,
    )
    async def definition(self, root: strawberry.Parent[dict[str, str | None]], info: Info) -> DefinitionRecord | None:
        """The definition, if the viewer may see it."""
        key = root.get("definition_id")
        return None if key is None else await info.context.loaders.definition.load(UUID(key))


@strawberry.type(
    description="A finding that somebody accepted, with a reason. It holds for the fingerprint, so it stays visible and "
    "survives later runs."
)
class Waiver:
    """A waiver in effect."""

    reason: str = strawberry.field(description="Why it was accepted; at most 1,000 characters.")
    waived_at: datetime = strawberry.field(description="When it was accepted.")
    expires_at: datetime | None = strawberry.field(description="When it ends; null when it does not.")

    @strawberry.field(
        description="Who accepted it. Null for anonymous callers; a `SystemActor` when no person did it or the person is "
        "gone.",
        graphql_type=Actor | None,
    )
    async def waived_by(self, root: strawberry.Parent[WaiverRecord], info: Info) -> User | System | None:
        """Who waived it."""
        return await person.seen(info.context, root.waived_by_id)


@strawberry.type(
    description="What one rule has against one definition; rules that passed are in `ValidationRun.scoreContributions`. "
    "Later runs that find exactly the same report the same object under the same id, so a cache stays right by following "
    "FindingOpened, FindingChanged and FindingResolved. Only `waiver` ever changes."
)
class Finding(Node):
    """A finding with its waiver."""

    outcome: Outcome = strawberry.field(description="What it is.")
    severity: Severity = strawberry.field(description="How bad it is.")
    fingerprint: str = strawberry.field(
        description="Same rule, same target, same evidence: the same fingerprint in every run."
    )
    confidence: Confidence = strawberry.field(description="How sure the rule is.")
    evidence: list[Evidence] = strawberry.field(
        description="What the finding rests on: the other definitions of a circle, the duplicate, the undefined word.",
        directives=[assumed(3)],
    )
    waiver: Waiver | None = strawberry.field(description="Null when nobody accepted it.")

    @strawberry.field(description="The definition that it is about.", graphql_type=lazy.LazyDefinition)
    async def definition(self, root: Row, info: Info) -> DefinitionRecord | None:
        """The definition."""
        return await info.context.loaders.definition.load(root.definition_id)

    @strawberry.field(description="The run that first reported it in this form.", graphql_type=lazy.LazyRun)
    async def run(self, root: Row, info: Info) -> RunRecord | None:
        """The run that opened it."""
        return await info.context.loaders.run_of_finding.load(root)

    @strawberry.field(description="The rule that reported it.", graphql_type=lazy.LazyRule)
    def rule(self, root: Row, info: Info) -> rule_lookups.Found:
        """The rule."""
        return rule_lookups.find(info.context, root.rule_code)

    @strawberry.field(description="Sentence for humans, in the language negotiated by Accept-Language.")
    def message(self, root: Row, info: Info) -> str:
        """The sentence."""
        return messages.message(root.rule_code, root.arguments, info.context.locale)

    @strawberry.field(
        description="Where in the text of `run.definitionVersion`, in code points; null when it concerns the entry as a "
        "whole.",
        graphql_type=TextSpan | None,
    )
    def span(self, root: Row) -> Span | None:
        """The place."""
        if root.span_start is None or root.span_end is None:
            return None
        return Span(root.span_start, root.span_end, root.excerpt or "")

    @strawberry.field(description="What would mend it; null when only a person can.", graphql_type=TextEdit | None)
    def fix(self, root: Row) -> Edit | None:
        """The mend."""
        return None if root.fix is None else Edit.read(root.fix, root.excerpt)
