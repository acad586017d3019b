"""Three relative clauses in one phrase make the reader hold three things at once.

Fix: turn a clause into an adjective or a phrase with `of` or `with`, or move it to a note.
"""

from collections.abc import Iterable

from rules.kit import Confidence, RuleScope, Severity
from rules.marks import Hit, Span
from rules.reading import Reading
from rules.rule import Parameter, Rule, bad, good


def check(reading: Reading) -> Iterable[Hit]:
    """One hit from the first to the last relative pronoun of the first sentence when there are too many."""
    relatives = reading.words_of("relatives")
    if reading.vocabulary.isdisjoint(relatives):
        return
    found = [word for word in reading.defining_words if word.folded in relatives]
    if len(found) > reading.limit("RDB-05", "max_clauses"):
        yield Hit(span=Span(found[0].start, found[-1].end), anchor="", arguments={"count": str(len(found))})


RULE = Rule(
    code="RDB-05",
    name="Nested clauses",
    question="Can the text be read without going back?",
    rationale="Every relative clause suspends the one around it.",
    severity=Severity.INFO,
    confidence=Confidence.LIKELY,
    scope=RuleScope.TEXT,
    references=("ISO/IEC 11179-4 A3", "ASTRA STR-ORG-001", "ASTRA INT-01"),
    locales=("en", "nl"),
    parameters=(Parameter("max_clauses", 3, 1, 20),),
    waits_for_lists=("relatives",),
    examples=(
        good("person who owns a dwelling that is let", "en"),
        bad(
            "person who owns a house which has a room that is let to those who study",
            "en",
            marked="who owns a house which has a room that is let to those who",
        ),
        good("persoon die een woning bezit die wordt verhuurd", "nl"),
        bad(
            "persoon die een huis bezit dat een kamer heeft die hij verhuurt aan iemand die studeert",
            "nl",
            marked="die een huis bezit dat een kamer heeft die hij verhuurt aan iemand die",
        ),
    ),
    check=check,
)
