"""What clients change about a definition."""

from uuid import UUID

import strawberry

from resolvers import inputs
from resolvers.inputs import Unset
from schema import authoring_inputs, ids, parsing
from schema.authoring_inputs import KEY, DesignationInput, GenerationInput, SourceInput
from schema.definition_enums import Category
from schema.definition_key import ContextInput
from schema.filters import UNSET
from schema.scalars import Locale


@strawberry.input(description="Omitted fields stay as they are; an explicit null clears a nullable field.")
class UpdateDefinitionInput:
    """Another content."""

    id: strawberry.ID = strawberry.field(description="The definition.")
    expected_version: int = strawberry.field(
        description="`Definition.version` as it was read; another one stored is a CONFLICT (`VersionConflictError`)."
    )
    concept_id: strawberry.Maybe[strawberry.ID | None] = strawberry.field(
        description="Moves it to another concept of the glossary as a translation; null: to a concept of its own."
    )
    term: strawberry.Maybe[str | None] = strawberry.field(
        description="The preferred term; 1 to 200 characters, outer blanks removed. Never null."
    )
    text: strawberry.Maybe[str | None] = strawberry.field(
        description="The text that defines it; at most 10,000 characters, never null."
    )
    category: strawberry.Maybe[Category | None] = strawberry.field(
        description="What kind of thing it defines; null: nobody has decided."
    )
    contexts: strawberry.Maybe[list[ContextInput] | None] = strawberry.field(
        description="At most 50, no two alike; replaced as a whole, null empties it."
    )
    designations: strawberry.Maybe[list[DesignationInput] | None] = strawberry.field(
        description="At most 100, no text twice; replaced as a whole, null empties it."
    )
    sources: strawberry.Maybe[list[SourceInput] | None] = strawberry.field(
        description="At most 50; replaced as a whole, null empties it."
    )
    explanation: strawberry.Maybe[str | None] = strawberry.field(
        description="For a lay reader; at most 4,000 characters. Null or blank removes it."
    )
    examples: strawberry.Maybe[list[str] | None] = strawberry.field(
        description="At most 50 of 4,000 characters each, none blank; replaced as a whole, null empties it."
    )
    notes: strawberry.Maybe[list[str] | None] = strawberry.field(
        description="At most 50 of 4,000 characters each, none blank; replaced as a whole, null empties it."
    )
    generation: strawberry.Maybe[GenerationInput | None] = strawberry.field(description="When a model wrote the text.")
    note: str | None = strawberry.field(
        default=UNSET, description="Why, at most 4,000 characters; kept with the version. Blank counts as none."
    )
    idempotency_key: str | None = strawberry.field(default=UNSET, description=KEY)


@strawberry.input(
    description="Finds its definition by `id`, else by term, locale and contexts as `TermKey` does; several matches are a "
    "CONFLICT, none creates. Omitted fields stay as they are."
)
class UpsertDefinitionItem:
    """One row of a bulk upsert."""

    id: strawberry.ID | None = strawberry.field(
        default=UNSET, description="The definition, when it is known; one that is not there is a NOT_FOUND."
    )
    expected_version: int | None = strawberry.field(
        default=UNSET,
        description="`Definition.version` as it was read; another one stored is a CONFLICT, no definition a NOT_FOUND. "
        "Omitted: whatever version is stored.",
    )
    term: str = strawberry.field(description="The preferred term; 1 to 200 characters, outer blanks removed.")
    locale: Locale = strawberry.field(description="Language of term and text, one of `Glossary.locales`.")
    contexts: strawberry.Maybe[list[ContextInput] | None] = strawberry.field(
        description="At most 50, no two alike; replaced as a whole, null empties it."
    )
    text: str = strawberry.field(description="The text that defines it; at most 10,000 characters.")
    category: strawberry.Maybe[Category | None] = strawberry.field(
        description="What kind of thing it defines; null: nobody has decided."
    )
    designations: strawberry.Maybe[list[DesignationInput] | None] = strawberry.field(
        description="At most 100, no text twice; replaced as a whole, null empties it."
    )
    sources: strawberry.Maybe[list[SourceInput] | None] = strawberry.field(
        description="At most 50; replaced as a whole, null empties it."
    )
    explanation: strawberry.Maybe[str | None] = strawberry.field(
        description="For a lay reader; at most 4,000 characters. Null or blank removes it."
    )
    examples: strawberry.Maybe[list[str] | None] = strawberry.field(
        description="At most 50 of 4,000 characters each, none blank; replaced as a whole, null empties it."
    )
    notes: strawberry.Maybe[list[str] | None] = strawberry.field(
        description="At most 50 of 4,000 characters each, none blank; replaced as a whole, null empties it."
    )
    concept_id: strawberry.Maybe[strawberry.ID | None] = strawberry.field(
        description="The concept that it joins or moves to; null: a concept of its own."
    )


