"""A bracket or quotation mark without its partner is a slip of copying or editing.

Fix: add the missing half or remove the lonely one.
"""

import re
from collections.abc import Iterable

from rules.kit import Confidence, RuleScope, Severity
from rules.marks import Hit, Span
from rules.reading import Reading
from rules.rule import Rule, bad, good

PAIRS = {")": "(", "]": "[", "}": "{", "»": "«"}
BRACKET = re.compile(r"[()\[\]{}«»]")
ENUMERATOR = re.compile(r"(?<![^\s;,:(])(?:[0-9]{1,2}|[A-Za-z]|[ivx]{1,3})\Z")  # the bracket of "a)" needs no partner
INTERVAL = re.compile(r"[(\[]\s?[-+]?[\d.,∞]{1,20}\s?[,;]\s?[-+]?[\d.,∞]{1,20}\s?[)\]]")  # [0, 1) is no slip
# [0, 1) is no slip; a quoted bracket, "[", is a sign that the text speaks of; between slashes stands how a word is said
SPARED = re.compile(rf"{INTERVAL.pattern}|[\"'“‘`][()\[\]{{}}«»][\"'”’]|\A/[^/\s]{{1,40}}/")
STRAIGHT = re.compile('"')
CURLY = re.compile(r"[“”„]")


def check(reading: Reading) -> Iterable[Hit]:
    """A hit on every bracket, and on the last quotation mark, that has no partner."""
    text = SPARED.sub(lambda match: " " * len(match[0]), reading.text)
    for at in sorted({*_brackets(text), *_quotes(text)}):
        yield Hit(span=Span(at, at + 1), arguments={"mark": reading.text[at]})


def _brackets(text: str) -> list[int]:
    lonely: list[int] = []
    opened: list[int] = []
    for match in BRACKET.finditer(text):
        mark, at = match[0], match.start()
        if mark in PAIRS.values():
            opened.append(at)
        elif opened and text[opened[-1]] == PAIRS[mark]:
            opened.pop()
        elif not ENUMERATOR.search(text, max(0, at - 4), at):
            lonely.append(at)
    return lonely + opened


def _quotes(text: str) -> list[int]:
    # A mark after a digit may be an inch, 5", so it counts only when the others do not add up.
    every = [[match.start() for match in mark.finditer(text)] for mark in (STRAIGHT, CURLY)]
    odd = [places for places in every if len(places) % 2]
    return [places[-1] for places in odd if len([at for at in places if not text[at - 1 : at].isdigit()]) % 2]


RULE = Rule(
    code="FRM-17",
    name="Unbalanced brackets or quotes",
    question="Has every bracket and quotation mark its partner?",
    rationale="What belongs inside and what outside is unclear, and often a part of the text got lost.",
    severity=Severity.ERROR,
    confidence=Confidence.CERTAIN,
    scope=RuleScope.TEXT,
    references=(),
    waits_for=tuple('()[]{}«»"“”„'),
    revision=2,
    examples=(
        good("number in [0, 1) given to: a) an event, b) a claim (of any kind)", "en"),
        bad("vehicle (with two wheels", "en", marked="("),
        good("voertuig (met twee wielen)", "nl"),
        bad('voertuig met "twee wielen', "nl", marked='"'),
    ),
    check=check,
)
