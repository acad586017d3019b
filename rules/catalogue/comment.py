"""Reasons, practice and history explain a concept; they do not delimit it.

Fix: move the remark to a note.
"""

from rules import phrases
from rules.kit import Confidence, RuleScope, Severity
from rules.rule import Rule, bad, good

RULE = Rule(
    code="CNT-17",
    name="Comment inside",
    question="Does the text define without explaining?",
    rationale="Readers take a remark for a mark that every case must have.",
    severity=Severity.INFO,
    confidence=Confidence.LIKELY,
    scope=RuleScope.TEXT,
    references=(
        "ISO/IEC 11179-4 A5",
        "ASTRA INT-06",
    ),
    locales=("en", "nl"),
    lexicons=("comments",),
    needs_phrase=True,
    examples=(
        good("dwelling formerly let to a farmer", "en"),
        bad("dwelling in which nobody lives because it was sold", "en", marked="because"),
        good("woning waarin niemand woont", "nl"),
        bad("woning die in de praktijk leegstaat", "nl", marked="in de praktijk"),
    ),
    check=phrases.marking("comments"),
)
