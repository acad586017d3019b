"""Who reads *social lease* will look for *lease*, and should find the way from the one to the other.

Fix: make the concept that the last words name the broader one, or mention it in the text.
"""

from collections.abc import Iterable

from rules.kit import Confidence, RelationKind, RuleScope, Severity
from rules.marks import Hit
from rules.rule import Neighbour, Rule, bad, good
from rules.web.item import Relation
from rules.web.sight import Sight


def judge(sight: Sight) -> Iterable[Hit]:
    """One hit on an entry whose term ends in the label of a concept that neither its text nor a relation or line up names."""
    base = sight.base()
    if base is None:
        return
    graph = sight.hierarchy.graph
    concept = sight.item.concept
    if base.concept not in graph.neighbours(concept) and base.concept not in graph.line(concept):
        yield Hit(about="term", arguments={"base": base.entry.term}, evidence=sight.evidence([base]))


RULE = Rule(
    code="GLO-13",
    name="Missing base",
    question="Is the concept that the term builds on its broader one, or named in the text?",
    rationale="A term of several words promises a kind; the entry should keep that promise.",
    severity=Severity.INFO,
    confidence=Confidence.HINT,
    scope=RuleScope.NEIGHBOURS,
    references=("ISO 704 term formation", "ASTRA SAM-01"),
    locales=("en", "nl"),
    is_opt_in=True,
    examples=(
        good(
            "lease of a dwelling below the market price",
            "en",
            term="social lease",
            others=(Neighbour(term="lease", text="contract on a dwelling"),),
        ),
        bad(
            "right to live somewhere below the market price",
            "en",
            term="social lease",
            marked=None,
            others=(Neighbour(term="lease", text="contract on a dwelling"),),
        ),
        good(
            "recht om ergens goedkoop te wonen",
            "nl",
            term="sociale huur",
            relations=(Relation(RelationKind.BROADER, "huur"),),
            others=(Neighbour(term="huur", text="overeenkomst over een woning"),),
        ),
        bad(
            "recht om ergens goedkoop te wonen",
            "nl",
            term="sociale huur",
            marked=None,
            others=(Neighbour(term="huur", text="overeenkomst over een woning"),),
        ),
    ),
    judge=judge,
)
