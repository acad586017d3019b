"""Characters nobody sees break search, comparison and copying.

Fix: remove them; the fix does so.
"""

from collections.abc import Iterable

from rules import characters
from rules.kit import Confidence, RuleScope, Severity
from rules.marks import Hit, Span, TextEdit
from rules.reading import Reading
from rules.rule import Rule, bad, good
from rules.signs import Fact


def check(reading: Reading) -> Iterable[Hit]:
    """A hit on every run of control and format characters; a tab alone is mild."""
    for match in characters.INVISIBLE.finditer(reading.text):
        run = match[0]
        if not characters.is_joiner(reading.text, match.start()):
            span = Span(match.start(), match.end())
            fix = TextEdit(span, " " if "\t" in run else "")
            yield Hit(span=span, arguments={"characters": characters.names(run)}, fix=fix, is_mild=not run.strip("\t"))


RULE = Rule(
    code="FRM-18",
    name="Invisible character",
    question="Is every character of the text visible?",
    rationale="A soft hyphen or zero-width space makes two equal texts differ, and nobody can see why.",
    severity=Severity.ERROR,
    confidence=Confidence.CERTAIN,
    scope=RuleScope.TEXT,
    references=("qSKOS ucil",),
    has_fix=True,
    waits_for=(Fact.UNPRINTABLE,),
    examples=(
        good("vehicle with\ntwo wheels", "en", note="a line break is fine"),
        bad("vehi\u00adcle with two wheels", "en", marked="\u00ad", note="soft hyphen"),
        good("voertuig met twee wielen", "nl"),
        bad("\ufeffvoertuig met twee wielen", "nl", marked="\ufeff", note="byte order mark"),
    ),
    check=check,
)
