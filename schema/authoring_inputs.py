"""What clients write into a definition."""

import strawberry

from resolvers import inputs
from schema import ids, parsing
from schema.definition_enums import Category, DesignationForm, DesignationKind
from schema.definition_key import ContextInput
from schema.filters import UNSET
from schema.scalars import URL, Locale

KEY = "Repeating the mutation with the same key and input within 24 hours returns the first result, another input is refused; at most 200 characters."


@strawberry.input(description="Another word or phrase for the concept.")
class DesignationInput:
    """A designation, as a client writes it."""

    text: str = strawberry.field(description="The word or phrase; 1 to 200 characters.")
    kind: DesignationKind = strawberry.field(description="How it may be used.")
    form: DesignationForm = strawberry.field(default=DesignationForm.FULL_FORM, description="What kind of word it is.")


@strawberry.input(description="Where the content comes from.")
class SourceInput:
    """A source, as a client writes it."""

    title: str = strawberry.field(description="Name of the law, standard, book or page; 1 to 500 characters.")
    url: URL | None = strawberry.field(default=UNSET, description="Where it can be read; at most 2,000 characters.")
    locator: str | None = strawberry.field(
        default=UNSET,
        description="The place in it, such as an article or page; at most 200 characters. Blank counts as none.",
    )


@strawberry.input(description="Provenance of a text that a model wrote elsewhere.")
class GenerationInput:
    """A generation, as a client writes it."""

    model: str = strawberry.field(description="Name and version of the model; 1 to 200 characters.")
    prompt: str | None = strawberry.field(
        default=UNSET, description="What the model was asked; at most 10,000 characters. Blank counts as none."
    )
    parameters: str | None = strawberry.field(
        default=UNSET, description="How it was set, in whatever form; at most 4,000 characters. Blank counts as none."
    )


@strawberry.input(
    description="Repeating a mutation with the same `idempotencyKey` and input within 24 hours returns the first result."
)
class CreateDefinitionInput:
    """A new definition."""

    glossary_id: strawberry.ID = strawberry.field(description="The glossary that it joins.")
    term: str = strawberry.field(description="The preferred term; 1 to 200 characters, outer blanks removed.")
    text: str = strawberry.field(
        description="The text that defines it; at most 10,000 characters. A draft may be blank."
    )
    locale: Locale = strawberry.field(description="Language of term and text, one of `Glossary.locales`.")
    category: Category | None = strawberry.field(
        default=UNSET, description="What kind of thing it defines; omitted: nobody has decided."
    )
    contexts: list[ContextInput] | None = strawberry.field(
        default=UNSET, description="Settings in which it holds; at most 50, no two alike. Omitted: none."
    )
    designations: list[DesignationInput] | None = strawberry.field(
        default=UNSET, description="Other words for the concept; at most 100, no text twice. Omitted: none."
    )
    sources: list[SourceInput] | None = strawberry.field(
        default=UNSET, description="Where the content comes from; at most 50. Omitted: none."
    )
    explanation: str | None = strawberry.field(default=UNSET, description="For a lay reader; at most 4,000 characters.")
    examples: list[str] | None = strawberry.field(
        default=UNSET, description="Uses of the term; at most 50 of 4,000 characters each, none blank."
    )
    notes: list[str] | None = strawberry.field(
        default=UNSET, description="Remarks beside the definition; at most 50 of 4,000 characters each, none blank."
    )
    concept_id: strawberry.ID | None = strawberry.field(
        default=UNSET, description="Joins an existing concept of the glossary as a translation; omitted: a new concept."
    )
    generation: GenerationInput | None = strawberry.field(
        default=UNSET, description="When a model wrote the text: makes its origin GENERATED. Omitted: a person did."
    )
    idempotency_key: str | None = strawberry.field(default=UNSET, description=KEY)


def contexts(given: list[ContextInput] | None) -> tuple[inputs.ContextInput, ...]:
    """The contexts, as the rooms below read them."""
    return tuple(inputs.ContextInput(one.kind, one.name) for one in parsing.each(given))


def designations(given: list[DesignationInput] | None) -> tuple[inputs.DesignationInput, ...]:
    """The designations, as the rooms below read them."""
    return tuple(inputs.DesignationInput(one.text, one.kind, one.form) for one in parsing.each(given))


def sources(given: list[SourceInput] | None) -> tuple[inputs.SourceInput, ...]:
    """The sources, as the rooms below read them."""
    return tuple(parsing.filled(inputs.SourceInput, one) for one in parsing.each(given))


def generation(given: GenerationInput | None) -> inputs.GenerationInput | None:
    """The provenance, as the rooms below read it."""
    present = parsing.given(given)
    return None if present is None else parsing.filled(inputs.GenerationInput, present)


def created(asked: CreateDefinitionInput) -> inputs.CreateDefinition:
    """The new definition, as the rooms below read it.

    Raises:
        InvalidInput: an id names something else.
    """
    concept_id = parsing.given(asked.concept_id)
    return parsing.filled(
        inputs.CreateDefinition,
        asked,
        glossary_id=ids.decode("Glossary", asked.glossary_id, "glossaryId"),
        concept_id=None if concept_id is None else ids.decode("Concept", concept_id, "conceptId"),
        contexts=contexts(asked.contexts),
        designations=designations(asked.designations),
        sources=sources(asked.sources),
        examples=parsing.each(asked.examples),
        notes=parsing.each(asked.notes),
        generation=generation(asked.generation),
    )
