"""A definition speaks of the thing, not to its reader.

Fix: write who or what acts, or use the passive.
"""

import re
from collections.abc import Iterable

from rules.kit import Confidence, RuleScope, Severity
from rules.marks import Hit, Span
from rules.reading import Reading
from rules.rule import Rule, bad, good

# A sentence or clause that tells the reader what to do.
COMMANDS = {
    "en": re.compile(
        r"(?<=; )(?:(?:never|always|do not|don't) [a-z]+|(?:ensure|avoid|beware|remember|contact|check|ask) (?=\w))"
    ),
    "nl": re.compile(r"(?<=; )(?:doe|gebruik|vermeld|bel|vul|lees|raadpleeg|controleer|neem|meld|vraag|denk) (?=\w)"),
}


def check(reading: Reading) -> Iterable[Hit]:
    """A hit on every word that addresses the reader; not on the symbol U or the hour in km/u."""
    for span in reading.find("second_person"):
        word = span.of(reading.text)
        beside = reading.text[max(0, span.start - 1) : span.start] + reading.text[span.end : span.end + 1]
        if not set(beside) & set("/-²³") and not (word == "U" and span.start > reading.body.start):
            yield Hit(span=span, arguments={"word": word})
    for match in COMMANDS[reading.language].finditer(reading.text, reading.body.start):
        yield Hit(span=Span(*match.span()), arguments={"word": match[0]})


RULE = Rule(
    code="FRM-25",
    name="Second person",
    question="Does the text speak about the concept rather than to the reader?",
    rationale="'Something you rent' defines only for whoever reads it.",
    severity=Severity.INFO,
    confidence=Confidence.LIKELY,
    scope=RuleScope.TEXT,
    references=("ISO 704",),
    locales=("en", "nl"),
    lexicons=("second_person",),
    needs_phrase=True,
    waits_for=(";",),
    revision=2,
    examples=(
        good("amount that a tenant pays each month", "en", term="rent"),
        bad("amount that you pay each month", "en", term="rent", marked="you"),
        good("snelheid van 30 km/u binnen de kom", "nl", term="maximumsnelheid"),
        bad("bedrag dat je elke maand betaalt", "nl", term="huurprijs", marked="je"),
    ),
    check=check,
)
