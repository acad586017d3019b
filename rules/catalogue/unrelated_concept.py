"""A concept without relations cannot be found from its neighbours, nor they from it.

Fix: name its broader concept, or the concepts it has to do with.
"""

from collections.abc import Iterable

from rules.kit import Confidence, RelationKind, RuleScope, Severity
from rules.marks import Hit
from rules.rule import Neighbour, Rule, bad, good
from rules.web.hierarchy_graph import DOWN, UP
from rules.web.item import Relation
from rules.web.sight import Sight


def judge(sight: Sight) -> Iterable[Hit]:
    """One hit on a concept with neither a broader, nor a narrower, nor a related one."""
    own = sight.item.concept
    if not sight.hierarchy.graph.targets(own, *UP, *DOWN, RelationKind.RELATED):
        yield Hit(about="relations", anchor="", arguments={"term": sight.item.entry.term})


RULE = Rule(
    code="REL-01",
    name="Concept without relations",
    question="Is the concept related to another one?",
    rationale="Readers find a concept by what is broader, narrower or near; a list has none of that, so only some ask for it.",
    severity=Severity.INFO,
    confidence=Confidence.CERTAIN,
    scope=RuleScope.NEIGHBOURS,
    references=("qSKOS oc", "NL-SBB", "OOPS P04"),
    judges_blank=True,
    is_opt_in=True,
    examples=(
        good(
            "contract on a dwelling",
            "en",
            term="lease",
            others=(
                Neighbour(
                    term="tenant",
                    text="person who rents",
                    relations=(Relation(RelationKind.RELATED, "example"),),
                ),
            ),
            note="stated at the other end",
        ),
        bad(
            "contract on a dwelling",
            "en",
            term="lease",
            relations=(Relation(RelationKind.EXACT_MATCH, "https://example.org/lease"),),
            marked=None,
            note="a match with another vocabulary gives it no place in this one",
        ),
        good(
            "overeenkomst over een woning",
            "nl",
            term="huur",
            relations=(Relation(RelationKind.BROADER, "overeenkomst"),),
            others=(Neighbour(term="overeenkomst", text="afspraak die bindt"),),
        ),
        bad("overeenkomst over een woning", "nl", term="huur", marked=None),
    ),
    judge=judge,
)
