"""One word for two concepts is read as either, also when the two live in different contexts.

Fix: nothing where both are meant; else add a word to one of them.
"""

from collections.abc import Iterable

from rules.entry import Context
from rules.kit import Confidence, ContextKind, RuleScope, Severity
from rules.marks import Hit
from rules.rule import Neighbour, Rule, bad, good
from rules.web.sight import Sight
from rules.web.signs import Shown

FEW = 5


def judge(sight: Sight) -> Iterable[Hit]:
    """One hit on an entry whose label another concept has in other contexts; in the same contexts it is GLO-05's."""
    own = frozenset(sight.item.entry.contexts)
    found = [(label, item) for label, item in sight.namesakes if frozenset(item.entry.contexts) != own]
    if found:
        yield Hit(arguments={"label": found[0][0]}, evidence=sight.evidence([item for _, item in found[:FEW]]))


WATER = (Context(ContextKind.ORGANISATIONAL, "water"),)
MONEY = (Context(ContextKind.ORGANISATIONAL, "money"),)

RULE = Rule(
    code="GLO-04",
    name="Homograph",
    question="Does every label stand for one concept in the whole glossary?",
    rationale="A label that has another meaning in another context is allowed, and a trap for whoever reads both.",
    severity=Severity.INFO,
    confidence=Confidence.CERTAIN,
    scope=RuleScope.NEIGHBOURS,
    references=("ISO 704 homonymy", "qSKOS ol", "OOPS! P01", "OOPS! P32", "ASTRA SAM-08"),
    examples=(
        good(
            "side of a river",
            "en",
            term="bank",
            contexts=WATER,
            others=(Neighbour(term="banking", text="trade in money", contexts=MONEY),),
        ),
        bad(
            "side of a river",
            "en",
            term="bank",
            marked=None,
            contexts=WATER,
            others=(Neighbour(term="Bank", text="company that lends money", concept="b", contexts=MONEY),),
        ),
        good(
            "zitplaats voor twee",
            "nl",
            term="bank",
            contexts=WATER,
            others=(Neighbour(term="bankstel", text="stel meubels", contexts=MONEY),),
        ),
        bad(
            "zitplaats voor twee",
            "nl",
            term="bank",
            marked=None,
            others=(Neighbour(term="bank", text="bedrijf dat geld uitleent", concept="b", contexts=MONEY),),
        ),
    ),
    judge=judge,
    waits_for=(Shown.NAMESAKE,),
)
