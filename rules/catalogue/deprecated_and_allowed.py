"""A word that may no longer be used cannot be the word to use.

Fix: remove the label from one of the two lists.
"""

from collections.abc import Iterable

from rules import labels
from rules.entry import Designation
from rules.kit import Confidence, DesignationKind, RuleScope, Severity
from rules.marks import Evidence, Hit
from rules.reading import Reading
from rules.rule import Rule, bad, good
from rules.signs import Fact

DEPRECATED = DesignationKind.DEPRECATED


def check(reading: Reading) -> Iterable[Hit]:
    """A hit on every deprecated label that is the term or admitted; mild when equal only in folded form."""
    allowed = labels.allowed(reading.entry)
    exact, folded = {label.strip() for label in allowed}, {labels.folded(label) for label in allowed}
    for item in labels.of_kind(reading.entry, DEPRECATED):
        label = item.text.strip()
        if label and labels.folded(label) in folded:
            evidence = (Evidence(label),)
            arguments = {"label": label}
            is_mild = label not in exact
            yield Hit(about="designations", anchor=label, arguments=arguments, evidence=evidence, is_mild=is_mild)


RULE = Rule(
    code="TRM-14",
    name="Deprecated and allowed",
    question="Is every label either deprecated or in use?",
    rationale="Readers find the label on both lists and do as they please.",
    severity=Severity.ERROR,
    confidence=Confidence.CERTAIN,
    scope=RuleScope.ENTRY,
    references=("TBX administrativeStatus", "ISO 10241-1"),
    judges_blank=True,
    waits_for=(Fact.DESIGNATIONS,),
    examples=(
        good("contract on a dwelling", "en", term="lease", designations=(Designation("hire", DEPRECATED),)),
        bad(
            "contract on a dwelling", "en", term="lease", designations=(Designation("lease", DEPRECATED),), marked=None
        ),
        good("overeenkomst over een woning", "nl", term="huur", designations=(Designation("pacht", DEPRECATED),)),
        bad(
            "overeenkomst over een woning",
            "nl",
            term="huur",
            designations=(Designation("pacht"), Designation("pacht", DEPRECATED)),
            marked=None,
        ),
    ),
    check=check,
)
