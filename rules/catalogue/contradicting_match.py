"""Two concepts cannot be the same and also one broader than, or merely near to, the other.

Fix: decide which of the two matches is true and remove the other.
"""

from collections.abc import Iterable

from rules.kit import Confidence, RelationKind, RuleScope, Severity
from rules.marks import Hit
from rules.rule import Neighbour, Rule, bad, good
from rules.web import hierarchy_names
from rules.web.item import Relation
from rules.web.sight import Sight

UNEQUAL = (RelationKind.BROAD_MATCH, RelationKind.NARROW_MATCH, RelationKind.RELATED_MATCH)
WIKI = "https://example.org/lease"


def judge(sight: Sight) -> Iterable[Hit]:
    """A hit on every concept that is an unequal match, and the same by a chain of exact matches."""
    graph, own = sight.hierarchy.graph, sight.item.concept
    unequal = graph.targets(own, *UNEQUAL)
    if not unequal:
        return
    same = graph.same(own)
    for other in unequal:
        if other in same:
            yield hierarchy_names.hit(sight, other)


RULE = Rule(
    code="REL-12",
    name="Contradicting matches",
    question="Does every concept that matches do so in one way?",
    rationale="SKOS S46: exactMatch is disjoint with broadMatch and relatedMatch, and it is transitive.",
    severity=Severity.ERROR,
    confidence=Confidence.CERTAIN,
    scope=RuleScope.NEIGHBOURS,
    references=("SKOS S46", "qSKOS mc"),
    judges_blank=True,
    examples=(
        good(
            "contract on a dwelling",
            "en",
            term="lease",
            relations=(Relation(RelationKind.EXACT_MATCH, WIKI), Relation(RelationKind.CLOSE_MATCH, WIKI)),
            note="close and exact may go together",
        ),
        bad(
            "contract on a dwelling",
            "en",
            term="lease",
            relations=(Relation(RelationKind.EXACT_MATCH, WIKI), Relation(RelationKind.BROAD_MATCH, WIKI)),
            marked=None,
        ),
        good(
            "overeenkomst over een woning",
            "nl",
            term="huur",
            relations=(Relation(RelationKind.EXACT_MATCH, WIKI), Relation(RelationKind.BROAD_MATCH, f"{WIKI}/2")),
        ),
        bad(
            "overeenkomst over een woning",
            "nl",
            term="huur",
            relations=(Relation(RelationKind.EXACT_MATCH, WIKI), Relation(RelationKind.RELATED_MATCH, f"{WIKI}/2")),
            others=(
                Neighbour(
                    term="verhuur",
                    text="gebruik van een woning",
                    relations=(
                        Relation(RelationKind.EXACT_MATCH, WIKI),
                        Relation(RelationKind.EXACT_MATCH, f"{WIKI}/2"),
                    ),
                ),
            ),
            marked=None,
            note="the same by way of another concept",
        ),
    ),
    judge=judge,
    waits_for=UNEQUAL,
)
