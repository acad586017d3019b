"""The concepts of a glossary as they change: what stands where, and what a change can affect."""

from collections import defaultdict
from collections.abc import Mapping
from typing import NamedTuple

from rules.web import hierarchy_effects
from rules.web.hierarchy_graph import Graph, Statement, order
from rules.web.item import Relation

MANY = 2_000
"""Relations that change at once; from here on everything counts as affected, which is cheaper than looking. So it is when
the first concepts come."""


class Standing(NamedTuple):
    """What a glossary says of one concept beside its texts."""

    relations: frozenset[Relation] = frozenset()
    notations: frozenset[str] = frozenset()


NOTHING = Standing()
Change = tuple[Standing | None, Standing | None]


class Hierarchy:
    """The concepts that a glossary has, the graph around them, and who bears which notation."""

    def __init__(self) -> None:
        self.graph = Graph()
        self._standings: dict[str, Standing] = {}
        self._bearers: defaultdict[str, set[str]] = defaultdict(set)

    def has(self, concept: str) -> bool:
        """Whether the concept is one of this glossary's own, with a definition."""
        return concept in self._standings

    def bearers(self, notation: str) -> frozenset[str]:
        """The concepts with this notation."""
        return frozenset(self._bearers.get(notation, ()))

    def notations(self, concept: str) -> frozenset[str]:
        """The notations of the concept."""
        return self._standings.get(concept, NOTHING).notations

    def touched(self, concept: str) -> set[str]:
        """The concepts whose findings may name this one: to be judged again when its words or its status change."""
        named = {bearer for notation in self.notations(concept) for bearer in self.bearers(notation)}
        return named | self.graph.neighbours(concept) | self.graph.knot(concept)

    def put(self, changes: Mapping[str, Standing | None]) -> set[str]:
        """The concepts of which a fact may differ from before; None: the concept has left.

        What stands as before affects nothing. Of a concept that is not in the set, every fact is what it was.
        """
        changed: dict[str, Change] = {
            one: (self._standings.get(one), after)
            for one, after in changes.items()
            if self._standings.get(one) != after
        }
        gone = [(one, end) for one, (before, after) in changed.items() for end in _only(before, after)]
        come = [(one, end) for one, (before, after) in changed.items() for end in _only(after, before)]
        is_large = len(gone) + len(come) > MANY or not self._standings
        affected = self._every() if is_large else self._around(gone, [*gone, *come], changed)
        self.graph.change(gone=gone, come=come)
        for one, (before, after) in changed.items():
            self._settle(one, before or NOTHING, after)
        return affected | (self._every() if is_large else self._around(come, [*gone, *come], changed))

    def _around(self, rested_on: list[Statement], moved: list[Statement], changed: Mapping[str, Change]) -> set[str]:
        """What the relations affect as the graph is now, and what the comings and goings of concepts and notations do."""
        found = hierarchy_effects.effects(self.graph, rested_on) | hierarchy_effects.depths(self.graph, moved)
        for one, (before, after) in changed.items():
            found.add(one)
            if before is None or after is None:
                found |= self.touched(one)
            for notation in (before or NOTHING).notations ^ (after or NOTHING).notations:
                found |= self.bearers(notation)
        return found

    def _every(self) -> set[str]:
        return {*self._standings, *self.graph.concepts()}

    def _settle(self, one: str, before: Standing, after: Standing | None) -> None:
        for notation in before.notations:
            self._bearers[notation].discard(one)
            if not self._bearers[notation]:
                del self._bearers[notation]
        self._standings.pop(one, None)
        if after is not None:
            self._standings[one] = after
            for notation in after.notations:
                self._bearers[notation].add(one)


def _only(one: Standing | None, other: Standing | None) -> list[Relation]:
    """The relations of the one that the other lacks, in order."""
    return sorted((one or NOTHING).relations - (other or NOTHING).relations, key=order)
