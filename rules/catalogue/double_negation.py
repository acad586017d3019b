"""Two negations make the reader count.

Fix: say it positively.
"""

import re
from collections.abc import Iterable

from rules import tokens
from rules.kit import Confidence, RuleScope, Severity
from rules.marks import Hit, Span
from rules.reading import Reading
from rules.rule import Rule, bad, good

NEGATIONS = frozenset({"not", "never", "niet", "nooit"})
PREFIXES = {"en": "un", "nl": "on"}
FOREIGN = (
    "in",
    "im",
    "ir",
    "il",
)  # prefixes of many words that deny nothing, so that the ending must be of an adjective
ADJECTIVE = re.compile(r"\w+(?:ent|ently|ant|able|ible|ably|ibly|ally?|ive|ous|ate|plete|ect|eet|ief|aal|eel|bel|air)")
JOINT = re.compile(r" (?:and|or|en|of) |,", re.IGNORECASE)  # what parts two clauses
CLAUSE = re.compile(r"[\w\s]*+")
SHORTEST = 5  # letters of what is denied: *un-able*, not *un-der*


def check(reading: Reading) -> Iterable[Hit]:
    """A hit on every negation that negates another one."""
    found = [span for span in reading.find("double_negations") if JOINT.search(span.of(reading.text)) is None]
    for span in (*found, *_denied(reading)):
        if span in found or not any(span.start < other.end and other.start < span.end for other in found):
            yield Hit(span=span, arguments={"phrase": span.of(reading.text)})


def _denied(reading: Reading) -> Iterable[Span]:
    """Where a negation stands before a word that denies, at most one word between: *not (an) unreasonable*, *niet onredelijk*."""
    words, prefix = reading.all_body_words, PREFIXES[reading.language]
    for at, word in enumerate(words):
        for other in words[at + 1 : at + 3] if word.folded in NEGATIONS else ():
            rest = _affirmed(other.folded, prefix)
            is_clause = CLAUSE.fullmatch(reading.text, word.end, other.start) is not None
            if is_clause and len(rest) >= SHORTEST and rest != other.folded and tokens.is_plain(rest, reading.language):
                yield Span(word.start, other.end)


def _affirmed(word: str, prefix: str) -> str:
    """The word without what denies it, or as it is."""
    if word.startswith(prefix):
        return word.removeprefix(prefix)
    return word[2:] if word.startswith(FOREIGN) and ADJECTIVE.fullmatch(word) else word


RULE = Rule(
    code="CNT-07",
    name="Double negation",
    question="Is the text free of negated negations?",
    rationale="'Not without consent' takes longer to read than 'with consent', and is misread more often.",
    severity=Severity.WARNING,
    confidence=Confidence.LIKELY,
    scope=RuleScope.TEXT,
    references=("ASTRA STR-07",),
    locales=("en", "nl"),
    lexicons=("double_negations",),
    needs_phrase=True,
    waits_for=("not", "never", "niet", "nooit"),
    revision=4,
    examples=(
        good("use of a dwelling with consent of the owner", "en"),
        bad("use of a dwelling not without consent of the owner", "en", marked="not without"),
        good("gebruik met toestemming van de eigenaar", "nl"),
        bad("gebruik niet zonder toestemming van de eigenaar", "nl", marked="niet zonder"),
    ),
    check=check,
)
