"""A condition with an outcome is a decision, not a concept.

Fix: name the kind of thing and the marks that it has; put the decision where decisions are kept.
"""

from rules import phrases
from rules.kit import Confidence, RuleScope, RuleStatus, Severity
from rules.rule import Rule, bad, good

RULE = Rule(
    code="CNT-13",
    name="Decision rule",
    question="Does the text define without deciding a case?",
    rationale="Rules change more often than concepts, and need their own place and owner.",
    severity=Severity.INFO,
    confidence=Confidence.HINT,
    scope=RuleScope.TEXT,
    references=(
        "ASTRA INT-02",
        "ISO/IEC 11179-4 A5",
    ),
    locales=("en", "nl"),
    lexicons=("conditions",),
    needs_phrase=True,
    status=RuleStatus.PREVIEW,
    examples=(
        good("dwelling of which the owner holds a permit", "en"),
        bad("dwelling that is let, provided that a permit is held", "en", marked="provided that"),
        good("woning waarvoor een vergunning is verleend", "nl"),
        bad("woning die wordt verhuurd mits er een vergunning is", "nl", marked="mits"),
    ),
    check=phrases.marking("conditions"),
)
