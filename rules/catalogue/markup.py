"""Tags and entities are for machines; readers see the raw signs.

Fix: write plain text; the fix does so.
"""

import html
import re
from collections.abc import Iterable

from rules.kit import Confidence, RuleScope, Severity
from rules.marks import Hit, Span, TextEdit
from rules.reading import Reading
from rules.rule import Rule, bad, good

TAGS = (
    "a|b|i|u|p|br|hr|em|strong|span|div|ul|ol|li|h[1-6]|table|tr|td|th|img|sub|sup|code|pre|font|script|style|html|body"
)
MARKUP = re.compile(
    rf"</?(?:{TAGS})(?:\s[^<>=]{{0,60}}=[^<>]{{0,300}})?\s?/?>"
    r"|&(?:[a-z]{2,8}|\#[0-9]{1,6}|\#x[0-9a-f]{1,6});"
    r"|\[(?P<link>[^\[\]\n]{1,200})\]\([^()\s]{1,300}\)"
    r"|\*\*(?P<bold>[^*\n]{1,200})\*\*"
    r"|\[\[(?P<wiki>[^\[\]\n]{1,200})\]\]"
    r"|\{\{(?P<template>[^{}\n]{1,200})\}\}",
    re.IGNORECASE,
)


QUOTES = frozenset("'\"“”‘’`")
SIGHT = 12  # characters
SPOKEN_OF = re.compile(
    r"(?<!\w)(?:tags?|elements?|entit(?:y|ies|eit)|elementen|HTML|SGML|XML|Markdown)(?!\w)", re.IGNORECASE
)
KEPT = ("link", "bold", "wiki", "template")


def check(reading: Reading) -> Iterable[Hit]:
    """A hit on every HTML tag, entity and Markdown link or emphasis."""
    for match in MARKUP.finditer(reading.text):
        span = Span(match.start(), match.end())
        if _is_mentioned(reading.text, span):
            continue
        yield Hit(span=span, arguments={"markup": match[0]}, fix=TextEdit(span, _plain(match)))


def _is_mentioned(text: str, span: Span) -> bool:
    """Whether the text speaks of the markup: it stands in quotes, or beside *tag*, *element* and such."""
    is_quoted = text[span.start - 1 : span.start] in QUOTES and text[span.end : span.end + 1] in QUOTES
    beside = f"{text[max(0, span.start - SIGHT) : span.start]} {text[span.end : span.end + SIGHT]}"
    return (is_quoted and span.start > 0) or SPOKEN_OF.search(beside) is not None


def _plain(match: re.Match[str]) -> str:
    if match[0].startswith("&"):
        return html.unescape(match[0])
    return next((match[name] for name in KEPT if match[name]), "")


RULE = Rule(
    code="FRM-19",
    name="Markup",
    question="Is the text plain, without tags or entities?",
    rationale="A definition travels to places that show markup as it is written.",
    severity=Severity.WARNING,
    confidence=Confidence.CERTAIN,
    scope=RuleScope.TEXT,
    references=(),
    has_fix=True,
    waits_for=("<", "&", "[", "*", "{"),
    revision=2,
    examples=(
        good("number x for which 1 < x and x > 0", "en"),
        bad("vehicle with<br>two wheels", "en", marked="<br>"),
        good("huur & verhuur van woningen", "nl"),
        bad("huur &amp; verhuur van woningen", "nl", marked="&amp;"),
    ),
    check=check,
)
