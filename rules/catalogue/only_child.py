"""One narrower concept divides nothing.

Fix: add the other narrower concepts, or join the two levels.
"""

from collections.abc import Iterable

from rules.kit import Confidence, RelationKind, RuleScope, Severity
from rules.marks import Hit
from rules.rule import Neighbour, Rule, bad, good
from rules.web import hierarchy_names
from rules.web.hierarchy_graph import DOWN
from rules.web.item import Relation
from rules.web.sight import Sight


def judge(sight: Sight) -> Iterable[Hit]:
    """One hit on a concept with a single narrower one, unless that is an instance."""
    graph, own = sight.hierarchy.graph, sight.item.concept
    children = graph.children(own)
    if len(children) == 1 and graph.targets(
        own, *(kind for kind in DOWN if kind is not RelationKind.NARROWER_INSTANTIAL)
    ):
        yield Hit(
            about="relations",
            anchor=children[0],
            arguments={"child": hierarchy_names.name(sight, children[0]), "term": sight.item.entry.term},
            evidence=hierarchy_names.evidence(sight, children),
        )


TENANCY = Neighbour(term="tenancy", text="use of a dwelling")
RULE = Rule(
    code="REL-20",
    name="Only one narrower concept",
    question="Does the concept have either no narrower concepts or several?",
    rationale="A division tells things apart; with one member there is nothing to tell it from, or others are missing.",
    severity=Severity.INFO,
    confidence=Confidence.HINT,
    scope=RuleScope.NEIGHBOURS,
    references=("ISO 704 coordinate concepts", "OOPS P17"),
    judges_blank=True,
    examples=(
        good(
            "agreement that binds",
            "en",
            term="contract",
            relations=(Relation(RelationKind.NARROWER, "sale"), Relation(RelationKind.NARROWER, "tenancy")),
            others=(Neighbour(term="sale", text="change of owner"), TENANCY),
        ),
        bad(
            "agreement that binds",
            "en",
            term="contract",
            relations=(Relation(RelationKind.NARROWER, "tenancy"),),
            others=(TENANCY,),
            marked=None,
        ),
        good(
            "wet over het huren van woningen",
            "nl",
            term="huurwet",
            relations=(Relation(RelationKind.NARROWER_INSTANTIAL, "Huurwet 1950"),),
            others=(Neighbour(term="Huurwet 1950", text="wet van 1950"),),
            note="an instance may be the only one",
        ),
        bad(
            "afspraak die bindt",
            "nl",
            term="overeenkomst",
            relations=(Relation(RelationKind.NARROWER_GENERIC, "huur"),),
            others=(Neighbour(term="huur", text="gebruik van een woning"),),
            marked=None,
        ),
    ),
    judge=judge,
    waits_for=DOWN,
)
