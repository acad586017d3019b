"""Only a reader knows whether an addition belongs to the concept.

Fix: leave the addition out, or give it its own entry.
"""

from rules import questions
from rules.kit import Confidence, RuleScope, Severity
from rules.rule import Rule, bad, good

RULE = Rule(
    code="ASK-09",
    name="Widening",
    question="Does all that the text names belong to the meaning of the term?",
    rationale="What is done along with it, if need be, is something else and has its own name.",
    severity=Severity.INFO,
    confidence=Confidence.HINT,
    scope=RuleScope.TEXT,
    references=("ASTRA SAM-07",),
    locales=("en", "nl"),
    lexicons=("additions",),
    needs_phrase=True,
    is_opt_in=True,
    examples=(
        good("determination of the height of a water level", "en", term="level reading"),
        bad(
            "determination and if necessary adjustment of a water level",
            "en",
            term="level reading",
            marked="and if necessary",
        ),
        good("bepaling van de hoogte van een waterstand", "nl", term="peilmeting"),
        bad("bepaling en zo nodig bijstelling van een waterstand", "nl", term="peilmeting", marked="en zo nodig"),
    ),
    check=questions.asking_at("additions"),
)
