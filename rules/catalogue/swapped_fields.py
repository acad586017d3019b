"""A term of a line and a text of a word have changed places.

Fix: swap the two.
"""

from collections.abc import Iterable

from rules.kit import Confidence, RuleScope, Severity
from rules.marks import Hit
from rules.reading import Reading
from rules.rule import Rule, bad, good

LONG_TERM = 6  # words
SHORT_TEXT = 3  # words


def check(reading: Reading) -> Iterable[Hit]:
    """One hit when the term has at least six words and the text at most three."""
    if len(reading.term_words) >= LONG_TERM and 0 < len(reading.words) <= SHORT_TEXT:
        yield Hit(about="term", anchor="", arguments={"term": reading.entry.term})


RULE = Rule(
    code="ENT-19",
    name="Term and text swapped",
    question="Does the term stand in the field of the term, and the text in that of the text?",
    rationale="Tables lose their columns on the way; nobody finds an entry under its definition.",
    severity=Severity.INFO,
    confidence=Confidence.LIKELY,
    scope=RuleScope.ENTRY,
    references=("OOPS P20",),
    revision=2,
    examples=(
        good("tax on goods", "en", term="value added tax"),
        bad("tenant", "en", term="person who rents a dwelling from its owner", marked=None),
        good("heffing op goederen", "nl", term="belasting over de toegevoegde waarde"),
        bad("huurder", "nl", term="persoon die een woning van de eigenaar huurt", marked=None),
    ),
    check=check,
)
