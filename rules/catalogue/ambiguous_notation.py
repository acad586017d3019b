"""A notation that two concepts bear points at neither.

Fix: give each concept a notation of its own.
"""

from collections.abc import Iterable

from rules.kit import Confidence, RuleScope, Severity
from rules.marks import Hit
from rules.rule import Neighbour, Rule, bad, good
from rules.web import hierarchy_names
from rules.web.sight import Sight
from rules.web.signs import Shown


def judge(sight: Sight) -> Iterable[Hit]:
    """A hit on every notation that another concept bears; a mild one when the concept has several notations."""
    own = sight.item.concept
    notations = sorted(sight.hierarchy.notations(own))
    for notation in notations:
        others = sorted(sight.hierarchy.bearers(notation) - {own})
        if others:
            yield Hit(
                about="notations",
                anchor=f"shared {notation}",
                arguments={"notation": notation, "other": hierarchy_names.name(sight, others[0]), "case": "shared"},
                evidence=hierarchy_names.evidence(sight, others),
            )
    if len(notations) > 1:
        arguments = {"notation": notations[0], "other": notations[1], "case": "several"}
        yield Hit(about="notations", anchor="several", arguments=arguments, is_mild=True)


RULE = Rule(
    code="ENT-15",
    name="Ambiguous notation",
    question="Does the concept have one notation, and is that its own?",
    rationale="A notation is what people and systems order and refer by; it must lead to one concept.",
    severity=Severity.WARNING,
    confidence=Confidence.CERTAIN,
    scope=RuleScope.NEIGHBOURS,
    references=("qSKOS anr", "SKOS 6.5.4"),
    judges_blank=True,
    examples=(
        good(
            "contract on a dwelling",
            "en",
            term="lease",
            notations=("A.1",),
            others=(Neighbour(term="sale", text="change of owner", notations=("A.2",)),),
        ),
        bad(
            "contract on a dwelling",
            "en",
            term="lease",
            notations=("A.1",),
            others=(Neighbour(term="sale", text="change of owner", notations=("A.1",)),),
            marked=None,
        ),
        good(
            "overeenkomst over een woning",
            "nl",
            term="huur",
            notations=("A.1",),
            others=(Neighbour(term="lease", text="contract", concept="example", locale="en", notations=("A.1",)),),
            note="the same concept in another language",
        ),
        bad(
            "overeenkomst over een woning",
            "nl",
            term="huur",
            notations=("A.1", "B.7"),
            marked=None,
            note="a suggestion only: two systems of notation may be meant",
        ),
    ),
    judge=judge,
    waits_for=(Shown.NOTATION,),
)
