"""A definition that uses its own term sends the reader back to where he came from.

Fix: describe the concept in other words, or name its parent concept.
"""

from collections.abc import Iterable

from rules.kit import Confidence, RuleScope, Severity, Style
from rules.marks import Hit, Span
from rules.reading import Reading
from rules.rule import Rule, bad, good

SIGHT = 40  # characters in which a neighbour stands
QUOTES = frozenset("'`‘\"“„«")
GENUS = 4  # content words: terminology.md 2.3, genus position


def check(reading: Reading) -> Iterable[Hit]:
    """A hit on every place where the term stands as it is; mild when a term of several words stands late in the text."""
    if reading.repeats_label:
        return
    genus = reading.content_words[:GENUS]
    for found in reading.own_term:
        if found.is_exact and not _is_other_name(reading, found.span):
            is_early = any(found.span.start <= word.start < found.span.end for word in genus)
            is_mild = len(reading.term_words) > 1 and not is_early
            yield Hit(span=found.span, arguments={"term": reading.entry.term}, is_mild=is_mild)


def _is_other_name(reading: Reading, span: Span) -> bool:
    """Whether the word is quoted, or names something else: *genus Plasmodium* for *plasmodium*, *Lake Urmia* for *Urmia*."""
    if _is_in_name(reading.text, span) or reading.text[span.start - 1 : span.start] in QUOTES:
        return True
    is_name = span.start > reading.first_letter and reading.text[span.start].isupper()
    return is_name and reading.entry.term[:1].islower() and not span.of(reading.text).isupper()


def _is_in_name(text: str, span: Span) -> bool:
    """Whether the word and a neighbour carry a capital, as in *Lake Urmia* in a text on the city of *Urmia*."""
    before = text[max(0, span.start - SIGHT) : span.start].split()
    after = text[span.end : span.end + SIGHT].split()
    neighbours = [*before[-1:], *after[:1]]
    return bool(before) and text[span.start].isupper() and any(word[0].isupper() for word in neighbours)


RULE = Rule(
    code="CNT-01",
    name="Own term",
    question="Does the definition do without the term it defines?",
    rationale="Whoever does not know the term cannot understand a text that needs it.",
    severity=Severity.ERROR,
    confidence=Confidence.LIKELY,
    scope=RuleScope.TEXT,
    references=("ISO 704 circularity", "ISO/IEC 11179-4 A6", "ASTRA SAM-05"),
    locales=("en", "nl"),
    revision=2,
    examples=(
        good("person who measures land for official records", "en", term="surveyor"),
        bad("person who acts as surveyor", "en", term="surveyor", marked="surveyor"),
        good(
            "A lease is a contract by which a dwelling is let",
            "en",
            term="lease",
            style=Style.SENTENCE,
            note="the restated start is no circle",
        ),
        good("persoon die een woning huurt", "nl", term="huurder"),
        bad("overeenkomst tussen een verhuurder en een huurder", "nl", term="huurder", marked="huurder"),
        good("Een huurder is een persoon die een woning huurt", "nl", term="huurder", style=Style.SENTENCE),
    ),
    check=check,
)
