"""How a text is written: with or without article, capital and full stop."""

from enum import StrEnum
from functools import cache

from rules import lexicon, tokens
from rules.web.wording import Wording

CLOSING = "\"'”’»)]"


class Trait(StrEnum):
    """What a glossary does alike in all texts, or does not."""

    ARTICLE = "article"
    CAPITAL = "capital"
    STOP = "stop"


TRAITS = tuple(Trait)
Style = tuple[bool | None, bool | None, bool | None]
"""For every trait, in order, whether the text has it; None when the text cannot tell."""


def style(wording: Wording) -> Style:
    """The traits of a text."""
    if not wording.words:
        return _kept(None, None, None)
    return _kept(_article(wording), _capital(wording), _stop(wording))


@cache
def _kept(article: bool | None, capital: bool | None, stop: bool | None) -> Style:  # noqa: FBT001 one per trait
    # There are 27 of them, and a glossary has a hundred thousand texts.
    return article, capital, stop


def _article(wording: Wording) -> bool | None:
    return None if wording.is_restated else wording.start == 1


def _capital(wording: Wording) -> bool | None:
    """A word in capitals, a name or a number opens any text as it is written."""
    word = wording.words[0]
    if not word.isalpha() or not wording.text.lstrip().startswith(word):
        return None
    is_capital = word[0].isupper()
    if is_capital and (not word[1:].islower() or not _is_plain(tokens.folded(word), wording.language)):
        return None
    return is_capital


def _is_plain(word: str, language: str) -> bool:
    return word in lexicon.words(language, "function_words") or tokens.is_plain(word, language)


def _stop(wording: Wording) -> bool | None:
    """A text of several sentences has stops anyway, and the stop of an abbreviation is not the text's."""
    text = wording.text.rstrip()
    if wording.has_breaks and len(wording.sentences()) != 1:
        return None
    if text[-1] != ".":
        return False if text[-1].isalnum() or text[-1] in CLOSING else None
    last = text[:-1].rpartition(" ")[2].casefold()
    return None if "." in last or last in lexicon.words(wording.language, "abbreviations") else True
