"""What clients ask of the workflow: a step, an earlier version, the end; one by one or in bulk."""

import strawberry

from resolvers import inputs
from schema import change_inputs, ids, parsing
from schema.authoring_inputs import KEY
from schema.change_inputs import UpsertDefinitionItem
from schema.definition_enums import OnError, Transition
from schema.filters import UNSET


@strawberry.input(description="Makes the content of an earlier version the working text again.")
class RestoreDefinitionVersionInput:
    """A version to go back to."""

    id: strawberry.ID = strawberry.field(description="The definition.")
    expected_version: int = strawberry.field(
        description="`Definition.version` as it was read; another one stored is a CONFLICT (`VersionConflictError`)."
    )
    number: int = strawberry.field(description="Number of the version to go back to, one that the caller may see.")
    note: str | None = strawberry.field(
        default=UNSET, description="Why, at most 4,000 characters; kept with the version. Blank counts as none."
    )
    idempotency_key: str | None = strawberry.field(default=UNSET, description=KEY)


@strawberry.input(description="Applies the fixes of findings of one definition, as one edit of its working text.")
class ApplyFixesInput:
    """Fixes to make."""

    definition_id: strawberry.ID = strawberry.field(description="The definition whose working text is mended.")
    expected_version: int = strawberry.field(
        description="`Definition.version` as it was read; another one stored is a CONFLICT (`VersionConflictError`)."
    )
    finding_ids: list[strawberry.ID] = strawberry.field(
        description="1 to 50 open findings of it with a fix, none of which changes the same place as another."
    )
    note: str | None = strawberry.field(
        default=UNSET, description="Why, at most 4,000 characters; kept with the version. Blank counts as none."
    )
    idempotency_key: str | None = strawberry.field(default=UNSET, description=KEY)


@strawberry.input(description="Deletes a definition for ever.")
class DeleteDefinitionInput:
    """A definition that goes."""

    id: strawberry.ID = strawberry.field(description="The definition.")
    expected_version: int = strawberry.field(
        description="`Definition.version` as it was read; another one stored is a CONFLICT (`VersionConflictError`)."
    )


@strawberry.input(description="A chain partner that agreed with exactly this text.")
class ConsentInput:
    """A consent, as a client writes it."""

    organisation: str = strawberry.field(description="Who agreed; 1 to 200 characters.")
    note: str | None = strawberry.field(
        default=UNSET, description="What they said; at most 4,000 characters. Blank counts as none."
    )


@strawberry.input(description="A step of the workflow.")
class TransitionDefinitionInput:
    """A step for one definition."""

    id: strawberry.ID = strawberry.field(description="The definition.")
    expected_version: int = strawberry.field(
        description="`Definition.version` as it was read; another one stored is a CONFLICT (`VersionConflictError`)."
    )
    transition: Transition = strawberry.field(description="The step.")
    note: str | None = strawberry.field(
        default=UNSET,
        description="Why, at most 4,000 characters; required to reject, unless the glossary's gate rules say otherwise.",
    )
    consents: list[ConsentInput] | None = strawberry.field(
        default=UNSET, description="Partners that agreed, at most 50; only when approving."
    )
    override_reason: str | None = strawberry.field(
        default=UNSET,
        description="At most 4,000 characters. Required when the gate answers OVERRIDE_REQUIRED; stored and audited.",
    )
    idempotency_key: str | None = strawberry.field(default=UNSET, description=KEY)


@strawberry.input(description="One definition of a bulk step.")
class TransitionItem:
    """A definition and its version."""

    id: strawberry.ID = strawberry.field(description="The definition.")
    expected_version: int = strawberry.field(
        description="`Definition.version` as it was read; another one stored is a CONFLICT of this item."
    )


@strawberry.input(description="The same step for at most 100 definitions.")
class BulkTransitionDefinitionsInput:
    """A step for many."""

    transition: Transition = strawberry.field(description="The step.")
    items: list[TransitionItem] = strawberry.field(description="At most 100, of any glossaries.")
    note: str | None = strawberry.field(
        default=UNSET, description="Why, at most 4,000 characters; required to reject, the same for all."
    )
    override_reason: str | None = strawberry.field(
        default=UNSET,
        description="At most 4,000 characters. Required where the gate answers OVERRIDE_REQUIRED; the same for all.",
    )
    on_error: OnError = strawberry.field(
        default=OnError.ALL_OR_NOTHING, description="What a refused item does to the others."
    )
    dry_run: bool = strawberry.field(default=False, description="Reports what would happen and changes nothing.")
    idempotency_key: str | None = strawberry.field(default=UNSET, description=KEY)


@strawberry.input(description="At most 100 rows for one glossary.")
class BulkUpsertDefinitionsInput:
    """Rows to bring in."""

    glossary_id: strawberry.ID = strawberry.field(description="The glossary that they join.")
    items: list[UpsertDefinitionItem] = strawberry.field(description="At most 100.")
    on_error: OnError = strawberry.field(
        default=OnError.ALL_OR_NOTHING, description="What a refused item does to the others."
    )
    dry_run: bool = strawberry.field(default=False, description="Reports what would happen and changes nothing.")
    idempotency_key: str | None = strawberry.field(default=UNSET, description=KEY)


def restored(asked: RestoreDefinitionVersionInput) -> inputs.RestoreDefinitionVersion:
    """The wish, as the rooms below read it."""
    return parsing.filled(inputs.RestoreDefinitionVersion, asked, id=ids.decode("Definition", asked.id, "id"))


def fixed(asked: ApplyFixesInput) -> inputs.ApplyFixes:
    """The wish, as the rooms below read it."""
    return parsing.filled(
        inputs.ApplyFixes,
        asked,
        definition_id=ids.decode("Definition", asked.definition_id, "definitionId"),
        finding_ids=tuple(
            ids.decode("Finding", one, "findingIds", str(place)) for place, one in enumerate(asked.finding_ids)
        ),
    )


def deleted(asked: DeleteDefinitionInput) -> inputs.DeleteDefinition:
    """The wish, as the rooms below read it."""
    return parsing.filled(inputs.DeleteDefinition, asked, id=ids.decode("Definition", asked.id, "id"))


def stepped(asked: TransitionDefinitionInput) -> inputs.TransitionDefinition:
    """The step, as the rooms below read it."""
    consents = tuple(parsing.filled(inputs.ConsentInput, one) for one in parsing.each(asked.consents))
    return parsing.filled(
        inputs.TransitionDefinition, asked, id=ids.decode("Definition", asked.id, "id"), consents=consents
    )


def all_stepped(asked: BulkTransitionDefinitionsInput) -> inputs.BulkTransition:
    """The steps, as the rooms below read them."""
    items = tuple(
        inputs.TransitionItem(ids.decode("Definition", one.id, "items", str(index), "id"), one.expected_version)
        for index, one in enumerate(asked.items)
    )
    return parsing.filled(inputs.BulkTransition, asked, items=items, is_dry_run=asked.dry_run)


def all_upserted(asked: BulkUpsertDefinitionsInput) -> inputs.BulkUpsert:
    """The rows, as the rooms below read them."""
    return inputs.BulkUpsert(
        glossary_id=ids.decode("Glossary", asked.glossary_id, "glossaryId"),
        items=tuple(change_inputs.upserted(one, index) for index, one in enumerate(asked.items)),
        on_error=asked.on_error,
        is_dry_run=asked.dry_run,
        idempotency_key=parsing.given(asked.idempotency_key),
    )
