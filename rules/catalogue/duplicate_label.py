"""One text as preferred and as further designation leaves open what may be used.

Fix: remove the further designation.
"""

from collections.abc import Iterable, Iterator

from rules import labels
from rules.entry import Designation, Entry
from rules.kit import Confidence, DesignationKind, RuleScope, Severity
from rules.marks import Evidence, Hit
from rules.reading import Reading
from rules.rule import Rule, bad, good
from rules.signs import Fact


def check(reading: Reading) -> Iterable[Hit]:
    """A hit on every label that repeats an earlier one; mild when they are equal only in folded form.

    A deprecated label that may be used as well is TRM-14's.
    """
    exact: set[str] = set()
    folded: set[str] = set()
    for label in _listed(reading.entry):
        is_exact = label in exact
        if label and (is_exact or labels.folded(label) in folded):
            arguments = {"label": label, "case": "exact" if is_exact else "folded"}
            evidence = (Evidence(label),)
            yield Hit(about="designations", anchor=label, arguments=arguments, evidence=evidence, is_mild=not is_exact)
        exact.add(label)
        folded.add(labels.folded(label))


def _listed(entry: Entry) -> Iterator[str]:
    usable = {labels.folded(label) for label in labels.allowed(entry)}
    yield entry.term.strip()
    for item in entry.designations:
        if item.kind is not DesignationKind.DEPRECATED or labels.folded(item.text) not in usable:
            yield item.text.strip()


RULE = Rule(
    code="TRM-03",
    name="Duplicate label",
    question="Does every label of the entry appear once?",
    rationale="SKOS S13: preferred, alternative and hidden labels of a concept do not share a text.",
    severity=Severity.ERROR,
    confidence=Confidence.CERTAIN,
    scope=RuleScope.ENTRY,
    references=("SKOS S13", "qSKOS dlv"),
    judges_blank=True,
    waits_for=(Fact.DESIGNATIONS,),
    examples=(
        good("contract on a dwelling", "en", term="lease", designations=(Designation("tenancy"),)),
        bad("contract on a dwelling", "en", term="lease", designations=(Designation("lease"),), marked=None),
        good("overeenkomst over een woning", "nl", term="huur", designations=(Designation("verhuur"),)),
        bad(
            "overeenkomst over een woning",
            "nl",
            term="huur",
            designations=(Designation("Huur"),),
            marked=None,
            note="a warning only: equal but for a capital",
        ),
    ),
    check=check,
)
