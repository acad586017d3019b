"""A text in another language than the entry says is not found, and judged by the wrong rules.

Fix: correct the language of the entry, or translate the text.
"""

import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib import resources

from rules import lexicon
from rules.kit import Confidence, RuleScope, Severity
from rules.marks import Hit
from rules.reading import Reading
from rules.rule import Rule, bad, good

ENOUGH = 3  # different words that only the other language has; one or two may be a name or a quotation
FEW = 2  # enough for a mild hit when no small word of the declared language stands beside them
RATIO = 4  # so many of them for every word that only this language has
SURE = 8  # words: measured without error from here on, terminology.md 2.3


def check(reading: Reading) -> Iterable[Hit]:
    """One hit on a text whose small words belong to the other language; mild on a short text."""
    if len(_foreign(reading.language) & reading.vocabulary) < FEW:
        return
    for language in _languages():
        strange = len(_exclusive(language, reading.language) & reading.vocabulary)
        own = len(_exclusive(reading.language, language) & reading.vocabulary)
        if strange == FEW and own == 0 and language in lexicon.LANGUAGES:
            arguments = {"declared": reading.language, "found": language}
            yield Hit(span=reading.body, anchor="", arguments=arguments, is_mild=True)
        if strange >= ENOUGH and strange >= RATIO * own:
            arguments = {"declared": reading.language, "found": language}
            yield Hit(span=reading.body, anchor="", arguments=arguments, is_mild=len(reading.words) < SURE)


@cache
def _foreign(own: str) -> frozenset[str]:
    """The small words that any other language has and `own` has not."""
    return frozenset[str]().union(*(_exclusive(language, own) for language in _languages()))


@cache
def _exclusive(language: str, other: str) -> frozenset[str]:
    """The small words that `language` has and `other` has not."""
    return _small(language) - _small(other)


def _small(language: str) -> frozenset[str]:
    return _neighbours().get(language) or lexicon.words(language, "function_words")


def _languages() -> tuple[str, ...]:
    """The languages that a text can be recognised in."""
    return (*lexicon.LANGUAGES, *_neighbours())


@cache
def _neighbours() -> Mapping[str, frozenset[str]]:
    text = (resources.files("rules") / "texts" / "neighbours.toml").read_text(encoding="utf-8")
    return {language: frozenset(words) for language, words in tomllib.loads(text).items()}


RULE = Rule(
    code="CNT-25",
    name="Other language",
    question="Is the text in the language of the entry?",
    rationale="Readers, search and every other rule rely on the language that is stated.",
    severity=Severity.ERROR,
    confidence=Confidence.CERTAIN,
    scope=RuleScope.TEXT,
    references=("qSKOS oilt", "ASTRA LANG-MIX-001"),
    locales=("en", "nl"),
    revision=2,
    examples=(
        good("contract by which a dwelling is let", "en", term="huur", note="a foreign term is no fault"),
        bad(
            "overeenkomst waarbij een woning tegen betaling wordt verhuurd aan een persoon",
            "en",
            marked="overeenkomst waarbij een woning tegen betaling wordt verhuurd aan een persoon",
        ),
        good("overeenkomst waarbij een woning wordt verhuurd", "nl", term="lease"),
        bad(
            "contract by which a dwelling is let to another person for a year",
            "nl",
            marked="contract by which a dwelling is let to another person for a year",
        ),
    ),
    check=check,
)
