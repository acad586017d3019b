"""`Thing` and `process` hold everything, so they set nothing apart.

Fix: name the nearest kind, and what sets the concept apart.
"""

from collections.abc import Iterable

from rules.kit import Confidence, RuleScope, Severity
from rules.marks import Hit
from rules.reading import Reading
from rules.rule import Rule, bad, good

ENOUGH = 3  # content words; with four, half of the hits on WordNet were sound


def check(reading: Reading) -> Iterable[Hit]:
    """One hit on a genus that fits anything when fewer than three content words follow."""
    genus = reading.opening("container_genera", reading.first_letter)
    if genus is not None and sum(word.start >= genus.end for word in reading.content_words) < ENOUGH:
        yield Hit(span=genus, arguments={"word": genus.of(reading.text)})


RULE = Rule(
    code="CNT-16",
    name="Container genus",
    question="Does the kind that the text names tell something?",
    rationale="A genus that fits anything only helps when enough follows to set the concept apart.",
    severity=Severity.INFO,
    confidence=Confidence.LIKELY,
    scope=RuleScope.TEXT,
    references=(
        "ISO 704 intensional definition",
        "ASTRA STR-02",
        "ASTRA STR-04",
        "ASTRA ARAI-02",
        "ASTRA ARAI-02SUB1",
        "ASTRA ARAI-02SUB2",
    ),
    locales=("en", "nl"),
    lexicons=("container_genera",),
    needs_phrase=True,
    revision=2,
    examples=(
        good("process in which an authority decides on an application for a building permit", "en"),
        bad("process for permits", "en", marked="process"),
        good("proces waarin een gemeente een aanvraag voor een vergunning beoordeelt", "nl"),
        bad("iets voor vergunningen", "nl", marked="iets"),
    ),
    check=check,
)
