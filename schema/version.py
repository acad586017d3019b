"""The type DefinitionVersion: an immutable snapshot, and the step that made it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

import strawberry

from models import decision as decision_rows
from models.records import DefinitionRecord, RunRecord, VersionRecord
from models.user import User
from resolvers import text_changes, validations, versions
from schema import lazy, person
from schema.content import DefinitionContent
from schema.definition_enums import DefinitionStatus, TextChangeKind, Transition
from schema.directives import Cost, assumed
from schema.info import Info
from schema.node import Node
from schema.person import Actor, System

Row = strawberry.Parent[VersionRecord]


@dataclass(frozen=True, slots=True)
class Step:
    """A decision with its consents."""

    decision: decision_rows.Decision
    consents: list[decision_rows.Consent]


@strawberry.type(description="What became of one field.")
class FieldChange:
    """A change, read from its JSON object."""

    path: list[str] = strawberry.field(description='Where the field is, for example `["sources", "0", "title"]`.')
    before: str | None = strawberry.field(description="What it said; null when there was nothing.")
    after: str | None = strawberry.field(description="What it says; null when there is nothing any more.")


@strawberry.type(description="A piece of text that stayed, came or went.")
class TextChange:
    """A run of words."""

    kind: TextChangeKind = strawberry.field(description="What happened to it.")
    text: str = strawberry.field(description="The piece, blanks included.")


@strawberry.type(description="A chain partner that agreed with exactly this text.")
class Consent:
    """A consent of a decision."""

    organisation: str = strawberry.field(description="Who agreed.")
    note: str | None = strawberry.field(description="What they said; null when nothing was written down.")
    recorded_at: datetime = strawberry.field(description="When it was written down.")

    @strawberry.field(
        description="Who wrote it down. Null for anonymous callers; a `SystemActor` when no person did it or the person "
        "is gone.",
        graphql_type=Actor | None,
    )
    async def recorded_by(self, root: strawberry.Parent[decision_rows.Consent], info: Info) -> User | System | None:
        """Who recorded the consent."""
        return await person.seen(info.context, root.recorded_by_id)


@strawberry.type(description="A step of the workflow as it was taken. Its note is `DefinitionVersion.note`.")
class Decision:
    """A decision and its consents."""

    @strawberry.field(description="The step.")
    def transition(self, root: strawberry.Parent[Step]) -> Transition:
        """The step."""
        return root.decision.transition

    @strawberry.field(
        description="Who took it. Null for anonymous callers; a `SystemActor` when no person did it or the person is "
        "gone.",
        graphql_type=Actor | None,
    )
    async def decided_by(self, root: strawberry.Parent[Step], info: Info) -> User | System | None:
        """Who took the step."""
        return await person.seen(info.context, root.decision.decided_by_id)

    @strawberry.field(description="When it was taken.")
    def decided_at(self, root: strawberry.Parent[Step]) -> datetime:
        """The instant of the step."""
        return root.decision.decided_at

    @strawberry.field(description="Why the gate was overridden; null when it was not.")
    def override_reason(self, root: strawberry.Parent[Step]) -> str | None:
        """The reason given."""
        return root.decision.override_reason

    @strawberry.field(
        description="The run that the gate relied on; null when the step needed none, or when the caller may not see it.",
        graphql_type=lazy.LazyRun | None,
    )
    async def validation_run(self, root: strawberry.Parent[Step], info: Info) -> RunRecord | None:
        """The run, if the viewer may see it."""
        run_id = root.decision.run_id
        return None if run_id is None else await validations.find(info.context, run_id)

    consents: list[Consent] = strawberry.field(description="Partners that agreed.", directives=[assumed(3)])


@strawberry.type(description="An immutable snapshot of a definition: one per change, changes of status included.")
class DefinitionVersion(Node, DefinitionContent):
    """A version as one reader sees it."""

    number: int = strawberry.field(
        description="`Definition.version` at that time: from 1 on, and unique among the versions of a definition."
    )
    status: DefinitionStatus = strawberry.field(description="Where the text stood then.")
    note: str | None = strawberry.field(
        description="Why, in the words of whoever made it; null when they said nothing."
    )
    created_at: datetime = strawberry.field(description="When it was made.")
    changes: list[FieldChange] = strawberry.field(description="Against the version before.", directives=[assumed(10)])

    @strawberry.field(description="The definition that it is a version of.", graphql_type=lazy.LazyDefinition)
    async def definition(self, root: Row, info: Info) -> DefinitionRecord | None:
        """The definition, as the viewer sees it now."""
        return await info.context.loaders.definition.load(root.definition_id)

    @strawberry.field(
        description="Who made it. Null for anonymous callers; a `SystemActor` when no person did it or the person is "
        "gone.",
        graphql_type=Actor | None,
    )
    async def created_by(self, root: Row, info: Info) -> User | System | None:
        """Who made it."""
        return await person.seen(info.context, root.created_by_id)

    @strawberry.field(
        description="The step that made this version; null when it was an edit or when the caller may not see drafts.",
        graphql_type=Decision | None,
    )
    async def decision(self, root: Row, info: Info) -> Step | None:
        """The decision with its consents."""
        found = await versions.decision(info.context, root)
        return None if found is None else Step(*found)

    @strawberry.field(
        description="Word-level difference: what turns the text of version `againstNumber` into this one, in the order of"
        " the text. Refused with NOT_FOUND when the caller may not see that version.",
        graphql_type=list[TextChange],
        directives=[Cost(weight=5), assumed(20)],
    )
    async def text_diff(
        self,
        root: Row,
        info: Info,
        against_number: Annotated[int, strawberry.argument(description="Number of the version to compare with.")],
    ) -> list[text_changes.TextChange]:
        """The pieces, in the order of reading."""
        return await versions.text_diff(info.context, root, against_number)
