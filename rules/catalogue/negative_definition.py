"""What a thing is not leaves open everything else that it may be.

Fix: say what it is; name an exclusion after that.
"""

from collections.abc import Iterable

from rules import negations
from rules.kit import Confidence, RuleScope, Severity
from rules.marks import Hit
from rules.reading import Reading
from rules.rule import Rule, bad, good


def check(reading: Reading) -> Iterable[Hit]:
    """One hit on a negation that opens the definition proper, mild for a mere absence; none when the term is negative.

    Mild too when all that sets the kind apart is a negation: *worker who is not an employee*.
    """
    found = negations.defining(reading)
    if found is not None:
        word, is_mild = found
        yield Hit(span=word, arguments={"word": word.of(reading.text)}, is_mild=is_mild)


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
    waits_for=("other", "apart", "save", "but", "anders", "uitgezonderd", "uitzondering"),
    waits_for_lists=("negators",),
    revision=4,
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
