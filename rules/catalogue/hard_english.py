"""Flesch's measure counts words in a sentence and syllables in a word; below fifty a text is fairly difficult.

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
    score = readability.ease(reading.entry.explanation or "", reading.language, readability.FLESCH)
    limit = reading.limit("RDB-03", "min_ease")
    if score is not None and score < limit:
        yield Hit(about="explanation", anchor="", arguments={"score": str(score), "limit": str(limit)})


RULE = Rule(
    code="RDB-03",
    name="Flesch Reading Ease",
    question="Does the explanation read as easily as a newspaper?",
    rationale="Known to many readers of English; syllables are counted by their vowels, so the figure is near enough, not exact.",
    severity=Severity.INFO,
    confidence=Confidence.LIKELY,
    scope=RuleScope.ENTRY,
    status=RuleStatus.PREVIEW,
    references=("Flesch 1948",),
    locales=("en",),
    parameters=(Parameter("min_ease", 50, 0, 100),),
    waits_for=(Fact.EXPLANATION,),
    examples=(
        good(
            "person who rents a dwelling",
            "en",
            explanation="Someone who pays each month to live in a house that is owned by another.",
        ),
        bad(
            "person who rents a dwelling",
            "en",
            explanation="Individual contractually entitled to residential accommodation in exchange for "
            "periodical financial compensation payable monthly.",
            marked=None,
        ),
    ),
    check=check,
)
