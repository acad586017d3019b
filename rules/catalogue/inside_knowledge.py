"""`The usual procedure` is usual to those who know it.

Fix: say what happens, or name a source that everybody can open.
"""

from rules import phrases
from rules.kit import Confidence, RuleScope, RuleStatus, Severity
from rules.rule import Rule, bad, good

RULE = Rule(
    code="CNT-27",
    name="Inside knowledge",
    question="Can the text be understood without what only insiders know?",
    rationale="What everybody in the house knows is missed by the first reader from outside.",
    severity=Severity.INFO,
    confidence=Confidence.LIKELY,
    scope=RuleScope.TEXT,
    status=RuleStatus.PREVIEW,
    references=("ASTRA INT-10", "ASTRA ARAI-05"),
    locales=("en", "nl"),
    lexicons=("inside_knowledge",),
    needs_phrase=True,
    examples=(
        good("interview in which a care worker records complaints", "en", term="intake"),
        bad("interview that follows the usual procedure", "en", term="intake", marked="the usual procedure"),
        good("gesprek waarin een hulpverlener klachten vastlegt", "nl", term="intake"),
        bad("gesprek volgens de gebruikelijke procedure", "nl", term="intake", marked="de gebruikelijke procedure"),
    ),
    check=phrases.marking("inside_knowledge"),
)
