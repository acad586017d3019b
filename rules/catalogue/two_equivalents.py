"""One concept cannot be exactly two concepts of one vocabulary.

Fix: keep the better match as exact and make the other close, broad or narrow.
"""

from collections import defaultdict
from collections.abc import Iterable

from rules.kit import Confidence, RelationKind, RuleScope, Severity
from rules.marks import Evidence, Hit
from rules.rule import Rule, bad, good
from rules.web.item import Relation
from rules.web.sight import Sight


def judge(sight: Sight) -> Iterable[Hit]:
    """A hit on every namespace outside in which two concepts are an exact match."""
    outside: defaultdict[str, list[str]] = defaultdict(list)
    for target in sight.hierarchy.graph.targets(sight.item.concept, RelationKind.EXACT_MATCH):
        if ":" in target and not sight.hierarchy.has(target):
            outside[_namespace(target)].append(target)
    for namespace, targets in outside.items():
        if len(targets) > 1:
            yield Hit(
                about="relations",
                anchor=namespace,
                arguments={"first": targets[0], "second": targets[1]},
                evidence=tuple(Evidence(target) for target in targets),
            )


def _namespace(uri: str) -> str:
    """The URI without what names the concept: up to the last number sign, slash or colon."""
    trimmed = uri.rstrip("/#")
    return next((trimmed.rpartition(mark)[0] for mark in "#/" if mark in trimmed), trimmed.rpartition(":")[0])


RULE = Rule(
    code="REL-17",
    name="Two exact matches in one vocabulary",
    question="Is the concept exactly one concept of each other vocabulary?",
    rationale="An exact match is transitive, so the two concepts over there would be one.",
    severity=Severity.WARNING,
    confidence=Confidence.LIKELY,
    scope=RuleScope.NEIGHBOURS,
    references=("SKOS S45", "OOPS P31"),
    judges_blank=True,
    examples=(
        good(
            "contract on a dwelling",
            "en",
            term="lease",
            relations=(
                Relation(RelationKind.EXACT_MATCH, "https://example.org/a/lease"),
                Relation(RelationKind.EXACT_MATCH, "https://example.org/b/lease"),
            ),
        ),
        bad(
            "contract on a dwelling",
            "en",
            term="lease",
            relations=(
                Relation(RelationKind.EXACT_MATCH, "https://example.org/a/lease"),
                Relation(RelationKind.EXACT_MATCH, "https://example.org/a/tenancy"),
            ),
            marked=None,
        ),
        good(
            "overeenkomst over een woning",
            "nl",
            term="huur",
            relations=(
                Relation(RelationKind.EXACT_MATCH, "https://example.org/a#huur"),
                Relation(RelationKind.CLOSE_MATCH, "https://example.org/a#verhuur"),
            ),
        ),
        bad(
            "overeenkomst over een woning",
            "nl",
            term="huur",
            relations=(
                Relation(RelationKind.EXACT_MATCH, "urn:begrip:huur"),
                Relation(RelationKind.EXACT_MATCH, "urn:begrip:verhuur"),
            ),
            marked=None,
        ),
    ),
    judge=judge,
    waits_for=(RelationKind.EXACT_MATCH,),
)
