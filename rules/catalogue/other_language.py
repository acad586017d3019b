"""A text in another language than the entry says is not found, and judged by the wrong rules.

Fix: correct the language of the entry, or translate the text.
"""

from collections.abc import Iterable
from functools import cache

from rules import lexicon
from rules.kit import Confidence, RuleScope, Severity
from rules.marks import Hit
from rules.reading import Reading
from rules.rule import Rule, bad, good

ENOUGH = 3  # different words that only the other language has; one or two may be a name or a quotation
FEW = 2  # enough for a mild hit when no small word of the declared language stands beside them
RATIO = 4  # so many of them for every word that only this language has
# Small words of languages that have no word lists here and are written next door.
NEIGHBOURS = {
    "de": frozenset(
        [
            "der",
            "die",
            "das",
            "den",
            "dem",
            "des",
            "ein",
            "eine",
            "einer",
            "eines",
            "einem",
            "einen",
            "und",
            "oder",
            "nicht",
            "kein",
            "keine",
            "für",
            "mit",
            "von",
            "zu",
            "zur",
            "zum",
            "im",
            "ist",
            "sind",
            "wird",
            "werden",
            "auf",
            "aus",
            "bei",
            "nach",
            "sich",
            "durch",
            "als",
            "auch",
            "über",
            "unter",
            "wenn",
            "welche",
            "welcher",
            "welches",
        ]
    ),
    "es": frozenset(
        [
            "que",
            "los",
            "las",
            "una",
            "unos",
            "del",
            "para",
            "por",
            "con",
            "es",
            "son",
            "sus",
            "como",
            "cuya",
            "cuyo",
            "sin",
            "sobre",
            "entre",
            "según",
            "lo",
            "se",
            "al",
            "está",
        ]
    ),
    "fr": frozenset(
        [
            "le",
            "la",
            "les",
            "un",
            "une",
            "des",
            "du",
            "de",
            "et",
            "ou",
            "qui",
            "que",
            "dont",
            "à",
            "au",
            "aux",
            "dans",
            "par",
            "pour",
            "sur",
            "avec",
            "sans",
            "est",
            "sont",
            "ce",
            "cette",
            "ces",
            "son",
            "sa",
            "ses",
            "d'un",
            "d'une",
            "qu'il",
            "n'est",
            "ne",
            "pas",
            "entre",
            "lors",
        ]
    ),
}
SURE = 8  # words: measured without error from here on, terminology.md 2.3


def check(reading: Reading) -> Iterable[Hit]:
    """One hit on a text whose small words belong to the other language; mild on a short text."""
    if len(_foreign(reading.language) & reading.vocabulary) < FEW:
        return
    if len(_strangers(reading.language) & reading.vocabulary) < FEW:
        return
    for language in (*lexicon.LANGUAGES, *NEIGHBOURS):
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
    return frozenset().union(*(_exclusive(language, own) for language in (*lexicon.LANGUAGES, *NEIGHBOURS)))


@cache
def _exclusive(language: str, other: str) -> frozenset[str]:
    """The small words that `language` has and `other` has not."""
    return _small(language) - _small(other)


@cache
def _strangers(own: str) -> frozenset[str]:
    """The small words of all other languages that `own` has not."""
    others = (_exclusive(language, own) for language in (*lexicon.LANGUAGES, *NEIGHBOURS))
    return frozenset[str]().union(*others)


def _small(language: str) -> frozenset[str]:
    return NEIGHBOURS.get(language) or lexicon.words(language, "function_words")


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
