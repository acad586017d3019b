"""What a definition says: the same fields on the working text and on every version."""

import strawberry

from schema.definition_enums import Category, ContextKind, DesignationForm, DesignationKind
from schema.directives import assumed
from schema.scalars import URL, Locale


@strawberry.type(
    description="A setting in which the definition holds. Two context sets are equal regardless of order and letter case."
)
class Context:
    """A context, read from its JSON object."""

    kind: ContextKind = strawberry.field(description="What kind of setting it is.")
    name: str = strawberry.field(description="The organisation, field of law, or law.")


@strawberry.type(
    description="Another word or phrase for the concept in the definition's language (ISO 1087). The one preferred term is `term`."
)
class Designation:
    """A designation, read from its JSON object."""

    text: str = strawberry.field(description="The word or phrase.")
    kind: DesignationKind = strawberry.field(description="How it may be used.")
    form: DesignationForm = strawberry.field(description="What kind of word it is.")


@strawberry.type(description="Where the content comes from. `locator` is the place in it, such as an article or page.")
class Source:
    """A source, read from its JSON object."""

    title: str = strawberry.field(description="Name of the law, standard, book or page.")
    url: URL | None = strawberry.field(description="Where it can be read.")
    locator: str | None = strawberry.field(description="The place in it, such as an article or page.")


@strawberry.type(description="Provenance of a text that a model wrote elsewhere.")
class Generation:
    """A generation, read from its JSON object."""

    model: str = strawberry.field(description="Name and version of the model.")
    prompt: str | None = strawberry.field(description="What the model was asked.")
    parameters: str | None = strawberry.field(description="How it was set, in whatever form the writer chose.")


@strawberry.interface(description="What a definition says; the same fields on the working text and on every version.")
class DefinitionContent:
    """The content columns of a record."""

    term: str = strawberry.field(description="The one preferred term; at most 200 characters.")
    text: str = strawberry.field(description="The text that defines it; at most 10,000 characters.")
    locale: Locale = strawberry.field(description="Language of term and text.")
    category: Category | None = strawberry.field(description="Null until somebody decides; never guessed.")
    contexts: list[Context] = strawberry.field(
        description="Settings in which it holds; at most 50, in the order written.", directives=[assumed(3)]
    )
    designations: list[Designation] = strawberry.field(
        description="Other words for the concept; at most 100, in the order written, replaced as a whole by an update.",
        directives=[assumed(4)],
    )
    sources: list[Source] = strawberry.field(
        description="Where the content comes from; at most 50, in the order written.", directives=[assumed(2)]
    )
    explanation: str | None = strawberry.field(
        description="Plain-language explanation for a lay reader, at most 4,000 characters; not part of the definition. "
        "Null when there is none."
    )
    examples: list[str] = strawberry.field(
        description="Uses of the term; at most 50 of 4,000 characters each, in the order written."
    )
    notes: list[str] = strawberry.field(
        description="Remarks beside the definition; at most 50 of 4,000 characters each, in the order written."
    )
