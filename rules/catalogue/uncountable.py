"""Only a reader knows whether two cases of a kind can be told apart.

Fix: name what makes a case one case, such as a number, a place or a date.
"""

from rules import questions
from rules.kit import Category, Confidence, RuleScope, Severity
from rules.rule import Rule, bad, good

RULE = Rule(
    code="ASK-01",
    name="Instances",
    question="Can two cases of the concept be told apart and counted?",
    rationale="Whoever keeps a register of them must know where one ends and the next begins.",
    severity=Severity.INFO,
    confidence=Confidence.HINT,
    scope=RuleScope.TEXT,
    references=("ASTRA ESS-03",),
    locales=("en", "nl"),
    applies_to=(Category.TYPE,),
    is_opt_in=True,
    examples=(
        good("act of letting a dwelling", "en", term="letting", category=Category.PROCESS, note="asked of types only"),
        bad("light vehicle with an engine", "en", term="moped", category=Category.TYPE, marked=None),
        good("handeling waarmee een woning wordt verhuurd", "nl", term="verhuring", category=Category.PROCESS),
        bad("licht voertuig met een motor", "nl", term="bromfiets", category=Category.TYPE, marked=None),
    ),
    check=questions.asking_always(),
)
