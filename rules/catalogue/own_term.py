"""A definition that uses its own term sends the reader back to where he came from.

Fix: describe the concept in other words, or name its parent concept.
"""

from collections.abc import Iterable

from rules import circles
from rules.kit import Confidence, RuleScope, Severity, Style
from rules.marks import Hit
from rules.reading import Reading
from rules.rule import Rule, bad, good

GENUS = 4  # content words: terminology.md 2.3, genus position


def check(reading: Reading) -> Iterable[Hit]:
    """A hit on every place where the term stands as it is; mild when a term of several words stands late in the text."""
    if not reading.own_term or reading.repeats_label:
        return
    genus = reading.content_words[:GENUS]
    for found in reading.own_term:
        if found.is_exact and circles.is_circle(reading, found.span):
            is_early = any(found.span.start <= word.start < found.span.end for word in genus)
            is_mild = len(reading.term_words) > 1 and not is_early
            yield Hit(span=found.span, arguments={"term": reading.entry.term}, is_mild=is_mild)


RULE = Rule(
    code="CNT-01",
    name="Own term",
    question="Does the definition do without the term it defines?",
    rationale="Whoever does not know the term cannot understand a text that needs it.",
    severity=Severity.ERROR,
    confidence=Confidence.LIKELY,
    scope=RuleScope.TEXT,
    references=("ISO 704 circularity", "ISO/IEC 11179-4 A6", "ASTRA SAM-05", "ASTRA CON-CIRC-001", "ASTRA STR-02"),
    locales=("en", "nl"),
    revision=3,
    examples=(
        good("person who measures land for official records", "en", term="surveyor"),
        good(
            "fly that bites cattle; the bite of a gadfly swells",
            "en",
            term="gadfly",
            note="a remark after the definition",
        ),
        bad("person who acts as surveyor", "en", term="surveyor", marked="surveyor"),
        good(
            "A lease is a contract by which a dwelling is let",
            "en",
            term="lease",
            style=Style.SENTENCE,
            note="the restated start is no circle",
        ),
        good("persoon die een woning huurt", "nl", term="huurder"),
        bad("overeenkomst tussen een verhuurder en een huurder", "nl", term="huurder", marked="huurder"),
        good("Een huurder is een persoon die een woning huurt", "nl", term="huurder", style=Style.SENTENCE),
    ),
    check=check,
)
