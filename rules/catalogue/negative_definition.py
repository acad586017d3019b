"""What a thing is not leaves open everything else that it may be.

Fix: say what it is; name an exclusion after that.
"""

from collections.abc import Iterable

from rules.kit import Confidence, RuleScope, Severity
from rules.marks import Hit
from rules.reading import Reading
from rules.rule import Rule, bad, good


def check(reading: Reading) -> Iterable[Hit]:
    """One hit on a negation that opens the definition proper, mild for a mere absence; none when the term is negative."""
    negation = reading.opening("negations", reading.first_letter)
    absence = negation or reading.opening("absences", reading.first_letter)
    if absence is not None and not _is_negative(reading):
        yield Hit(span=absence, arguments={"word": absence.of(reading.text)}, is_mild=negation is None)


def _is_negative(reading: Reading) -> bool:
    starts = tuple(reading.words_of("negative_prefixes"))
    ends = tuple(reading.words_of("negative_suffixes"))
    return any(word.folded.startswith(starts) or word.folded.endswith(ends) for word in reading.term_words)


RULE = Rule(
    code="CNT-05",
    name="Negative definition",
    question="Does the text say what the concept is rather than what it is not?",
    rationale="Only a concept whose absence is its essence is defined by negation.",
    severity=Severity.WARNING,
    confidence=Confidence.LIKELY,
    scope=RuleScope.TEXT,
    references=("ISO 704 affirmative", "ISO/IEC 11179-4 R2", "ASTRA INT-08"),
    locales=("en", "nl"),
    lexicons=("negations", "absences"),
    needs_phrase=True,
    examples=(
        good("person who uses a dwelling against payment", "en", term="renter"),
        bad("not an owner of the dwelling", "en", term="renter", marked="not an"),
        good("not open to the public", "en", term="non-public"),
        good("woning die geen eigendom is van de bewoner", "nl", term="huurwoning"),
        bad("geen eigenaar van de woning", "nl", term="huurder", marked="geen"),
        good("niet bewoond door een huurder", "nl", term="onbewoond"),
    ),
    check=check,
)
