"""A definition that leans on another concept has something to do with it, and the relations may say so.

Fix: relate the concepts.
"""

from collections.abc import Iterable

from rules.kit import Confidence, RelationKind, RuleScope, Severity
from rules.marks import Hit
from rules.rule import Neighbour, Rule, bad, good
from rules.web.item import Relation
from rules.web.sight import Sight


def judge(sight: Sight) -> Iterable[Hit]:
    """A hit on the first use of every concept that can only be the one, and to which no relation leads."""
    told = sight.hierarchy.graph.neighbours(sight.item.concept)
    for use in sight.uses():
        concepts = {item.concept for item in use.items}
        if len(concepts) == 1 and told.isdisjoint(concepts):
            told |= concepts
            yield Hit(
                span=use.span, arguments={"term": use.items[0].entry.term}, evidence=sight.evidence(use.items[:1])
            )


RULE = Rule(
    code="GLO-08",
    name="Unrelated use",
    question="Do the relations name every concept that the text uses?",
    rationale="Who browses by relations misses what only the text mentions.",
    severity=Severity.INFO,
    confidence=Confidence.HINT,
    scope=RuleScope.NEIGHBOURS,
    references=("ISO 704 concept systems",),
    is_opt_in=True,
    examples=(
        good(
            "person who signs a lease",
            "en",
            term="lessor",
            relations=(Relation(RelationKind.RELATED, "lease"),),
            others=(Neighbour(term="lease", text="contract on a dwelling"),),
        ),
        bad(
            "person who signs a lease",
            "en",
            term="lessor",
            marked="lease",
            others=(Neighbour(term="lease", text="contract on a dwelling"),),
        ),
        good(
            "partij bij huurcontracten",
            "nl",
            term="verhuurder",
            relations=(Relation(RelationKind.RELATED, "huurcontract"),),
            others=(Neighbour(term="huurcontract", text="overeenkomst over een woning"),),
        ),
        bad(
            "partij bij huurcontracten",
            "nl",
            term="verhuurder",
            marked="huurcontracten",
            others=(Neighbour(term="huurcontract", text="overeenkomst over een woning"),),
        ),
    ),
    judge=judge,
)
