"""A label of one letter cannot be searched, and one of three lines is a sentence.

Fix: write the name that people say.
"""

from collections.abc import Iterable

from rules.entry import Designation
from rules.kit import Confidence, DesignationForm, RuleScope, Severity
from rules.marks import Hit
from rules.reading import Reading
from rules.rule import Parameter, Rule, bad, good


def check(reading: Reading) -> Iterable[Hit]:
    """A hit on every label outside the bounds; a symbol may be short, and a blank label is TRM-04's."""
    shortest, longest = reading.limit("TRM-18", "min_characters"), reading.limit("TRM-18", "max_characters")
    symbols = {item.text for item in reading.entry.designations if item.form is DesignationForm.SYMBOL}
    for at, label in enumerate(reading.entry.labels):
        size = len(label.strip())
        if (0 < size < shortest and label not in symbols) or size > longest:
            arguments = {"label": label, "count": str(size), "case": "long" if size > longest else "short"}
            yield Hit(about="term" if at == 0 else "designations", anchor=label, arguments=arguments)


RULE = Rule(
    code="TRM-18",
    name="Length of a label",
    question="Can every label be said and searched?",
    rationale="A label is a name: longer than a letter, shorter than a definition.",
    severity=Severity.INFO,
    confidence=Confidence.CERTAIN,
    scope=RuleScope.ENTRY,
    references=("TermIt g5",),
    parameters=(Parameter("min_characters", 2, 1, 10), Parameter("max_characters", 150, 20, 200)),
    judges_blank=True,
    examples=(
        good(
            "unit of length",
            "en",
            term="metre",
            designations=(Designation("m", form=DesignationForm.SYMBOL),),
        ),
        bad("unit of length", "en", term="m", marked=None),
        good("eenheid van lengte", "nl", term="meter"),
        bad("eenheid van lengte", "nl", term="meter " * 30, marked=None),
    ),
    check=check,
)
