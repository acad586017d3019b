"""Where a label of an entry stands in its own definition, in whatever form."""

from collections.abc import Sequence
from dataclasses import dataclass

from rules import tokens
from rules.marks import Span
from rules.reading import Reading
from rules.tokens import Word

LONGEST_ABBREVIATION = 6


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A place where all words of a label stand in a row; `is_exact` when none of them is inflected."""

    span: Span
    is_exact: bool


def occurrences(reading: Reading, label: str) -> list[Occurrence]:
    """Where the label stands in the definition proper, in order.

    An abbreviation counts only in capitals. A label of mere function words, such as *who*, counts nowhere.
    """
    wanted = tokens.words(label)
    is_abbreviation = label.isupper() and len(label) <= LONGEST_ABBREVIATION
    if not wanted or not (is_abbreviation or _has_content(reading, wanted)):
        return []
    found = []
    body = reading.body_words
    for at in range(len(body) - len(wanted) + 1):
        piece = body[at : at + len(wanted)]
        if _matches(piece, wanted, reading.language, is_abbreviation=is_abbreviation):
            is_exact = all(word.folded == other.folded for word, other in zip(piece, wanted, strict=True))
            found.append(Occurrence(Span(piece[0].span.start, piece[-1].span.end), is_exact))
    return found


def _has_content(reading: Reading, wanted: Sequence[Word]) -> bool:
    return any(word.folded not in reading.words_of("function_words") for word in wanted)


def _matches(piece: Sequence[Word], wanted: Sequence[Word], language: str, *, is_abbreviation: bool) -> bool:
    if is_abbreviation:
        return all(word.text == other.text for word, other in zip(piece, wanted, strict=True))
    return all(_is_form(word, other, language) for word, other in zip(piece, wanted, strict=True))


def _is_form(word: Word, other: Word, language: str) -> bool:
    if word.folded == other.folded:
        return True
    # Looking up a lemma costs 40 µs for an unknown word; forms of one noun share their first letter.
    return word.folded[0] == other.folded[0] and tokens.key(word.folded, language) == tokens.key(other.folded, language)
