"""One word with its article names a kind; it sets nothing apart from its neighbours.

Fix: add what distinguishes it from other things of its kind.
"""

import re
from collections.abc import Iterable

from rules import circles, standins
from rules.kit import Confidence, RuleScope, Severity
from rules.marks import Hit
from rules.reading import Reading
from rules.rule import Parameter, Rule, bad, good

KIND_AND_MARK = 2  # words
PAIRS = {
    "en": re.compile(r"(?:an? |the )?[\w-]{2,40}(?: or |, |; |/)(?:an? |the )?[\w-]{2,40}\.?", re.IGNORECASE),
    "nl": re.compile(r"(?:een |het |de )?[\w-]{2,40}(?: of |, |; |/)(?:een |het |de )?[\w-]{2,40}\.?", re.IGNORECASE),
}


def check(reading: Reading) -> Iterable[Hit]:
    """One hit when the definition proper has fewer words than asked; a mere label or single word is FRM-03's.

    Mild when it is one word short and may still hold a kind and a mark, as *young sheep* does for *lamb*. Two words for a name,
    *garter snakes* for *Thamnophis*, are another name.
    """
    if standins.is_standin(reading):
        return
    words, limit = reading.all_body_words, reading.limit("FRM-02", "min_words")
    if 1 < len(words) < limit and not reading.repeats_label:
        is_mild = len(words) == limit - 1 and _may_suffice(reading)
        yield Hit(span=reading.body, anchor="", arguments={"count": str(len(words))}, is_mild=is_mild)
    elif len(words) >= limit and _is_pair(reading):
        yield Hit(span=reading.body, anchor="", arguments={"count": str(len(words))}, is_mild=True)


def _is_pair(reading: Reading) -> bool:
    pair = PAIRS.get(reading.language)
    return pair is not None and pair.fullmatch(reading.text, reading.body.start, reading.body.end) is not None


def _may_suffice(reading: Reading) -> bool:
    # Where texts start with a capital, terms do as well, and a capital says nothing.
    is_sign = reading.text[reading.body.start].islower()
    is_named = is_sign and any(circles.is_name(word.text, reading.language) for word in reading.term_words)
    return len(reading.content_words) >= KIND_AND_MARK and not is_named


RULE = Rule(
    code="FRM-02",
    name="Too short",
    question="Does the text say more than what kind of thing it is?",
    rationale="A definition needs a kind and at least one mark that sets the concept apart; one word cannot hold both.",
    severity=Severity.WARNING,
    confidence=Confidence.LIKELY,
    scope=RuleScope.TEXT,
    references=(
        "ISO 704 intensional definition",
        "ISO/IEC 11179-4 R3",
        "ASTRA VAL-LEN-001",
        "ASTRA ESS-CONT-001",
        "ASTRA STR-04",
        "ASTRA STR-FORM-001",
    ),
    parameters=(Parameter("min_words", 3, 2, 20),),
    revision=2,
    examples=(
        good("tool for measuring length", "en", term="ruler"),
        bad("a tool", "en", term="ruler", marked="a tool"),
        bad("objection or complaint", "en", term="appeal", marked="objection or complaint"),
        good("hulpmiddel waarmee een grootheid wordt gemeten", "nl", term="meetinstrument"),
        bad("klacht of beroep", "nl", term="bezwaar", marked="klacht of beroep"),
        bad("een hulpmiddel", "nl", term="meetinstrument", marked="een hulpmiddel"),
    ),
    check=check,
)
