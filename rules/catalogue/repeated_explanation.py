"""An explanation in the words of the definition explains nothing.

Fix: say it in plain words, as you would to a neighbour.
"""

from collections import Counter
from collections.abc import Iterable

from rules import tokens
from rules.kit import Confidence, RuleScope, Severity
from rules.marks import Hit
from rules.reading import Reading
from rules.rule import Rule, bad, good
from rules.signs import Fact

SHARE = 0.9  # of the words of the longer one: terminology.md 2.5


def check(reading: Reading) -> Iterable[Hit]:
    """One hit when nine of ten words of the explanation and of the definition are the same."""
    if reading.entry.explanation is None:
        return
    said = Counter(word.folded for word in reading.words)
    explained = Counter(word.folded for word in tokens.words(reading.entry.explanation))
    longest = max(said.total(), explained.total())
    if longest and (said & explained).total() >= SHARE * longest:
        yield Hit(about="explanation", anchor="")


RULE = Rule(
    code="ENT-05",
    name="Repeated explanation",
    question="Does the explanation say it in other words?",
    rationale="Who did not understand the definition gets the same words again.",
    severity=Severity.INFO,
    confidence=Confidence.CERTAIN,
    scope=RuleScope.ENTRY,
    references=("NL-SBB uitleg",),
    waits_for=(Fact.EXPLANATION,),
    examples=(
        good("person who rents a dwelling", "en", explanation="Someone who pays to live in another's house."),
        bad("person who rents a dwelling", "en", explanation="Person who rents a dwelling.", marked=None),
        good("persoon die een woning huurt", "nl", explanation="Iemand die betaalt om ergens te wonen."),
        bad("persoon die een woning huurt", "nl", explanation="Persoon die een woning huurt.", marked=None),
    ),
    check=check,
)
