"""Letters that only insiders can spell out shut everyone else out.

Fix: write the full form, or add the abbreviation as a designation.
"""

import re
from collections.abc import Iterable

from rules import standins, tokens
from rules.kit import Confidence, RuleScope, Severity
from rules.marks import Hit, Span
from rules.reading import Reading
from rules.rule import Rule, bad, good
from rules.signs import Fact

# Two to six capitals; not a code with a number after it, such as ISO 704, nor part of a longer mixed word.
ABBREVIATION = re.compile(r"(?<![\w.])[A-Z][A-Z0-9]{0,3}[A-Z](?![\w’'&]|[\s-]?\d)")
FORMULA = re.compile(r"[CHON0-9]+")  # carbon, hydrogen, oxygen, nitrogen: OH, CHO
ROMAN = re.compile(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
LONGEST = 30  # characters of a name
NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{2,20} \Z")
CITED = re.compile(r",[\w\s,.]{0,24}?(?<!\d)(?:1[89]|20)\d{2}(?!\d)")
SIGHT = 120  # characters before an abbreviation in which its words may stand


def check(reading: Reading) -> Iterable[Hit]:
    """A hit on the first use of every abbreviation that is no label, not common, and not expanded in the text."""
    if ABBREVIATION.search(reading.text) is None or _is_shouted(reading.text):
        return
    seen = _known(reading)
    for match in ABBREVIATION.finditer(reading.text, reading.body.start):
        word = match[0]
        is_part = (
            _is_in_name(reading.text, match) or _is_of_term(reading, word.casefold()) or _is_cited(reading.text, match)
        )
        if word.casefold() not in seen and not is_part and not _is_code(word) and not _is_expanded(reading.text, match):
            yield Hit(span=Span(match.start(), match.end()), arguments={"abbreviation": word})
        seen.add(word.casefold())


def _known(reading: Reading) -> set[str]:
    own = (word.folded for label in reading.entry.labels for word in tokens.words(label))
    parts = (piece for word in own for piece in word.split("-"))
    return {*parts, *reading.words_of("known_abbreviations")}


def _is_in_name(text: str, match: re.Match[str]) -> bool:
    """Whether the letters are half of *MS-DOS*, or follow a name within the text: *Windows NT*."""
    before = NAME.search(text[max(0, match.start() - LONGEST) : match.start()])
    after = text[match.end() : match.end() + 2]
    return before is not None or (after[:1] == "-" and after[1:].isupper()) or text[: match.start()].endswith("-")


def _is_of_term(reading: Reading, letters: str) -> bool:
    """Whether the letters begin a word of a label, *CK* of *CK3-6*, or are the initials of its words."""
    for label in reading.entry.labels:
        words = tokens.words(label)
        initials = "".join(word.folded[0] for word in words)
        if letters in initials or any(word.folded.startswith(letters) for word in words):
            return True
    return False


def _is_cited(text: str, match: re.Match[str]) -> bool:
    """Whether the letters are an author: *(GSWA, 2013)*."""
    return CITED.match(text, match.end()) is not None


def _is_code(word: str) -> bool:
    """Whether the letters are a number, a formula, or a reminder such as TODO."""
    return (
        standins.REMINDER.fullmatch(word) is not None
        or ROMAN.fullmatch(word) is not None
        or FORMULA.fullmatch(word) is not None
    )


def _is_shouted(text: str) -> bool:
    return sum(map(str.isupper, text)) > sum(map(str.islower, text))


def _is_expanded(text: str, match: re.Match[str]) -> bool:
    before = text[max(0, match.start() - SIGHT) : match.start()]
    is_in_brackets = before.endswith("(") and text.startswith(")", match.end())
    is_followed = text[match.end() : match.end() + 2].lstrip().startswith("(")
    initials = "".join(word.folded[0] for word in tokens.words(before))
    return is_in_brackets or is_followed or match[0].casefold() in initials


RULE = Rule(
    code="CNT-20",
    name="Unexplained abbreviation",
    question="Can every reader spell out the abbreviations in the text?",
    rationale="An abbreviation has as many meanings as there are organisations.",
    severity=Severity.INFO,
    confidence=Confidence.LIKELY,
    scope=RuleScope.TEXT,
    references=("ISO/IEC 11179-4 R4", "ASTRA INT-07", "ASTRA INT-10"),
    locales=("en", "nl"),
    revision=4,
    waits_for=(Fact.INNER_CAPITAL,),
    examples=(
        good("unit of the International Organization for Standardization (IOS) in the EU", "en"),
        bad("report that the RQPT sends", "en", marked="RQPT"),
        good("eis van norm NEN 1010 aan installaties in de EU", "nl"),
        bad("rapport dat de RQPT verstuurt", "nl", marked="RQPT"),
    ),
    check=check,
)
