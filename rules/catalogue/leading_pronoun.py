"""A pronoun points back, and before the first word there is nothing to point at.

Fix: name the kind of thing.
"""

from collections.abc import Iterable

from rules import expansions
from rules.kit import Confidence, RuleScope, Severity
from rules.marks import Hit
from rules.reading import Reading
from rules.rule import Rule, bad, good


def check(reading: Reading) -> Iterable[Hit]:
    """One hit on a pronoun that opens the definition proper."""
    word = reading.opening("leading_pronouns", reading.body.start)
    if word is not None and word.of(reading.text) != "IT" and not expansions.is_expansion(reading):
        yield Hit(span=word, arguments={"word": word.of(reading.text)})


RULE = Rule(
    code="FRM-12",
    name="Leading pronoun",
    question="Does the text start with a kind of thing rather than with a pronoun?",
    rationale="A definition stands alone; a pronoun at its start leans on a text that is not there.",
    severity=Severity.WARNING,
    confidence=Confidence.LIKELY,
    scope=RuleScope.TEXT,
    references=("ISO/IEC 11179-4 A4", "ASTRA INT-03", "ASTRA STR-01"),
    locales=("en", "nl"),
    lexicons=("leading_pronouns",),
    needs_phrase=True,
    revision=3,
    examples=(
        good("set of measures against flooding", "en", term="flood defence"),
        bad("this protects people against flooding", "en", term="flood defence", marked="this"),
        good("geheel van maatregelen tegen overstroming", "nl", term="waterkering"),
        bad("dit beschermt mensen tegen overstroming", "nl", term="waterkering", marked="dit"),
    ),
    check=check,
)
