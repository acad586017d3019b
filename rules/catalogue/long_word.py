"""A word of more than twenty letters has to be taken apart before it can be read.

Fix: write it as two words or with a hyphen, or use a shorter one.
"""

import re
from collections.abc import Iterable

from rules.kit import Confidence, RuleScope, Severity
from rules.marks import Hit, Span
from rules.reading import Reading
from rules.rule import Rule, bad, good

# Dutch writes compounds as one word: terminology.md 2.8
LONG = {"en": re.compile(r"[^\W\d_]{21,}+"), "nl": re.compile(r"[^\W\d_]{25,}+")}
SHORTEST = 21


def check(reading: Reading) -> Iterable[Hit]:
    """A hit on every word of more than 20 letters, in Dutch 24."""
    if max(map(len, reading.vocabulary), default=0) < SHORTEST:
        return
    for match in LONG[reading.language].finditer(reading.text):
        arguments = {"word": match[0], "count": str(len(match[0]))}
        yield Hit(span=Span(match.start(), match.end()), arguments=arguments)


RULE = Rule(
    code="RDB-06",
    name="Long word",
    question="Can every word be read at a glance?",
    rationale="Long compounds slow down every reader, and stop those who read with difficulty.",
    severity=Severity.INFO,
    confidence=Confidence.LIKELY,
    scope=RuleScope.TEXT,
    references=("LIX, Björnsson 1968",),
    locales=("en", "nl"),
    examples=(
        good("study of the electricity of the brain", "en"),
        bad("part of electroencephalography", "en", marked="electroencephalography"),
        good("verzekering tegen arbeidsongeschiktheid", "nl"),
        bad("verplichte arbeidsongeschiktheidsverzekering", "nl", marked="arbeidsongeschiktheidsverzekering"),
    ),
    check=check,
)
