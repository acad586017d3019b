"""One concept under two names in the texts of one glossary makes readers look for a difference.

Fix: write the preferred term.
"""

from collections.abc import Iterable

from rules.entry import Designation
from rules.kit import Confidence, DesignationForm, DesignationKind, RuleScope, Severity
from rules.marks import Hit
from rules.rule import Neighbour, Rule, bad, good
from rules.web.sight import Sight
from rules.web.signs import Shown

ALSO = (Designation("flat"), Designation("DWG", form=DesignationForm.ABBREVIATION))
OOK = (Designation("huis"),)


def judge(sight: Sight) -> Iterable[Hit]:
    """A hit on every place of a designation that is not the term of any concept, but admitted for one; not of short forms."""
    for use in sight.uses_of_kind(DesignationKind.ADMITTED):
        word = use.span.of(sight.reading.text)
        if len(use.items) == 1 and not word.isupper():
            arguments = {"word": word, "term": use.items[0].entry.term}
            yield Hit(span=use.span, arguments=arguments, evidence=sight.evidence(use.items), fix=sight.replaced(use))


RULE = Rule(
    code="GLO-15",
    name="Second choice used",
    question="Does the text use the preferred term of every concept?",
    rationale="One concept, one word: the admitted ones are for finding the entry, not for writing others.",
    severity=Severity.INFO,
    confidence=Confidence.LIKELY,
    scope=RuleScope.NEIGHBOURS,
    references=("ISO 704 monosemy", "Joint Practical Guide 6", "ULC drafting rules"),
    is_opt_in=True,
    has_fix=True,
    examples=(
        good(
            "person who owns a dwelling or a DWG",
            "en",
            term="lessor",
            others=(Neighbour(term="dwelling", text="building to live in", designations=ALSO),),
            note="short forms are for writing",
        ),
        bad(
            "person who owns a flat",
            "en",
            term="lessor",
            marked="flat",
            others=(Neighbour(term="dwelling", text="building to live in", designations=ALSO),),
        ),
        good(
            "persoon die een woning bezit",
            "nl",
            term="verhuurder",
            others=(Neighbour(term="woning", text="gebouw om in te wonen", designations=OOK),),
        ),
        bad(
            "persoon die een huis bezit",
            "nl",
            term="verhuurder",
            marked="huis",
            others=(Neighbour(term="woning", text="gebouw om in te wonen", designations=OOK),),
        ),
    ),
    judge=judge,
    waits_for=(Shown.ADMITTED,),
)
