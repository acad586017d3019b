"""An abbreviation as the only name leaves readers to guess what the letters stand for.

Fix: make the full form the term and the abbreviation a designation.
"""

from collections.abc import Iterable

from rules.entry import Designation
from rules.kit import Confidence, DesignationForm, RuleScope, Severity
from rules.marks import Hit
from rules.reading import Reading
from rules.rule import Rule, bad, good
from rules.signs import Fact

LONGEST = 6
SHORTEST = 2


def check(reading: Reading) -> Iterable[Hit]:
    """One hit on a term of capitals when no designation gives more letters or is marked as the full form."""
    term = reading.entry.term.strip()
    is_abbreviation = SHORTEST <= len(term) <= LONGEST and term.isalpha() and term.isupper()
    if is_abbreviation and not any(_is_full(item, term) for item in reading.entry.designations):
        yield Hit(about="term", anchor="", arguments={"term": term})


def _is_full(designation: Designation, term: str) -> bool:
    return designation.form is DesignationForm.FULL_FORM or len(designation.text.strip()) > len(term) + 1


RULE = Rule(
    code="TRM-13",
    name="Abbreviation without its full form",
    question="Does the entry say what its abbreviation stands for?",
    rationale="One abbreviation has many full forms; without it nobody can check that this is the one.",
    severity=Severity.INFO,
    confidence=Confidence.LIKELY,
    scope=RuleScope.ENTRY,
    references=("TBX termType", "ISO 704 designations"),
    locales=("en", "nl"),
    judges_blank=True,
    waits_for=(Fact.CAPITAL_LABEL,),
    examples=(
        good("tax on sold goods", "en", term="VAT", designations=(Designation("value added tax"),)),
        bad("tax on sold goods", "en", term="VAT", marked=None),
        good("heffing op verkochte goederen", "nl", term="BTW", designations=(Designation("omzetbelasting"),)),
        bad("heffing op verkochte goederen", "nl", term="BTW", marked=None),
    ),
    check=check,
)
