"""Words of a text: where they are, and when two of them are forms of one word."""

import re
from collections.abc import Callable
from functools import cache, lru_cache
from typing import NamedTuple

import simplemma
import Stemmer
from simplemma.strategies import DictionaryLookupStrategy

from rules import lexicon
from rules.marks import Span

WORD = re.compile(r"[^\W_]++(?:['’‐‑-][^\W_]++)*+")
LABEL = 60
"""Characters; what is shorter may be a label, and the words of a few thousand labels are kept."""
TABLES = DictionaryLookupStrategy()
STEMMERS = {"en": "english", "nl": "dutch"}


class Word(NamedTuple):
    """A word as written, case-folded, and where it stands. A tuple: a long text has thousands, made three times faster."""

    text: str
    folded: str
    start: int
    end: int

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.end)


def words(text: str) -> tuple[Word, ...]:
    """The words of the text in order: letters and digits, joined by hyphens and apostrophes."""
    return _label_words(text) if len(text) <= LABEL else _cut(text)


def alone(word: str) -> Word:
    """A word that stands in no text."""
    return Word(word, folded(word), 0, len(word))


def folded(word: str) -> str:
    """The word as it is compared: capitals are small, and there is one kind of apostrophe."""
    return word.casefold().replace("’", "'")


@lru_cache(maxsize=4_096)
def _label_words(text: str) -> tuple[Word, ...]:
    # Half a dozen rules ask for the words of the same label.
    return _cut(text)


def _cut(text: str) -> tuple[Word, ...]:
    plain = folded(text)
    places = [match.span() for match in WORD.finditer(text)]
    # By way of the class each word takes twice as long.
    new = tuple.__new__
    # Folding never shortens: as many characters as before means that every one stands where it stood.
    if len(plain) == len(text):
        return tuple([new(Word, (text[at:end], plain[at:end], at, end)) for at, end in places])
    return tuple([new(Word, (text[at:end], folded(text[at:end]), at, end)) for at, end in places])


@lru_cache(maxsize=100_000)
def key(word: str, language: str) -> str:
    """What all forms of one word share: its lemma when known, else `~` and its stem.

    A stem alone would make one word of *huur* and *huurder* (terminology.md 0.6). Languages without tables: the word.
    """
    folded = word.casefold()
    if language not in STEMMERS:
        return folded
    exception = lexicon.table(language, "lemmas").get(folded)
    if exception is not None:
        return exception if exception == folded else key(exception, language)
    lemma = _lemma(folded, language)
    return "~" + stemmer(language)(folded) if lemma is None else lemma.casefold()


@lru_cache(maxsize=100_000)
def initial(word: str, language: str) -> str:
    """The first letter of the lemma, of the word itself when it has none. Stemming in English keeps it, and costs far more."""
    folded = word.casefold()
    exception = lexicon.table(language, "lemmas").get(folded)
    if exception is not None and exception != folded:
        return initial(exception, language)
    return (exception or _lemma(folded, language) or folded)[0].casefold()


def _lemma(folded: str, language: str) -> str | None:
    if folded.isascii() and folded.isalpha():
        # All that the two calls below do for plain letters, at a quarter of the price.
        return TABLES.get_lemma(folded, language)
    return simplemma.lemmatize(folded, lang=language) if simplemma.is_known(folded, lang=language) else None


@lru_cache(maxsize=10_000)
def is_plain(word: str, language: str) -> bool:
    """Whether the tables know the word, and know it with a small letter: *person*, not *Dutch* or *amsterdam*."""
    if language not in STEMMERS or not simplemma.is_known(word, lang=language):
        return False
    return simplemma.lemmatize(word, lang=language)[:1].islower()


@cache
def stemmer(language: str) -> Callable[[str], str]:
    """The stem of a word of this language (Snowball)."""
    # No cache inside: `key` has one, and this object is shared by threads.
    stem: Callable[[str], str] = Stemmer.Stemmer(STEMMERS[language], 0).stemWord
    return stem


def warm() -> None:
    """The lemma tables are in memory; without it the first text of each language waits 0.4 s for them."""
    for language in STEMMERS:
        key("warm", language)
