"""How most texts of a glossary are written: which traits they share, counted with every change."""

from collections import Counter

from rules.web.styles import TRAITS, Style


class Shares:
    """Texts per trait that have it, and that do not. A majority counts from so many texts that can tell, at so many percent."""

    def __init__(self, *, fewest: int, percent: int) -> None:
        self._fewest = fewest
        self._percent = percent
        self._counts: tuple[Counter[bool | None], ...] = tuple(Counter() for _ in TRAITS)
        self._usual: Style | None = None
        self._outstanding: dict[Style, bool] = {}

    def add(self, style: Style) -> None:
        """One text more."""
        self._usual = None
        for count, has in zip(self._counts, style, strict=True):
            count[has] += 1

    def remove(self, style: Style) -> None:
        """One text fewer."""
        self._usual = None
        for count, has in zip(self._counts, style, strict=True):
            count[has] -= 1

    def usual(self) -> Style:
        """For every trait whether most texts have it; None when there are too few, or too few of them agree."""
        if self._usual is None:
            article, capital, stop = (self._majority(count) for count in self._counts)
            self._usual = (article, capital, stop)
            self._outstanding.clear()
        return self._usual

    def stands_out(self, style: Style) -> bool:
        """Whether the text differs from most in any trait."""
        usual = self.usual()
        found = self._outstanding.get(style)
        if found is None:
            found = self._outstanding[style] = any(is_unusual(style, usual))
        return found

    def _majority(self, count: Counter[bool | None]) -> bool | None:
        told = count[True] + count[False]
        if told < self._fewest:
            return None
        return next((has for has in (True, False) if count[has] * 100 >= told * self._percent), None)


def is_unusual(style: Style, usual: Style) -> tuple[bool, bool, bool]:
    """For every trait whether the text differs from most."""
    one, two, three = (None not in pair and pair[0] is not pair[1] for pair in zip(style, usual, strict=True))
    return one, two, three
