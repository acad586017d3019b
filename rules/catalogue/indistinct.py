"""Only a reader knows which cases a text lets in that it should not.

Fix: think of a case that should fall under it and does not, and of one that should not and does.
"""

from rules import questions
from rules.kit import Confidence, RuleScope, Severity
from rules.rule import Rule, bad, good

RULE = Rule(
    code="ASK-03",
    name="Neither too wide nor too narrow",
    question="Does the text cover all cases of the concept and no others?",
    rationale="ISO 704 asks it of every definition; it takes somebody who knows the neighbours.",
    severity=Severity.INFO,
    confidence=Confidence.HINT,
    scope=RuleScope.TEXT,
    references=("ASTRA ESS-05", "ISO 704 intensional definition", "ISO/IEC 11179-4 A1"),
    locales=("en", "nl"),
    is_opt_in=True,
    examples=(
        good("a person", "en", term="civil servant", note="too short to be judged"),
        bad("person who works for pay", "en", term="civil servant", marked=None),
        good("een persoon", "nl", term="ambtenaar"),
        bad("persoon die tegen betaling werkt", "nl", term="ambtenaar", marked=None),
    ),
    check=questions.asking_always(),
)
