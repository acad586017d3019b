"""Finds all labels in many texts at once (Aho and Corasick 1975): what `Phrasebook.places` finds, for a whole glossary."""

from collections.abc import Callable, Sequence

from ahocorasick_rs import AhoCorasick, MatchKind

from rules.web.phrasebook import Phrasebook

FIRST_SURROGATE, SURROGATES = 0xD800, 0x800
MOST_WORDS = 0x110000 - SURROGATES
"""Words that can each be written as a character."""

Finder = Callable[[Sequence[int]], tuple[int, ...]]
"""From the words of a text to its phrases, in order of number."""


def finder(phrases: Phrasebook, *, words: int) -> Finder:
    """A finder of the phrases that are sought now; `words` is how many there are in the language."""
    sought = list(phrases.sought())
    if words > MOST_WORDS or not sought:
        return phrases.found
    automaton = AhoCorasick([_written(phrase) for phrase, _ in sought], matchkind=MatchKind.LeftmostLongest)
    numbers = [number for _, number in sought]

    def found(text: Sequence[int]) -> tuple[int, ...]:
        return tuple(sorted({numbers[at] for at, _, _ in automaton.find_matches_as_indexes(_written(text))}))

    return found


def _written(words: Sequence[int]) -> str:
    """Each word as one character."""
    return "".join([chr(word if word < FIRST_SURROGATE else word + SURROGATES) for word in words])
