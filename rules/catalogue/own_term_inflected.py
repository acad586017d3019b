"""A plural or other form of the term is still the term.

Fix: describe the concept in other words.
"""

from collections.abc import Iterable

from rules import circles
from rules.kit import Confidence, RuleScope, Severity
from rules.marks import Hit
from rules.reading import Reading
from rules.rule import Rule, bad, good

MADE = ("ing", "er", "or")  # endings that make a noun of a verb


def check(reading: Reading) -> Iterable[Hit]:
    """A hit on every place where the term stands in another form: same lemma, or same stem when the lemma is unknown."""
    if not reading.own_term or reading.repeats_label:
        return
    for found in reading.own_term:
        form = found.span.of(reading.text)
        if not found.is_exact and not _is_other_word(reading, form) and circles.is_circle(reading, found.span):
            yield Hit(span=found.span, arguments={"form": form, "term": reading.entry.term})


def _is_other_word(reading: Reading, form: str) -> bool:
    """Whether term and form are made of one word and name two things: *plastering* and *plaster*, *eraser* and *erase*."""
    if reading.language != "en":
        return False
    term = reading.entry.term.removesuffix("s")
    return any(term.endswith(ending) and ending not in form[-len(ending) - 1 :] for ending in MADE)


RULE = Rule(
    code="CNT-02",
    name="Own term, inflected",
    question="Does the definition do without other forms of its own term?",
    rationale="A circle in the plural is a circle.",
    severity=Severity.WARNING,
    confidence=Confidence.LIKELY,
    scope=RuleScope.TEXT,
    references=("ISO 704 circularity", "ISO/IEC 11179-4 A6", "ASTRA CON-CIRC-001"),
    locales=("en", "nl"),
    revision=3,
    examples=(
        good("application of plaster to a wall", "en", term="plastering", note="the act may name its thing"),
        good("implement used to erase pencil marks", "en", term="eraser", note="the tool may name its act"),
        good("party that lets a dwelling to a tenant", "en", term="landlord"),
        bad("party among landlords that lets a dwelling", "en", term="landlord", marked="landlords"),
        good("persoon die huur betaalt", "nl", term="huurder", note="another word, though it has the same stem"),
        bad("partij van verhuurders die een woning aanbiedt", "nl", term="verhuurder", marked="verhuurders"),
    ),
    check=check,
)
