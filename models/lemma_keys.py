"""What a definition is found by in the texts of others, and its neighbours in its own: keys that all forms of a word share."""

import hashlib
from collections.abc import Iterable, Mapping
from functools import cache
from itertools import pairwise

from rules import lexicon, mentions
from rules.entry import Designation, Entry
from rules.kit import DesignationKind

REVISION = 1
"""Rises when the same text gets other keys than before."""
_SHORT = 4
"""Content words of a text that a single other word may leave without a pair in common."""
_LONGEST = 100
"""Characters of a key that an index holds as they are: no row of an index may be larger than a page."""


def columns(term: str, designations: Iterable[Mapping[str, str]], *, text: str, locale: str) -> dict[str, object]:
    """The columns by name: `label_starts`, `text_lemmas`, `text_pairs`, and `keyed_as`, which says how they were made."""
    entry = entry_of(term, designations, locale=locale)
    language = entry.language
    return {
        "label_starts": sorted({held(mentions.start(label)) for label in label_keys(entry)}),
        "text_lemmas": sorted({held(key) for key in mentions.words(text, language)}),
        "text_pairs": pairs(text, language),
        "keyed_as": fingerprint(),
    }


def entry_of(term: str, designations: Iterable[Mapping[str, str]], *, locale: str) -> Entry:
    """What the rules read of the labels of a row."""
    named = tuple(Designation(item["text"], DesignationKind(item["kind"])) for item in designations)
    return Entry(term=term, text="", locale=locale, designations=named)


def label_keys(entry: Entry) -> list[mentions.Keys]:
    """The keys of every label by which a text may mention the entry."""
    found = [mentions.keys(label, entry.language) for label in mentions.labels(entry)]
    return [keys for keys in found if keys]


def pairs(text: str, language: str) -> list[str]:
    """Every two content words of the text that follow each other; of a short text every content word as well.

    Two texts that say nearly the same share some, and few others do.
    """
    content = mentions.content(text, language)
    found = {f"{first}\n{second}" for first, second in pairwise(content)}
    return sorted(held(one) for one in (found | set(content) if len(content) <= _SHORT else found))


def held(key: str) -> str:
    """The key as an index holds it."""
    return key if len(key) <= _LONGEST else hashlib.sha256(key.encode()).hexdigest()


@cache
def fingerprint() -> str:
    """32 hexadecimal digits that change whenever a text could get other keys."""
    tables = [
        [language, sorted(lexicon.table(language, "lemmas").items()), sorted(lexicon.words(language, "function_words"))]
        for language in lexicon.LANGUAGES
    ]
    made_of = f"{REVISION} {mentions.tables()} {tables}"
    return hashlib.sha256(made_of.encode()).hexdigest()[:32]
