"""What a rule of scope NEIGHBOURS or GLOSSARY reads: one definition, and everything around it."""

from collections.abc import Callable, Sequence

from rules.reading import Reading
from rules.web.item import Item


class Sight:
    """One definition in its web. `locales` are the languages that the glossary wants, `items_of` the definitions of a concept."""

    def __init__(
        self,
        item: Item,
        reading: Reading,
        *,
        locales: tuple[str, ...],
        items_of: Callable[[str], Sequence[Item]],
    ) -> None:
        self.item = item
        self.reading = reading
        self.locales = locales
        self.items_of = items_of

    def limit(self, code: str, name: str) -> int:
        """The number that the profile gives this parameter of this rule."""
        return self.reading.limit(code, name)
