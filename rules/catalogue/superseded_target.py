"""A concept that was replaced is no place to send a reader.

Fix: relate the concept to the one that replaced it.
"""

from collections.abc import Iterable

from rules.kit import Confidence, RelationKind, RuleScope, Severity
from rules.marks import Hit
from rules.rule import EXAMPLE, Neighbour, Rule, bad, good
from rules.web import hierarchy_names
from rules.web.hierarchy_graph import UP
from rules.web.item import Relation
from rules.web.sight import Sight
from rules.web.signs import Shown


def judge(sight: Sight) -> Iterable[Hit]:
    """A hit on every broader or associated concept that another one replaced.

    A mild one on every broader concept without an established definition, under a definition that is established.
    """
    own = sight.item.concept
    if _is_replaced(sight, own):
        return
    for other in sight.hierarchy.graph.targets(own, *UP, RelationKind.RELATED):
        case = _case(sight, other)
        if case:
            yield hierarchy_names.hit(sight, other, anchor=f"{case} {other}", case=case, is_mild=case == "unapproved")


def _case(sight: Sight, other: str) -> str:
    if _is_replaced(sight, other):
        is_own = sight.item.concept in sight.hierarchy.graph.targets(other, RelationKind.REPLACED_BY)
        return "" if is_own else "replaced"
    if not sight.item.is_established:
        return ""
    is_draft = sight.hierarchy.has(other) and not any(item.is_established for item in sight.items_of(other))
    is_parent = other in sight.hierarchy.graph.parents(sight.item.concept)
    return "unapproved" if is_draft and is_parent else ""


def _is_replaced(sight: Sight, concept: str) -> bool:
    return bool(sight.hierarchy.graph.targets(concept, RelationKind.REPLACED_BY))


RULE = Rule(
    code="REL-18",
    name="Relation to a replaced concept",
    question="Do the relations of the concept lead to concepts that are in force?",
    rationale="Readers who follow the relation learn a word that is out of use, or a text that nobody approved.",
    severity=Severity.WARNING,
    confidence=Confidence.CERTAIN,
    scope=RuleScope.NEIGHBOURS,
    references=("Dublin Core isReplacedBy",),
    judges_blank=True,
    examples=(
        good(
            "contract on a dwelling",
            "en",
            term="lease",
            relations=(Relation(RelationKind.RELATED, "tenancy"), Relation(RelationKind.REPLACES, "tenancy")),
            others=(Neighbour(term="tenancy", text="use of a dwelling"),),
            note="the concept is the replacement itself",
        ),
        bad(
            "contract on a dwelling",
            "en",
            term="lease",
            relations=(Relation(RelationKind.BROADER, "bargain"),),
            others=(
                Neighbour(
                    term="bargain", text="what binds", relations=(Relation(RelationKind.REPLACED_BY, "contract"),)
                ),
                Neighbour(term="contract", text="agreement that binds"),
            ),
            marked=None,
        ),
        good(
            "overeenkomst over een woning",
            "nl",
            term="huur",
            is_established=True,
            relations=(Relation(RelationKind.BROADER, "overeenkomst"),),
            others=(Neighbour(term="overeenkomst", text="afspraak die bindt", is_established=True),),
        ),
        bad(
            "overeenkomst over een woning",
            "nl",
            term="huur",
            is_established=True,
            others=(
                Neighbour(
                    term="overeenkomst",
                    text="afspraak die bindt",
                    relations=(Relation(RelationKind.NARROWER, EXAMPLE),),
                ),
            ),
            marked=None,
            note="a suggestion only: the broader concept is a draft",
        ),
    ),
    judge=judge,
    waits_for=(Shown.ESTABLISHED, Shown.REPLACING),
)
