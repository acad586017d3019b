"""What may be the case may also not be, so it sets nothing apart.

Fix: name what always holds and move the rest to a note.
"""

from rules import phrases
from rules.kit import Confidence, RuleScope, RuleStatus, Severity
from rules.rule import Rule, bad, good

RULE = Rule(
    code="CNT-12",
    name="Possibility",
    question="Does every mark in the text always hold?",
    rationale="A mark that some cases lack does not delimit the concept; a right to do something does.",
    severity=Severity.INFO,
    confidence=Confidence.HINT,
    scope=RuleScope.TEXT,
    references=("ASTRA ESS-04", "ASTRA ARAI-04", "ASTRA ARAI-04SUB1"),
    locales=("en", "nl"),
    lexicons=("possibilities",),
    needs_phrase=True,
    status=RuleStatus.PREVIEW,
    examples=(
        good("contract that ends after one year", "en"),
        bad("contract that may end after one year", "en", marked="may"),
        good("contract dat na een jaar eindigt", "nl"),
        bad("contract dat na een jaar kan eindigen", "nl", marked="kan"),
    ),
    check=phrases.marking("possibilities"),
)
