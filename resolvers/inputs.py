"""What the write operations are given: parsed types, unchecked bounds.

In an input that changes something, `UNSET` leaves a field as it is and `None` clears it.
"""

from dataclasses import dataclass
from enum import Enum, StrEnum
from typing import Final
from uuid import UUID

from models.kinds import DefinitionOrigin, Transition
from rules.kit import Category, ContextKind, DesignationForm, DesignationKind


class Unset(Enum):
    """The type of `UNSET`."""

    UNSET = "UNSET"


UNSET: Final = Unset.UNSET
"""A field that the caller left out."""


class OnError(StrEnum):
    """What a refused item does to the others of its request."""

    ALL_OR_NOTHING = "ALL_OR_NOTHING"
    SKIP_FAILED = "SKIP_FAILED"


@dataclass(frozen=True, slots=True)
class ContextInput:
    """A setting in which a definition holds."""

    kind: ContextKind
    name: str


@dataclass(frozen=True, slots=True)
class DesignationInput:
    """A further word for the concept."""

    text: str
    kind: DesignationKind
    form: DesignationForm = DesignationForm.FULL_FORM


@dataclass(frozen=True, slots=True)
class SourceInput:
    """Where the content comes from."""

    title: str
    url: str | None = None
    locator: str | None = None


@dataclass(frozen=True, slots=True)
class GenerationInput:
    """Provenance of a text that a model wrote elsewhere."""

    model: str
    prompt: str | None = None
    parameters: str | None = None


@dataclass(frozen=True, slots=True)
class ConsentInput:
    """A chain partner that agreed."""

    organisation: str
    note: str | None = None


@dataclass(frozen=True, slots=True)
class TermKey:
    """Names a definition by what it defines; no contexts is the empty set of them."""

    glossary_id: UUID
    term: str
    locale: str
    contexts: tuple[ContextInput, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CreateDefinition:
    """A new definition; `concept_id` joins an existing concept as a translation."""

    glossary_id: UUID
    term: str
    text: str
    locale: str
    category: Category | None = None
    contexts: tuple[ContextInput, ...] = ()
    designations: tuple[DesignationInput, ...] = ()
    sources: tuple[SourceInput, ...] = ()
    explanation: str | None = None
    examples: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    concept_id: UUID | None = None
    generation: GenerationInput | None = None
    idempotency_key: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """Changes of content. A list is replaced as a whole; `None` empties it. `concept_id` null: a concept of its own."""

    term: str | Unset | None = UNSET
    text: str | Unset | None = UNSET
    category: Category | Unset | None = UNSET
    contexts: tuple[ContextInput, ...] | Unset | None = UNSET
    designations: tuple[DesignationInput, ...] | Unset | None = UNSET
    sources: tuple[SourceInput, ...] | Unset | None = UNSET
    explanation: str | Unset | None = UNSET
    examples: tuple[str, ...] | Unset | None = UNSET
    notes: tuple[str, ...] | Unset | None = UNSET
    concept_id: UUID | Unset | None = UNSET
    generation: GenerationInput | Unset | None = UNSET


@dataclass(frozen=True, slots=True, kw_only=True)
class UpdateDefinition(Edit):
    """Another content for a definition; `note` says why and is kept with the version."""

    id: UUID
    expected_version: int
    note: str | None = None
    idempotency_key: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RestoreDefinitionVersion:
    """The content of version `number` again, as a new version."""

    id: UUID
    expected_version: int
    number: int
    note: str | None = None
    idempotency_key: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ApplyFixes:
    """The fixes of these findings of one definition, made together."""

    definition_id: UUID
    expected_version: int
    finding_ids: tuple[UUID, ...]
    note: str | None = None
    idempotency_key: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DeleteDefinition:
    """A definition that goes for ever."""

    id: UUID
    expected_version: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TransitionDefinition:
    """A step of the workflow. `consents` belong to an approval, `override_reason` to a gate that demands one."""

    id: UUID
    expected_version: int
    transition: Transition
    note: str | None = None
    consents: tuple[ConsentInput, ...] = ()
    override_reason: str | None = None
    idempotency_key: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class UpsertItem(Edit):
    """One row of a bulk upsert. Found by `id`, else by term, locale and contexts; not found, it is created."""

    locale: str
    id: UUID | None = None
    expected_version: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BulkUpsert:
    """At most 100 rows for one glossary. `origin` is that of the definitions that come to be."""

    glossary_id: UUID
    items: tuple[UpsertItem, ...]
    on_error: OnError = OnError.ALL_OR_NOTHING
    is_dry_run: bool = False
    idempotency_key: str | None = None
    origin: DefinitionOrigin = DefinitionOrigin.WRITTEN


@dataclass(frozen=True, slots=True)
class TransitionItem:
    """One definition of a bulk step."""

    id: UUID
    expected_version: int


@dataclass(frozen=True, slots=True, kw_only=True)
class BulkTransition:
    """The same step for at most 100 definitions."""

    transition: Transition
    items: tuple[TransitionItem, ...]
    note: str | None = None
    override_reason: str | None = None
    on_error: OnError = OnError.ALL_OR_NOTHING
    is_dry_run: bool = False
    idempotency_key: str | None = None
