"""Which definitions are like a given entry, and why: for whoever is about to write one that exists."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz import fuzz

from rules import labels, tokens
from rules.entry import Entry
from rules.web import facts as facts_of
from rules.web.item import Item
from rules.web.pool import Pool

NEAR = 60
"""Percent of the characters from which on two texts are alike to a reader."""
MOST_HOLDERS = 2_000
"""Texts with a word that still says something of what a text is about."""
COMPARED = 100
"""Texts that share most words with the entry, and are compared letter by letter."""


class Reason(StrEnum):
    """What a definition shares with the entry."""

    SAME_TERM = "SAME_TERM"
    SAME_DESIGNATION = "SAME_DESIGNATION"
    SAME_TEXT = "SAME_TEXT"
    NEAR_TEXT = "NEAR_TEXT"
    SAME_CONTEXT = "SAME_CONTEXT"


WEIGHTS = {Reason.SAME_TERM: 0.9, Reason.SAME_DESIGNATION: 0.7, Reason.SAME_TEXT: 1.0}


@dataclass(frozen=True, slots=True)
class Similar:
    """A definition like the entry: `similarity` from 0 to 1, and the reasons, strongest first."""

    id: str
    similarity: float
    reasons: tuple[Reason, ...]


def similar(pool: Pool, entry: Entry, *, first: int, exclude: str | None) -> list[Similar]:
    """At most `first` definitions with a label or most of the text of the entry; equal ones by id."""
    text = folded(entry.text)
    rows = _labelled(pool, entry) | _worded(pool, entry) | set(pool.same.rows(text) if text else ())
    items = (pool.facts(row).item for row in rows)
    found = [one for item in items if item.id != exclude and (one := compared(item, entry, text)) is not None]
    return sorted(found, key=lambda one: (-one.similarity, one.id))[:first]


def folded(text: str) -> str:
    """The text as it is compared."""
    return labels.folded(text).rstrip(" .;")


def compared(item: Item, entry: Entry, text: str) -> Similar | None:
    """What the definition shares with the entry, whose folded text is `text`; None when it is nothing."""
    its_text = folded(item.entry.text)
    ratio = fuzz.ratio(text, its_text) if text and its_text else 0.0
    reasons = list(_reasons(item.entry, entry))
    if ratio >= NEAR:
        reasons.append(Reason.SAME_TEXT if text == its_text else Reason.NEAR_TEXT)
    if not reasons:
        return None
    similarity = max(ratio / 100, *(WEIGHTS.get(reason, 0.0) for reason in reasons))
    if set(item.entry.contexts) & set(entry.contexts):
        reasons.append(Reason.SAME_CONTEXT)
    return Similar(item.id, round(similarity, 4), tuple(sorted(reasons, key=tuple(Reason).index)))


def _reasons(one: Entry, other: Entry) -> Iterable[Reason]:
    if labels.folded(one.term) == labels.folded(other.term):
        yield Reason.SAME_TERM
    elif _folded(one) & _folded(other):
        yield Reason.SAME_DESIGNATION


def _folded(entry: Entry) -> set[str]:
    return {labels.folded(label) for label, _ in facts_of.named(entry)} - {""}


def _labelled(pool: Pool, entry: Entry) -> set[int]:
    numbers = (pool.phrases.known(pool.vocabulary.of_label(label)) for label, _ in facts_of.named(entry))
    return {row for number in numbers if number is not None for row in pool.phrases.owners[number]}


def _worded(pool: Pool, entry: Entry) -> set[int]:
    """The rows that share most content words with the text; words that thousands of texts have count for nothing."""
    words = set(pool.vocabulary.content(pool.vocabulary.of_words(tokens.words(entry.text))))
    shared: Counter[int] = Counter()
    for word in words:
        if pool.postings.count(word) <= MOST_HOLDERS:
            shared.update(pool.postings.rows(word))
    ranked = sorted(shared.items(), key=lambda pair: (-pair[1], pool.facts(pair[0]).item.id))[:COMPARED]
    return {row for row, count in ranked if count * 2 >= len(words) - 1}
