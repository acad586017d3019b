"""Which text uses which term: labels that occur in a text as whole words, whatever their letter case."""

import re
import unicodedata
from collections.abc import Sequence
from itertools import islice

from models.keys import term_key
from models.records import DefinitionRecord
from models.values import Values

MOST_WORDS = 6
_MOST_TOKENS = 2 * MOST_WORDS  # a hyphen or an apostrophe between any two words
_TOKENS = re.compile(r"\w+|[^\w\s]")
_WORD_CHARACTER = (
    r"[0-9A-Za-z_\u00AA\u00B5\u00BA\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u1FFF\u2C00-\u2DFF\u3040-\uD7FF\uF900-\uFDFF]"
)
"""What Python's `\\w` means, spelled out: PostgreSQL's classes depend on the locale of the database."""

LABEL_KINDS = ("ADMITTED", "DEPRECATED")
"""Designations that count as labels: hidden ones are misspellings."""


def candidates(text: str) -> list[str]:
    """Every run of at most six words of the text that could be a label, folded like `term_key`."""
    found: set[str] = set()
    places = [match.span() for match in _TOKENS.finditer(text)]
    for first, (start, _) in enumerate(places):
        if start and _is_word(text[start - 1]):
            continue
        words = 0
        for _, end in islice(places, first, first + _MOST_TOKENS):
            words += _is_word(text[end - 1])
            if words > MOST_WORDS:
                break
            if end == len(text) or not _is_word(text[end]):
                found.add(term_key(text[start:end]))
    return sorted(found)


def labels(record: DefinitionRecord) -> list[str]:
    """The term, and the designations that a text may use for it."""
    return [record.term, *(item["text"] for item in record.designations if item["kind"] in LABEL_KINDS)]


def sources_used(branches: Sequence[str], record: DefinitionRecord, values: Values) -> tuple[str, ...]:
    """Definitions with a label that the record's text contains: by term (an index answers), or else by designation."""
    keys = f"{values.add(candidates(record.text))}::text[]"
    neighbours = _neighbours(record, values)
    by_term = f"{neighbours} AND d.term_key = ANY({keys})"
    by_designation = (
        f"{neighbours} AND NOT d.term_key = ANY({keys}) AND d.designations <> '[]' AND EXISTS ("
        "SELECT 1 FROM jsonb_array_elements(d.designations) AS l(item) WHERE l.item ->> 'kind' <> 'HIDDEN' "
        f"AND lower(l.item ->> 'text') = ANY({keys}))"
    )
    return tuple(
        f"SELECT d.* FROM ({branch}) d WHERE {part}" for branch in branches for part in (by_term, by_designation)
    )


def condition_using(record: DefinitionRecord, values: Values) -> str:
    """Definitions whose text contains a label of the record: an index narrows, the exact check decides."""
    wanted = labels(record)
    spellings = sorted(
        {form for label in wanted for form in (label, label.lower(), label.upper(), _capitalised(label))}
    )
    queries = [f"phraseto_tsquery('simple'::regconfig, {values.add(form)}::text)" for form in spellings]
    pattern = "|".join(_pattern(label) for label in wanted)
    exact = f"(?<!{_WORD_CHARACTER})(?:{pattern})(?!{_WORD_CHARACTER})"
    return (
        f"{_neighbours(record, values)} AND d.words @@ ({' || '.join(queries)}) AND d.text ~ {values.add(exact)}::text"
    )


def _neighbours(record: DefinitionRecord, values: Values) -> str:
    language = record.locale.lower().partition("-")[0]
    return (
        f"d.glossary_id = {values.add(record.glossary_id)}::uuid AND d.id <> {values.add(record.id)}::uuid "
        f"AND split_part(lower(d.locale), '-', 1) = {values.add(language)}::text AND d.status <> 'ARCHIVED'"
    )


def _capitalised(label: str) -> str:
    return label[:1].upper() + label[1:]


def _pattern(label: str) -> str:
    return r"\s+".join("".join(_any_case(letter) for letter in word) for word in label.split())


def _any_case(letter: str) -> str:
    forms = {form for form in (letter, letter.lower(), letter.upper(), letter.title()) if len(form) == 1}
    written = "".join(f"\\U{ord(form):08X}" for form in sorted(forms))
    return f"[{written}]" if len(forms) > 1 else written


def _is_word(letter: str) -> bool:
    return letter == "_" or unicodedata.category(letter)[0] in "LN"
