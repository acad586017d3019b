"""`Other` is what is left over: it has no marks of its own.

Fix: name what the rest shares, or drop the entry.
"""

from collections.abc import Iterable

from rules.kit import Confidence, RuleScope, Severity
from rules.marks import Hit
from rules.reading import Reading
from rules.rule import Rule, bad, good


def check(reading: Reading) -> Iterable[Hit]:
    """One hit on a term that starts with a word for the rest."""
    for word in reading.term_words[:1]:
        if word.folded in reading.words_of("catch_alls"):
            yield Hit(about="term", anchor="", arguments={"word": word.text})


RULE = Rule(
    code="TRM-19",
    name="Catch-all",
    question="Does the term name something by its own marks?",
    rationale="What falls under 'other' changes with every entry that is added beside it.",
    severity=Severity.INFO,
    confidence=Confidence.LIKELY,
    scope=RuleScope.ENTRY,
    references=("OOPS P21",),
    locales=("en", "nl"),
    judges_blank=True,
    waits_for_lists=("catch_alls",),
    examples=(
        good("charge for water and heat", "en", term="service charge"),
        bad("charge that is not rent", "en", term="other charges", marked=None),
        good("vergoeding voor water en warmte", "nl", term="servicekosten"),
        bad("kosten die geen huur zijn", "nl", term="overige kosten", marked=None),
    ),
    check=check,
)
