"""Only a reader knows whether a compound agrees with its parts.

Fix: start the definition from the last part of the term.
"""

from collections.abc import Iterable

from rules import questions
from rules.kit import Confidence, RuleScope, Severity
from rules.marks import Hit
from rules.reading import Reading
from rules.rule import Rule, bad, good

SHORTEST = 4  # letters of an opening word that can be the last part of a compound
LONGEST = 9  # letters: a single word with more of them is taken for a compound


def check(reading: Reading) -> Iterable[Hit]:
    """The question, naming the opening word, when the term, a single long word, does not end in it."""
    term = reading.term_words[0].folded if len(reading.term_words) == 1 else ""
    for word in reading.body_words[:1]:
        is_head = len(word.folded) >= SHORTEST and term.endswith(word.folded)
        if len(term) > LONGEST and not is_head:
            yield questions.asked(reading, word=word.text)


RULE = Rule(
    code="ASK-08",
    name="Compound term",
    question="Does the compound mean what its parts say?",
    rationale="A Dutch compound is a kind of its last part; a text that starts elsewhere may contradict the term.",
    severity=Severity.INFO,
    confidence=Confidence.HINT,
    scope=RuleScope.TEXT,
    references=("ASTRA SAM-04",),
    locales=("en", "nl"),
    is_opt_in=True,
    examples=(
        good("certificate in which a registrar records a birth", "en", term="birth-certificate"),
        bad("proof of the birth of a person", "en", term="birth-certificate", marked=None),
        good("akte waarin een ambtenaar een geboorte vastlegt", "nl", term="geboorteakte"),
        bad("bewijs van een geboorte", "nl", term="geboorteakte", marked=None),
    ),
    check=check,
)
