"""`The aforementioned` points at a page from which the text was cut.

Fix: name what is meant.
"""

from rules import phrases
from rules.kit import Confidence, RuleScope, Severity
from rules.rule import Rule, bad, good

RULE = Rule(
    code="CNT-21",
    name="Dangling pointer",
    question="Does everything that the text points at stand in the text?",
    rationale="A definition is read alone, in lists and in tooltips; nothing stands above it there.",
    severity=Severity.INFO,
    confidence=Confidence.LIKELY,
    scope=RuleScope.TEXT,
    references=(
        "ISO/IEC 11179-4 A4",
        "ASTRA INT-03",
    ),
    locales=("en", "nl"),
    lexicons=("pointers",),
    needs_phrase=True,
    examples=(
        good("part of a dwelling that is let apart", "en"),
        bad("part of the aforementioned dwelling", "en", marked="aforementioned"),
        good("deel van een woning dat apart wordt verhuurd", "nl"),
        bad("deel van bovengenoemde woning", "nl", marked="bovengenoemde"),
    ),
    check=phrases.marking("pointers"),
)
