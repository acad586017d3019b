"""`When` and `where` open a situation, and a situation is not a kind of thing.

Fix: name the kind: an event, a state, a number, a place.
"""

from collections.abc import Iterable

from rules import expansions
from rules.kit import Confidence, RuleScope, Severity
from rules.marks import Hit
from rules.reading import Reading
from rules.rule import Rule, bad, good


def check(reading: Reading) -> Iterable[Hit]:
    """One hit on a conjunction or question word that opens the definition proper."""
    word = reading.opening("leading_conjunctions", reading.body.start)
    if word is not None and not expansions.is_expansion(reading):
        yield Hit(span=word, arguments={"word": word.of(reading.text)})


RULE = Rule(
    code="FRM-11",
    name="Leading conjunction",
    question="Does the text start with a kind of thing rather than with when, where or how?",
    rationale="A clause cannot replace a noun.",
    severity=Severity.WARNING,
    confidence=Confidence.LIKELY,
    scope=RuleScope.TEXT,
    references=("ISO 704 substitution", "ASTRA STR-01"),
    locales=("en", "nl"),
    lexicons=("leading_conjunctions",),
    needs_phrase=True,
    revision=2,
    examples=(
        good("number of times that something occurs in a period", "en", term="frequency"),
        bad("how often something occurs", "en", term="frequency", marked="how"),
        good("aantal keren dat iets voorkomt per periode", "nl", term="frequentie"),
        bad("hoe vaak iets voorkomt", "nl", term="frequentie", marked="hoe"),
    ),
    check=check,
)
