"""Events about validation runs and what they find."""

from typing import Annotated, assert_never

import strawberry

from models import glossary as glossary_rows
from models.records import DefinitionRecord, FindingRecord, RunRecord
from resolvers import rule_lookups, validations
from schema import ids, lazy
from schema.event_message import EventMessage, StreamCheckpoint, StreamGap
from schema.info import Info
from schema.validation_enums import RunStatus
from subscriptions import events


@strawberry.type(description="A run entered another status.")
class ValidationStatusChanged:
    """Told of a change of status."""

    told: strawberry.Private[events.ValidationStatusChanged]

    @strawberry.field(description="The run.", graphql_type=lazy.LazyRun)
    async def run(self, info: Info) -> RunRecord | None:
        """The run, read now."""
        return await info.context.loaders.run.load(self.told.run_id)

    @strawberry.field(name="from", description="Where it stood; null when it was just queued.")
    def before(self) -> RunStatus | None:
        """The status before."""
        return self.told.before

    @strawberry.field(name="to", description="Where it stands.")
    def after(self) -> RunStatus:
        """The status after."""
        return self.told.after


@strawberry.type(description="A run evaluated some of its rules.")
class ValidationProgressed:
    """Told of progress."""

    told: strawberry.Private[events.ValidationProgressed]

    @strawberry.field(description="The run.", graphql_type=lazy.LazyRun)
    async def run(self, info: Info) -> RunRecord | None:
        """The run, read now."""
        return await info.context.loaders.run.load(self.told.run_id)

    @strawberry.field(description="Rules evaluated so far.")
    def evaluated_rule_count(self) -> int:
        """How many are done."""
        return self.told.evaluated_rule_count

    @strawberry.field(description="Rules to evaluate.")
    def rule_count(self) -> int:
        """How many there are."""
        return self.told.rule_count


@strawberry.type(description="A fault that the previous run of this definition did not have.")
class FindingOpened:
    """Told of a new fault."""

    told: strawberry.Private[events.FindingOpened]

    @strawberry.field(description="The run that found it.", graphql_type=lazy.LazyRun)
    async def run(self, info: Info) -> RunRecord | None:
        """The run, read now."""
        return await info.context.loaders.run.load(self.told.run_id)

    @strawberry.field(description="The finding.", graphql_type=lazy.LazyFinding)
    async def finding(self, info: Info) -> FindingRecord | None:
        """The finding, read now."""
        return await validations.find_finding(info.context, self.told.finding_id)


@strawberry.type(
    description="The same fault, waived or no longer so (same id), or with another place, severity or message (new id). "
    "`run` is null when no run was needed."
)
class FindingChanged:
    """Told of a fault in another form."""

    told: strawberry.Private[events.FindingChanged]

    @strawberry.field(
        description="The run that found it so; null when no run was needed.", graphql_type=lazy.LazyRun | None
    )
    async def run(self, info: Info) -> RunRecord | None:
        """The run, read now."""
        key = self.told.run_id
        return None if key is None else await info.context.loaders.run.load(key)

    @strawberry.field(description="Its id until now; drop it from the cache when it differs.")
    def previous_finding_id(self) -> strawberry.ID:
        """The global id before."""
        return strawberry.ID(ids.encode("Finding", self.told.previous_finding_id))

    @strawberry.field(description="The finding as it is now.", graphql_type=lazy.LazyFinding)
    async def finding(self, info: Info) -> FindingRecord | None:
        """The finding, read now."""
        return await validations.find_finding(info.context, self.told.finding_id)


@strawberry.type(description="A fault that is gone; drop `findingId` from the cache.")
class FindingResolved:
    """Told of a fault that is gone."""

    told: strawberry.Private[events.FindingResolved]

    @strawberry.field(description="The run that no longer found it.", graphql_type=lazy.LazyRun)
    async def run(self, info: Info) -> RunRecord | None:
        """The run, read now."""
        return await info.context.loaders.run.load(self.told.run_id)

    @strawberry.field(description="The finding that is gone.")
    def finding_id(self) -> strawberry.ID:
        """Its global id."""
        return strawberry.ID(ids.encode("Finding", self.told.finding_id))

    @strawberry.field(description="Of the fault that is gone; the same in every run that found it.")
    def fingerprint(self) -> str:
        """The fingerprint."""
        return self.told.fingerprint

    @strawberry.field(description="The rule that had reported it.", graphql_type=lazy.LazyRule)
    def rule(self, info: Info) -> rule_lookups.Found:
        """The rule."""
        return rule_lookups.find(info.context, self.told.rule_code)

    @strawberry.field(description="The definition that it was about.", graphql_type=lazy.LazyDefinition)
    async def definition(self, info: Info) -> DefinitionRecord | None:
        """The definition, read now."""
        return await info.context.loaders.definition.load(self.told.definition_id)


@strawberry.type(description="The rule profile of a glossary changed.")
class RuleSettingsChanged:
    """Told of another profile."""

    told: strawberry.Private[events.RuleSettingsChanged]

    @strawberry.field(description="The glossary.", graphql_type=lazy.LazyGlossary)
    async def glossary(self, info: Info) -> glossary_rows.Glossary | None:
        """The glossary, read now."""
        return await info.context.loaders.glossary.load(self.told.glossary_id)

    @strawberry.field(description="Fingerprint of the profile now in use.")
    def profile_fingerprint(self) -> str:
        """The fingerprint."""
        return self.told.profile_fingerprint


Told = (
    ValidationStatusChanged
    | ValidationProgressed
    | FindingOpened
    | FindingChanged
    | FindingResolved
    | RuleSettingsChanged
)
ValidationEvent = Annotated[
    ValidationStatusChanged
    | ValidationProgressed
    | FindingOpened
    | FindingChanged
    | FindingResolved
    | RuleSettingsChanged
    | StreamCheckpoint
    | StreamGap,
    strawberry.union("ValidationEvent", description="What can happen in validation, or to the stream."),
]


@strawberry.type(description="One event of `validationEvents`.")
class ValidationEventMessage(EventMessage):
    """An event about validation in its envelope."""

    event: ValidationEvent = strawberry.field(description="What happened.")


def of(event: events.ValidationEvent) -> Told:
    """The event as clients see it."""
    match event:
        case events.ValidationStatusChanged():
            return ValidationStatusChanged(told=event)
        case events.ValidationProgressed():
            return ValidationProgressed(told=event)
        case events.FindingOpened():
            return FindingOpened(told=event)
        case events.FindingChanged():
            return FindingChanged(told=event)
        case events.FindingResolved():
            return FindingResolved(told=event)
        case events.RuleSettingsChanged():
            return RuleSettingsChanged(told=event)
        case _:
            assert_never(event)
