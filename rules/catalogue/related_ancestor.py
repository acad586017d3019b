"""A concept cannot be both associated with another and above or below it.

Fix: keep the hierarchy and remove the association, or the other way round.
"""

from collections.abc import Iterable

from rules.kit import Confidence, RelationKind, RuleScope, Severity
from rules.marks import Hit
from rules.rule import Neighbour, Rule, bad, good
from rules.web import hierarchy_names
from rules.web.item import Relation
from rules.web.sight import Sight


def judge(sight: Sight) -> Iterable[Hit]:
    """A hit on every associated concept that stands on the same line, at whatever distance."""
    graph, own = sight.hierarchy.graph, sight.item.concept
    for other in graph.related(own):
        case = "above" if graph.is_above(other, own) else "below" if graph.is_above(own, other) else ""
        if case:
            yield hierarchy_names.hit(sight, other, case=case)


CONTRACT = Neighbour(
    term="contract", text="agreement that binds", relations=(Relation(RelationKind.BROADER, "agreement"),)
)
RULE = Rule(
    code="REL-11",
    name="Association along the line",
    question="Are the associated concepts neither above nor below the concept?",
    rationale="SKOS S27: related is disjoint with broaderTransitive; two such statements contradict each other.",
    severity=Severity.ERROR,
    confidence=Confidence.CERTAIN,
    scope=RuleScope.NEIGHBOURS,
    references=("SKOS S27", "qSKOS rc", "NL-SBB"),
    judges_blank=True,
    examples=(
        good(
            "contract on a dwelling",
            "en",
            term="lease",
            relations=(Relation(RelationKind.BROADER, "contract"), Relation(RelationKind.RELATED, "dwelling")),
            others=(CONTRACT, Neighbour(term="dwelling", text="place to live")),
        ),
        bad(
            "contract on a dwelling",
            "en",
            term="lease",
            relations=(Relation(RelationKind.BROADER, "contract"), Relation(RelationKind.RELATED, "agreement")),
            others=(CONTRACT, Neighbour(term="agreement", text="what two people want alike")),
            marked=None,
        ),
        good(
            "afspraak die bindt",
            "nl",
            term="overeenkomst",
            relations=(Relation(RelationKind.NARROWER, "huur"), Relation(RelationKind.RELATED, "partij")),
            others=(Neighbour(term="huur", text="gebruik"), Neighbour(term="partij", text="wie zich bindt")),
        ),
        bad(
            "afspraak die bindt",
            "nl",
            term="overeenkomst",
            relations=(Relation(RelationKind.NARROWER, "huur"), Relation(RelationKind.RELATED, "huur")),
            others=(Neighbour(term="huur", text="gebruik van een woning"),),
            marked=None,
        ),
    ),
    judge=judge,
    waits_for=(RelationKind.RELATED,),
)
