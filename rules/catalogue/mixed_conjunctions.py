"""`A and B or C` can be read in two ways.

Fix: split the clause, or make a list.
"""

import re
from collections.abc import Iterable

from rules import tokens
from rules.kit import Confidence, RuleScope, RuleStatus, Severity
from rules.marks import Hit, Span
from rules.reading import Reading
from rules.rule import Rule, bad, good

PAIRS = {"en": frozenset({"and", "or"}), "nl": frozenset({"en", "of"})}
BOUNDARY = re.compile(r"[^.,;:()\n/]+")


def check(reading: Reading) -> Iterable[Hit]:
    """A hit on every clause that holds both conjunctions, from the first to the second kind."""
    pair = PAIRS[reading.language]
    if not pair <= reading.vocabulary:
        return
    for clause in BOUNDARY.finditer(reading.text, reading.body.start):
        found = [word for word in tokens.words(clause[0]) if word.folded in pair]
        other = next((word for word in found if word.folded != found[0].folded), None)
        if other is not None:
            span = Span(clause.start() + found[0].start, clause.start() + other.end)
            yield Hit(span=span, arguments={"first": found[0].text, "second": other.text})


RULE = Rule(
    code="CNT-24",
    name="Mixed conjunctions",
    question="Can the parts of every clause be joined in one way only?",
    rationale="Which parts belong together decides what falls under the concept.",
    severity=Severity.INFO,
    confidence=Confidence.HINT,
    scope=RuleScope.TEXT,
    status=RuleStatus.PREVIEW,
    references=("ASTRA STR-08", "ASTRA STR-09"),
    locales=("en", "nl"),
    waits_for=("or", "of"),
    examples=(
        good("house and garden, or a flat", "en"),
        bad("house and garden or flat", "en", marked="and garden or"),
        good("huis en tuin, of een flat", "nl"),
        bad("huis en tuin of flat", "nl", marked="en tuin of"),
    ),
    check=check,
)
