"""Who does not speak the language of the trade needs the concept in plain words.

Fix: add an explanation as you would give it to a neighbour.
"""

from collections.abc import Iterable

from rules.kit import Confidence, RuleScope, Severity
from rules.marks import Hit
from rules.reading import Reading
from rules.rule import Rule, bad, good


def check(reading: Reading) -> Iterable[Hit]:
    """One hit when the entry has no explanation."""
    if not (reading.entry.explanation or "").strip():
        yield Hit(about="explanation", anchor="")


RULE = Rule(
    code="ENT-06",
    name="Missing explanation",
    question="Is the concept also explained in plain words?",
    rationale="NL-SBB keeps the exact definition and the plain explanation apart, so that neither has to be both.",
    severity=Severity.INFO,
    confidence=Confidence.CERTAIN,
    scope=RuleScope.ENTRY,
    references=("NL-SBB uitleg",),
    is_opt_in=True,
    examples=(
        good("person who rents a dwelling", "en", explanation="Someone who pays to live in another's house."),
        bad("person who rents a dwelling", "en", marked=None),
        good("persoon die een woning huurt", "nl", explanation="Iemand die betaalt om ergens te wonen."),
        bad("persoon die een woning huurt", "nl", explanation=" ", marked=None),
    ),
    check=check,
)
