"""Only a reader knows whether a pronoun can stand for two things.

Fix: repeat the noun.
"""

from rules import questions
from rules.kit import Confidence, RuleScope, Severity
from rules.rule import Rule, bad, good

RULE = Rule(
    code="ASK-04",
    name="Pronoun",
    question="Is it clear what every pronoun stands for?",
    rationale="A pronoun with two possible owners gives two definitions.",
    severity=Severity.INFO,
    confidence=Confidence.HINT,
    scope=RuleScope.TEXT,
    references=("ASTRA INT-03",),
    locales=("en", "nl"),
    lexicons=("pronouns",),
    needs_phrase=True,
    is_opt_in=True,
    examples=(
        good("register in which an operator records faults of a machine", "en", term="logbook"),
        bad("register in which an operator of machines records their faults", "en", term="logbook", marked="their"),
        good("register waarin een beheerder storingen van een machine noteert", "nl", term="logboek"),
        bad("register waarin een beheerder van machines hun storingen noteert", "nl", term="logboek", marked="hun"),
    ),
    check=questions.asking_at("pronouns"),
)
