"""How a text is written: with or without article, capital and full stop."""

from enum import StrEnum
from functools import cache

from rules import tokens
from rules.reading import Reading

CLOSING = "\"'”’»)]"


class Trait(StrEnum):
    """What a glossary does alike in all texts, or does not."""

    ARTICLE = "article"
    CAPITAL = "capital"
    STOP = "stop"


TRAITS = tuple(Trait)
Style = tuple[bool | None, bool | None, bool | None]
"""For every trait, in order, whether the text has it; None when the text cannot tell."""


def style(reading: Reading) -> Style:
    """The traits of a text."""
    if not reading.words:
        return _kept(None, None, None)
    return _kept(_article(reading), _capital(reading), _stop(reading))


@cache
def _kept(article: bool | None, capital: bool | None, stop: bool | None) -> Style:  # noqa: FBT001 one per trait
    # There are 27 of them, and a glossary has a hundred thousand texts.
    return article, capital, stop


def _article(reading: Reading) -> bool | None:
    return None if reading.restatement is not None else reading.words[0].folded in reading.words_of("articles")


def _capital(reading: Reading) -> bool | None:
    """A word in capitals, a name or a number opens any text as it is written."""
    word = reading.words[0]
    if reading.text[: word.start].strip() or not word.text.isalpha():
        return None
    is_capital = word.text[0].isupper()
    if is_capital and (not word.text[1:].islower() or not _is_plain(word, reading)):
        return None
    return is_capital


def _is_plain(word: tokens.Word, reading: Reading) -> bool:
    return word.folded in reading.words_of("function_words") or tokens.is_plain(word.folded, reading.language)


def _stop(reading: Reading) -> bool | None:
    """A text of several sentences has stops anyway, and the stop of an abbreviation is not the text's."""
    text = reading.text.rstrip()
    if len(reading.sentences) != 1 or not (text[-1].isalnum() or text[-1] == "." or text[-1] in CLOSING):
        return None
    last = text[:-1].rpartition(" ")[2].casefold()
    if text[-1] == "." and ("." in last or last in reading.words_of("abbreviations")):
        return None
    return text[-1] == "."
