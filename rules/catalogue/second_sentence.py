"""What follows the first full stop is explanation, a norm or a second definition.

Fix: move the further sentences to a note, or join what is essential to the first.
"""

import re
from collections.abc import Iterable

from rules.kit import Confidence, RuleScope, Severity
from rules.marks import Hit, Span
from rules.reading import Reading
from rules.rule import Rule, bad, good

CLAUSE = re.compile(
    r"(?:;|(?<=[a-z]{5})[.!])\s++(?=(?:it|this|they|he|she|these|dit|dat|deze|hij|zij|het) [a-z]{2,})|(?<!\n)\n++(?=[A-Z])"
)


def check(reading: Reading) -> Iterable[Hit]:
    """One hit on everything after the first sentence; mild when only a semicolon parts them: *permit to build; it lapses*."""
    first, *others = reading.sentences
    if others and reading.body.start < first.end:
        yield Hit(span=Span(others[0].start, others[-1].end), anchor="", arguments={"count": str(1 + len(others))})
        return
    clause = CLAUSE.search(reading.text, reading.body.start)
    if clause is not None:
        yield Hit(span=Span(clause.end(), reading.body.end), anchor="", arguments={"count": "2"}, is_mild=True)


RULE = Rule(
    code="FRM-05",
    name="More than one sentence",
    question="Is the definition a single phrase or sentence?",
    rationale="Only the first sentence defines; what follows can be mistaken for part of the definition.",
    severity=Severity.WARNING,
    confidence=Confidence.LIKELY,
    scope=RuleScope.TEXT,
    references=("ISO 704 substitution", "ASTRA INT-01"),
    locales=("en", "nl"),
    waits_for=(".", "!", "?", "…", ";", "\n"),
    revision=3,
    examples=(
        good("permit under art. 3 of the Housing Act", "en", term="housing permit"),
        bad("permit for building. It lapses after a year.", "en", marked="It lapses after a year."),
        good("vergunning als bedoeld in art. 3 van de Woningwet, bijv. Voor een aanbouw", "nl"),
        bad("vergunning voor het bouwen. Deze vervalt na een jaar.", "nl", marked="Deze vervalt na een jaar."),
    ),
    check=check,
)
