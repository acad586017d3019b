"""Two concepts under one parent whose texts say the same in other forms of the same words cannot be told apart.

Fix: name the mark that sets each apart.
"""

from collections.abc import Iterable

from rules.kit import Confidence, RelationKind, RuleScope, Severity
from rules.marks import Hit
from rules.rule import Neighbour, Rule, bad, good
from rules.web.item import Relation
from rules.web.sight import Sight
from rules.web.signs import Shown

FEW = 5
COMPARING = "<>=≤≥±+"


def judge(sight: Sight) -> Iterable[Hit]:
    """One hit on an entry whose words a sibling has, articles aside, in the same order and with the same signs.

    One text for both is GLO-02's.
    """
    own = signs(sight.item.entry.text)
    siblings = [
        item for item in sight.like_siblings() if signs(item.entry.text) == own and sight.is_in_same_order(item)
    ]
    if siblings:
        terms = ", ".join(item.entry.term for item in siblings[:FEW])
        yield Hit(arguments={"terms": terms}, evidence=sight.evidence(siblings[:FEW]))


def signs(text: str) -> str:
    """What a text compares with, in its order: *more than 30 %* and *less than 30 %* are told apart by it."""
    return "".join(letter for letter in text if letter in COMPARING)


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
        good(
            "contract that a bank and a client sign",
            "en",
            term="loan",
            relations=UNDER,
            others=(Neighbour(term="credit", text="contract that a client and a bank sign", relations=UNDER),),
            note="another order may tell them apart: *fewer cars than trucks*",
        ),
        good(
            "loan with interest < 3%",
            "en",
            term="cheap loan",
            relations=(Relation(RelationKind.BROADER, "loan"),),
            others=(
                Neighbour(
                    term="dear loan",
                    text="loan with interest > 3%",
                    relations=(Relation(RelationKind.BROADER, "loan"),),
                ),
            ),
            note="the sign tells them apart",
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
    waits_for=(Shown.LIKE_TEXT,),
)
