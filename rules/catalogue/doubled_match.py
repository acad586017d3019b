"""A match that repeats the relation inside says the same thing twice.

Fix: keep the match when the other concept lives elsewhere, else the relation.
"""

from collections.abc import Iterable

from rules.kit import Confidence, RelationKind, RuleScope, Severity
from rules.marks import Hit
from rules.rule import Rule, bad, good
from rules.web import hierarchy_names
from rules.web.hierarchy_graph import DOWN, UP
from rules.web.item import Relation
from rules.web.sight import Sight

PAIRS = (
    (RelationKind.BROAD_MATCH, UP),
    (RelationKind.NARROW_MATCH, DOWN),
    (RelationKind.RELATED_MATCH, (RelationKind.RELATED,)),
)
OUTSIDE = "https://example.org/contract"


def judge(sight: Sight) -> Iterable[Hit]:
    """A hit on every concept outside that is matched as it is related already; a match inside is REL-13's."""
    graph, own = sight.hierarchy.graph, sight.item.concept
    for match, kinds in PAIRS:
        if not graph.targets(own, match):
            continue
        for other in sorted({*graph.targets(own, match)} & {*graph.targets(own, *kinds)}):
            if not sight.hierarchy.has(other):
                yield hierarchy_names.hit(sight, other, anchor=f"{match} {other}")


RULE = Rule(
    code="REL-15",
    name="Match and relation alike",
    question="Is every concept either matched or related?",
    rationale="SKOS S41: a broad match is a broader concept, elsewhere; whoever corrects one of the two forgets the other.",
    severity=Severity.WARNING,
    confidence=Confidence.CERTAIN,
    scope=RuleScope.NEIGHBOURS,
    references=("SKOS S41",),
    judges_blank=True,
    examples=(
        good(
            "contract on a dwelling",
            "en",
            term="lease",
            relations=(Relation(RelationKind.BROAD_MATCH, OUTSIDE), Relation(RelationKind.RELATED, f"{OUTSIDE}/2")),
        ),
        bad(
            "contract on a dwelling",
            "en",
            term="lease",
            relations=(Relation(RelationKind.BROAD_MATCH, OUTSIDE), Relation(RelationKind.BROADER, OUTSIDE)),
            marked=None,
        ),
        good(
            "overeenkomst over een woning",
            "nl",
            term="huur",
            relations=(Relation(RelationKind.CLOSE_MATCH, OUTSIDE), Relation(RelationKind.RELATED, OUTSIDE)),
        ),
        bad(
            "overeenkomst over een woning",
            "nl",
            term="huur",
            relations=(Relation(RelationKind.RELATED_MATCH, OUTSIDE), Relation(RelationKind.RELATED, OUTSIDE)),
            marked=None,
        ),
    ),
    judge=judge,
    waits_for=tuple(match for match, _ in PAIRS),
)
