"""`Adequate` and `modern` praise; they do not delimit.

Fix: write what can be seen or measured.
"""

from rules import phrases
from rules.kit import Confidence, RuleScope, Severity
from rules.rule import Rule, bad, good

RULE = Rule(
    code="CNT-15",
    name="Word of judgement",
    question="Can every mark in the text be tested?",
    rationale="Two honest readers disagree on a judgement, so they disagree on what falls under the concept.",
    severity=Severity.INFO,
    confidence=Confidence.LIKELY,
    scope=RuleScope.TEXT,
    references=("ISO/IEC 11179-4 A2", "ASTRA ESS-04", "ASTRA ARAI-03"),
    locales=("en", "nl"),
    lexicons=("judgements",),
    needs_phrase=True,
    examples=(
        good("room with a window of at least one square metre", "en"),
        bad("room with adequate light", "en", marked="adequate"),
        good("ruimte met een raam van ten minste een vierkante meter", "nl"),
        bad("ruimte met voldoende licht", "nl", marked="voldoende"),
    ),
    check=phrases.marking("judgements"),
)
