"""A synonym of the term closes the same circle with one more name.

Fix: describe the concept; the synonym is already a designation.
"""

from collections.abc import Iterable

from rules import tokens
from rules.entry import Designation
from rules.kit import Confidence, RuleScope, Severity
from rules.marks import Hit
from rules.occurrences import Occurrence
from rules.reading import Reading
from rules.rule import Rule, bad, good
from rules.signs import Fact


def check(reading: Reading) -> Iterable[Hit]:
    """A hit on every place where a further designation stands, apart from the term itself."""
    if reading.repeats_label:
        return
    own = [found.span for found in reading.own_term]
    for synonym in reading.synonyms:
        for found in reading.occurrences(synonym):
            if _is_other(reading, synonym, found):
                continue
            if not any(span.start < found.span.end and found.span.start < span.end for span in own):
                yield Hit(span=found.span, arguments={"synonym": synonym, "term": reading.entry.term})


def _is_other(reading: Reading, synonym: str, found: Occurrence) -> bool:
    """Whether a single word only qualifies another one, *aerial drone* for *aerial*, or is inflected, *drawn* for *draw*."""
    if len(tokens.words(synonym)) > 1:
        return False
    following = next((word for word in reading.words if word.start >= found.span.end), None)
    is_joined = following is not None and reading.text[found.span.end : following.start] in {" ", "-"}
    qualifies = is_joined and following is not None and following.folded not in reading.words_of("function_words")
    return not found.is_exact or qualifies


RULE = Rule(
    code="CNT-03",
    name="Own synonym",
    question="Does the definition do without the synonyms of its term?",
    rationale="Whoever does not know the term need not know its synonym.",
    severity=Severity.WARNING,
    confidence=Confidence.LIKELY,
    scope=RuleScope.TEXT,
    references=("ISO 704 circularity", "ASTRA SAM-06", "ASTRA STR-03"),
    locales=("en", "nl"),
    waits_for=(Fact.DESIGNATIONS,),
    revision=2,
    examples=(
        good(
            "contract by which a dwelling is let", "en", term="lease", designations=(Designation("tenancy agreement"),)
        ),
        bad(
            "written tenancy agreement with a landlord",
            "en",
            term="lease",
            designations=(Designation("tenancy agreement"),),
            marked="tenancy agreement",
        ),
        good(
            "persoon die een woning gebruikt tegen betaling",
            "nl",
            term="huurder",
            designations=(Designation("bewoner"),),
        ),
        bad(
            "natuurlijk persoon die bewoner is",
            "nl",
            term="huurder",
            designations=(Designation("bewoner"),),
            marked="bewoner",
        ),
    ),
    check=check,
)
