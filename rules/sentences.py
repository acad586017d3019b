"""Where sentences of a text begin and end, without tripping over abbreviations."""

import re

from rules import lexicon
from rules.marks import Span

# A stop, closing marks, white space, then something that can open a sentence.
ENDS = frozenset(".!?…")
STOP = re.compile(r"[.!?…][\"'”’»)\]]{0,3}(?=\s)")
OPENING = re.compile(r"\s++[\"'“‘«(\[]{0,3}(\w)")
TOKEN_BEFORE = re.compile(r"[^\s(\[\"'“‘]{1,20}\Z")


def sentences(text: str, language: str) -> tuple[Span, ...]:
    """The sentences in order, without the white space around them. At least one when the text is not blank."""
    if ENDS.isdisjoint(text):
        return _whole(text)
    starts = [0]
    for stop in STOP.finditer(text):
        opening = OPENING.match(text, stop.end())
        if opening is not None and opening[1].isupper() and not _is_abbreviation(text, stop.start(), language):
            starts.append(stop.end())
    if len(starts) == 1:
        return _whole(text)
    ends = [*starts[1:], len(text)]
    spans = (trimmed(text, Span(start, end)) for start, end in zip(starts, ends, strict=True))
    return tuple(span for span in spans if span.start < span.end)


def _whole(text: str) -> tuple[Span, ...]:
    span = trimmed(text, Span(0, len(text)))
    return (span,) if span.start < span.end else ()


def trimmed(text: str, span: Span) -> Span:
    """The span without white space at either end."""
    if span.start < span.end and not (text[span.start].isspace() or text[span.end - 1].isspace()):
        return span
    piece = span.of(text)
    start = span.start + len(piece) - len(piece.lstrip())
    return Span(start, max(start, span.start + len(piece.rstrip())))


def _is_abbreviation(text: str, stop: int, language: str) -> bool:
    if text[stop] != ".":
        return False
    token = TOKEN_BEFORE.search(text, max(0, stop - 21), stop)
    if token is None:
        return False
    word = token[0].casefold()
    is_initial = len(word.rpartition(".")[2]) == 1 and word[-1].isalpha()
    return is_initial or word in lexicon.words(language, "abbreviations")
