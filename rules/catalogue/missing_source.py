"""A definition without a source cannot be checked against one.

Fix: record where the definition comes from.
"""

from collections.abc import Iterable

from rules.entry import Source
from rules.kit import Confidence, RuleScope, Severity
from rules.marks import Hit
from rules.reading import Reading
from rules.rule import Rule, bad, good


def check(reading: Reading) -> Iterable[Hit]:
    """One hit when the entry names no source."""
    if not any(source.title.strip() or source.url for source in reading.entry.sources):
        yield Hit(about="sources", anchor="")


RULE = Rule(
    code="ENT-02",
    name="Missing source",
    question="Does the entry say where its definition comes from?",
    rationale="In law and in chains of organisations a definition counts by its source; elsewhere many are our own.",
    severity=Severity.WARNING,
    confidence=Confidence.CERTAIN,
    scope=RuleScope.ENTRY,
    references=("ASTRA CON-02", "ISO 10241-1", "NL-SBB bron"),
    is_opt_in=True,
    judges_blank=True,
    examples=(
        good("contract on a dwelling", "en", sources=(Source("Civil Code, Book 7"),)),
        bad("contract on a dwelling", "en", marked=None),
        good("overeenkomst over een woning", "nl", sources=(Source("Burgerlijk Wetboek Boek 7"),)),
        bad("overeenkomst over een woning", "nl", marked=None),
    ),
    check=check,
)
