"""A note or example that repeats the definition takes a reader's time and gives nothing.

Fix: remove it.
"""

from collections.abc import Iterable

from rules import tokens
from rules.kit import Confidence, RuleScope, Severity
from rules.marks import Hit
from rules.reading import Reading
from rules.rule import Rule, bad, good
from rules.signs import Fact


def check(reading: Reading) -> Iterable[Hit]:
    """A hit on every note and example in the words of the definition or of an earlier one."""
    seen = {_bare(reading.text)}
    for about, texts in (("examples", reading.entry.examples), ("notes", reading.entry.notes)):
        for text in texts:
            bare = _bare(text)
            if bare and bare in seen:
                yield Hit(about=about, anchor=bare, arguments={"repeated": text})
            seen.add(bare)


def _bare(text: str) -> str:
    return " ".join(word.folded for word in tokens.words(text))


RULE = Rule(
    code="ENT-07",
    name="Repeated note",
    question="Does every note and example add something?",
    rationale="Copies drift apart when one of them is corrected.",
    severity=Severity.INFO,
    confidence=Confidence.CERTAIN,
    scope=RuleScope.ENTRY,
    references=("NL-SBB toelichting",),
    waits_for=(Fact.REMARKS,),
    examples=(
        good("person who rents a dwelling", "en", notes=("A company can rent too.",)),
        bad("person who rents a dwelling", "en", notes=("Person who rents a dwelling.",), marked=None),
        good("persoon die een woning huurt", "nl", examples=("student op kamers",)),
        bad("persoon die een woning huurt", "nl", examples=("student", "Student."), marked=None),
    ),
    check=check,
)
