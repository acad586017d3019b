"""What is a kind of something is not also a part of it.

Fix: decide whether the concept is a kind or a part, and change the other relation.
"""

from collections.abc import Iterable

from rules.kit import Confidence, RelationKind, RuleScope, Severity
from rules.marks import Hit
from rules.rule import Neighbour, Rule, bad, good
from rules.web import hierarchy_names, hierarchy_paths
from rules.web.item import Relation
from rules.web.sight import Sight

KINDS = (RelationKind.BROADER_GENERIC, RelationKind.BROADER_INSTANTIAL)
VEHICLE = Neighbour(term="vehicle", text="thing that drives")


def judge(sight: Sight) -> Iterable[Hit]:
    """A hit on every whole that the concept is also a kind or an instance of, along a line of such relations."""
    graph, own = sight.hierarchy.graph, sight.item.concept
    for whole in graph.targets(own, RelationKind.BROADER_PARTITIVE):
        if hierarchy_paths.way(own, whole, lambda one: graph.targets(one, *KINDS)):
            yield Hit(
                about="relations",
                anchor=whole,
                arguments={"whole": hierarchy_names.name(sight, whole)},
                evidence=hierarchy_names.evidence(sight, [whole]),
            )


RULE = Rule(
    code="REL-16",
    name="Kind and part at once",
    question="Is the concept either a kind or a part of each concept above it?",
    rationale="What holds for the genus holds for the kind, but not for a part; a reader cannot tell which is meant.",
    severity=Severity.WARNING,
    confidence=Confidence.LIKELY,
    scope=RuleScope.NEIGHBOURS,
    references=("ISO 25964-1 BTG, BTP, BTI", "ISO 704"),
    judges_blank=True,
    examples=(
        good(
            "round thing that turns",
            "en",
            term="wheel",
            relations=(Relation(RelationKind.BROADER_PARTITIVE, "car"),),
            others=(
                VEHICLE,
                Neighbour(
                    term="car",
                    text="vehicle with an engine",
                    relations=(Relation(RelationKind.BROADER_GENERIC, "vehicle"),),
                ),
            ),
            note="part of a kind of vehicle: nothing wrong",
        ),
        bad(
            "vehicle with an engine",
            "en",
            term="car",
            relations=(
                Relation(RelationKind.BROADER_GENERIC, "vehicle"),
                Relation(RelationKind.BROADER_PARTITIVE, "vehicle"),
            ),
            others=(VEHICLE,),
            marked=None,
        ),
        good(
            "net in een wijk",
            "nl",
            term="wijknet",
            relations=(
                Relation(RelationKind.BROADER_GENERIC, "net"),
                Relation(RelationKind.BROADER_PARTITIVE, "stadsnet"),
            ),
            others=(
                Neighbour(term="net", text="leidingen"),
                Neighbour(
                    term="stadsnet",
                    text="net in een stad",
                    relations=(Relation(RelationKind.BROADER_GENERIC, "net"),),
                ),
            ),
        ),
        bad(
            "net in een wijk",
            "nl",
            term="wijknet",
            relations=(
                Relation(RelationKind.BROADER_GENERIC, "stadsnet"),
                Relation(RelationKind.BROADER_PARTITIVE, "net"),
            ),
            others=(
                Neighbour(term="net", text="leidingen"),
                Neighbour(
                    term="stadsnet",
                    text="net in een stad",
                    relations=(Relation(RelationKind.BROADER_GENERIC, "net"),),
                ),
            ),
            marked=None,
        ),
    ),
    judge=judge,
    waits_for=(RelationKind.BROADER_PARTITIVE,),
)
