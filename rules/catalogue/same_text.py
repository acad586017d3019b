"""Two concepts with one text are one concept entered twice, or one text in the wrong place.

Fix: merge the concepts, or say what sets them apart.
"""

from collections.abc import Iterable

from rules.kit import Confidence, RelationKind, RuleScope, Severity
from rules.marks import Hit
from rules.rule import Neighbour, Rule, bad, good
from rules.web.item import Item, Relation
from rules.web.sight import Sight
from rules.web.signs import Shown

FEW = 5
SAME = frozenset({RelationKind.EXACT_MATCH, RelationKind.REPLACES, RelationKind.REPLACED_BY})


def judge(sight: Sight) -> Iterable[Hit]:
    """One hit on an entry whose text another concept has, unless a relation says that they are one."""
    found = [item for item in sight.same_texts() if not is_declared(sight, item)]
    if found:
        terms = ", ".join(item.entry.term for item in found[:FEW])
        yield Hit(arguments={"terms": terms}, evidence=sight.evidence(found[:FEW]))


def is_declared(sight: Sight, other: Item) -> bool:
    """Whether an exact match or a succession joins the two concepts."""
    relations = sight.hierarchy.graph.relations(sight.item.concept)
    return any(one.kind in SAME and one.target == other.concept for one in relations)


RULE = Rule(
    code="GLO-02",
    name="Same text",
    question="Is the text of the definition its own?",
    rationale="Nobody can tell two concepts with one text apart, so users pick either.",
    severity=Severity.ERROR,
    confidence=Confidence.CERTAIN,
    scope=RuleScope.NEIGHBOURS,
    references=("ISO 704", "OOPS! P02", "ASTRA DUP_01", "ASTRA SAM-08"),
    examples=(
        good(
            "person who rents a dwelling",
            "en",
            term="tenant",
            others=(Neighbour(term="lodger", text="person who rents a room"),),
        ),
        bad(
            "person who rents a dwelling",
            "en",
            term="tenant",
            marked=None,
            others=(Neighbour(term="lodger", text="Person who rents a dwelling."),),
        ),
        good(
            "persoon die een woning huurt",
            "nl",
            term="huurder",
            relations=(Relation(RelationKind.EXACT_MATCH, "bewoner"),),
            others=(Neighbour(term="bewoner", text="persoon die een woning huurt"),),
            note="the glossary says that they are one concept",
        ),
        bad(
            "persoon die een woning huurt",
            "nl",
            term="huurder",
            marked=None,
            others=(Neighbour(term="bewoner", text="persoon die een woning huurt"),),
        ),
    ),
    judge=judge,
    waits_for=(Shown.SAME_TEXT,),
)
