"""An address in the text dies, and the definition with it.

Fix: move the address to the sources.
"""

import re
from collections.abc import Iterable

from rules.kit import Confidence, RuleScope, Severity
from rules.marks import Hit, Span
from rules.reading import Reading
from rules.rule import Rule, bad, good

ADDRESS = re.compile(
    r"(?:https?://|ftp://|(?<!\w)www\.)[^\s<>\[\]{}]{2,}"
    r"|(?<![\w@.-])(?:[a-z0-9-]{1,40}\.){1,4}(?:com|org|net|info|eu|nl|be|de|fr|uk|gov|edu|example)(?![\w.-]*\w)(?:/[^\s<>\[\]{}]{0,200})?",
    re.IGNORECASE,
)


def check(reading: Reading) -> Iterable[Hit]:
    """A hit on every web address."""
    for match in ADDRESS.finditer(reading.text):
        end = match.start() + len(match[0].rstrip(".,;:!?'\")"))
        yield Hit(span=Span(match.start(), end), arguments={"address": reading.text[match.start() : end]})


RULE = Rule(
    code="FRM-22",
    name="Web address",
    question="Is the text free of web addresses?",
    rationale="A definition must be complete without a click.",
    severity=Severity.WARNING,
    confidence=Confidence.CERTAIN,
    scope=RuleScope.TEXT,
    references=(),
    waits_for=("/", "."),
    revision=2,
    examples=(
        good("address of a page on the web", "en"),
        bad("dwelling as listed on https://example.org/list.", "en", marked="https://example.org/list"),
        good("adres van een pagina op het web", "nl"),
        bad("woning zoals vermeld op www.example.org", "nl", marked="www.example.org"),
    ),
    check=check,
)
