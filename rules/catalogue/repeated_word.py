"""The same word twice in a row is nearly always a slip.

Fix: remove one of the two; the fix does so.
"""

import operator
from collections.abc import Iterable
from itertools import pairwise

from rules.kit import Confidence, RuleScope, Severity
from rules.marks import Hit, Span, TextEdit
from rules.reading import Reading
from rules.rule import Rule, bad, good
from rules.signs import Fact


def check(reading: Reading) -> Iterable[Hit]:
    """A hit on the second of two equal words with only white space between them."""
    if len(reading.vocabulary) == len(reading.words):
        return
    folded = [word.folded for word in reading.words]
    if not any(map(operator.eq, folded, folded[1:])):
        return
    rightly = reading.words_of("doubled_words")
    for first, second in pairwise(reading.words):
        between = reading.text[first.end : second.start]
        if (
            first.folded == second.folded
            and between.isspace()
            and first.folded.isalpha()
            and first.folded not in rightly
        ):
            fix = TextEdit(Span(first.end, second.end), "")
            yield Hit(span=second.span, arguments={"word": second.text}, fix=fix)


RULE = Rule(
    code="FRM-23",
    name="Repeated word",
    question="Is every word meant to stand there?",
    rationale="A doubled word tells the reader that nobody read the text again.",
    severity=Severity.INFO,
    confidence=Confidence.LIKELY,
    scope=RuleScope.TEXT,
    references=(),
    locales=("en", "nl"),
    has_fix=True,
    waits_for=(Fact.REPETITION,),
    examples=(
        good("claim that that person makes", "en"),
        bad("owner of the the dwelling", "en", marked="the"),
        good("persoon die die woning huurt", "nl"),
        bad("eigenaar van de de woning", "nl", marked="de"),
    ),
    check=check,
)
