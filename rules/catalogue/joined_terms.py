"""A term that joins two words with `and` often joins two concepts.

Fix: make an entry for each, or name what they share.
"""

import re
from collections.abc import Iterable

from rules import labels
from rules.kit import Confidence, RuleScope, Severity
from rules.marks import Hit
from rules.reading import Reading
from rules.rule import Rule, bad, good

JOINTS = {
    "en": re.compile(r"(?<=[^\W\d_])(?: (?:and|or|&) |, |(?<=[^\W\d_]{4})/(?=[^\W\d_]{4}))(?=[^\W\d_])"),
    "nl": re.compile(r"(?<=[^\W\d_])(?: (?:en|of|&) |, |(?<=[^\W\d_]{4})/(?=[^\W\d_]{4}))(?=[^\W\d_])"),
}


def check(reading: Reading) -> Iterable[Hit]:
    """One hit on a term with a joint; not on a name, nor on a pair that belongs together."""
    term = reading.entry.term
    found = JOINTS[reading.language].search(term)
    is_name = any(word.text[0].isupper() for word in reading.term_words[1:])
    if found is not None and not is_name and labels.folded(term) not in reading.words_of("fixed_pairs"):
        yield Hit(about="term", anchor="", arguments={"term": term, "joint": found[0].strip()})


RULE = Rule(
    code="TRM-11",
    name="Two concepts in one term",
    question="Does the term name a single concept?",
    rationale="Two concepts in one entry cannot be defined, linked or changed apart.",
    severity=Severity.INFO,
    confidence=Confidence.HINT,
    scope=RuleScope.ENTRY,
    references=("OOPS P07",),
    locales=("en", "nl"),
    judges_blank=True,
    waits_for=("and", "or", "en", "of", "&", ",", "/"),
    examples=(
        good("rules on the use of a service", "en", term="terms and conditions"),
        bad("payment beside the rent", "en", term="deposit and key money", marked=None),
        good("bepaling die mannen en vrouwen gelijk behandelt", "nl", term="man-vrouwbepaling"),
        bad("betaling naast de huur", "nl", term="borg en sleutelgeld", marked=None),
    ),
    check=check,
)
