"""Two meanings in one entry are two concepts with one definition.

Fix: make an entry for each meaning, with its context.
"""

import re
from collections.abc import Iterable

from rules.kit import Confidence, RuleScope, Severity
from rules.marks import Hit, Span
from rules.reading import Reading
from rules.rule import Rule, bad, good

NUMBERED = re.compile(r"(?<!\S)(?P<mark>\(?(?P<ordinal>[0-9]|[a-h])[.)])(?=\s)", re.IGNORECASE)
SECONDS = {"1": "2", "a": "b"}


def check(reading: Reading) -> Iterable[Hit]:
    """One hit on the second number or letter of a text that opens with the first one."""
    opening = NUMBERED.match(reading.text, reading.body.start)
    second = None if opening is None else _next(reading.text, opening)
    if second is not None:
        yield Hit(span=Span(*second.span("mark")), anchor="", arguments={"mark": second["mark"]})


def _next(text: str, opening: re.Match[str]) -> re.Match[str] | None:
    wanted = SECONDS.get(opening["ordinal"].casefold())
    found = NUMBERED.finditer(text, opening.end())
    return next((match for match in found if match["ordinal"].casefold() == wanted), None)


RULE = Rule(
    code="FRM-21",
    name="Several senses",
    question="Does the text define a single concept?",
    rationale="One entry, one concept: a reader who links to the entry cannot say which meaning is meant.",
    severity=Severity.ERROR,
    confidence=Confidence.LIKELY,
    scope=RuleScope.TEXT,
    references=("ISO 704 one concept per entry",),
    waits_for=(".", ")"),
    examples=(
        good("body that: a) makes rules and b) enforces them", "en"),
        bad("1. bank of a river 2. company that lends money", "en", marked="2."),
        good("orgaan dat: 1. regels stelt en 2. ze handhaaft", "nl"),
        bad("a) oever van een rivier; b) bedrijf dat geld leent", "nl", marked="b)"),
    ),
    check=check,
)
