"""The check that most rules with a word list share: mark every phrase of the list."""

from collections.abc import Callable, Iterable

from rules.marks import Hit
from rules.reading import Reading


def marking(name: str) -> Callable[[Reading], Iterable[Hit]]:
    """A check with a hit on every phrase of the list `name` in the definition proper."""

    def check(reading: Reading) -> Iterable[Hit]:
        for span in reading.find(name):
            yield Hit(span=span, arguments={"phrase": span.of(reading.text)})

    return check
