"""A plain explanation is read in short sentences.

Fix: cut the sentence in two.
"""

from collections.abc import Iterable

from rules import sentences, tokens
from rules.kit import Confidence, RuleScope, Severity
from rules.marks import Hit
from rules.reading import Reading
from rules.rule import Parameter, Rule, bad, good
from rules.signs import Fact


def check(reading: Reading) -> Iterable[Hit]:
    """A hit on every sentence of the explanation with too many words."""
    explanation = reading.entry.explanation or ""
    limit = reading.limit("RDB-01", "max_words")
    for span in sentences.sentences(explanation, reading.language):
        count = len(tokens.words(span.of(explanation)))
        if count > limit:
            arguments = {"count": str(count), "limit": str(limit)}
            yield Hit(about="explanation", anchor=span.of(explanation), arguments=arguments)


RULE = Rule(
    code="RDB-01",
    name="Long sentence in the explanation",
    question="Is every sentence of the explanation short?",
    rationale="Plain language at level B1 keeps to about fifteen words a sentence; over 25 many readers lose the thread.",
    severity=Severity.INFO,
    confidence=Confidence.CERTAIN,
    scope=RuleScope.ENTRY,
    references=("NL-SBB uitleg",),
    parameters=(Parameter("max_words", 25, 10, 100),),
    waits_for=(Fact.EXPLANATION,),
    examples=(
        good("person who rents a dwelling", "en", explanation="Someone who pays to live in another's house."),
        bad("person who rents a dwelling", "en", explanation=f"Someone who {'often ' * 25}pays.", marked=None),
        good("persoon die een woning huurt", "nl", explanation="Iemand die betaalt om ergens te wonen."),
        bad("persoon die een woning huurt", "nl", explanation=f"Iemand die {'vaak ' * 25}betaalt.", marked=None),
    ),
    check=check,
)
