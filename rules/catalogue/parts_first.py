"""A list of parts tells what is inside, not what the whole is.

Fix: name the kind of whole, then the parts that set it apart.
"""

from collections.abc import Iterable

from rules.kit import Confidence, RuleScope, Severity
from rules.marks import Hit
from rules.reading import Reading
from rules.rule import Rule, bad, good


def check(reading: Reading) -> Iterable[Hit]:
    """One hit on a text that opens with its parts."""
    span = reading.opening("parts_first", reading.first_letter)
    if span is not None:
        yield Hit(span=span, anchor="", arguments={"phrase": span.of(reading.text)})


RULE = Rule(
    code="CNT-18",
    name="Parts instead of a kind",
    question="Does the text name a kind before it names parts?",
    rationale="The same parts can make several wholes.",
    severity=Severity.INFO,
    confidence=Confidence.LIKELY,
    scope=RuleScope.TEXT,
    references=("ISO 704 intensional definition", "ASTRA STR-02", "ASTRA STR-05"),
    locales=("en", "nl"),
    lexicons=("parts_first",),
    needs_phrase=True,
    revision=2,
    examples=(
        good("dwelling consisting of one room", "en", term="studio"),
        bad("consisting of one room and a kitchen", "en", term="studio", marked="consisting of"),
        good("woning bestaande uit één kamer", "nl", term="studio"),
        bad("bestaande uit één kamer en een keuken", "nl", term="studio", marked="bestaande uit"),
    ),
    check=check,
)
