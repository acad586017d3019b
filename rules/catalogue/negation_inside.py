"""An exclusion after the start is often right, and sometimes hides what the concept is.

Fix: say it positively where that is as exact.
"""

from collections.abc import Iterable

from rules import negations
from rules.kit import Confidence, RuleScope, RuleStatus, Severity
from rules.marks import Hit
from rules.reading import Reading
from rules.rule import Rule, bad, good


def check(reading: Reading) -> Iterable[Hit]:
    """A hit on every negation but the one that defines, which is CNT-05's."""
    defining = negations.defining(reading)
    for span in reading.find("negations_inside"):
        if defining is None or span.end <= defining[0].start or defining[0].end <= span.start:
            yield Hit(span=span, arguments={"phrase": span.of(reading.text)})


RULE = Rule(
    code="CNT-06",
    name="Negation inside",
    question="Does the text do without negations after its start?",
    rationale="A positive mark is read faster; but nine of ten exclusions that were read are legitimate.",
    severity=Severity.INFO,
    confidence=Confidence.HINT,
    scope=RuleScope.TEXT,
    references=("ASTRA INT-08",),
    locales=("en", "nl"),
    lexicons=("negations_inside",),
    needs_phrase=True,
    status=RuleStatus.PREVIEW,
    revision=2,
    examples=(
        good("dwelling of an owner who lives abroad", "en"),
        bad("dwelling of an owner, which is not let", "en", marked="not"),
        good("woning waarvan de eigenaar in het buitenland woont", "nl"),
        bad("woning van een eigenaar, die niet is verhuurd", "nl", marked="niet"),
    ),
    check=check,
)
