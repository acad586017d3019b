"""Where a text cites a part of an act by its number."""

import re
from collections.abc import Iterator

from rules.marks import Span

CITATIONS = {
    "en": re.compile(
        r"(?<!\w)(?:articles?|art\.|sections?|paragraphs?|chapters?|§)\s?(\d[\w:.()]{0,20})", re.IGNORECASE
    ),
    "nl": re.compile(
        r"(?<!\w)(?:artikel(?:en)?|art\.|paragraaf|hoofdstuk|afdeling|§)\s?(\d[\w:.()]{0,20})", re.IGNORECASE
    ),
}
ENDS = ".:("


def citations(text: str, language: str) -> Iterator[tuple[Span, str]]:
    """Every citation and its number: *article 7* and *7*."""
    for match in CITATIONS[language].finditer(text):
        number = match[1].rstrip(ENDS)
        yield Span(match.start(), match.start(1) + len(number)), number
