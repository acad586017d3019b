"""A hierarchy that runs in a circle makes every concept on it broader than itself.

Fix: remove the relation of the circle that is false.
"""

from collections.abc import Iterable

from rules.kit import Confidence, RelationKind, RuleScope, Severity
from rules.marks import Hit
from rules.rule import EXAMPLE, Neighbour, Rule, bad, good
from rules.web import hierarchy_names
from rules.web.item import Relation
from rules.web.sight import Sight
from rules.web.signs import Shown


def judge(sight: Sight) -> Iterable[Hit]:
    """One hit on a concept that lies above itself, with the shortest way round."""
    circle = sight.hierarchy.graph.cycle(sight.item.concept)
    if circle:
        yield Hit(
            about="relations",
            anchor="\n".join(circle),
            arguments={"path": hierarchy_names.names(sight, circle)},
            evidence=hierarchy_names.evidence(sight, circle[1:-1]),
        )


RULE = Rule(
    code="REL-03",
    name="Hierarchy in a circle",
    question="Does the line of broader concepts lead away from the concept?",
    rationale="Definitions name the broader concept, so a circle in the hierarchy is a circle in what the words mean.",
    severity=Severity.ERROR,
    confidence=Confidence.CERTAIN,
    scope=RuleScope.NEIGHBOURS,
    references=("qSKOS chr", "OOPS P06", "ISO 25964-1"),
    judges_blank=True,
    examples=(
        good(
            "contract on a dwelling",
            "en",
            term="lease",
            relations=(Relation(RelationKind.BROADER, "contract"),),
            others=(
                Neighbour(
                    term="contract",
                    text="agreement that binds",
                    relations=(Relation(RelationKind.BROADER, "agreement"),),
                ),
                Neighbour(term="agreement", text="what two people want alike"),
            ),
        ),
        bad(
            "contract on a dwelling",
            "en",
            term="lease",
            relations=(Relation(RelationKind.BROADER, "contract"),),
            others=(
                Neighbour(
                    term="contract",
                    text="agreement that binds",
                    relations=(Relation(RelationKind.BROADER, "agreement"),),
                ),
                Neighbour(
                    term="agreement",
                    text="what two people want alike",
                    relations=(Relation(RelationKind.BROADER, EXAMPLE),),
                ),
            ),
            marked=None,
        ),
        good(
            "overeenkomst over een woning",
            "nl",
            term="huur",
            relations=(Relation(RelationKind.BROADER, "overeenkomst"),),
            others=(Neighbour(term="overeenkomst", text="afspraak die bindt"),),
        ),
        bad(
            "overeenkomst over een woning",
            "nl",
            term="huur",
            relations=(Relation(RelationKind.BROADER, "overeenkomst"), Relation(RelationKind.NARROWER, "overeenkomst")),
            others=(Neighbour(term="overeenkomst", text="afspraak die bindt"),),
            marked=None,
        ),
    ),
    judge=judge,
    waits_for=(Shown.BETWEEN,),
)
