"""A definition tells what the thing is, not how the word is used.

Fix: start with the kind of thing instead of `term for`.
"""

from collections.abc import Iterable

from rules.kit import Confidence, RuleScope, Severity
from rules.marks import Hit, Span
from rules.reading import Reading
from rules.rule import Rule, bad, good


def check(reading: Reading) -> Iterable[Hit]:
    """One hit on `term for` and its like at the start, unless the concept itself is a name or word."""
    phrase = reading.opening("talk_about_word", reading.first_letter)
    if phrase is not None and not _is_about_names(reading, phrase):
        yield Hit(span=phrase, arguments={"phrase": phrase.of(reading.text)})


def _is_about_names(reading: Reading, phrase: Span) -> bool:
    head = phrase.of(reading.text).split()[0].casefold()
    return any(label.casefold().endswith(head) for label in reading.entry.labels)


RULE = Rule(
    code="FRM-10",
    name="Talk about the word",
    question="Does the text define the thing rather than describe the word?",
    rationale="'Term for a tax' defines a term; the entry is about the tax.",
    severity=Severity.WARNING,
    confidence=Confidence.LIKELY,
    scope=RuleScope.TEXT,
    references=("ISO 704",),
    locales=("en", "nl"),
    lexicons=("talk_about_word",),
    needs_phrase=True,
    revision=2,
    examples=(
        good("tax on the ownership of land", "en", term="land tax"),
        bad("term for a tax on land", "en", term="land tax", marked="term for"),
        good("naam voor een onderneming in het handelsregister", "nl", term="handelsnaam"),
        bad("verzamelnaam voor belastingen op grond", "nl", term="grondbelasting", marked="verzamelnaam voor"),
    ),
    check=check,
)
