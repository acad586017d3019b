"""Which rows share a key: a table from key to rows that takes little room when most keys have one row."""

from array import array
from collections.abc import Hashable, Iterable, Sequence

from rules.web.vocabulary import NUMBERS

NONE: Sequence[int] = ()


class Buckets:
    """Keys with their rows. A row stands once under a key."""

    def __init__(self) -> None:
        # An array for every key would take 60 bytes more for each of half a million keys.
        self._rows: dict[Hashable, int | array[int]] = {}

    def add_each(self, keys: Iterable[Hashable], row: int) -> None:
        """The row stands under all these different keys."""
        for key in keys:
            self.add(key, row)

    def add(self, key: Hashable, row: int) -> None:
        """The row stands under the key."""
        held = self._rows.get(key)
        if held is None:
            self._rows[key] = row
        elif isinstance(held, int):
            self._rows[key] = array(NUMBERS, (held, row))
        else:
            held.append(row)

    def remove(self, key: Hashable, row: int) -> None:
        """The row no longer stands under the key, where it stood."""
        held = self._rows[key]
        if isinstance(held, int):
            del self._rows[key]
        elif len(held) == 2:  # noqa: PLR2004 of two rows one is left
            self._rows[key] = held[0] + held[1] - row
        else:
            held.remove(row)

    def rows(self, key: Hashable) -> Sequence[int]:
        """The rows under the key, in no order that means anything."""
        held = self._rows.get(key)
        if held is None:
            return NONE
        return (held,) if isinstance(held, int) else held

    def __contains__(self, key: Hashable) -> bool:
        """Whether a row stands under the key."""
        return key in self._rows

    def is_shared(self, key: Hashable) -> bool:
        """Whether two rows or more stand under the key."""
        held = self._rows.get(key)
        return held is not None and not isinstance(held, int)

    def count(self, key: Hashable) -> int:
        """How many rows stand under the key."""
        held = self._rows.get(key)
        return 0 if held is None else 1 if isinstance(held, int) else len(held)
