"""Douma's measure is Flesch's for Dutch: words in a sentence and syllables in a word.

Fix: use shorter sentences and shorter words.
"""

from collections.abc import Iterable

from rules import readability
from rules.kit import Confidence, RuleScope, RuleStatus, Severity
from rules.marks import Hit
from rules.reading import Reading
from rules.rule import Parameter, Rule, bad, good
from rules.signs import Fact


def check(reading: Reading) -> Iterable[Hit]:
    """One hit when the explanation scores below the limit."""
    score = readability.ease(reading.entry.explanation or "", reading.language, readability.DOUMA)
    limit = reading.limit("RDB-04", "min_ease")
    if score is not None and score < limit:
        yield Hit(about="explanation", anchor="", arguments={"score": str(score), "limit": str(limit)})


RULE = Rule(
    code="RDB-04",
    name="Flesch-Douma",
    question="Does the explanation read as easily as a newspaper?",
    rationale="Known to many readers of Dutch; syllables are counted by their vowels, so the figure is near enough, not exact.",
    severity=Severity.INFO,
    confidence=Confidence.LIKELY,
    scope=RuleScope.ENTRY,
    status=RuleStatus.PREVIEW,
    references=("Douma 1960",),
    locales=("nl",),
    parameters=(Parameter("min_ease", 50, 0, 100),),
    waits_for=(Fact.EXPLANATION,),
    examples=(
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
