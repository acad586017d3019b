"""Another name for the same thing explains nothing to whoever does not know that name either.

Fix: describe the concept; keep the other name as a designation.
"""

from collections.abc import Iterable

from rules import standins
from rules.entry import Designation
from rules.kit import Confidence, RuleScope, Severity
from rules.marks import Hit
from rules.reading import Reading
from rules.rule import Rule, bad, good


def check(reading: Reading) -> Iterable[Hit]:
    """One hit when the definition proper is one of the entry's own labels, or a single word."""
    if standins.is_standin(reading):
        return
    if reading.repeats_label:
        yield Hit(span=reading.body, anchor="", arguments={"case": "label"})
    elif len(reading.all_body_words) == 1:
        yield Hit(span=reading.body, anchor="")


RULE = Rule(
    code="FRM-03",
    name="Synonym instead of a definition",
    question="Is the text a description rather than another name?",
    rationale="A synonym or a repeated label shifts the question to another word.",
    severity=Severity.ERROR,
    confidence=Confidence.CERTAIN,
    scope=RuleScope.TEXT,
    references=("ISO/IEC 11179-4 R3", "ASTRA STR-03"),
    examples=(
        good("request to a higher body to review a decision", "en", term="appeal"),
        bad("objection", "en", term="appeal", marked="objection"),
        bad("the appeals", "en", term="appeal", marked="the appeals", note="the term itself, in another form"),
        good("verzoek om een besluit te heroverwegen", "nl", term="bezwaar"),
        bad("Kleren", "nl", term="kleding", marked="Kleren"),
        bad("beroep", "nl", term="bezwaar", designations=(Designation("beroep"),), marked="beroep"),
    ),
    check=check,
)
