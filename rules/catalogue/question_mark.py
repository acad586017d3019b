"""A definition states; it does not ask or call.

Fix: state what the concept is.
"""

import re
from collections.abc import Iterable

from rules.kit import Confidence, RuleScope, Severity
from rules.marks import Hit, Span
from rules.reading import Reading
from rules.rule import Rule, bad, good

MARK = re.compile(r"(?<=\w\w)[?!]")


def check(reading: Reading) -> Iterable[Hit]:
    """A hit on every question or exclamation mark after a word; the factorial n! is one letter."""
    for match in MARK.finditer(reading.text):
        yield Hit(span=Span(match.start(), match.end()), arguments={"mark": match[0]})


RULE = Rule(
    code="FRM-26",
    name="Question or exclamation",
    question="Is the text a statement?",
    rationale="A question or call belongs in the explanation.",
    severity=Severity.INFO,
    confidence=Confidence.CERTAIN,
    scope=RuleScope.TEXT,
    references=(),
    waits_for=("?", "!"),
    examples=(
        good("product n! of the whole numbers up to n", "en"),
        bad("vehicle with two wheels!", "en", marked="!"),
        good("voertuig met twee wielen", "nl"),
        bad("wat is een voertuig met twee wielen?", "nl", marked="?"),
    ),
    check=check,
)
