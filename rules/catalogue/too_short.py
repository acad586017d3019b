"""Two words name a thing; they do not set it apart from its neighbours.

Fix: add what distinguishes it from other things of its kind.
"""

from collections.abc import Iterable

from rules.kit import Confidence, RuleScope, Severity
from rules.marks import Hit
from rules.reading import Reading
from rules.rule import Parameter, Rule, bad, good


def check(reading: Reading) -> Iterable[Hit]:
    """One hit when the definition proper has fewer words than asked; a mere label or single word is FRM-03's."""
    words = reading.all_body_words
    if 1 < len(words) < reading.limit("FRM-02", "min_words") and not reading.repeats_label:
        yield Hit(span=reading.body, anchor="", arguments={"count": str(len(words))})


RULE = Rule(
    code="FRM-02",
    name="Too short",
    question="Does the text say more than what kind of thing it is?",
    rationale="A definition needs a kind and at least one mark that sets the concept apart; two words cannot hold both.",
    severity=Severity.WARNING,
    confidence=Confidence.LIKELY,
    scope=RuleScope.TEXT,
    references=("ISO 704 intensional definition", "ISO/IEC 11179-4 R3"),
    parameters=(Parameter("min_words", 3, 2, 20),),
    examples=(
        good("tool for measuring length", "en", term="ruler"),
        bad("a tool", "en", term="ruler", marked="a tool"),
        good("hulpmiddel waarmee een grootheid wordt gemeten", "nl", term="meetinstrument"),
        bad("een hulpmiddel", "nl", term="meetinstrument", marked="een hulpmiddel"),
    ),
    check=check,
)
