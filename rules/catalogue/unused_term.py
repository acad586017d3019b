"""A term that no other definition uses may be one that nobody needs.

Fix: remove the entry if no text outside the glossary uses it either.
"""

from collections.abc import Iterable

from rules.kit import Confidence, RuleScope, Severity
from rules.marks import Hit
from rules.rule import Neighbour, Rule, bad, good
from rules.web.sight import Sight


def judge(sight: Sight) -> Iterable[Hit]:
    """One hit on an entry of which no label stands in the text of another."""
    if not sight.is_used():
        yield Hit(about="term", anchor="", arguments={"term": sight.item.entry.term})


RULE = Rule(
    code="GLO-07",
    name="Unused term",
    question="Does another definition use the term?",
    rationale="In an act, a term that is defined and never used is a slip of the drafter.",
    severity=Severity.INFO,
    confidence=Confidence.HINT,
    scope=RuleScope.GLOSSARY,
    references=("ULC drafting rules", "Aanwijzingen voor de regelgeving 5.2"),
    is_opt_in=True,
    judges_blank=True,
    examples=(
        good(
            "contract on a dwelling",
            "en",
            term="lease",
            others=(Neighbour(term="lessor", text="person who signs leases"),),
        ),
        bad(
            "contract on a dwelling, not the lease of a car",
            "en",
            term="lease",
            marked=None,
            others=(Neighbour(term="lessor", text="person who lets a dwelling"),),
            note="its own text does not count",
        ),
        good(
            "overeenkomst over een woning",
            "nl",
            term="huurcontract",
            others=(Neighbour(term="verhuurder", text="partij bij huurcontracten"),),
        ),
        bad(
            "overeenkomst over een woning",
            "nl",
            term="huurcontract",
            marked=None,
            others=(Neighbour(term="verhuurder", text="persoon die een woning verhuurt"),),
        ),
    ),
    judge=judge,
)
