"""Two concepts under one parent whose texts say the same in other forms of the same words cannot be told apart.

Fix: name the mark that sets each apart.
"""

from collections.abc import Iterable

from rules.kit import Confidence, RelationKind, RuleScope, Severity
from rules.marks import Hit
from rules.rule import Neighbour, Rule, bad, good
from rules.web.item import Relation
from rules.web.sight import Sight

FEW = 5


def judge(sight: Sight) -> Iterable[Hit]:
    """One hit on an entry whose words a sibling has, articles aside; mild when the order differs.

    One text for both is GLO-02's.
    """
    siblings = sight.like_siblings()
    if siblings:
        terms = ", ".join(item.entry.term for item in siblings[:FEW])
        is_mild = not any(sight.is_in_same_order(item) for item in siblings)
        yield Hit(arguments={"terms": terms}, evidence=sight.evidence(siblings[:FEW]), is_mild=is_mild)


UNDER = (Relation(RelationKind.BROADER, "contract"),)

RULE = Rule(
    code="GLO-12",
    name="Siblings not told apart",
    question="Does the text set the concept apart from those beside it?",
    rationale="A definition names the kind and the mark that sets it apart within the kind; without the mark it is another's.",
    severity=Severity.ERROR,
    confidence=Confidence.LIKELY,
    scope=RuleScope.NEIGHBOURS,
    references=("ISO 704 delimiting characteristics", "ASTRA ESS-05"),
    examples=(
        good(
            "contract on the use of a dwelling",
            "en",
            term="lease",
            relations=UNDER,
            others=(Neighbour(term="sublease", text="contract on the use of a leased dwelling", relations=UNDER),),
        ),
        bad(
            "contract on the use of a dwelling",
            "en",
            term="lease",
            marked=None,
            relations=UNDER,
            others=(Neighbour(term="sublease", text="contracts on the use of dwellings", relations=UNDER),),
        ),
        bad(
            "contract that a bank and a client sign",
            "en",
            term="loan",
            marked=None,
            relations=UNDER,
            others=(Neighbour(term="credit", text="contract that a client and a bank sign", relations=UNDER),),
            note="a warning only: the order differs",
        ),
        good(
            "overeenkomst over het gebruik van een woning",
            "nl",
            term="huur",
            others=(Neighbour(term="onderhuur", text="overeenkomsten over het gebruik van woningen"),),
            note="they share no parent",
        ),
        bad(
            "overeenkomst over het gebruik van een woning",
            "nl",
            term="huur",
            marked=None,
            relations=UNDER,
            others=(Neighbour(term="onderhuur", text="overeenkomsten over het gebruik van woningen", relations=UNDER),),
        ),
    ),
    judge=judge,
)
