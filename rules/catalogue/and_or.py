"""`And/or` leaves the reader to choose between two definitions.

Fix: choose one, or write `…, or both`.
"""

from collections.abc import Iterable

from rules.kit import Confidence, RuleScope, Severity
from rules.marks import Hit
from rules.reading import Reading
from rules.rule import Rule, bad, good


def check(reading: Reading) -> Iterable[Hit]:
    """A hit on every and/or."""
    for span in reading.find("and_or"):
        yield Hit(span=span, arguments={"phrase": span.of(reading.text)})


RULE = Rule(
    code="FRM-16",
    name="And/or",
    question="Is it clear whether all or only some of the parts must hold?",
    rationale="Readers settle and/or differently, and so do courts.",
    severity=Severity.WARNING,
    confidence=Confidence.CERTAIN,
    scope=RuleScope.TEXT,
    references=("ASTRA STR-08", "ASTRA STR-09"),
    locales=("en", "nl"),
    lexicons=("and_or",),
    needs_phrase=True,
    examples=(
        good("fine, order, or both", "en"),
        bad("fine and/or order", "en", marked="and/or"),
        good("boete of last, of beide", "nl"),
        bad("boete en/of last", "nl", marked="en/of"),
    ),
    check=check,
)
