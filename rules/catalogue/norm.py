"""A duty inside a definition binds nobody, or binds where nobody looks.

Fix: move the duty to its own rule and keep what the thing is.
"""

import re
from collections.abc import Iterable

from rules import tokens
from rules.kit import Confidence, RuleScope, Severity
from rules.marks import Hit
from rules.reading import Reading
from rules.rule import Rule, bad, good

CLAUSE_END = re.compile(r"[.;:\n]")
ADDITION = re.compile(
    r"(?:,| and| en) (?:who|which|die|dat|welke)(?!\w)|(?:,| and| en) (?=(?:the|it|this|de|het|deze|dit) )",
    re.IGNORECASE,
)
SIGHT = 200  # characters before the verb in which its clause starts


def check(reading: Reading) -> Iterable[Hit]:
    """A hit on every duty of a main clause; a duty in a relative clause is a mark of the concept."""
    for span in reading.find("norms"):
        clause = CLAUSE_END.split(reading.text[max(reading.body.start, span.start - SIGHT) : span.start])[-1]
        # A relative clause after a comma adds a duty; without one it names a mark.
        *rest, added = ADDITION.split(clause)
        before = {word.folded for word in tokens.words(added)}
        if (before or rest) and before.isdisjoint(reading.words_of("subordinators")):
            yield Hit(span=span, arguments={"phrase": span.of(reading.text)})


RULE = Rule(
    code="CNT-11",
    name="Norm inside",
    question="Does the text define without imposing a duty?",
    rationale="A norm needs an addressee and a place where he can find it; drafting guides keep it out of definitions.",
    severity=Severity.INFO,
    confidence=Confidence.LIKELY,
    scope=RuleScope.TEXT,
    references=(
        "Aanwijzingen voor de regelgeving 5.1",
        "EU Joint Practical Guide 14",
        "ASTRA INT-02",
        "LEG-03",
        "ASTRA ARAI-04",
        "ASTRA ARAI-04SUB1",
    ),
    locales=("en", "nl"),
    lexicons=("norms",),
    needs_phrase=True,
    revision=2,
    examples=(
        good("document that a driver must carry", "en", term="licence"),
        bad("document for drivers; the holder must carry it", "en", term="licence", marked="must"),
        good("document dat een bestuurder moet dragen", "nl", term="rijbewijs"),
        bad("document voor bestuurders; de houder moet het dragen", "nl", term="rijbewijs", marked="moet"),
    ),
    check=check,
)
