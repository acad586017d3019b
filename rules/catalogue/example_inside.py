"""An example shows some cases; a definition covers all.

Fix: move the example to the examples of the entry.
"""

import re
from collections.abc import Iterable

from rules.kit import Confidence, RuleScope, Severity
from rules.marks import Hit, Span
from rules.reading import Reading
from rules.rule import Rule, bad, good

FOLLOWING = re.compile(r"\s{1,4}([^\W_]{1,30})")
COMPARISON = re.compile(
    r"(?<=, )(?:like an?|gelijk een|neem (?:een|het|de)|zeg een|say an?)(?= \w)|(?<=, )say(?=[,)])|(?<=, )waaronder(?= (?:[\w-]+,? ){1,4}en [\w-]+(?:[.;)]|\Z))|(?<=, )as with(?= (?:the|an?) \w)|(?<=\()(?:like|say|neem|zeg)(?=,? \w)"
)


def check(reading: Reading) -> Iterable[Hit]:
    """A hit on every phrase that announces an example; not on a reference such as `zoals bedoeld in`."""
    for span in reading.find("example_inside"):
        following = FOLLOWING.match(reading.text, span.end)
        if following is None or following[1].casefold() not in reading.words_of("referral_words"):
            yield Hit(span=span, arguments={"phrase": span.of(reading.text)})
    for match in COMPARISON.finditer(reading.text, reading.body.start):
        yield Hit(span=Span(match.start(), match.end()), arguments={"phrase": match[0]})


RULE = Rule(
    code="CNT-08",
    name="Example inside",
    question="Does the text define without examples?",
    rationale="Readers take an example for a limit or for a mark of the concept.",
    severity=Severity.WARNING,
    confidence=Confidence.LIKELY,
    scope=RuleScope.TEXT,
    references=("ISO 704 non-essential information", "ASTRA INT-06"),
    locales=("en", "nl"),
    lexicons=("example_inside",),
    needs_phrase=True,
    waits_for=("like", "say", "gelijk", "waaronder", "with", "neem", "zeg"),
    revision=3,
    examples=(
        good("vehicle as defined in the Road Traffic Act", "en"),
        bad("property that can be carried, like a car", "en", marked="like a"),
        bad("vehicle such as a bicycle", "en", marked="such as"),
        good("woonruimte zoals bedoeld in artikel 7:233", "nl"),
        bad("woonruimte, bijvoorbeeld een kamer", "nl", marked="bijvoorbeeld"),
    ),
    check=check,
)
