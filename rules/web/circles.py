"""Which definitions stand on a circle of uses, and the shortest way round for each; kept up with every change."""

import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

Out = Callable[[int], Sequence[int]]
"""From a row to those that its text uses, in the order in which ways are compared; never to itself."""
Path = tuple[int, ...]
"""A way round: it starts with the row itself, and the last leads back to the first."""
SETTLED = sys.maxsize
"""The low link of a row whose component is known."""


class Circles:
    """The shortest circle through every row, of at most `longest` rows.

    Locality: all of a circle of `longest` rows through one of them lies at most `longest - 1` steps ahead of it.
    """

    def __init__(self, out: Out, longest: int) -> None:
        self._out = out
        self._longest = longest
        self._paths: dict[int, Path] = {}
        self._passing: defaultdict[int, set[int]] = defaultdict(set)

    def path(self, row: int) -> Path:
        """The shortest circle through the row; empty when it stands on none."""
        return self._paths.get(row, ())

    def passing(self, row: int) -> Iterable[int]:
        """The rows whose circle leads through this one, which is one of them when it has a circle."""
        return self._passing.get(row, ())

    def refresh(self, changed: Iterable[int]) -> set[int]:
        """The rows whose circle is another than before, after what leads out of or into these rows has changed."""
        doubtful: set[int] = set()
        for row in changed:
            doubtful.update(self.passing(row))
            doubtful |= self._around(row)
        return {row for row in doubtful if self._keep(row, self._shortest(row))}

    def refresh_all(self, rows: Iterable[int]) -> None:
        """Every circle is known, whatever was known before."""
        self._paths.clear()
        self._passing.clear()
        for knot in knots(rows, self._out):
            for row in knot:
                self._keep(row, self._shortest(row))

    def _keep(self, row: int, path: Path) -> bool:
        before = self._paths.pop(row, ())
        if path:
            self._paths[row] = path
        if path == before:
            return False
        for other in before:
            self._passing[other].discard(row)
            if not self._passing[other]:
                del self._passing[other]
        for other in path:
            self._passing[other].add(row)
        return True

    def _shortest(self, row: int) -> Path:
        """Of several shortest circles the first, by the order of what leads out of each row."""
        came_from = {row: row}
        edge: list[int] = [row]
        for _ in range(self._longest):
            ahead: list[int] = []
            for one in edge:
                for other in self._out(one):
                    if other == row:
                        return _back(one, came_from)
                    if other not in came_from:
                        came_from[other] = one
                        ahead.append(other)
            edge = ahead
        return ()

    def _around(self, row: int) -> set[int]:
        """The rows that share a circle of at most `longest` rows with this one."""
        steps = {row: 0}
        back: defaultdict[int, list[int]] = defaultdict(list)
        edge = [row]
        for step in range(1, self._longest + 1):
            ahead: list[int] = []
            for one in edge:
                for other in self._out(one):
                    back[other].append(one)
                    if other not in steps:
                        steps[other] = step
                        ahead.append(other)
            edge = ahead
        return self._returning(row, steps, back)

    def _returning(self, row: int, steps: dict[int, int], back: dict[int, list[int]]) -> set[int]:
        found = {row}
        edge = [row]
        for step in range(1, self._longest):
            ahead: list[int] = []
            for one in edge:
                for other in back.get(one, ()):
                    if other not in found and steps[other] + step <= self._longest:
                        found.add(other)
                        ahead.append(other)
            edge = ahead
        return found


def _back(row: int, came_from: dict[int, int]) -> Path:
    path = [row]
    while came_from[path[-1]] != path[-1]:
        path.append(came_from[path[-1]])
    return tuple(reversed(path))


def knots(rows: Iterable[int], out: Out) -> Iterator[list[int]]:
    """The strongly connected components of two rows or more (Tarjan 1972, without recursion)."""
    number: dict[int, int] = {}
    low: dict[int, int] = {}
    held: list[int] = []
    for start in rows:
        work = [] if start in number else [_entered(start, number, low, held, out)]
        while work:
            row, ahead = work[-1]
            other = next(ahead, None)
            if other is None:
                work.pop()
                if low[row] == number[row]:
                    yield from _knot(row, held, low)
                else:
                    low[work[-1][0]] = min(low[work[-1][0]], low[row])
            elif other not in number:
                work.append(_entered(other, number, low, held, out))
            else:
                # A row that has left the stack has the highest number of all, so it never wins.
                low[row] = min(low[row], low[other] if low[other] == SETTLED else number[other])


def _entered(
    row: int, number: dict[int, int], low: dict[int, int], held: list[int], out: Out
) -> tuple[int, Iterator[int]]:
    number[row] = low[row] = len(number)
    held.append(row)
    return row, iter(out(row))


def _knot(row: int, held: list[int], low: dict[int, int]) -> Iterator[list[int]]:
    """The rows above this one on the stack, which leave it."""
    knot: list[int] = []
    while not knot or knot[-1] != row:
        knot.append(held.pop())
        low[knot[-1]] = SETTLED
    if len(knot) > 1:
        yield knot
