"""A term in the plural names a heap; the entry defines the thing.

Fix: use the singular; keep the plural as a hidden designation.
"""

from collections.abc import Iterable

from rules import plurals
from rules.kit import Confidence, RuleScope, Severity
from rules.marks import Hit
from rules.reading import Reading
from rules.rule import Rule, bad, good


def check(reading: Reading) -> Iterable[Hit]:
    """One hit when the last word of the term is a plural whose singular is known and in use."""
    for word in reading.term_words[-1:]:
        singular = plurals.singular(word, reading.language)
        if singular is not None:
            yield Hit(about="term", anchor="", arguments={"plural": word.text, "singular": singular})


RULE = Rule(
    code="TRM-08",
    name="Plural term",
    question="Does the term stand in the singular?",
    rationale="Singular terms can be found, linked and compared; plural-only words are exempt.",
    severity=Severity.INFO,
    confidence=Confidence.HINT,
    scope=RuleScope.ENTRY,
    references=("ASTRA VER-01", "ISO/IEC 11179-4 R1", "ISO 704 designations"),
    locales=("en", "nl"),
    judges_blank=True,
    examples=(
        good("contract on a dwelling", "en", term="residential lease"),
        bad("contract on a dwelling", "en", term="residential leases", marked=None),
        good("overeenkomst over een woning", "nl", term="huurovereenkomst"),
        bad("persoon die een woning huurt", "nl", term="huurders", marked=None),
    ),
    check=check,
)
