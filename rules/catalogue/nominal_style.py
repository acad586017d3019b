"""A text of nouns made of verbs says what is done and never who does it.

Fix: turn some of the nouns back into verbs.
"""

from collections.abc import Iterable

from rules.kit import Confidence, RuleScope, RuleStatus, Severity
from rules.marks import Hit, Span
from rules.reading import Reading
from rules.rule import Parameter, Rule, bad, good

ENDINGS = {"en": ("tion", "sion", "ment", "ance", "ence"), "nl": ("ing", "atie", "itie", "isme", "heid")}
SHORTEST = 6  # letters: *ding* and *ring* are no verbs
FEWEST = 4  # such nouns; below that any share is chance


def check(reading: Reading) -> Iterable[Hit]:
    """One hit from the first to the last noun of action when they are too large a share of the words."""
    endings = ENDINGS[reading.language]
    found = [word for word in reading.content_words if len(word.text) >= SHORTEST and word.folded.endswith(endings)]
    limit = reading.limit("RDB-07", "max_percent")
    if len(found) >= FEWEST and 100 * len(found) > limit * len(reading.content_words):
        yield Hit(span=Span(found[0].start, found[-1].end), anchor="", arguments={"count": str(len(found))})


RULE = Rule(
    code="RDB-07",
    name="Nominal style",
    question="Does the text say who does what?",
    rationale="Nouns made of verbs hide the actor; a definition may need one, seldom four.",
    severity=Severity.INFO,
    confidence=Confidence.HINT,
    scope=RuleScope.TEXT,
    status=RuleStatus.PREVIEW,
    references=(),
    locales=("en", "nl"),
    parameters=(Parameter("max_percent", 50, 10, 100),),
    examples=(
        good("decision by which a mayor closes a house after a complaint", "en"),
        bad(
            "implementation of registration after examination and documentation",
            "en",
            marked="implementation of registration after examination and documentation",
        ),
        good("besluit waarmee een burgemeester een pand na een klacht sluit", "nl"),
        bad(
            "uitvoering van registratie na beoordeling en vastlegging",
            "nl",
            marked="uitvoering van registratie na beoordeling en vastlegging",
        ),
    ),
    check=check,
)
