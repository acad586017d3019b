"""A broader concept that the line reaches anyway is stated twice.

Fix: remove the direct relation; the line says it already.
"""

from collections.abc import Iterable

from rules.kit import Confidence, RelationKind, RuleScope, Severity
from rules.marks import Hit
from rules.rule import Neighbour, Rule, bad, good
from rules.web import hierarchy_names, hierarchy_paths
from rules.web.hierarchy_graph import UP, Graph
from rules.web.item import Relation
from rules.web.sight import Sight
from rules.web.signs import Shown

TYPED = UP[1:]


def judge(sight: Sight) -> Iterable[Hit]:
    """A hit on every parent that lies above another parent; on a circle everything does, so there none."""
    graph, own = sight.hierarchy.graph, sight.item.concept
    parents = graph.parents(own)
    if len(parents) < 2 or graph.cycle(own):  # noqa: PLR2004 one parent is nobody's ancestor
        return
    for parent in parents:
        way = next((found for other in parents if other != parent and (found := _way(graph, own, other, parent))), ())
        if way:
            yield Hit(
                about="relations",
                anchor=parent,
                arguments={"parent": hierarchy_names.name(sight, parent), "via": hierarchy_names.name(sight, way[0])},
                evidence=hierarchy_names.evidence(sight, (parent, way[0])),
            )


def _way(graph: Graph, own: str, via: str, parent: str) -> tuple[str, ...]:
    """The line from one parent to the other; empty when there is none, or when it says less than the direct relation."""
    stated = {relation.kind for relation in graph.relations(own) if relation.target == parent} & {*TYPED}
    kinds = tuple(stated) if stated else UP
    if len(stated) > 1 or via not in graph.targets(own, *kinds) or graph.is_above(via, parent):
        return ()
    return hierarchy_paths.way(via, parent, lambda one: graph.targets(one, *kinds))


CONTRACT = Neighbour(
    term="contract", text="agreement that binds", relations=(Relation(RelationKind.BROADER, "agreement"),)
)
OVEREENKOMST = Neighbour(
    term="overeenkomst", text="afspraak die bindt", relations=(Relation(RelationKind.BROADER, "afspraak"),)
)
RULE = Rule(
    code="REL-05",
    name="Broader concept stated twice",
    question="Is every broader concept one that the line does not reach anyway?",
    rationale="Who changes the line later has to find the second statement too.",
    severity=Severity.INFO,
    confidence=Confidence.CERTAIN,
    scope=RuleScope.NEIGHBOURS,
    references=("qSKOS hr",),
    judges_blank=True,
    examples=(
        good(
            "contract on a dwelling",
            "en",
            term="lease",
            relations=(Relation(RelationKind.BROADER, "contract"), Relation(RelationKind.BROADER, "letting")),
            others=(CONTRACT, Neighbour(term="agreement", text="what two want"), Neighbour(term="letting", text="use")),
        ),
        bad(
            "contract on a dwelling",
            "en",
            term="lease",
            relations=(Relation(RelationKind.BROADER, "contract"), Relation(RelationKind.BROADER, "agreement")),
            others=(CONTRACT, Neighbour(term="agreement", text="what two people want alike")),
            marked=None,
        ),
        good(
            "overeenkomst over een woning",
            "nl",
            term="huur",
            relations=(
                Relation(RelationKind.BROADER, "overeenkomst"),
                Relation(RelationKind.BROADER_PARTITIVE, "afspraak"),
            ),
            others=(OVEREENKOMST, Neighbour(term="afspraak", text="wat twee mensen willen")),
            note="the direct relation says more than the line",
        ),
        bad(
            "overeenkomst over een woning",
            "nl",
            term="huur",
            relations=(Relation(RelationKind.BROADER, "overeenkomst"), Relation(RelationKind.BROADER, "afspraak")),
            others=(OVEREENKOMST, Neighbour(term="afspraak", text="wat twee mensen willen")),
            marked=None,
        ),
    ),
    judge=judge,
    waits_for=(Shown.SEVERAL_ABOVE,),
)
