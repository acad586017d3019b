"""`And/or` leaves the reader to choose between two definitions.

Fix: choose one, or write `…, or both`.
"""

import re
from collections.abc import Iterable

from rules.kit import Confidence, RuleScope, Severity
from rules.marks import Hit, Span
from rules.reading import Reading
from rules.rule import Rule, bad, good

# Words of three letters at least: units and numbers, km/h and 24/7, mean something else.
PAIR = re.compile(r"(?<![\w/.:-])[^\W\d_]{3,40}/[^\W\d_]{3,40}(?![\w/])")


def check(reading: Reading) -> Iterable[Hit]:
    """A hit on every and/or, and a mild one on every pair of words that share a slash."""
    found = reading.find("and_or")
    for span in found:
        yield Hit(span=span, arguments={"phrase": span.of(reading.text)})
    for match in PAIR.finditer(reading.text, reading.body.start):
        if match[0].casefold() not in reading.words_of("fixed_slashes"):
            yield Hit(span=Span(match.start(), match.end()), arguments={"phrase": match[0]}, is_mild=True)


RULE = Rule(
    code="FRM-16",
    name="And/or",
    question="Is it clear whether all or only some of the parts must hold?",
    rationale="Readers settle and/or differently, and so do courts.",
    severity=Severity.WARNING,
    confidence=Confidence.CERTAIN,
    scope=RuleScope.TEXT,
    references=("ASTRA STR-08", "ASTRA STR-09"),
    locales=("en", "nl"),
    lexicons=("and_or",),
    needs_phrase=True,
    waits_for=("/",),
    revision=2,
    examples=(
        good("fine, order, or both", "en"),
        bad("fine and/or order", "en", marked="and/or"),
        good("device for input/output of a computer", "en", note="a pair that belongs together"),
        bad("owner/occupier of a dwelling", "en", marked="owner/occupier"),
        good("boete of last, of beide", "nl"),
        bad("eigenaar/bewoner van een woning", "nl", marked="eigenaar/bewoner"),
        bad("boete en/of last", "nl", marked="en/of"),
    ),
    check=check,
)
