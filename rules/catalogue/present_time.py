"""`Currently` was true on the day of writing.

Fix: give the date or period, or leave the word out.
"""

from rules import phrases
from rules.kit import Confidence, RuleScope, Severity
from rules.rule import Rule, bad, good

RULE = Rule(
    code="CNT-22",
    name="Bound to its day",
    question="Will the text still hold when it is read?",
    rationale="Nobody sees when a text that speaks of today has gone stale.",
    severity=Severity.INFO,
    confidence=Confidence.LIKELY,
    scope=RuleScope.TEXT,
    references=("ISO 704 non-essential information",),
    locales=("en", "nl"),
    lexicons=("present_time",),
    needs_phrase=True,
    examples=(
        good("dwelling that is let on the first of January of a year", "en"),
        bad("dwelling that is currently let", "en", marked="currently"),
        good("woning die op 1 januari van een jaar is verhuurd", "nl"),
        bad("woning die momenteel is verhuurd", "nl", marked="momenteel"),
    ),
    check=phrases.marking("present_time"),
)
