"""Which labels a text mentions: word by word in whatever form, the leftmost and then the longest.

The same reading as that of `rules.web`, for whoever looks labels up in an index instead of holding a glossary in memory.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import metadata
from itertools import pairwise
from typing import NamedTuple

from rules import lexicon, tokens
from rules.entry import Entry
from rules.kit import DesignationKind
from rules.marks import Span
from rules.tokens import Word

Keys = tuple[str, ...]
"""A label as it is looked up: what all forms of each word share."""

SHORTEST_ABBREVIATION, LONGEST_ABBREVIATION = 2, 6
"""Letters of a word in capitals that stands for itself alone: *IT* is never *it*."""
SHORTEST = 2
"""Characters of a label that is looked for in texts."""


class Mention(NamedTuple):
    """A place in a text where a label stands, and all that bear it, in the order they were given."""

    span: Span
    targets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Known:
    """Labels of one language: who bears each, and by the first key how many words the labels have, longest first."""

    bearers: Mapping[Keys, tuple[str, ...]]
    lengths: Mapping[str, tuple[int, ...]]


def labels(entry: Entry) -> tuple[str, ...]:
    """What a text may call the concept: the term, and every designation that is no misspelling."""
    named = [item.text for item in entry.designations if item.kind is not DesignationKind.HIDDEN]
    return tuple(dict.fromkeys((entry.term, *named)))


def keys(label: str, language: str) -> Keys:
    """How the label is looked up; nothing for a single letter or mere function words, which would stand everywhere."""
    found = tuple(key(word, language) for word in tokens.words(label))
    letters = sum(len(one.lstrip("~=")) for one in found)
    return found if letters >= SHORTEST and not function_keys(language).issuperset(found) else ()


def known(labelled: Iterable[tuple[Keys, str]]) -> Known:
    """These labels, each with one that bears it. A label without keys is nowhere."""
    bearers: dict[Keys, dict[str, None]] = {}
    lengths: dict[str, set[int]] = {}
    for label, bearer in labelled:
        if label:
            bearers.setdefault(label, {})[bearer] = None
            lengths.setdefault(label[0], set()).add(len(label))
    return Known(
        {label: tuple(found) for label, found in bearers.items()},
        {first: tuple(sorted(found, reverse=True)) for first, found in lengths.items()},
    )


def mentions(text: str, language: str, labelled: Known) -> Iterator[Mention]:
    """Where these labels stand in the text, in order, without overlap."""
    words = tokens.words(text)
    row = tuple(key(word, language) for word in words)
    at = 0
    while at < len(row):
        pieces = (row[at : at + length] for length in labelled.lengths.get(row[at], ()))
        label = next((piece for piece in pieces if piece in labelled.bearers), None)
        if label is not None:
            yield Mention(Span(words[at].start, words[at + len(label) - 1].end), labelled.bearers[label])
        at += 1 if label is None else len(label)


def start(label: Keys) -> str:
    """How a label begins, as an index holds it: its first key, or its first two."""
    return "\n".join(label[:2])


def starts(text: str, language: str) -> set[str]:
    """The `start` of every label that the text could mention: at most two a word."""
    row = [key(word, language) for word in tokens.words(text)]
    return {*row, *("\n".join(pair) for pair in pairwise(row))}


def words(text: str, language: str) -> set[str]:
    """The keys of the different words of the text."""
    return {key(word, language) for word in tokens.words(text)}


def content(text: str, language: str) -> list[str]:
    """The keys of the words of the text in order, function words left out."""
    passed_over = function_keys(language)
    row = (key(word, language) for word in tokens.words(text))
    return [one for one in row if one not in passed_over]


def tables() -> str:
    """Which lemma tables and stemmers the keys come from."""
    return " ".join(f"{name} {metadata.version(name)}" for name in ("simplemma", "PyStemmer"))


def key(word: Word, language: str) -> str:
    """What the forms of a word share; a word in capitals of two to six letters stands for itself."""
    is_short = SHORTEST_ABBREVIATION <= len(word.text) <= LONGEST_ABBREVIATION
    return f"={word.text}" if is_short and word.text.isupper() else tokens.key(word.folded, language)


@cache
def function_keys(language: str) -> frozenset[str]:
    """The keys of the function words."""
    return frozenset(tokens.key(word, language) for word in lexicon.words(language, "function_words"))
