"""A concept that matches nothing outside stands alone in the world.

Fix: add a match with a vocabulary that others use.
"""

from collections.abc import Iterable

from rules.kit import Confidence, RelationKind, RuleScope, Severity
from rules.marks import Hit
from rules.rule import Rule, bad, good
from rules.web.hierarchy_graph import MATCHES
from rules.web.item import Relation
from rules.web.sight import Sight

OUTSIDE = (Relation(RelationKind.CLOSE_MATCH, "https://example.org/lease"),)


def judge(sight: Sight) -> Iterable[Hit]:
    """One hit on a concept without a match outside the glossary."""
    targets = sight.hierarchy.graph.targets(sight.item.concept, *MATCHES)
    if all(sight.hierarchy.has(target) for target in targets):
        yield Hit(about="relations", anchor="", arguments={"term": sight.item.entry.term})


RULE = Rule(
    code="REL-14",
    name="Concept without a match outside",
    question="Does the concept match one of another vocabulary?",
    rationale="Matches let data of several publishers meet; a glossary for its own readers needs none.",
    severity=Severity.INFO,
    confidence=Confidence.HINT,
    scope=RuleScope.NEIGHBOURS,
    references=("qSKOS mol",),
    judges_blank=True,
    is_opt_in=True,
    examples=(
        good("contract on a dwelling", "en", term="lease", relations=OUTSIDE),
        bad("contract on a dwelling", "en", term="lease", marked=None),
        good("overeenkomst over een woning", "nl", term="huur", relations=OUTSIDE),
        bad(
            "overeenkomst over een woning",
            "nl",
            term="huur",
            relations=(Relation(RelationKind.BROADER, "https://example.org/contract"),),
            marked=None,
        ),
    ),
    judge=judge,
)
