"""Two concepts under one parent are near each other already.

Fix: remove the association, unless it says something that the shared parent does not.
"""

from collections.abc import Iterable

from rules.kit import Confidence, RelationKind, RuleScope, Severity
from rules.marks import Hit
from rules.rule import Neighbour, Rule, bad, good
from rules.web import hierarchy_names
from rules.web.item import Relation
from rules.web.sight import Sight


def judge(sight: Sight) -> Iterable[Hit]:
    """A hit on every associated concept that has a parent in common."""
    graph, own = sight.hierarchy.graph, sight.item.concept
    for other in graph.related(own):
        shared = sorted({*graph.parents(own)} & {*graph.parents(other)})
        if shared:
            parts = (other, shared[0])
            yield Hit(
                about="relations",
                anchor=other,
                arguments={
                    "other": hierarchy_names.name(sight, other),
                    "parent": hierarchy_names.name(sight, shared[0]),
                },
                evidence=hierarchy_names.evidence(sight, parts),
            )


TENANT = Neighbour(term="tenant", text="person who rents", relations=(Relation(RelationKind.BROADER, "person"),))
HUURDER = Neighbour(term="huurder", text="persoon die huurt", relations=(Relation(RelationKind.BROADER, "persoon"),))
RULE = Rule(
    code="REL-06",
    name="Association between siblings",
    question="Do the associations of the concept lead further than its siblings?",
    rationale="Siblings stand together anyway; but steps of a process or opposites may well be siblings, so only some ask for it.",
    severity=Severity.INFO,
    confidence=Confidence.HINT,
    scope=RuleScope.NEIGHBOURS,
    references=("qSKOS var",),
    judges_blank=True,
    is_opt_in=True,
    examples=(
        good(
            "person who lets a dwelling",
            "en",
            term="landlord",
            relations=(Relation(RelationKind.BROADER, "company"), Relation(RelationKind.RELATED, "tenant")),
            others=(TENANT, Neighbour(term="company", text="what sells")),
        ),
        bad(
            "person who lets a dwelling",
            "en",
            term="landlord",
            relations=(Relation(RelationKind.BROADER, "person"), Relation(RelationKind.RELATED, "tenant")),
            others=(TENANT, Neighbour(term="person", text="human being")),
            marked=None,
        ),
        good(
            "persoon die een woning verhuurt",
            "nl",
            term="verhuurder",
            relations=(Relation(RelationKind.BROADER, "persoon"), Relation(RelationKind.RELATED, "woning")),
            others=(HUURDER, Neighbour(term="woning", text="plek om te wonen")),
        ),
        bad(
            "persoon die een woning verhuurt",
            "nl",
            term="verhuurder",
            relations=(Relation(RelationKind.BROADER, "persoon"), Relation(RelationKind.RELATED, "huurder")),
            others=(HUURDER, Neighbour(term="persoon", text="mens")),
            marked=None,
        ),
    ),
    judge=judge,
    waits_for=(RelationKind.RELATED,),
)
