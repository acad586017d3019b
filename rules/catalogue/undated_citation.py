"""A citation follows the act when that changes, or it does not; somebody must say which.

Fix: add `as it read on …`, or `as amended`.
"""

import re
from collections.abc import Iterable

from rules import citations
from rules.kit import Confidence, RuleScope, RuleStatus, Severity
from rules.marks import Hit
from rules.reading import Reading
from rules.rule import Rule, bad, good

STATED = {
    "en": re.compile(
        r"\bas (?:it (?:read|stood)|amended|in force|last amended)\b|\bfrom time to time\b", re.IGNORECASE
    ),
    "nl": re.compile(
        r"\bzoals (?:d[ai]t|deze|die|het|laatstelijk)\s(?:luid|gewijzigd|gold|geldt)|\blaatstelijk gewijzigd\b",
        re.IGNORECASE,
    ),
}


def check(reading: Reading) -> Iterable[Hit]:
    """One hit on a text that cites acts and never says whether it follows their changes."""
    found = [span.of(reading.text) for span, _ in citations.citations(reading.text, reading.language)]
    if found and STATED[reading.language].search(reading.text) is None:
        yield Hit(anchor="", arguments={"citation": found[0]})


RULE = Rule(
    code="LEG-08",
    name="Citation without its time",
    question="Is it clear whether the citation follows later changes of the act?",
    rationale="A static and a dynamic citation are two definitions from the first amendment on.",
    severity=Severity.INFO,
    confidence=Confidence.HINT,
    scope=RuleScope.TEXT,
    status=RuleStatus.PREVIEW,
    references=("Aanwijzingen voor de regelgeving, statische en dynamische verwijzing",),
    locales=("en", "nl"),
    is_opt_in=True,
    examples=(
        good("consumer as meant in article 1 of the Act as amended", "en"),
        bad("consumer as meant in article 1 of the Act", "en", marked=None),
        good("afnemer als bedoeld in artikel 1 van de wet, zoals dat luidde op 1 januari 2024", "nl"),
        bad("afnemer als bedoeld in artikel 1 van de wet", "nl", marked=None),
    ),
    check=check,
)
