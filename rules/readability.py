"""How easily a running text reads, by the formulas of Flesch for English and of Douma for Dutch."""

from typing import NamedTuple

from rules import sentences, syllables, tokens

ENOUGH = 12  # words; below that one long word decides


class Formula(NamedTuple):
    """A measure of ease: what it starts from, and what it takes for words in a sentence and syllables in a word."""

    start: float
    per_word: float
    per_syllable: float


FLESCH = Formula(206.835, 1.015, 84.6)  # Flesch 1948
DOUMA = Formula(206.8, 0.93, 77.0)  # Douma 1960


def ease(text: str, language: str, formula: Formula) -> int | None:
    """Points, mostly 0 (an academic text) to 100 (very easy); None for a text too short to tell."""
    words = tokens.words(text)
    if len(words) < ENOUGH:
        return None
    length = len(words) / len(sentences.sentences(text, language))
    weight = sum(syllables.count(word.folded, language) for word in words) / len(words)
    return round(formula.start - formula.per_word * length - formula.per_syllable * weight)
