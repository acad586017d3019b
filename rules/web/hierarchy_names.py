"""What a concept of the hierarchy is called in a finding."""

from collections.abc import Iterable, Sequence

from rules.marks import Evidence, Hit
from rules.web.item import Item
from rules.web.sight import Sight

MOST = 8
"""Names of a line that a sentence holds; the evidence has them all."""


def name(sight: Sight, concept: str) -> str:
    """The term of the concept in the language of the definition, else in another; the id of one that has no definition."""
    item = _item(sight, concept)
    return concept if item is None else item.entry.term


def names(sight: Sight, line: Sequence[str]) -> str:
    """The line with an arrow between the names; a long one without its middle."""
    shown = [name(sight, concept) for concept in (line if len(line) <= MOST else [*line[: MOST - 2], line[-1]])]
    return " → ".join(shown if len(line) <= MOST else [*shown[:-1], "…", shown[-1]])


def evidence(sight: Sight, concepts: Iterable[str]) -> tuple[Evidence, ...]:
    """The concepts as what a finding rests on."""
    found = ((name(sight, concept), _item(sight, concept)) for concept in concepts)
    return tuple(Evidence(label, None if item is None else item.id) for label, item in found)


def hit(sight: Sight, other: str, *, anchor: str | None = None, case: str | None = None, is_mild: bool = False) -> Hit:
    """A remark on how the concept is related to one other; `anchor` null: the other."""
    return Hit(
        about="relations",
        anchor=other if anchor is None else anchor,
        arguments={"other": name(sight, other)} | ({} if case is None else {"case": case}),
        evidence=evidence(sight, [other]),
        is_mild=is_mild,
    )


def _item(sight: Sight, concept: str) -> Item | None:
    items = sorted(
        sight.items_of(concept),
        key=lambda item: (item.entry.language != sight.reading.language, item.entry.locale, item.id),
    )
    return items[0] if items else None
