"""A text as the web reads it: its words as written, and where it starts and breaks, counted in words.

`Reading` knows at which character every word stands. Nobody asks that of all texts of a glossary, and to find out takes three
times as long as to cut the words.
"""

import re
from dataclasses import dataclass

from rules import sentences, tokens
from rules.marks import Span
from rules.reading import Reading

ASIDE = re.compile(r"\([^()]*+\)")
BREAK = re.compile(r"[;(.!?…]")
SEVERAL = 2


@dataclass(slots=True)
class Wording:
    """A text of a language. `start` words come before the definition proper: an article, or the term that it restates.

    `has_breaks`: a character stands in it that can end a clause or a sentence, or opens an aside.
    """

    text: str
    language: str
    words: list[str]
    start: int
    is_restated: bool
    has_breaks: bool

    def sentences(self) -> tuple[Span, ...]:
        """The sentences of the text."""
        return sentences.sentences(self.text, self.language)

    def clause(self) -> int:
        """How many words stand before the first semicolon or the end of the first sentence."""
        if not self.has_breaks:
            return len(self.words)
        found = self.sentences()
        end = len(self.text) if len(found) < SEVERAL else found[0].end
        stop = self.text.find(";", 0, end)
        return _count(self.text[: end if stop < 0 else stop])

    def asides(self) -> tuple[tuple[int, int], ...]:
        """The words in brackets, first and after last."""
        if not self.has_breaks or "(" not in self.text:
            return ()
        places = (match.span() for match in ASIDE.finditer(self.text))
        return tuple((_count(self.text[:start]), _count(self.text[:end])) for start, end in places)


def wording(reading: Reading, words: list[str], *, has_copula: bool) -> Wording:
    """The text of an entry, given its words and whether one of them is a copula: without one, nothing is restated."""
    is_restated = has_copula and reading.restatement is not None
    if is_restated:
        start = len(words) - len(reading.body_words)
    else:
        start = int(bool(words) and tokens.folded(words[0]) in reading.words_of("articles"))
    return Wording(reading.text, reading.language, words, start, is_restated, BREAK.search(reading.text) is not None)


def _count(piece: str) -> int:
    """Words of the start of a text that ends between words."""
    return len(tokens.WORD.findall(piece))
