"""The type Annotation: a defined term found in a text."""

import strawberry

from models.records import DefinitionRecord
from resolvers import annotations
from schema import authoring_inputs, ids, lazy, parsing
from schema.definition_key import ContextInput
from schema.directives import assumed
from schema.filters import UNSET
from schema.marks import Span, TextSpan
from schema.scalars import Locale
from schema.validation_enums import Confidence


@strawberry.input(
    description="At most 20 glossaries and 50,000 characters. Definitions with one of the contexts come first among "
    "homographs, then those of the glossary named first."
)
class AnnotateTextInput:
    """A text and where to look for its terms."""

    glossary_ids: list[strawberry.ID] = strawberry.field(
        description="Whose terms are looked for; 1 to 20 that the caller may see."
    )
    text: str = strawberry.field(description="The text; at most 50,000 characters. It is not stored.")
    locale: Locale = strawberry.field(description="Its language.")
    contexts: list[ContextInput] | None = strawberry.field(
        default=UNSET, description="Settings that choose between homographs; at most 50."
    )


@strawberry.type(description="A place where a defined term stands, in whatever form.")
class Annotation:
    """A term found."""

    confidence: Confidence = strawberry.field(
        description="CERTAIN as written in the glossary, LIKELY in another form, HINT where several definitions are equally likely."
    )
    definitions: list[DefinitionRecord] = strawberry.field(
        description="Several when the term is a homograph, best first.",
        graphql_type=list[lazy.LazyDefinition],
        directives=[assumed(2)],
    )

    @strawberry.field(description="Where it stands.", graphql_type=TextSpan)
    def span(self, root: strawberry.Parent[annotations.Annotation]) -> Span:
        """The place."""
        return Span(root.span.start, root.span.end, root.excerpt)


def asked(given: AnnotateTextInput) -> annotations.AnnotateText:
    """The question, as the rooms below read it.

    Raises:
        InvalidInput: an id names something else.
    """
    return parsing.filled(
        annotations.AnnotateText,
        given,
        glossary_ids=tuple(
            ids.decode("Glossary", one, "input", "glossaryIds", str(place))
            for place, one in enumerate(given.glossary_ids)
        ),
        contexts=authoring_inputs.contexts(given.contexts),
    )
