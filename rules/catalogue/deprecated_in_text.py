"""A word that the glossary tells others not to use has no place in its own definitions.

Fix: write the preferred term.
"""

from collections.abc import Iterable

from rules.entry import Designation
from rules.kit import Confidence, DesignationKind, RuleScope, Severity
from rules.marks import Hit
from rules.rule import Neighbour, Rule, bad, good
from rules.web.sight import Sight
from rules.web.signs import Shown

OLD = (Designation("tenement", DesignationKind.DEPRECATED),)
OUD = (Designation("huis", DesignationKind.DEPRECATED),)


def judge(sight: Sight) -> Iterable[Hit]:
    """A hit on every place of a label that is deprecated wherever it stands; with the term of its one concept as the fix."""
    for use in sight.uses_of_kind(DesignationKind.DEPRECATED):
        arguments = {"word": use.span.of(sight.reading.text), "term": use.items[0].entry.term}
        yield Hit(span=use.span, arguments=arguments, evidence=sight.evidence(use.items), fix=sight.replaced(use))


RULE = Rule(
    code="GLO-14",
    name="Deprecated term used",
    question="Does the text do without deprecated terms?",
    rationale="A deprecated term that the glossary goes on using will be used by everybody else.",
    severity=Severity.WARNING,
    confidence=Confidence.LIKELY,
    scope=RuleScope.NEIGHBOURS,
    references=("ISO 704 deprecated terms", "ISO 10241-1", "TBX administrativeStatus"),
    has_fix=True,
    examples=(
        good(
            "person who owns a dwelling",
            "en",
            term="lessor",
            others=(Neighbour(term="dwelling", text="building to live in", designations=OLD),),
        ),
        bad(
            "person who owns a tenement",
            "en",
            term="lessor",
            marked="tenement",
            others=(Neighbour(term="dwelling", text="building to live in", designations=OLD),),
        ),
        good(
            "persoon die een woning bezit",
            "nl",
            term="verhuurder",
            others=(Neighbour(term="woning", text="gebouw om in te wonen", designations=OUD),),
        ),
        bad(
            "persoon die een huis bezit",
            "nl",
            term="verhuurder",
            marked="huis",
            others=(Neighbour(term="woning", text="gebouw om in te wonen", designations=OUD),),
        ),
    ),
    judge=judge,
    waits_for=(Shown.DEPRECATED,),
)
