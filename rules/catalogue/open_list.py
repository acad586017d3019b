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
# *A, b and more*, not *more than*.
REST = re.compile(
    r"(?<=, )(?:and|or|en) (?:others|more|such|meer|zo)(?=[,.;)]|\Z| (?:that|which|by|die|dat|door) )"
    r"|(?<=\w )(?:and more|en meer)(?=[.;)]|\Z| (?:by|door) )|& ?c\b\.?|(?<=\w )or similar(?=[.;)]|\Z| (?:standing|used|that|which) )",
    re.IGNORECASE,
)


def check(reading: Reading) -> Iterable[Hit]:
    """A hit on every phrase or ellipsis that leaves a list open."""
    signs = (Span(*match.span()) for sign in (DOTS, REST) for match in sign.finditer(reading.text, reading.body.start))
    for span in (*reading.find("open_list"), *signs):
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
    revision=2,
    waits_for=(".", "…", "others", "more", "such", "meer", "zo", "&", "similar"),
    examples=(
        good("motor vehicle with at least four wheels", "en"),
        bad("cars, vans, etc.", "en", marked="etc."),
        good("motorvoertuig met ten minste vier wielen", "nl"),
        bad("auto's, bestelwagens enz.", "nl", marked="enz."),
        bad("auto's, bestelwagens, ...", "nl", marked="..."),
    ),
    check=check,
)
