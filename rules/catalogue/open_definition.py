"""A definition that only includes leaves the ordinary meaning in force beside it.

Fix: keep it if that is meant; else write a complete definition.
"""

from rules import phrases
from rules.kit import Confidence, RuleScope, Severity
from rules.rule import Rule, bad, good

RULE = Rule(
    code="LEG-02",
    name="Open definition",
    question="Is the definition meant to be complete?",
    rationale="Readers of an act must know whether what is not named may still fall under the term.",
    severity=Severity.INFO,
    confidence=Confidence.LIKELY,
    scope=RuleScope.TEXT,
    references=("EU Joint Practical Guide 14",),
    locales=("en", "nl"),
    lexicons=("inclusions",),
    needs_phrase=True,
    is_opt_in=True,
    examples=(
        good("contract on the use of land or a licence to use it", "en"),
        bad("contract on land; it includes a licence", "en", marked="includes"),
        good("contract over het gebruik van grond, of een licentie daartoe", "nl"),
        bad("contract over grond, een licentie daaronder begrepen", "nl", marked="daaronder begrepen"),
    ),
    check=phrases.marking("inclusions"),
)
