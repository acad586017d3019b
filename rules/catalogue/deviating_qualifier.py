"""Only a reader knows whether a qualified term still means its head.

Fix: choose another term, or define it as a kind of its head.
"""

from collections.abc import Iterable

from rules import questions, tokens
from rules.kit import Confidence, RuleScope, Severity
from rules.marks import Hit
from rules.reading import Reading
from rules.rule import Rule, bad, good


def check(reading: Reading) -> Iterable[Hit]:
    """The question on a term of several words when the text never names its last word."""
    head = reading.term_words[-1:] if len(reading.term_words) > 1 else ()
    keys = {tokens.key(word.folded, reading.language) for word in reading.defining_words}
    if any(tokens.key(word.folded, reading.language) not in keys for word in head):
        yield questions.asked(reading)


RULE = Rule(
    code="ASK-07",
    name="Qualified term",
    question="Does the qualified term keep the accepted meaning of its head?",
    rationale="An external adviser who is no adviser misleads everybody who knows the head.",
    severity=Severity.INFO,
    confidence=Confidence.HINT,
    scope=RuleScope.TEXT,
    references=("ASTRA SAM-01",),
    locales=("en", "nl"),
    is_opt_in=True,
    examples=(
        good(
            "adviser who works for another employer than the client",
            "en",
            term="external adviser",
            note="the text names the head",
        ),
        bad("software that gives advice to a user", "en", term="external adviser", marked=None),
        good("adviseur die voor een andere werkgever werkt", "nl", term="externe adviseur"),
        bad("software die een gebruiker raad geeft", "nl", term="externe adviseur", marked=None),
    ),
    check=check,
)
