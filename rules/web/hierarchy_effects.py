"""Of which concepts a fact may change when a relation comes or goes: few, and never too few."""

from collections.abc import Iterable

from rules.kit import RelationKind
from rules.web import hierarchy_paths
from rules.web.hierarchy_graph import DOWN, MATCHES, UP, Graph, Statement

DEEPEST = 8
"""Levels below a top concept that readers still oversee (terminology research, REL-21)."""


def effects(graph: Graph, statements: Iterable[Statement]) -> set[str]:
    """The concepts whose facts rest on one of these relations, in a graph that has them.

    To be asked before they go and after they came. Depth is not looked at: see `depths`.
    """
    found: set[str] = set()
    for one, relation in statements:
        found |= {one, relation.target}
        if relation.kind in UP:
            found |= _of_line(graph, one, relation.target)
        elif relation.kind in DOWN:
            found |= _of_line(graph, relation.target, one)
        elif relation.kind in MATCHES:
            found |= _of_match(graph, one, relation.kind)
        elif relation.kind is not RelationKind.RELATED:
            found |= graph.neighbours(one) | graph.neighbours(relation.target)
    return found


def _of_line(graph: Graph, lower: str, upper: str) -> set[str]:
    above = graph.line(upper)
    found = set(graph.related(lower))
    if lower in above:
        found |= graph.knot(lower)
    for one in above:
        for other in graph.related(one):
            if lower in graph.line(other):
                found |= {one, other}
    return found | _with_two_ways(graph, lower, above)


def _with_two_ways(graph: Graph, lower: str, above: set[str]) -> set[str]:
    """Concepts with several parents, at or below `lower`, that have a parent among those `above`.

    A redundant parent, or one that is genus and whole at once, is reached over the relation: nobody else can gain or lose one.
    """
    under = {child for one in above for child in graph.children(one) if len(graph.parents(child)) > 1}
    return {child for child in under if lower in graph.line(child)}


def _of_match(graph: Graph, one: str, kind: RelationKind) -> set[str]:
    if kind is not RelationKind.EXACT_MATCH:
        return set()
    return {other for other in graph.same(one) if graph.targets(other, *MATCHES)}


def depths(graph: Graph, statements: Iterable[Statement]) -> set[str]:
    """The concepts just deeper than DEEPEST whose line may lead through one of these relations.

    To be asked before and after, of relations that come as well as of those that go.
    """
    lower = {
        one if relation.kind in UP else relation.target
        for one, relation in statements
        if relation.kind in UP or relation.kind in DOWN
    }
    found: set[str] = set()
    for start in lower:
        below = hierarchy_paths.reached([start], graph.children, levels=DEEPEST + 1)
        found |= {one for one in below if graph.depth(one, most=DEEPEST + 2) == DEEPEST + 1}
    return found
