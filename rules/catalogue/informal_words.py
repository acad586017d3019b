"""Words of the coffee table make readers doubt the rest.

Fix: use the word that you would write in a letter.
"""

from rules import phrases
from rules.kit import Confidence, RuleScope, RuleStatus, Severity
from rules.rule import Rule, bad, good

RULE = Rule(
    code="CNT-28",
    name="Informal words",
    question="Is the text written as one writes?",
    rationale="Informal words are vague, and they age within years.",
    severity=Severity.INFO,
    confidence=Confidence.LIKELY,
    scope=RuleScope.TEXT,
    status=RuleStatus.PREVIEW,
    references=("ASTRA LANG-INF-001",),
    locales=("en", "nl"),
    lexicons=("informal_words",),
    needs_phrase=True,
    examples=(
        good("movable property in a dwelling", "en", term="household effects"),
        bad("chairs and stuff in a house", "en", term="household effects", marked="and stuff"),
        good("roerende zaken in een woning", "nl", term="inboedel"),
        bad("stoelen enzo in een huis", "nl", term="inboedel", marked="enzo"),
    ),
    check=phrases.marking("informal_words"),
)
