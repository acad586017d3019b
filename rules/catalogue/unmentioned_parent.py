"""A definition that does not name its broader concept leaves the place in the hierarchy to the relation alone.

Fix: start the definition with the broader concept, or correct the relation.
"""

from collections.abc import Iterable, Iterator

from rules.kit import Confidence, DesignationKind, RelationKind, RuleScope, Severity
from rules.marks import Hit
from rules.rule import Neighbour, Rule, bad, good
from rules.web import hierarchy_names
from rules.web.item import Relation
from rules.web.sight import Sight

GENERA = (RelationKind.BROADER, RelationKind.BROADER_GENERIC)


def judge(sight: Sight) -> Iterable[Hit]:
    """One hit on a text whose first sentence names none of the concepts right above."""
    parents = sight.hierarchy.graph.targets(sight.item.concept, *GENERA)
    labels = [label for parent in parents for label in _labels(sight, parent)]
    if labels and not any(sight.reading.occurrences(label) for label in labels):
        yield Hit(
            anchor="\n".join(parents),
            arguments={"parent": hierarchy_names.name(sight, parents[0])},
            evidence=hierarchy_names.evidence(sight, parents),
        )


def _labels(sight: Sight, concept: str) -> Iterator[str]:
    for item in sight.items_of(concept):
        if item.entry.language == sight.reading.language:
            yield item.entry.term
            yield from (one.text for one in item.entry.designations if one.kind is not DesignationKind.HIDDEN)


CONTRACT = Neighbour(term="contract", text="agreement that binds")
OVEREENKOMST = Neighbour(term="overeenkomst", text="afspraak die bindt")
RULE = Rule(
    code="ENT-17",
    name="Broader concept not mentioned",
    question="Does the definition name the broader concept?",
    rationale="ISO 704: an intensional definition starts with the superordinate concept; only 15 to 47 % of real ones do.",
    severity=Severity.INFO,
    confidence=Confidence.HINT,
    scope=RuleScope.NEIGHBOURS,
    references=("ISO 704 intensional definition",),
    locales=("en", "nl"),
    is_opt_in=True,
    examples=(
        good(
            "contract on a dwelling",
            "en",
            term="lease",
            relations=(Relation(RelationKind.BROADER, "contract"),),
            others=(CONTRACT,),
        ),
        bad(
            "right to live somewhere",
            "en",
            term="lease",
            relations=(Relation(RelationKind.BROADER, "contract"),),
            others=(CONTRACT,),
            marked=None,
        ),
        good(
            "schriftelijke overeenkomst over een woning",
            "nl",
            term="huur",
            relations=(Relation(RelationKind.BROADER, "overeenkomst"),),
            others=(OVEREENKOMST, Neighbour(term="contract", text="deal", concept="overeenkomst", locale="en")),
        ),
        bad(
            "recht om ergens te wonen",
            "nl",
            term="huur",
            relations=(Relation(RelationKind.BROADER_GENERIC, "overeenkomst"),),
            others=(OVEREENKOMST,),
            marked=None,
        ),
    ),
    judge=judge,
    waits_for=GENERA,
)
