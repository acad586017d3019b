"""Where a label of an entry stands in its own definition, in whatever form."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from rules import tokens
from rules.marks import Span
from rules.tokens import Word

LONGEST_ABBREVIATION = 6


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A place where all words of a label stand in a row; `is_exact` when none of them is inflected."""

    span: Span
    is_exact: bool


def occurrences(
    body: Sequence[Word], label: str, *, language: str, function_words: Collection[str]
) -> tuple[Occurrence, ...]:
    """Where the label stands among the words of `body`, in order.

    An abbreviation counts only in capitals. A label of mere function words, such as *who*, counts nowhere.
    """
    wanted = tokens.words(label)
    is_abbreviation = label.isupper() and len(label) <= LONGEST_ABBREVIATION
    if not wanted or (not is_abbreviation and all(word.folded in function_words for word in wanted)):
        return ()
    initial, size = wanted[0].folded[0], len(wanted)
    starts = [at for at, word in enumerate(body) if word.folded[0] == initial]
    if not starts:
        return ()
    pieces = [body[at : at + size] for at in starts if at + size <= len(body)]
    return tuple(
        Occurrence(Span(piece[0].start, piece[-1].end), _is_exact(piece, wanted))
        for piece in pieces
        if (_is_written(piece, wanted) if is_abbreviation else _is_formed(piece, wanted, language))
    )


def _is_exact(piece: Sequence[Word], wanted: Sequence[Word]) -> bool:
    return all(word.folded == other.folded for word, other in zip(piece, wanted, strict=True))


def _is_written(piece: Sequence[Word], wanted: Sequence[Word]) -> bool:
    return all(word.text == other.text for word, other in zip(piece, wanted, strict=True))


def _is_formed(piece: Sequence[Word], wanted: Sequence[Word], language: str) -> bool:
    return all(_is_form(word.folded, other.folded, language) for word, other in zip(piece, wanted, strict=True))


def _is_form(word: str, other: str, language: str) -> bool:
    if word == other:
        return True
    # Looking up a lemma costs 40 µs for an unknown word; forms of one noun share their first letter.
    return word[0] == other[0] and tokens.key(word, language) == tokens.key(other, language)
