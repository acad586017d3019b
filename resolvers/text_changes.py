"""What turns one text into another, word by word."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import groupby


class TextChangeKind(StrEnum):
    """What happened to a piece of text."""

    SAME = "SAME"
    INSERTED = "INSERTED"
    DELETED = "DELETED"


@dataclass(frozen=True, slots=True)
class TextChange:
    """A piece of text and what happened to it."""

    kind: TextChangeKind
    text: str


_TOKENS = re.compile(r"\w+|\s+|[^\w\s]")
_MOST_PAIRS = 250_000  # of tokens that may be compared: some 250 words on each side; beyond, the changed middle is replaced as a whole


def changes(before: str, after: str) -> list[TextChange]:
    """SAME and INSERTED together are `after`, SAME and DELETED are `before`; no two neighbours of one kind, none empty."""
    old, new = _TOKENS.findall(before), _TOKENS.findall(after)
    head = _common(old, new)
    tail = _common(old[head:][::-1], new[head:][::-1])
    pieces = [
        (TextChangeKind.SAME, old[:head]),
        *_middle(old[head : len(old) - tail], new[head : len(new) - tail]),
        (TextChangeKind.SAME, old[len(old) - tail :]),
    ]
    filled = [(kind, "".join(tokens)) for kind, tokens in pieces if tokens]
    return [
        TextChange(kind, "".join(text for _, text in run)) for kind, run in groupby(filled, key=lambda piece: piece[0])
    ]


def _middle(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[TextChangeKind, Sequence[str]]]:
    if len(old) * len(new) > _MOST_PAIRS:
        yield TextChangeKind.DELETED, old
        yield TextChangeKind.INSERTED, new
        return
    for tag, start, end, new_start, new_end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            yield TextChangeKind.SAME, old[start:end]
        else:
            yield TextChangeKind.DELETED, old[start:end]
            yield TextChangeKind.INSERTED, new[new_start:new_end]


def _common(old: Sequence[str], new: Sequence[str]) -> int:
    pairs = enumerate(zip(old, new, strict=False))
    return next((place for place, (left, right) in pairs if left != right), min(len(old), len(new)))
