"""A reminder to write a text is not a text.

Fix: write the definition.
"""

from collections.abc import Iterable

from rules import standins
from rules.kit import Confidence, RuleScope, Severity
from rules.marks import Hit, Span
from rules.reading import Reading
from rules.rule import Rule, bad, good

FEW = 8  # words: in a longer text a reminder may be what the text speaks of


def check(reading: Reading) -> Iterable[Hit]:
    """One hit when the whole text is a placeholder or has no word at all, and on every TODO inside."""
    if standins.is_placeholder(reading):
        yield Hit(span=reading.body, anchor="", arguments={"placeholder": reading.body.of(reading.text)})
    elif not reading.text.islower() or "lorem" in reading.text:
        is_short = len(reading.all_body_words) <= FEW
        for match in standins.REMINDER.finditer(reading.text):
            if not is_short and reading.text[match.start() - 1 : match.start()] not in {"[", "(", "<"}:
                continue
            yield Hit(span=Span(match.start(), match.end()), arguments={"placeholder": match[0]})


RULE = Rule(
    code="FRM-20",
    name="Placeholder",
    question="Is the text a definition rather than a reminder to write one?",
    rationale="A placeholder passes for a definition in every count.",
    severity=Severity.ERROR,
    confidence=Confidence.CERTAIN,
    scope=RuleScope.TEXT,
    references=(),
    lexicons=("placeholders",),
    weight=5.0,
    revision=4,
    examples=(
        good("price that is still to be determined by the parties", "en"),
        bad("To be determined.", "en", marked="To be determined."),
        bad("vehicle with two wheels TODO", "en", marked="TODO"),
        good("prijs die nog te bepalen is door partijen", "nl"),
        bad("nog in te vullen", "nl", marked="nog in te vullen"),
        bad("?", "nl", marked="?"),
    ),
    check=check,
)
