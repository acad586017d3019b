"""A verb is listed under its infinitive.

Fix: write the infinitive, or name the act with a noun.
"""

from collections.abc import Iterable

from rules import tokens
from rules.kit import Confidence, RuleScope, RuleStatus, Severity
from rules.marks import Hit
from rules.reading import Reading
from rules.rule import Rule, bad, good


def check(reading: Reading) -> Iterable[Hit]:
    """One hit on a term of one word that the tables know as a form in -t of a verb in -en."""
    if len(reading.term_words) == 1:
        word = reading.term_words[0]
        infinitive = tokens.key(word.folded, reading.language)
        if word.folded.endswith("t") and infinitive.endswith("en") and not infinitive.startswith("~"):
            yield Hit(about="term", anchor="", arguments={"form": word.text, "infinitive": infinitive})


RULE = Rule(
    code="TRM-09",
    name="Verb not in the infinitive",
    question="Does a verb stand in the infinitive?",
    rationale="Readers look for the infinitive; a form in -t may also be a noun, so this is a hint.",
    severity=Severity.INFO,
    confidence=Confidence.HINT,
    scope=RuleScope.ENTRY,
    status=RuleStatus.PREVIEW,
    references=("ASTRA VER-03",),
    locales=("nl",),
    judges_blank=True,
    examples=(
        good("een woning tegen betaling in gebruik geven", "nl", term="verhuren"),
        bad("een woning tegen betaling in gebruik geven", "nl", term="verhuurt", marked=None),
    ),
    check=check,
)
