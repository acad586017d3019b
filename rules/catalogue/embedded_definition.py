"""A text that spells out another definition grows stale when that one changes, where its term would not.

Fix: write the term of the other concept in place of its definition.
"""

from collections.abc import Iterable

from rules.kit import Confidence, RuleScope, Severity
from rules.marks import Hit, Span
from rules.rule import Neighbour, Rule, bad, good
from rules.web.sight import Sight
from rules.web.signs import Shown


def judge(sight: Sight) -> Iterable[Hit]:
    """A hit on every run of eight words or more that is the definition of another concept: whole, or most of it.

    Texts that start alike share a kind; at the start of a text only a whole definition counts.
    """
    for found in sight.embedded():
        words = sight.reading.words
        span = Span(words[found.first].start, words[found.after - 1].end)
        yield Hit(span=span, arguments={"term": found.item.entry.term}, evidence=sight.evidence([found.item]))


RULE = Rule(
    code="GLO-09",
    name="Embedded definition",
    question="Does the text name other concepts instead of defining them again?",
    rationale="ISO 704: a definition is replaced by its term inside another definition.",
    severity=Severity.INFO,
    confidence=Confidence.LIKELY,
    scope=RuleScope.NEIGHBOURS,
    references=("ISO 704 substitution", "ISO/IEC 11179-4 A5", "ASTRA SAM-02", "ASTRA SAM-03"),
    examples=(
        good(
            "person who signs a lease for somebody else",
            "en",
            term="agent",
            others=(Neighbour(term="lease", text="contract by which a dwelling is let for a fixed rent"),),
        ),
        bad(
            "person who signs a contract by which a dwelling is let for a fixed rent",
            "en",
            term="agent",
            marked="contract by which a dwelling is let for a fixed rent",
            others=(Neighbour(term="lease", text="contract by which a dwelling is let for a fixed rent"),),
        ),
        good(
            "vaartuig dat over water mensen en goederen vervoert met zeilen",
            "nl",
            term="zeilschip",
            others=(
                Neighbour(term="motorschip", text="vaartuig dat over water mensen en goederen vervoert met motoren"),
            ),
            note="they share a kind",
        ),
        bad(
            "persoon die werkt op een vaartuig dat over water mensen en goederen vervoert",
            "nl",
            term="matroos",
            marked="vaartuig dat over water mensen en goederen vervoert",
            others=(Neighbour(term="schip", text="vaartuig dat over water mensen en goederen vervoert"),),
        ),
    ),
    judge=judge,
    waits_for=(Shown.EMBEDDING,),
)
