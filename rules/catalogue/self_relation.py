"""A concept that stands in a relation with itself says nothing.

Fix: remove the relation, or choose the concept that was meant.
"""

from collections.abc import Iterable

from rules.kit import Confidence, RelationKind, RuleScope, Severity
from rules.marks import Hit
from rules.rule import EXAMPLE, Neighbour, Rule, bad, good
from rules.web.item import Relation
from rules.web.sight import Sight
from rules.web.signs import Shown

OWN = Relation(RelationKind.BROADER, EXAMPLE)


def judge(sight: Sight) -> Iterable[Hit]:
    """One hit on a concept that is the target of its own relation, whatever the kind."""
    if sight.hierarchy.graph.leads_to_itself(sight.item.concept):
        yield Hit(about="relations", anchor="", arguments={"term": sight.item.entry.term})


RULE = Rule(
    code="REL-04",
    name="Relation with itself",
    question="Do the relations of the concept lead to other concepts?",
    rationale="No concept is broader than itself, nor associated with itself.",
    severity=Severity.ERROR,
    confidence=Confidence.CERTAIN,
    scope=RuleScope.NEIGHBOURS,
    references=("qSKOS rrc",),
    judges_blank=True,
    examples=(
        good(
            "contract on a dwelling",
            "en",
            term="lease",
            relations=(Relation(RelationKind.BROADER, "contract"),),
            others=(Neighbour(term="contract", text="agreement that binds"),),
        ),
        bad("contract on a dwelling", "en", term="lease", relations=(OWN,), marked=None),
        good(
            "overeenkomst over een woning",
            "nl",
            term="huur",
            relations=(Relation(RelationKind.BROADER, "overeenkomst"),),
            others=(Neighbour(term="overeenkomst", text="afspraak die bindt"),),
        ),
        bad("overeenkomst over een woning", "nl", term="huur", relations=(OWN,), marked=None),
    ),
    judge=judge,
    waits_for=(Shown.ITSELF,),
)
