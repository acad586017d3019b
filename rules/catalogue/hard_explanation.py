"""An explanation is there for those to whom the definition is too hard.

Fix: use shorter sentences and shorter words.
"""

from collections.abc import Iterable

from rules import sentences, tokens
from rules.kit import Confidence, RuleScope, Severity
from rules.marks import Hit
from rules.reading import Reading
from rules.rule import Parameter, Rule, bad, good
from rules.signs import Fact

LONG = 6  # LIX: words of more than six letters are long
ENOUGH = 12  # words; below that one long word decides


def check(reading: Reading) -> Iterable[Hit]:
    """One hit when the LIX of the explanation is as high as the limit."""
    value = _lix(reading.entry.explanation or "", reading.language)
    limit = reading.limit("RDB-02", "max_lix")
    if value >= limit:
        yield Hit(about="explanation", anchor="", arguments={"lix": str(value), "limit": str(limit)})


def _lix(text: str, language: str) -> int:
    """Words per sentence plus the percentage of long words (Björnsson 1968); 0 for a text too short to tell."""
    words = tokens.words(text)
    if len(words) < ENOUGH:
        return 0
    share = sum(len(word.text) > LONG for word in words) / len(words)
    return round(len(words) / len(sentences.sentences(text, language)) + 100 * share)


RULE = Rule(
    code="RDB-02",
    name="Hard explanation",
    question="Is the explanation easy to read?",
    rationale="A LIX of 55 and more reads like an academic text; definitions may be so, explanations may not.",
    severity=Severity.WARNING,
    confidence=Confidence.LIKELY,
    scope=RuleScope.ENTRY,
    references=("LIX, Björnsson 1968", "NL-SBB uitleg"),
    parameters=(Parameter("max_lix", 55, 25, 100),),
    waits_for=(Fact.EXPLANATION,),
    examples=(
        good(
            "person who rents a dwelling",
            "en",
            explanation="Someone who pays to live in a house that belongs to somebody else.",
        ),
        bad(
            "person who rents a dwelling",
            "en",
            explanation="Individual contractually entitled towards residential accommodation in exchange "
            "for periodical financial compensation payable monthly.",
            marked=None,
        ),
        good(
            "persoon die een woning huurt",
            "nl",
            explanation="Iemand die elke maand geld betaalt om in het huis van een ander te wonen.",
        ),
        bad(
            "persoon die een woning huurt",
            "nl",
            explanation="Contractueel gerechtigde gebruiker van andermans woonruimte tegen maandelijkse "
            "betaling van overeengekomen financiële vergoedingen.",
            marked=None,
        ),
    ),
    check=check,
)
