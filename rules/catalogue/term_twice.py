"""One word for two concepts in one context cannot be understood: a reader has nothing to choose by.

Fix: merge the concepts, give one another term, or state the context of each.
"""

from collections.abc import Iterable

from rules import labels
from rules.entry import Context, Designation
from rules.kit import Confidence, ContextKind, RuleScope, Severity
from rules.marks import Hit
from rules.rule import Neighbour, Rule, bad, good
from rules.web.sight import Sight
from rules.web.signs import Shown

FEW = 5


def judge(sight: Sight) -> Iterable[Hit]:
    """One hit on an entry whose label another concept has in the same contexts; mild unless it is the term of both."""
    own = frozenset(sight.item.entry.contexts)
    found = [(label, item) for label, item in sight.namesakes if frozenset(item.entry.contexts) == own]
    if found:
        term = labels.folded(sight.item.entry.term)
        is_term = any(labels.folded(item.entry.term) == term for _, item in found)
        evidence = sight.evidence([item for _, item in found[:FEW]])
        yield Hit(arguments={"label": found[0][0]}, evidence=evidence, is_mild=not is_term)


WATER = (Context(ContextKind.ORGANISATIONAL, "water"),)

RULE = Rule(
    code="GLO-05",
    name="Term defined twice",
    question="Is the term defined once in its context?",
    rationale="Two definitions of one word in one context contradict each other, or one of them is superfluous.",
    severity=Severity.ERROR,
    confidence=Confidence.CERTAIN,
    scope=RuleScope.NEIGHBOURS,
    references=("ISO 704 homonymy", "NL-SBB", "qSKOS ol", "ASTRA CON-01", "ASTRA DUP_01"),
    examples=(
        good(
            "side of a river",
            "en",
            term="bank",
            others=(Neighbour(term="bank", text="company that lends money", concept="b", contexts=WATER),),
            note="another context: GLO-04 mentions it",
        ),
        bad(
            "side of a river",
            "en",
            term="bank",
            marked=None,
            others=(Neighbour(term="Bank", text="company that lends money", concept="b"),),
        ),
        bad(
            "side of a river",
            "en",
            term="riverside",
            marked=None,
            designations=(Designation("bank"),),
            others=(Neighbour(term="bank", text="company that lends money"),),
            note="a warning only: it is the term of one of them",
        ),
        good(
            "zitplaats voor twee",
            "nl",
            term="bank",
            others=(Neighbour(term="banken", text="bedrijven die geld uitlenen"),),
        ),
        bad(
            "zitplaats voor twee",
            "nl",
            term="bank",
            marked=None,
            contexts=WATER,
            others=(Neighbour(term="bank", text="bedrijf dat geld uitleent", concept="b", contexts=WATER),),
        ),
    ),
    judge=judge,
    waits_for=(Shown.NAMESAKE,),
)
