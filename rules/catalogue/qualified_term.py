"""A qualifier in brackets is a context in disguise.

Fix: move the qualifier to the contexts.
"""

import re
from collections.abc import Iterable

from rules.kit import Confidence, RuleScope, Severity
from rules.marks import Hit
from rules.reading import Reading
from rules.rule import Rule, bad, good

QUALIFIER = re.compile(r"\S\s?\(([^()]{2,100})\)\Z")


def check(reading: Reading) -> Iterable[Hit]:
    """One hit on a term that ends with words in brackets."""
    found = QUALIFIER.search(reading.entry.term)
    if found is not None:
        yield Hit(about="term", anchor=found[1], arguments={"qualifier": found[1]})


RULE = Rule(
    code="TRM-12",
    name="Qualified term",
    question="Does the term stand without a qualifier?",
    rationale="Nobody says or searches the brackets; a context keeps the two meanings apart just as well.",
    severity=Severity.INFO,
    confidence=Confidence.CERTAIN,
    scope=RuleScope.ENTRY,
    references=("ISO 10241-1",),
    judges_blank=True,
    waits_for=("(",),
    examples=(
        good("company that lends money", "en", term="bank"),
        bad("company that lends money", "en", term="bank (finance)", marked=None),
        good("meubel waarop men zit", "nl", term="bank"),
        bad("meubel waarop men zit", "nl", term="bank (meubel)", marked=None),
    ),
    check=check,
)
