"""Which concepts stand to which: a graph whose relations are seen from both ends, whichever of them states it."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from rules.kit import RelationKind
from rules.web import hierarchy_paths
from rules.web.item import Relation

UP = (
    RelationKind.BROADER,
    RelationKind.BROADER_GENERIC,
    RelationKind.BROADER_PARTITIVE,
    RelationKind.BROADER_INSTANTIAL,
)
DOWN = tuple(kind.inverse for kind in UP)
MATCHES = (
    RelationKind.EXACT_MATCH,
    RelationKind.CLOSE_MATCH,
    RelationKind.BROAD_MATCH,
    RelationKind.NARROW_MATCH,
    RelationKind.RELATED_MATCH,
)
Statement = tuple[str, Relation]
"""A concept, and a relation as it is seen from there."""


class Graph:
    """Concepts are ids of this glossary or URIs of the world outside. Everything comes back sorted.

    A relation of a concept with itself shows in `relations` alone: lines, siblings and circles are made of two or more.
    """

    def __init__(self) -> None:
        self._edges: defaultdict[str, Counter[Relation]] = defaultdict(Counter)
        self._targets: dict[tuple[str, tuple[RelationKind, ...]], tuple[str, ...]] = {}

    def change(self, *, gone: Iterable[Statement], come: Iterable[Statement]) -> None:
        """These statements are taken back and those are made."""
        for statement in gone:
            for one, relation in _ends(*statement):
                self._count(one, relation, -1)
        for statement in come:
            for one, relation in _ends(*statement):
                self._count(one, relation, 1)

    def _count(self, one: str, relation: Relation, step: int) -> None:
        edges = self._edges[one]
        edges[relation] += step
        if not edges[relation]:
            del edges[relation]
        if not edges:
            del self._edges[one]
        for kinds in (UP, DOWN):
            self._targets.pop((one, kinds), None)

    def concepts(self) -> Iterator[str]:
        """All that a relation touches."""
        return iter(self._edges)

    def relations(self, one: str) -> tuple[Relation, ...]:
        """What stands around the concept, seen from it, by kind and target."""
        return tuple(sorted(self._edges.get(one, ()), key=order))

    def targets(self, one: str, *kinds: RelationKind) -> tuple[str, ...]:
        """The other concepts to which the concept stands in one of these kinds."""
        return tuple(sorted({end.target for end in self._edges.get(one, ()) if end.kind in kinds} - {one}))

    def parents(self, one: str) -> tuple[str, ...]:
        """The concepts right above, whatever the kind of hierarchy."""
        return self._kept(one, UP)

    def children(self, one: str) -> tuple[str, ...]:
        """The concepts right below, whatever the kind of hierarchy."""
        return self._kept(one, DOWN)

    def _kept(self, one: str, kinds: tuple[RelationKind, ...]) -> tuple[str, ...]:
        found = self._targets.get((one, kinds))
        if found is None:
            found = self._targets[one, kinds] = self.targets(one, *kinds)
        return found

    def related(self, one: str) -> tuple[str, ...]:
        """The concepts that are associated with this one."""
        return self.targets(one, RelationKind.RELATED)

    def neighbours(self, one: str) -> set[str]:
        """All that a relation of any kind joins to the concept."""
        return {end.target for end in self._edges.get(one, ())} - {one}

    def siblings(self, one: str) -> set[str]:
        """The other children of the concepts right above."""
        return {child for parent in self.parents(one) for child in self.children(parent)} - {one}

    def line(self, one: str) -> set[str]:
        """The concept and all above it."""
        return hierarchy_paths.reached([one], self.parents)

    def is_above(self, upper: str, lower: str) -> bool:
        """Whether a line leads from the lower concept up to the upper one, of one step or more."""
        return bool(hierarchy_paths.way(lower, upper, self.parents))

    def cycle(self, one: str) -> tuple[str, ...]:
        """The shortest circle of broader concepts, from the concept back to itself; empty when it stands on none."""
        return hierarchy_paths.way(one, one, self.parents)

    def knot(self, one: str) -> set[str]:
        """All that stands on a circle with the concept, itself included."""
        return hierarchy_paths.knot(one, self.parents, self.children)

    def depth(self, one: str, *, most: int) -> int:
        """Steps up to the nearest concept with nothing above it; `most` when it is that far or farther."""
        return hierarchy_paths.level(one, self.parents, most=most)

    def same(self, one: str) -> set[str]:
        """The concept and all that a chain of exact matches makes the same (SKOS S45: exactMatch is transitive)."""
        return hierarchy_paths.reached([one], lambda other: self.targets(other, RelationKind.EXACT_MATCH))


def order(relation: Relation) -> tuple[str, str]:
    """By what relations are sorted."""
    return relation.kind, relation.target


def _ends(one: str, relation: Relation) -> Iterator[Statement]:
    yield one, relation
    if relation.target != one or relation.kind.inverse is not relation.kind:
        yield relation.target, type(relation)(relation.kind.inverse, one)
