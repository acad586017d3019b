"""A phrase that can replace the term carries no full stop.

Fix: drop the full stop.
"""

from collections.abc import Iterable

from rules.kit import Confidence, RuleScope, Severity, Style
from rules.marks import Hit, Span, TextEdit
from rules.reading import Reading
from rules.rule import Rule, bad, good
from rules.signs import Fact


def check(reading: Reading) -> Iterable[Hit]:
    """One hit on a full stop at the end of a single phrase."""
    body = reading.body
    if len(reading.sentences) == 1 and reading.text[body.end - 1 : body.end] == "." and not _belongs_to_word(reading):
        stop = Span(body.end - 1, body.end)
        yield Hit(span=stop, fix=TextEdit(stop, ""))


def _belongs_to_word(reading: Reading) -> bool:
    last = reading.text[: reading.body.end - 1].rpartition(" ")[2].casefold()
    return "." in last or last in reading.words_of("abbreviations")


RULE = Rule(
    code="FRM-13",
    name="End stop",
    question="Does the phrase end without a full stop?",
    rationale="Standards print definitions without one, so that the phrase can stand inside a sentence.",
    severity=Severity.INFO,
    confidence=Confidence.CERTAIN,
    scope=RuleScope.TEXT,
    references=("ISO/IEC Directives Part 2",),
    locales=("en", "nl"),
    styles=(Style.PHRASE,),
    has_fix=True,
    waits_for=(Fact.ENDED,),
    examples=(
        good("vehicle with two wheels, a bell, etc.", "en"),
        bad("vehicle with two wheels.", "en", marked="."),
        good("voertuig met twee wielen e.d.", "nl"),
        bad("voertuig met twee wielen.", "nl", marked="."),
    ),
    check=check,
)
