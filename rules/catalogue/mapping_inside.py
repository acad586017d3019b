"""A match joins vocabularies; within one, concepts are broader, narrower or related.

Fix: use broader, narrower or related, or make one concept of the two.
"""

from collections.abc import Iterable

from rules.kit import Confidence, RelationKind, RuleScope, Severity
from rules.marks import Hit
from rules.rule import Neighbour, Rule, bad, good
from rules.web import hierarchy_names
from rules.web.hierarchy_graph import MATCHES
from rules.web.item import Relation
from rules.web.sight import Sight


def judge(sight: Sight) -> Iterable[Hit]:
    """A hit on every concept of this glossary that is matched as if it were of another."""
    own = sight.item.concept
    for other in sight.hierarchy.graph.targets(own, *MATCHES):
        if sight.hierarchy.has(other):
            yield hierarchy_names.hit(sight, other)


RULE = Rule(
    code="REL-13",
    name="Match inside the glossary",
    question="Do the matches of the concept lead to other vocabularies?",
    rationale="Two concepts of one glossary that are the same are one concept; what else they are, its relations say.",
    severity=Severity.WARNING,
    confidence=Confidence.LIKELY,
    scope=RuleScope.NEIGHBOURS,
    references=("qSKOS mri", "SKOS Primer 3.1"),
    judges_blank=True,
    examples=(
        good(
            "contract on a dwelling",
            "en",
            term="lease",
            relations=(Relation(RelationKind.EXACT_MATCH, "https://example.org/lease"),),
        ),
        bad(
            "contract on a dwelling",
            "en",
            term="lease",
            relations=(Relation(RelationKind.EXACT_MATCH, "tenancy"),),
            others=(Neighbour(term="tenancy", text="use of a dwelling against payment"),),
            marked=None,
        ),
        good(
            "overeenkomst over een woning",
            "nl",
            term="huur",
            relations=(Relation(RelationKind.RELATED, "verhuur"),),
            others=(Neighbour(term="verhuur", text="gebruik van een woning"),),
        ),
        bad(
            "overeenkomst over een woning",
            "nl",
            term="huur",
            relations=(Relation(RelationKind.RELATED_MATCH, "verhuur"),),
            others=(Neighbour(term="verhuur", text="gebruik van een woning"),),
            marked=None,
        ),
    ),
    judge=judge,
    waits_for=MATCHES,
)
