"""The negation that stands where a definition should say what its concept is."""

import re
from collections.abc import Sequence

from rules import tokens
from rules.marks import Span
from rules.reading import Reading

CLAUSE = 8  # words in which the verb of a statement stands
FINITE = frozenset(
    [
        "can",
        "may",
        "must",
        "will",
        "shall",
        "is",
        "are",
        "has",
        "have",
        "cannot",
        "could",
        "should",
        "kan",
        "kunnen",
        "mag",
        "mogen",
        "moet",
        "moeten",
        "zal",
        "zullen",
        "is",
        "zijn",
        "heeft",
    ]
)
# *Any hours other than*, *alle kosten behalve*: all but some.
ALL_BUT = re.compile(
    r"(?:any|every|all|each|elke?|alle|iedere?|ieder) (?:[\w-]+ ){1,2}"
    r"(?P<but>other than|except|apart from|save for|but not|behalve|anders dan|uitgezonderd|met uitzondering van)(?!\w)",
    re.IGNORECASE,
)
KIND = 5  # words in which the kind is named and the first mark begins
SIGHT = {"en": 4, "nl": 9}  # words from the start of the mark in which it is negated; Dutch denies late
RUN_UP = 4  # words before a colon
SHORT_PREFIX = 3  # letters
SHORT = 14  # words; a longer text has other marks as well


def defining(reading: Reading) -> tuple[Span, bool] | None:
    """The negation, and whether it is mild: a mere absence, or the only mark of a kind. None when the term is negative itself."""
    if _is_negative(reading):
        return None
    negation = reading.opening("negations", reading.first_letter)
    if negation is not None:
        return None if _is_sentence(reading, negation) else (negation, False)
    all_but = ALL_BUT.match(reading.text, reading.first_letter)
    if all_but is not None:
        return Span(*all_but.span("but")), False
    absence = reading.opening("absences", reading.first_letter) or _only_mark(reading)
    return None if absence is None else (absence, True)


def _is_sentence(reading: Reading, negation: Span) -> bool:
    """Whether the negation belongs to a statement, *no two electrons can*, *no, it is*, or follows a bracket."""
    if reading.text.startswith(",", negation.end) or reading.text.startswith("(", reading.body.start):
        return True
    relatives = reading.words_of("mark_openings")
    for word in reading.all_body_words[1:CLAUSE]:
        if word.folded in relatives:
            return False
        if word.start >= negation.end and word.folded in FINITE:
            return True
    return False


def _only_mark(reading: Reading) -> Span | None:
    """The negation that is the first mark after the kind, in a text without another clause or comma after it."""
    words = _after_colon(reading)
    opening = next(
        (at for at, word in enumerate(words[:KIND]) if word.folded in reading.words_of("mark_openings")), None
    )
    if opening is None or len(words) > SHORT or "," in reading.text[words[0].start :]:
        return None
    negators = reading.words_of("negators")
    found = next((word for word in words[opening : opening + SIGHT[reading.language]] if word.folded in negators), None)
    return None if found is None else found.span


def _after_colon(reading: Reading) -> Sequence[tokens.Word]:
    """The words of the definition, without a run-up that ends in a colon: *in this handbook: a person*."""
    words = reading.body_words
    colon = reading.text.find(":", reading.body.start)
    rest = [word for word in words if word.start > colon]
    return rest if rest and len(words) - len(rest) <= RUN_UP else words


def _is_negative(reading: Reading) -> bool:
    starts, ends = reading.words_of("negative_prefixes"), tuple(reading.words_of("negative_suffixes"))
    return any(
        word.folded.endswith(ends) or any(_denies(word.folded, start, reading.language) for start in starts)
        for word in reading.term_words
    )


def _denies(word: str, start: str, language: str) -> bool:
    """Whether the word starts so, and, after a short start, is a known word without it: *invalid*, not *investor*."""
    rest = word.removeprefix(start).removesuffix("ness")
    return word.startswith(start) and (
        len(start) > SHORT_PREFIX or not rest or not rest[0].isalpha() or tokens.is_plain(rest, language)
    )
