"""`Etc.` leaves the end of the list to the reader.

Fix: name what all items share, or list them all.
"""

import re
from collections.abc import Iterable

from rules.kit import Confidence, RuleScope, Severity
from rules.marks import Hit, Span
from rules.reading import Reading
from rules.rule import Rule, bad, good

DOTS = re.compile(r"(?:(?<=[\w,;]\s)|(?<=[\w,;]))(?:\.{3}|…)")


def check(reading: Reading) -> Iterable[Hit]:
    """A hit on every phrase or ellipsis that leaves a list open."""
    dots = (Span(match.start(), match.end()) for match in DOTS.finditer(reading.text, reading.body.start))
    for span in (*reading.find("open_list"), *dots):
        yield Hit(span=span, arguments={"phrase": span.of(reading.text)})


RULE = Rule(
    code="CNT-09",
    name="Open list",
    question="Is every list in the text complete?",
    rationale="Whether a case falls under the concept must follow from the text.",
    severity=Severity.WARNING,
    confidence=Confidence.LIKELY,
    scope=RuleScope.TEXT,
    references=("ISO 704 extensional definition", "ASTRA INT-09"),
    locales=("en", "nl"),
    lexicons=("open_list",),
    needs_phrase=True,
    waits_for=(".", "…"),
    examples=(
        good("motor vehicle with at least four wheels", "en"),
        bad("cars, vans, etc.", "en", marked="etc."),
        good("motorvoertuig met ten minste vier wielen", "nl"),
        bad("auto's, bestelwagens enz.", "nl", marked="enz."),
        bad("auto's, bestelwagens, ...", "nl", marked="..."),
    ),
    check=check,
)
