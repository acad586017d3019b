"""A plural or other form of the term is still the term.

Fix: describe the concept in other words.
"""

from collections.abc import Iterable

from rules.kit import Confidence, RuleScope, Severity
from rules.marks import Hit
from rules.reading import Reading
from rules.rule import Rule, bad, good


def check(reading: Reading) -> Iterable[Hit]:
    """A hit on every place where the term stands in another form: same lemma, or same stem when the lemma is unknown."""
    if reading.repeats_label:
        return
    for found in reading.own_term:
        if not found.is_exact:
            form = found.span.of(reading.text)
            yield Hit(span=found.span, arguments={"form": form, "term": reading.entry.term})


RULE = Rule(
    code="CNT-02",
    name="Own term, inflected",
    question="Does the definition do without other forms of its own term?",
    rationale="A circle in the plural is a circle.",
    severity=Severity.WARNING,
    confidence=Confidence.LIKELY,
    scope=RuleScope.TEXT,
    references=("ISO 704 circularity", "ISO/IEC 11179-4 A6"),
    locales=("en", "nl"),
    examples=(
        good("party that lets a dwelling to a tenant", "en", term="landlord"),
        bad("party among landlords that lets a dwelling", "en", term="landlord", marked="landlords"),
        good("persoon die huur betaalt", "nl", term="huurder", note="another word, though it has the same stem"),
        bad("partij van verhuurders die een woning aanbiedt", "nl", term="verhuurder", marked="verhuurders"),
    ),
    check=check,
)
