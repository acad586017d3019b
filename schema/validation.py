"""The type ValidationRun: one evaluation of one definition version against a set of rules."""

from datetime import datetime
from typing import Annotated

import strawberry

from models.records import DefinitionRecord, FindingRecord, Json, RunRecord, VersionRecord
from models.user import User
from resolvers import rule_lookups, validations
from resolvers.paging import Page, Slice
from schema import finding_filter, lazy, person
from schema.connection import Connection, Paged
from schema.directives import PAGED, assumed
from schema.finding_filter import FindingFilter
from schema.info import Info
from schema.node import Node
from schema.person import Actor, System
from schema.validation_enums import RunStatus, Verdict

Row = strawberry.Parent[RunRecord]


@strawberry.type(description="How a score came about: earned points over possible points, rule by rule.")
class ScoreContribution:
    """What one rule added, read from its JSON object."""

    weight: float = strawberry.field(
        description="Points that could be earned: the weight of the rule, three times where it is an ERROR, none where it"
        " is an INFO."
    )
    earned: float = strawberry.field(
        description="Points earned: all without a fault, half for faults milder than the rule, else none."
    )

    @strawberry.field(description="The rule.", graphql_type=lazy.LazyRule)
    def rule(self, root: strawberry.Parent[Json], info: Info) -> rule_lookups.Found:
        """The rule."""
        return rule_lookups.find(info.context, str(root["code"]))


@strawberry.type(description="One evaluation of one definition version against a set of rules.")
class ValidationRun(Node):
    """A run as one reader sees it."""

    status: RunStatus = strawberry.field(description="Where it stands.")
    verdict: Verdict | None = strawberry.field(description="Null until the run succeeded.")
    score: int | None = strawberry.field(
        description="Points earned of those possible in percent, 0 to 100, rounded down, 100 is best; null until the run "
        "succeeded."
    )
    rule_count: int = strawberry.field(description="Rules to evaluate.")
    evaluated_rule_count: int = strawberry.field(description="Rules evaluated so far.")
    queued_at: datetime = strawberry.field(description="When it was asked for.")
    started_at: datetime | None = strawberry.field(description="When it began; null while it waits.")
    finished_at: datetime | None = strawberry.field(description="When it ended, however it did; null until then.")
    failure_reason: str | None = strawberry.field(description="Why it failed, in English; null when it did not.")
    profile_fingerprint: str = strawberry.field(description="The rule profile that it used.")

    @strawberry.field(description="The definition that it evaluated.", graphql_type=lazy.LazyDefinition)
    async def definition(self, root: Row, info: Info) -> DefinitionRecord | None:
        """The definition, as the viewer sees it now."""
        return await info.context.loaders.definition.load(root.definition_id)

    @strawberry.field(description="The version that it evaluated.", graphql_type=lazy.LazyVersion)
    async def definition_version(self, root: Row, info: Info) -> VersionRecord | None:
        """The version."""
        return await info.context.loaders.version_of_run.load(root)

    @strawberry.field(
        description="Who started it. Null for anonymous callers; a `SystemActor` when no person did it or the person is "
        "gone.",
        graphql_type=Actor | None,
    )
    async def started_by(self, root: Row, info: Info) -> User | System | None:
        """Who started it."""
        return await person.seen(info.context, root.started_by_id)

    @strawberry.field(description="True when the text or the profile changed since; a stale run cannot approve.")
    async def is_stale(self, root: Row, info: Info) -> bool:
        """Whether it judged another text, or by other rules."""
        definition = await info.context.loaders.definition.load(root.definition_id)
        if definition is None:
            return True
        glossary = await info.context.loaders.glossary.load(definition.glossary_id)
        return glossary is None or validations.is_stale(root, definition, glossary)

    @strawberry.field(
        description="How the score came about, by rule.", graphql_type=list[ScoreContribution], directives=[assumed(60)]
    )
    def score_contributions(self, root: Row) -> list[Json]:
        """What every rule added; rules that left the catalogue are left out."""
        return [one for one in root.contributions if rule_lookups.is_known(str(one["code"]))]

    @strawberry.field(
        description="What it found, most severe first.",
        graphql_type=Connection[lazy.LazyFinding],
        extensions=[Paged()],
        directives=[PAGED],
    )
    async def findings(
        self,
        root: Row,
        info: Info,
        slice_: Slice,
        filter: Annotated[FindingFilter | None, strawberry.argument(description="Which findings.")] = strawberry.UNSET,
    ) -> Page[FindingRecord]:
        """What the run found."""
        return await validations.findings(info.context, root, slice_, finding_filter.parsed(filter))
