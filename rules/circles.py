"""Whether a place in the text that looks like the entry's own term is a circle, or means something else."""

import re

from rules import tokens
from rules.kit import Style
from rules.marks import Span
from rules.reading import Reading

SIGHT = 40  # characters in which a neighbour stands
QUOTES = frozenset("'`‘\"“„«")
SIGNS = frozenset("+#*!")
SIGN = re.compile(r"[\"'”’»]?\s*+(?:=|:|–|—)")
LONGEST_SUBJECT = 8  # words
PAIRS = (("`", "'"), ("‘", "’"), ("“", "”"), ("„", "”"), ("«", "»"))


def is_circle(reading: Reading, span: Span) -> bool:
    """Whether the words at `span` use the term to define it.

    No circle is a part of a compound, *boom- of struikbeplanting*, what is quoted, a remark after a semicolon, nor another name: a longer one, *Lake Urmia* for *Urmia*; a name
    where the term is none, *genus Plasmodium* for *plasmodium*; the place that a name comes from, *the siege of Syracuse*.
    Nor is the subject of a sentence, where definitions are sentences.
    """
    return not (
        reading.text.startswith("-", span.end)
        or (equation(reading) is not None and span.start <= reading.first_letter + 1)
        or _lacks_sign(reading, span)
        or _is_quoted(reading.text, span)
        or _is_remark(reading.text, span)
        or _is_other_name(reading, span)
        or is_subject(reading, span)
    )


def is_subject(reading: Reading, span: Span) -> bool:
    """Whether the definition is a sentence, as its style asks, and `span` stands in the subject of it.

    The subject goes up to a copula, *A term for a concept is*, or is the term that opens the text, *Has part relates*.
    """
    if reading.style is not Style.SENTENCE:
        return False
    opening = reading.words[:LONGEST_SUBJECT]
    copula = next((word for word in opening if word.folded in reading.words_of("copulas")), None)
    starts = [
        word.start for word in opening[:2] if word is opening[0] or opening[0].folded in reading.words_of("articles")
    ]
    return span.start in starts or (copula is not None and span.end < copula.start)


def equation(reading: Reading) -> Span | None:
    """The term with a sign after it that opens the text, *lease =* or *lease:*; None for other texts."""
    for found in reading.own_term[:1]:
        sign = SIGN.match(reading.text, found.span.end)
        if sign is not None and found.span.start <= reading.first_letter + 1:
            return Span(reading.words[0].start, sign.end())
    return None


def is_name(word: str, language: str) -> bool:
    """Whether a word of a label is a name: a capital first, and not known with a small letter. Not an abbreviation."""
    return word[:1].isupper() and not word.isupper() and not tokens.is_plain(word.casefold(), language)


def _is_quoted(text: str, span: Span) -> bool:
    if text[span.start - 1 : span.start] in QUOTES:
        return True
    before = text[max(0, span.start - SIGHT) : span.start]
    return before.count('"') % 2 == 1 or any(before.rfind(opened) > before.rfind(closed) for opened, closed in PAIRS)


def _is_remark(text: str, span: Span) -> bool:
    """Whether a semicolon ends the definition before the span, or a stop does just before it.

    After a colon a semicolon parts the items of a list.
    """
    end = text.find("; ", 0, span.start)
    is_next = text[max(0, span.start - SIGHT) : span.start].rstrip().endswith(".")
    return is_next or (end >= 0 and ":" not in text[:end])


def _lacks_sign(reading: Reading, span: Span) -> bool:
    """Whether the term ends in a sign, as *Z++* does, that the place has not."""
    sign = reading.entry.term[reading.term_words[-1].end :].strip()
    return bool(sign) and sign[0] in SIGNS and not reading.text.startswith(sign, span.end)


def _is_other_name(reading: Reading, span: Span) -> bool:
    if _is_in_name(reading.text, span):
        return True
    if span.start <= reading.first_letter or not reading.text[span.start].isupper() or span.of(reading.text).isupper():
        return False
    term = reading.term_words[0].text
    return term[0].islower() or (is_name(term, reading.language) and _is_placed(reading, span))


def _is_in_name(text: str, span: Span) -> bool:
    """Whether the word and a neighbour carry a capital, as in *Lake Urmia* in a text on the city of *Urmia*."""
    before, after = _before(text, span), text[span.end : span.end + SIGHT].split()
    neighbours = [*before[-1:], *after[:1]]
    return bool(before) and text[span.start].isupper() and any(word[0].isupper() for word in neighbours)


def _is_placed(reading: Reading, span: Span) -> bool:
    return _before(reading.text, span)[-1] in reading.words_of("place_prepositions")


def _before(text: str, span: Span) -> list[str]:
    return text[max(0, span.start - SIGHT) : span.start].split()
