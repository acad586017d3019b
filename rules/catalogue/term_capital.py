"""A capital says that a term is a name.

Fix: write the term with a small letter.
"""

from collections.abc import Iterable

from rules import tokens
from rules.kit import Confidence, RuleScope, Severity
from rules.marks import Hit
from rules.reading import Reading
from rules.rule import Rule, bad, good
from rules.signs import Fact


def check(reading: Reading) -> Iterable[Hit]:
    """One hit when the entry itself writes the first word of the term with a small letter elsewhere; not on a name."""
    first, *others = reading.term_words or (None,)
    if first is None or not first.text[0].isupper() or not first.text[1:].islower():
        return
    is_name = any(word.text[0].isupper() for word in others) or first.folded in reading.words_of("function_words")
    if not is_name and first.folded in _written(reading):
        yield Hit(about="term", anchor="", arguments={"term": reading.entry.term, "word": first.text})


def _written(reading: Reading) -> set[str]:
    further = [word.text for label in reading.entry.labels[1:] for word in tokens.words(label)]
    return {*further, *[word.text for word in reading.words]}


RULE = Rule(
    code="TRM-10",
    name="Capital without a name",
    question="Does only a name carry a capital?",
    rationale="A reader cannot tell a name from a kind when both start with a capital.",
    severity=Severity.INFO,
    confidence=Confidence.LIKELY,
    scope=RuleScope.ENTRY,
    references=("ISO 704 designations", "ISO 10241-1"),
    locales=("en", "nl"),
    judges_blank=True,
    waits_for=(Fact.CAPITAL_LABEL,),
    examples=(
        good("city on the North Sea", "en", term="The Hague"),
        bad("tax on the ownership of land", "en", term="Land tax", marked=None),
        good("gemeente in Utrecht", "nl", term="De Bilt"),
        bad("belasting op het bezit van grond", "nl", term="Belasting op grond", marked=None),
    ),
    check=check,
)