def updated(asked: UpdateDefinitionInput) -> inputs.UpdateDefinition:
    """The change, as the rooms below read it.

    Raises:
        InvalidInput: an id names something else, or a field is null that cannot be.
    """
    return inputs.UpdateDefinition(
        id=ids.decode("Definition", asked.id, "id"),
        expected_version=asked.expected_version,
        concept_id=_concept(asked.concept_id),
        term=parsing.demanded(asked.term, "term"),
        text=parsing.demanded(asked.text, "text"),
        category=parsing.patched(asked.category),
        contexts=_contexts(asked.contexts),
        designations=_designations(asked.designations),
        sources=_sources(asked.sources),
        explanation=parsing.patched(asked.explanation),
        examples=_texts(asked.examples),
        notes=_texts(asked.notes),
        generation=inputs.UNSET if asked.generation is None else authoring_inputs.generation(asked.generation.value),
        note=parsing.given(asked.note),
        idempotency_key=parsing.given(asked.idempotency_key),
    )


def upserted(asked: UpsertDefinitionItem, index: int) -> inputs.UpsertItem:
    """The row, as the rooms below read it.

    Raises:
        InvalidInput: an id names something else; the path holds the index of the row.
    """
    key = parsing.given(asked.id)
    return inputs.UpsertItem(
        id=None if key is None else ids.decode("Definition", key, "items", str(index), "id"),
        expected_version=parsing.given(asked.expected_version),
        term=asked.term,
        locale=asked.locale,
        text=asked.text,
        concept_id=_concept(asked.concept_id, "items", str(index)),
        category=parsing.patched(asked.category),
        contexts=_contexts(asked.contexts),
        designations=_designations(asked.designations),
        sources=_sources(asked.sources),
        explanation=parsing.patched(asked.explanation),
        examples=_texts(asked.examples),
        notes=_texts(asked.notes),
    )


def _concept(maybe: strawberry.Maybe[strawberry.ID | None], *path: str) -> UUID | Unset | None:
    value = parsing.patched(maybe)
    return ids.decode("Concept", value, *path, "conceptId") if isinstance(value, str) else value


def _contexts(maybe: strawberry.Maybe[list[ContextInput] | None]) -> tuple[inputs.ContextInput, ...] | Unset:
    return inputs.UNSET if maybe is None else authoring_inputs.contexts(maybe.value)


def _designations(
    maybe: strawberry.Maybe[list[DesignationInput] | None],
) -> tuple[inputs.DesignationInput, ...] | Unset:
    return inputs.UNSET if maybe is None else authoring_inputs.designations(maybe.value)


def _sources(maybe: strawberry.Maybe[list[SourceInput] | None]) -> tuple[inputs.SourceInput, ...] | Unset:
    return inputs.UNSET if maybe is None else authoring_inputs.sources(maybe.value)


def _texts(maybe: strawberry.Maybe[list[str] | None]) -> tuple[str, ...] | Unset:
    return inputs.UNSET if maybe is None else parsing.each(maybe.value)
