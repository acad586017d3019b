"""One word with its article names a kind; it sets nothing apart from its neighbours.

Fix: add what distinguishes it from other things of its kind.
"""

from collections.abc import Iterable

from rules import circles
from rules.kit import Confidence, RuleScope, Severity
from rules.marks import Hit
from rules.reading import Reading
from rules.rule import Parameter, Rule, bad, good

KIND_AND_MARK = 2  # words


def check(reading: Reading) -> Iterable[Hit]:
    """One hit when the definition proper has fewer words than asked; a mere label or single word is FRM-03's.

    Mild when it is one word short and may still hold a kind and a mark, as *young sheep* does for *lamb*. Two words for a name,
    *garter snakes* for *Thamnophis*, are another name.
    """
    words, limit = reading.all_body_words, reading.limit("FRM-02", "min_words")
    if 1 < len(words) < limit and not reading.repeats_label:
        is_mild = len(words) == limit - 1 and _may_suffice(reading)
        yield Hit(span=reading.body, anchor="", arguments={"count": str(len(words))}, is_mild=is_mild)


def _may_suffice(reading: Reading) -> bool:
    is_named = any(circles.is_name(word.text, reading.language) for word in reading.term_words)
    return len(reading.content_words) >= KIND_AND_MARK and not is_named


RULE = Rule(
    code="FRM-02",
    name="Too short",
    question="Does the text say more than what kind of thing it is?",
    rationale="A definition needs a kind and at least one mark that sets the concept apart; one word cannot hold both.",
    severity=Severity.WARNING,
    confidence=Confidence.LIKELY,
    scope=RuleScope.TEXT,
    references=("ISO 704 intensional definition", "ISO/IEC 11179-4 R3"),
    parameters=(Parameter("min_words", 3, 2, 20),),
    revision=2,
    examples=(
        good("tool for measuring length", "en", term="ruler"),
        bad("a tool", "en", term="ruler", marked="a tool"),
        good("hulpmiddel waarmee een grootheid wordt gemeten", "nl", term="meetinstrument"),
        bad("een hulpmiddel", "nl", term="meetinstrument", marked="een hulpmiddel"),
    ),
    check=check,
)
