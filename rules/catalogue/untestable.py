"""Only a reader knows whether a mark can be tested.

Fix: write marks that can be seen, read or measured.
"""

from rules import questions
from rules.kit import Confidence, RuleScope, Severity
from rules.rule import Rule, bad, good

RULE = Rule(
    code="ASK-02",
    name="Testable",
    question="Can a reader decide for any case whether it falls under the concept?",
    rationale="A mark that cannot be observed decides nothing; no list of words can say which marks can.",
    severity=Severity.INFO,
    confidence=Confidence.HINT,
    scope=RuleScope.TEXT,
    references=("ASTRA ESS-04", "ISO/IEC 11179-4 A2"),
    locales=("en", "nl"),
    is_opt_in=True,
    examples=(
        good("a period", "en", term="decision period", note="too short to be judged"),
        bad("period that ends shortly after an application", "en", term="decision period", marked=None),
        good("een periode", "nl", term="beslistermijn"),
        bad("periode die kort na een aanvraag eindigt", "nl", term="beslistermijn", marked=None),
    ),
    check=questions.asking_always(),
)
