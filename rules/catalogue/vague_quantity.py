"""How many are `several`? Two readers count two ways.

Fix: give the number or the limit, or leave the word out.
"""

from rules import phrases
from rules.kit import Confidence, RuleScope, Severity
from rules.rule import Rule, bad, good

RULE = Rule(
    code="CNT-14",
    name="Vague quantity",
    question="Is every quantity and frequency in the text exact?",
    rationale="Whether a case falls under the concept must not depend on how a reader feels about a word.",
    severity=Severity.INFO,
    confidence=Confidence.LIKELY,
    scope=RuleScope.TEXT,
    references=(
        "ISO/IEC 11179-4 A2",
        "ASTRA ESS-04",
    ),
    locales=("en", "nl"),
    lexicons=("vague_quantities",),
    needs_phrase=True,
    examples=(
        good("building with at least three floors", "en"),
        bad("building with several floors", "en", marked="several"),
        good("gebouw met ten minste drie verdiepingen", "nl"),
        bad("gebouw dat meestal drie verdiepingen heeft", "nl", marked="meestal"),
    ),
    check=phrases.marking("vague_quantities"),
)
