"""Only a drafter knows whether an ordinary word needs a definition.

Fix: leave the definition out where the ordinary meaning will do.
"""

from rules import questions
from rules.kit import Confidence, RuleScope, Severity
from rules.rule import Rule, bad, good

RULE = Rule(
    code="ASK-10",
    name="Worth defining",
    question="Does the act give the term a meaning that ordinary language does not?",
    rationale="Drafting guides define only what is vague or deviates from ordinary use, and never far from it.",
    severity=Severity.INFO,
    confidence=Confidence.HINT,
    scope=RuleScope.TEXT,
    references=("Aanwijzingen voor de regelgeving 5.1",),
    locales=("en", "nl"),
    is_opt_in=True,
    examples=(
        good("a house", "en", term="house", note="too short to be judged"),
        bad("building in which people live", "en", term="house", marked=None),
        good("een huis", "nl", term="huis"),
        bad("gebouw waarin mensen wonen", "nl", term="huis", marked=None),
    ),
    check=questions.asking_always(),
)
