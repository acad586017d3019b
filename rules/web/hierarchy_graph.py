"""Which concepts stand to which: a graph whose relations are seen from both ends, whichever of them states it."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping

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
INVERSES = {kind: kind.inverse for kind in RelationKind}
NO_KINDS: frozenset[RelationKind] = frozenset()
View = Mapping[RelationKind, tuple[str, ...]]
Statement = tuple[str, Relation]
"""A concept, and a relation as it is seen from there."""


class Graph:
    """Concepts are ids of this glossary or URIs of the world outside. Everything comes back sorted.

    A relation of a concept with itself shows in `relations` alone: lines, siblings and circles are made of two or more.
    """

    def __init__(self) -> None:
        self._edges: defaultdict[str, Counter[Relation]] = defaultdict(Counter)
        self._counts: Counter[RelationKind] = Counter()
        self._views: dict[str, View] = {}
        self._parents: dict[str, tuple[str, ...]] = {}
        self._children: dict[str, tuple[str, ...]] = {}
        self._depths: defaultdict[int, dict[str, int]] = defaultdict(dict)

    def change(self, *, gone: Iterable[Statement], come: Iterable[Statement]) -> None:
        """These statements are taken back and those are made."""
        for statement in gone:
            for one, relation in _ends(*statement):
                self._count(one, relation, -1)
        for statement in come:
            for one, relation in _ends(*statement):
                self._count(one, relation, 1)

    def _count(self, one: str, relation: Relation, step: int) -> None:
        self._counts[relation.kind] += step
        self._depths.clear()
        edges = self._edges[one]
        edges[relation] += step
        if not edges[relation]:
            del edges[relation]
        if not edges:
            del self._edges[one]
        for kept in (self._views, self._parents, self._children):
            kept.pop(one, None)

    def concepts(self) -> Iterator[str]:
        """All that a relation touches."""
        return iter(self._edges)

    def relations(self, one: str) -> tuple[Relation, ...]:
        """What stands around the concept, seen from it, by kind and target."""
        return tuple(sorted(self._edges.get(one, ()), key=order))

    def has_any(self, kind: RelationKind) -> bool:
        """Whether any two concepts stand so."""
        return self._counts[kind] > 0

    def kinds(self, one: str) -> frozenset[RelationKind]:
        """The kinds of what stands around the concept, also of what leads to itself."""
        edges = self._edges.get(one)
        return frozenset([end.kind for end in edges]) if edges else NO_KINDS

    def leads_to_itself(self, one: str) -> bool:
        """Whether a relation of the concept ends at the concept."""
        return any(end.target == one for end in self._edges.get(one, ()))

    def targets(self, one: str, *kinds: RelationKind) -> tuple[str, ...]:
        """The other concepts to which the concept stands in one of these kinds."""
        view = self._views.get(one)
        if view is None:
            if one not in self._edges:
                return ()
            view = self._views[one] = self._view(one)
        found = [view[kind] for kind in kinds if kind in view]
        if len(found) > 1:
            return tuple(sorted({target for targets in found for target in targets}))
        return found[0] if found else ()

    def _view(self, one: str) -> View:
        """The other concepts by kind of relation. Twenty rules ask for them, mostly of kinds that are not there."""
        view: defaultdict[RelationKind, list[str]] = defaultdict(list)
        for end in self._edges[one]:
            if end.target != one:
                view[end.kind].append(end.target)
        return {kind: tuple(sorted(targets)) for kind, targets in view.items()}

    def parents(self, one: str) -> tuple[str, ...]:
        """The concepts right above, whatever the kind of hierarchy."""
        found = self._parents.get(one)
        if found is None:
            found = self._parents[one] = self.targets(one, *UP)
        return found

    def children(self, one: str) -> tuple[str, ...]:
        """The concepts right below, whatever the kind of hierarchy."""
        found = self._children.get(one)
        if found is None:
            found = self._children[one] = self.targets(one, *DOWN)
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
        if not self.children(one):
            return ()
        return hierarchy_paths.way(one, one, self.parents)

    def knot(self, one: str) -> set[str]:
        """All that stands on a circle with the concept, itself included."""
        return hierarchy_paths.knot(one, self.parents, self.children)

    def depth(self, one: str, *, most: int) -> int:
        """Steps up to the nearest concept with nothing above it; `most` when it is that far or farther."""
        known = self._depths[most]
        found = known.get(one)
        if found is None:
            found = known[one] = hierarchy_paths.level(one, self.parents, known=known, most=most)
        return found

    def same(self, one: str) -> set[str]:
        """The concept and all that a chain of exact matches makes the same (SKOS S45: exactMatch is transitive)."""
        return hierarchy_paths.reached([one], lambda other: self.targets(other, RelationKind.EXACT_MATCH))


def order(relation: Relation) -> tuple[str, str]:
    """By what relations are sorted."""
    return relation.kind, relation.target


def _ends(one: str, relation: Relation) -> Iterator[Statement]:
    yield one, relation
    inverse = INVERSES[relation.kind]
    if relation.target != one or inverse is not relation.kind:
        yield relation.target, Relation(inverse, one)
