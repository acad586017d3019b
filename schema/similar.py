"""The type SimilarDefinition: a definition like another, and why."""

from typing import Annotated

import strawberry

from models.records import DefinitionRecord
from rules.web.resemblance import Reason
from schema import lazy
from schema.directives import ListSize
from schema.enums import described

__all__ = ["SLICED", "First", "Reason", "SimilarDefinition"]

SLICED = ListSize(slicing_arguments=["first"])
First = Annotated[int, strawberry.argument(description="How many, 1 to 50.")]

described(
    Reason,
    "SimilarityReason",
    "What a definition shares with another.",
    {
        "SAME_TERM": "The preferred term, letter case aside.",
        "SAME_DESIGNATION": "Another designation, or the term of one is a designation of the other.",
        "SAME_TEXT": "The text, but for letter case, blanks and a full stop.",
        "NEAR_TEXT": "Most of the text.",
        "SAME_CONTEXT": "A context as well; never the only reason.",
    },
)


@strawberry.type(description="A definition like another, and why.")
class SimilarDefinition:
    """A likeness."""

    definition: DefinitionRecord = strawberry.field(
        description="The other one, of the same glossary and language.", graphql_type=lazy.LazyDefinition
    )
    similarity: float = strawberry.field(
        description="0 to 1: 1 for the same text, 0.9 for the same term, 0.7 for the same designation, else the share of "
        "equal characters from 0.6 on."
    )
    reasons: list[Reason] = strawberry.field(description="What they share, strongest first.")
