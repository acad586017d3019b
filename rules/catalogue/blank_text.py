"""A text that says nothing cannot define anything.

Fix: write what kind of thing it is and what sets it apart.
"""

from collections.abc import Iterable

from rules.kit import Confidence, RuleScope, Severity
from rules.marks import Hit
from rules.reading import Reading
from rules.rule import Rule, bad, good


def check(reading: Reading) -> Iterable[Hit]:
    """One hit when no character of the text can be seen."""
    if reading.is_blank:
        yield Hit(anchor="")


RULE = Rule(
    code="FRM-01",
    name="Empty text",
    question="Does the definition have a text?",
    rationale="A term without a text leaves every reader to guess.",
    severity=Severity.ERROR,
    confidence=Confidence.CERTAIN,
    scope=RuleScope.TEXT,
    references=("NL-SBB definitie", "qSKOS uc", "ASTRA VAL-EMP-001"),
    weight=10.0,
    judges_blank=True,
    examples=(
        good("vehicle with two wheels", "en"),
        bad(" \u00a0\n", "en", marked=None, note="only white space"),
        good("voertuig met twee wielen", "nl"),
        bad("", "nl", marked=None),
    ),
    check=check,
)
