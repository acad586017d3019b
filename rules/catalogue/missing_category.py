"""Whether a word means the act, its outcome, a kind or a single thing decides what its definition must say.

Fix: choose the category of the concept.
"""

from collections.abc import Iterable

from rules.kit import Category, Confidence, RuleScope, Severity
from rules.marks import Hit
from rules.reading import Reading
from rules.rule import Rule, bad, good


def check(reading: Reading) -> Iterable[Hit]:
    """One hit when the entry has no category."""
    if reading.entry.category is None:
        yield Hit(about="category", anchor="")


RULE = Rule(
    code="ENT-22",
    name="Missing category",
    question="Does the entry say what category of thing it defines?",
    rationale="Who must choose notices that the word has two meanings.",
    severity=Severity.INFO,
    confidence=Confidence.CERTAIN,
    scope=RuleScope.ENTRY,
    references=("ASTRA ESS-02",),
    is_opt_in=True,
    judges_blank=True,
    examples=(
        good("act in which an official compares data", "en", term="check", category=Category.PROCESS),
        bad("act in which an official compares data", "en", term="check", marked=None),
        good("handeling waarbij een ambtenaar gegevens vergelijkt", "nl", term="controle", category=Category.PROCESS),
        bad("handeling waarbij een ambtenaar gegevens vergelijkt", "nl", term="controle", marked=None),
    ),
    check=check,
)
