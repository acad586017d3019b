"""A label without text cannot be found or used.

Fix: fill it in or remove it.
"""

from collections.abc import Iterable

from rules.entry import Designation
from rules.kit import Confidence, RuleScope, Severity
from rules.marks import Hit
from rules.reading import Reading
from rules.rule import Rule, bad, good
from rules.signs import Fact


def check(reading: Reading) -> Iterable[Hit]:
    """One hit on a blank term, and one on blank designations."""
    if not reading.entry.term.strip():
        yield Hit(about="term", anchor="", arguments={"case": "term"})
    if any(not item.text.strip() for item in reading.entry.designations):
        yield Hit(about="designations", anchor="")


RULE = Rule(
    code="TRM-04",
    name="Empty label",
    question="Has every label a text?",
    rationale="An empty label shows as a gap in every list.",
    severity=Severity.ERROR,
    confidence=Confidence.CERTAIN,
    scope=RuleScope.ENTRY,
    references=("qSKOS el",),
    weight=3.0,
    judges_blank=True,
    waits_for=(Fact.BLANK_LABEL,),
    examples=(
        good("contract on a dwelling", "en", term="lease"),
        bad("contract on a dwelling", "en", term=" ", marked=None),
        good("overeenkomst over een woning", "nl", term="huur"),
        bad("overeenkomst over een woning", "nl", term="huur", designations=(Designation(""),), marked=None),
    ),
    check=check,
)
