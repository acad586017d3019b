"""What a thing is for may change; what it is stays.

Fix: name what the thing is; keep the use only where it is what sets the thing apart.
"""

from rules import phrases
from rules.kit import Confidence, RuleScope, RuleStatus, Severity
from rules.rule import Rule, bad, good

RULE = Rule(
    code="CNT-10",
    name="Purpose instead of essence",
    question="Does the text say what the concept is rather than what it is for?",
    rationale="Use is the essence of tools only; elsewhere it is a reason, and belongs in a note.",
    severity=Severity.INFO,
    confidence=Confidence.HINT,
    scope=RuleScope.TEXT,
    references=("ISO/IEC 11179-4 A5", "ASTRA ESS-01", "ASTRA STR-06"),
    locales=("en", "nl"),
    lexicons=("purposes",),
    needs_phrase=True,
    status=RuleStatus.PREVIEW,
    examples=(
        good("fee per kilometre that the owner of a car owes", "en"),
        bad("fee charged in order to reduce traffic", "en", marked="in order to"),
        good("heffing per kilometre die de houder van een auto verschuldigd is", "nl"),
        bad("heffing om te zorgen voor minder verkeer", "nl", marked="om te"),
    ),
    check=phrases.marking("purposes"),
)
