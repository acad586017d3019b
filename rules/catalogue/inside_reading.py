"""Only a reader from outside knows what an insider has left out.

Fix: explain or replace what only insiders know.
"""

from rules import questions
from rules.kit import Confidence, RuleScope, Severity
from rules.rule import Rule, bad, good

RULE = Rule(
    code="ASK-06",
    name="Readable from outside",
    question="Can somebody from another organisation understand the text?",
    rationale="Knowledge that everybody shares inside is missed by nobody until the text leaves the house.",
    severity=Severity.INFO,
    confidence=Confidence.HINT,
    scope=RuleScope.TEXT,
    references=("ASTRA INT-10",),
    locales=("en", "nl"),
    is_opt_in=True,
    examples=(
        good("a file", "en", term="case file", note="too short to be judged"),
        bad("set of all pieces in the system", "en", term="case file", marked=None),
        good("een dossier", "nl", term="zaakdossier"),
        bad("alle stukken in het systeem", "nl", term="zaakdossier", marked=None),
    ),
    check=questions.asking_always(),
)
