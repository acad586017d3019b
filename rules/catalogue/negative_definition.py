"""What a thing is not leaves open everything else that it may be.

Fix: say what it is; name an exclusion after that.
"""

from collections.abc import Iterable

from rules import tokens
from rules.kit import Confidence, RuleScope, Severity
from rules.marks import Hit, Span
from rules.reading import Reading
from rules.rule import Rule, bad, good

KIND = 5  # words in which the kind is named and the first mark begins
SIGHT = 4  # words from the start of the mark in which it is negated
SHORT_PREFIX = 3  # letters
SHORT = 14  # words; a longer text has other marks as well


def check(reading: Reading) -> Iterable[Hit]:
    """One hit on a negation that opens the definition proper, mild for a mere absence; none when the term is negative.

    Mild too when all that sets the kind apart is a negation: *worker who is not an employee*.
    """
    if _is_negative(reading):
        return
    negation = reading.opening("negations", reading.first_letter)
    absence = negation or reading.opening("absences", reading.first_letter) or _only_mark(reading)
    if absence is not None:
        yield Hit(span=absence, arguments={"word": absence.of(reading.text)}, is_mild=negation is None)


def _only_mark(reading: Reading) -> Span | None:
    """The negation that is the first mark after the kind, in a text without another clause or comma after it."""
    words = reading.body_words
    opening = next(
        (at for at, word in enumerate(words[:KIND]) if word.folded in reading.words_of("mark_openings")), None
    )
    if opening is None or len(words) > SHORT or "," in reading.text[words[0].start :]:
        return None
    negators = reading.words_of("negators")
    found = next((word for word in words[opening : opening + SIGHT] if word.folded in negators), None)
    return None if found is None else found.span


def _is_negative(reading: Reading) -> bool:
    starts, ends = reading.words_of("negative_prefixes"), tuple(reading.words_of("negative_suffixes"))
    return any(
        word.folded.endswith(ends) or any(_denies(word.folded, start, reading.language) for start in starts)
        for word in reading.term_words
    )


def _denies(word: str, start: str, language: str) -> bool:
    """Whether the word starts so, and, after a short start, is a known word without it: *invalid*, not *investor*."""
    rest = word.removeprefix(start)
    return rest != word and (
        len(start) > SHORT_PREFIX or not rest or not rest[0].isalpha() or tokens.is_plain(rest, language)
    )


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
    waits_for_lists=("negators",),
    revision=2,
    examples=(
        good("land of a farmer, not being a garden", "en", term="field", note="an exclusion after another mark"),
        bad("worker who is not an employee", "en", term="freelancer", marked="not"),
        good("person who uses a dwelling against payment", "en", term="renter"),
        bad("not an owner of the dwelling", "en", term="renter", marked="not an"),
        bad("situatie waarin geen van beide zijden een meerderheid heeft", "nl", term="patstelling", marked="geen"),
        good("not open to the public", "en", term="non-public"),
        good("woning van een ander, die geen eigendom is van de bewoner", "nl", term="huurwoning"),
        bad("geen eigenaar van de woning", "nl", term="huurder", marked="geen"),
        good("niet bewoond door een huurder", "nl", term="onbewoond"),
    ),
    check=check,
)
