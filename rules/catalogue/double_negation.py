"""Two negations make the reader count.

Fix: say it positively.
"""

from collections.abc import Iterable

from rules.kit import Confidence, RuleScope, Severity
from rules.marks import Hit
from rules.reading import Reading
from rules.rule import Rule, bad, good


def check(reading: Reading) -> Iterable[Hit]:
    """A hit on every negation that negates another one."""
    for span in reading.find("double_negations"):
        yield Hit(span=span, arguments={"phrase": span.of(reading.text)})


RULE = Rule(
    code="CNT-07",
    name="Double negation",
    question="Is the text free of negated negations?",
    rationale="'Not without consent' takes longer to read than 'with consent', and is misread more often.",
    severity=Severity.WARNING,
    confidence=Confidence.LIKELY,
    scope=RuleScope.TEXT,
    references=("ASTRA STR-07",),
    locales=("en", "nl"),
    lexicons=("double_negations",),
    needs_phrase=True,
    examples=(
        good("use of a dwelling with consent of the owner", "en"),
        bad("use of a dwelling not without consent of the owner", "en", marked="not without"),
        good("gebruik met toestemming van de eigenaar", "nl"),
        bad("gebruik niet zonder toestemming van de eigenaar", "nl", marked="niet zonder"),
    ),
    check=check,
)
