"""A line of many levels is more than a reader oversees.

Fix: join levels that tell nothing apart, or start the line lower.
"""

from collections.abc import Iterable

from rules.kit import Confidence, RelationKind, RuleScope, Severity
from rules.marks import Hit
from rules.rule import Neighbour, Rule, bad, good
from rules.web.hierarchy_effects import DEEPEST
from rules.web.hierarchy_graph import UP
from rules.web.item import Relation
from rules.web.sight import Sight


def judge(sight: Sight) -> Iterable[Hit]:
    """One hit on a concept just below the deepest level that should be; what lies deeper follows from it."""
    if sight.hierarchy.graph.depth(sight.item.concept, most=DEEPEST + 2) == DEEPEST + 1:
        yield Hit(about="relations", anchor="", arguments={"levels": str(DEEPEST + 1)})


def line(length: int, locale: str) -> tuple[Neighbour, ...]:
    """So many concepts, each below the next."""
    word = "level" if locale == "en" else "niveau"
    return tuple(
        Neighbour(
            term=f"{word} {place}",
            text="one step" if locale == "en" else "een stap",
            relations=(Relation(RelationKind.BROADER, f"{word} {place + 1}"),) if place < length else (),
        )
        for place in range(1, length + 1)
    )


RULE = Rule(
    code="REL-21",
    name="Deep hierarchy",
    question="Is the concept at most eight levels below the top of its line?",
    rationale="Readers lose their way in deep hierarchies, and each level needs a difference that can be told.",
    severity=Severity.INFO,
    confidence=Confidence.HINT,
    scope=RuleScope.NEIGHBOURS,
    references=("OOPS P17",),
    judges_blank=True,
    examples=(
        good(
            "one step",
            "en",
            term="leaf",
            relations=(Relation(RelationKind.BROADER, "level 1"),),
            others=line(DEEPEST, "en"),
        ),
        bad(
            "one step",
            "en",
            term="leaf",
            relations=(Relation(RelationKind.BROADER, "level 1"),),
            others=line(DEEPEST + 1, "en"),
            marked=None,
        ),
        good(
            "een stap",
            "nl",
            term="blad",
            relations=(Relation(RelationKind.BROADER, "niveau 1"), Relation(RelationKind.BROADER, "niveau 8")),
            others=line(DEEPEST + 1, "nl"),
            note="the shortest line counts",
        ),
        bad(
            "een stap",
            "nl",
            term="blad",
            relations=(Relation(RelationKind.BROADER, "niveau 1"),),
            others=line(DEEPEST + 1, "nl"),
            marked=None,
        ),
    ),
    judge=judge,
    waits_for=UP,
)
