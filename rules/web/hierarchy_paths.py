"""Ways through a graph of concepts: what lies on a line, the shortest way round, the same concept elsewhere."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

Step = Callable[[str], Collection[str]]
"""From a concept to those one step on, in a fixed order."""
LONGEST_LINE = 100
"""Steps that are followed from a concept. A bound on steps, not on concepts: what is found never depends on what else is."""


def reached(starts: Iterable[str], step: Step, *, levels: int = LONGEST_LINE) -> set[str]:
    """The starts and all that lies on from them, at most so many steps away."""
    found = set(starts)
    edge = list(found)
    for _ in range(levels):
        edge = _next(edge, step, found)
        if not edge:
            break
    return found


def _next(edge: Sequence[str], step: Step, found: set[str]) -> list[str]:
    ahead: list[str] = []
    for one in edge:
        for other in step(one):
            if other not in found:
                found.add(other)
                ahead.append(other)
    return ahead


def way(start: str, goal: str, step: Step) -> tuple[str, ...]:
    """The shortest way from start to goal, both included, of at least one step; empty when there is none.

    Of several shortest ones, the first by the order of the steps.
    """
    came_from: dict[str, str] = {}
    edge = [start]
    for _ in range(LONGEST_LINE):
        ahead: list[str] = []
        for one in edge:
            for other in step(one):
                if other == goal:
                    return (*_back(one, start, came_from), goal)
                if other not in came_from and other != start:
                    came_from[other] = one
                    ahead.append(other)
        if not ahead:
            break
        edge = ahead
    return ()


def _back(one: str, start: str, came_from: dict[str, str]) -> list[str]:
    path = [one]
    while path[-1] != start:
        path.append(came_from[path[-1]])
    return path[::-1]


def knot(one: str, up: Step, down: Step) -> set[str]:
    """All that stands on a circle with this concept, itself included; just itself when there is no circle."""
    above = reached([one], up)
    return reached([one], lambda other: [under for under in down(other) if under in above])


def level(one: str, up: Step, *, known: Mapping[str, int], most: int) -> int:
    """How many steps up the nearest concept is that has nothing above it; `most` when it is that far or farther.

    `known` are levels found before, with the same `most`. A concept on a circle that leads nowhere has no top, so it is `most`
    away from one.
    """
    found = {one}
    edge = [one]
    nearest = most
    for steps in range(most):
        nearest = min([nearest, *[steps + known[other] for other in edge if other in known]])
        if nearest <= steps or not edge:
            break
        if not all(map(up, edge)):
            return steps
        edge = _next([other for other in edge if other not in known], up, found)
    return nearest
