"""A plural or another spelling of the term is no second name.

Fix: make it a hidden designation, so that search finds it.
"""

import unicodedata
from collections.abc import Iterable

from rules import labels, tokens
from rules.entry import Designation
from rules.kit import Confidence, DesignationKind, RuleScope, Severity
from rules.marks import Hit
from rules.reading import Reading
from rules.rule import Rule, bad, good
from rules.signs import Fact


def check(reading: Reading) -> Iterable[Hit]:
    """A hit on every admitted label that differs from the term in number, hyphens, spacing or accents alone."""
    term = reading.entry.term
    for item in labels.of_kind(reading.entry, DesignationKind.ADMITTED):
        is_same = labels.folded(item.text) == labels.folded(term)  # TRM-03's
        if not is_same and (_bare(item.text) == _bare(term) or _is_form(reading, item.text)):
            yield Hit(about="designations", anchor=item.text, arguments={"label": item.text, "term": term})


def _bare(label: str) -> str:
    letters = unicodedata.normalize("NFKD", label.casefold())
    return "".join(letter for letter in letters if letter.isalnum())


def _is_form(reading: Reading, label: str) -> bool:
    words, own = tokens.words(label), reading.term_words
    if not words or len(words) != len(own):
        return False
    language = reading.language
    return all(
        tokens.key(word.folded, language) == tokens.key(other.folded, language)
        for word, other in zip(words, own, strict=True)
    )


RULE = Rule(
    code="TRM-15",
    name="Variant as a synonym",
    question="Is every admitted label another name rather than another form of the term?",
    rationale="Lists of synonyms fill up with forms, and a reader looks for a difference that is not there.",
    severity=Severity.INFO,
    confidence=Confidence.LIKELY,
    scope=RuleScope.ENTRY,
    references=("NL-SBB alternatieve term",),
    judges_blank=True,
    waits_for=(Fact.DESIGNATIONS,),
    examples=(
        good("contract on a dwelling", "en", term="lease", designations=(Designation("tenancy"),)),
        bad("contract on a dwelling", "en", term="lease", designations=(Designation("leases"),), marked=None),
        good("adres voor berichten", "nl", term="e-mailadres", designations=(Designation("mailadres"),)),
        bad("adres voor berichten", "nl", term="e-mailadres", designations=(Designation("emailadres"),), marked=None),
    ),
    check=check,
)
