"""Only a reader knows whether a thing that is named with `the` is known.

Fix: write `a`, or say which one.
"""

from collections.abc import Iterable

from rules import questions
from rules.kit import Confidence, RuleScope, Severity
from rules.marks import Hit
from rules.reading import Reading
from rules.rule import Rule, bad, good


def check(reading: Reading) -> Iterable[Hit]:
    """The question at every listed thing with a definite article, unless what follows says which one."""
    says = reading.words_of("narrowings")
    for span in reading.find("definite_things"):
        following = next((word.folded for word in reading.words if word.start >= span.end), "")
        if following not in says:
            yield questions.asked(reading, span, phrase=span.of(reading.text))


RULE = Rule(
    code="ASK-05",
    name="Definite article",
    question="Is it clear which one the text means?",
    rationale="An institution or measure with `the` is one that the reader is taken to know already.",
    severity=Severity.INFO,
    confidence=Confidence.HINT,
    scope=RuleScope.TEXT,
    references=("ASTRA INT-04",),
    locales=("en", "nl"),
    lexicons=("definite_things",),
    needs_phrase=True,
    is_opt_in=True,
    examples=(
        good(
            "report that the supervisor of a market makes", "en", term="inspection report", note="it is said which one"
        ),
        bad("report that the supervisor makes", "en", term="inspection report", marked="the supervisor"),
        good("verslag dat de toezichthouder van een markt maakt", "nl", term="inspectierapport"),
        bad("verslag dat de toezichthouder maakt", "nl", term="inspectierapport", marked="de toezichthouder"),
    ),
    check=check,
)
