"""A narrower concept is no other name for a wider one.

Fix: give the narrower concept its own entry.
"""

from collections.abc import Iterable

from rules import labels
from rules.entry import Designation
from rules.kit import Confidence, DesignationKind, RuleScope, RuleStatus, Severity
from rules.marks import Hit
from rules.reading import Reading
from rules.rule import Rule, bad, good
from rules.signs import Fact

SHORTEST = 4  # letters of a term that can be the head of a compound


def check(reading: Reading) -> Iterable[Hit]:
    """A hit on every admitted label whose head is the term itself."""
    term = labels.folded(reading.entry.term)
    head = term if reading.language == "nl" else f" {term}"
    for item in labels.of_kind(reading.entry, DesignationKind.ADMITTED):
        label = labels.folded(item.text)
        if len(term) >= SHORTEST and label.endswith(head) and label != term:
            yield Hit(about="designations", anchor=label, arguments={"label": item.text, "term": reading.entry.term})


RULE = Rule(
    code="TRM-16",
    name="Narrower label",
    question="Do all labels stand for the same concept?",
    rationale="A label that adds a word to the term often adds a limit; whether it does, a person must say.",
    severity=Severity.INFO,
    confidence=Confidence.HINT,
    scope=RuleScope.ENTRY,
    status=RuleStatus.PREVIEW,
    references=("NL-SBB upward posting",),
    locales=("en", "nl"),
    judges_blank=True,
    waits_for=(Fact.DESIGNATIONS,),
    examples=(
        good("act of a person", "en", term="act", designations=(Designation("deed"),)),
        bad("act of a person", "en", term="action", designations=(Designation("legal action"),), marked=None),
        good("daad van een persoon", "nl", term="handeling", designations=(Designation("daad"),)),
        bad(
            "daad van een persoon", "nl", term="handeling", designations=(Designation("rechtshandeling"),), marked=None
        ),
    ),
    check=check,
)
