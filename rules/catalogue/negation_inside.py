"""An exclusion after the start is often right, and sometimes hides what the concept is.

Fix: say it positively where that is as exact.
"""

from rules import phrases
from rules.kit import Confidence, RuleScope, RuleStatus, Severity
from rules.rule import Rule, bad, good

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
    examples=(
        good("dwelling of an owner who lives abroad", "en"),
        bad("dwelling that is not let", "en", marked="not"),
        good("woning waarvan de eigenaar in het buitenland woont", "nl"),
        bad("woning die niet is verhuurd", "nl", marked="niet"),
    ),
    check=phrases.marking("negations_inside"),
)
