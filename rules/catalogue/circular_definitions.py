"""Definitions that explain each other explain nothing: whoever does not know one term learns neither.

Fix: define one of them without the other.
"""

from collections.abc import Iterable

from rules.kit import Confidence, RuleScope, Severity
from rules.marks import Hit
from rules.rule import Neighbour, Parameter, Rule, bad, good
from rules.web.sight import Sight
from rules.web.signs import Shown

TWO = 2


def judge(sight: Sight) -> Iterable[Hit]:
    """One hit on the word that leads into the shortest circle; mild when more than two definitions are on it.

    A label that may mean several concepts, has fewer than four letters, or stands in more than `percent` of all texts and in
    more than `users` of them, leads nowhere, nor does what stands in brackets or after the first clause:
    that explains, and may name anything. No circle is looked for that has more than `longest` definitions.
    """
    circle = sight.circle()
    if circle:
        path = " → ".join(item.entry.term for item in (*circle, circle[0]))
        evidence = sight.evidence(circle[1:])
        yield Hit(span=sight.way_in(), arguments={"path": path}, evidence=evidence, is_mild=len(circle) > TWO)


RULE = Rule(
    code="GLO-01",
    name="Circular definitions",
    question="Can the definition be understood without coming back to it?",
    rationale="A circle has no way in: each text needs the next, and the last needs the first.",
    severity=Severity.ERROR,
    confidence=Confidence.LIKELY,
    scope=RuleScope.GLOSSARY,
    revision=2,
    references=("ISO 704 circularity", "ISO/IEC 11179-4 A6", "OOPS! P24", "ASTRA SAM-05"),
    parameters=(
        Parameter("longest", 4, 2, 8),
        Parameter("percent", 10, 1, 100),
        Parameter("users", 10, 1, 1000),
    ),
    examples=(
        good(
            "person who lets a dwelling",
            "en",
            term="lessor",
            others=(Neighbour(term="lease", text="contract between a lessor and another person"),),
        ),
        good(
            "person who lets a dwelling; bound by a lease",
            "en",
            term="lessor",
            others=(Neighbour(term="lease", text="contract that a lessor signs"),),
            note="what follows the first clause explains",
        ),
        good(
            "contract by which a lessor (party to a lease) lets a dwelling",
            "en",
            term="tenancy agreement",
            others=(Neighbour(term="lease", text="document of a tenancy agreement"),),
            note="and so do brackets",
        ),
        bad(
            "party to a lease",
            "en",
            term="lessor",
            marked="lease",
            others=(Neighbour(term="lease", text="contract that a lessor signs"),),
        ),
        bad(
            "person who drafts leases",
            "en",
            term="lessor",
            marked="leases",
            others=(
                Neighbour(term="lease", text="contract on a dwelling"),
                Neighbour(term="dwelling", text="building of a lessor"),
            ),
            note="a warning only: three definitions are on the circle",
        ),
        good(
            "persoon die een woning verhuurt",
            "nl",
            term="verhuurder",
            others=(Neighbour(term="huurovereenkomst", text="overeenkomst van een verhuurder met een ander"),),
        ),
        bad(
            "partij bij een huurovereenkomst",
            "nl",
            term="verhuurder",
            marked="huurovereenkomst",
            others=(Neighbour(term="huurovereenkomst", text="overeenkomst die verhuurders sluiten"),),
        ),
    ),
    judge=judge,
    waits_for=(Shown.CIRCLE,),
)
