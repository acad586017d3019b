"""What stands in brackets is either needed or not; brackets leave that open.

Fix: write it without brackets, or move it to a note.
"""

import re
from collections.abc import Iterable

from rules.kit import Confidence, RuleScope, RuleStatus, Severity
from rules.marks import Hit, Span
from rules.reading import Reading
from rules.rule import Rule, bad, good

ASIDE = re.compile(r"(?<=\s)\([^()\n]{4,300}\)")
CODE = re.compile(r"\([A-Z0-9 .,:/-]{1,40}\)")  # an abbreviation, number or formula explains what stands before it


def check(reading: Reading) -> Iterable[Hit]:
    """A hit on every aside in brackets; not on an abbreviation or number, nor on letters within a word."""
    for match in ASIDE.finditer(reading.text, reading.body.start):
        if CODE.fullmatch(match[0]) is None:
            yield Hit(span=Span(match.start(), match.end()), arguments={"aside": match[0]})


RULE = Rule(
    code="FRM-15",
    name="Text in brackets",
    question="Does every part of the text belong to the definition without brackets?",
    rationale="No fault by itself: five to sixteen of a hundred sound definitions have brackets.",
    severity=Severity.INFO,
    confidence=Confidence.HINT,
    scope=RuleScope.TEXT,
    status=RuleStatus.PREVIEW,
    references=("ISO 704 non-essential information",),
    waits_for=("(",),
    examples=(
        good("tax that the Tax Office (TO) levies on tenant(s)", "en"),
        bad("vehicle (with or without an engine) on roads", "en", marked="(with or without an engine)"),
        good("heffing van de Belastingdienst (BD) aan huurder(s)", "nl"),
        bad("voertuig (al dan niet met motor) op de weg", "nl", marked="(al dan niet met motor)"),
    ),
    check=check,
)
