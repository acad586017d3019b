"""Which texts say the same, nearly the same, or stand inside each other."""

from collections import Counter
from dataclasses import dataclass
from itertools import takewhile

from rapidfuzz import fuzz

from rules import lexicon, tokens
from rules.web import facts as facts_of
from rules.web import pool as pools
from rules.web.facts import Facts
from rules.web.item import Item
from rules.web.pool import Pool

KIN = 4
"""First letters that words of one family share."""
ALIKE = 92
"""Percent of the characters from which on two texts are near-duplicates rather than one inside the other."""
COVERED = 75
"""Percent of a definition that must stand in another text, when not at the start of it."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """Another definition, and how much its text is like this one: percent of the characters."""

    item: Item
    percent: float


@dataclass(frozen=True, slots=True)
class Embedding:
    """Another definition, and the words of this text that are its."""

    item: Item
    first: int
    after: int


def same(pool: Pool, row: int) -> list[Item]:
    """The definitions of other concepts with this text, by id."""
    facts = pool.facts(row)
    rows = pool.same.rows(facts.text) if facts.text else ()
    found = (pool.facts(other).item for other in pool.in_order(rows))
    return [item for item in found if item.concept != facts.item.concept]


def alike(pool: Pool, row: int, percent: int) -> list[Likeness]:
    """The definitions of other concepts with nearly this text, by id; families are left out."""
    facts = pool.facts(row)
    found = []
    for other in pool.in_order(pools.alike(pool, row)):
        its = pool.facts(other)
        if other != row and its.text != facts.text and its.item.concept != facts.item.concept:
            ratio = fuzz.ratio(facts.text, its.text, score_cutoff=percent)
            if ratio and not is_family(pool, facts, its):
                found.append(Likeness(its.item, ratio))
    return found


def is_family(pool: Pool, one: Facts, other: Facts) -> bool:
    """Whether what sets two texts apart tells: each has a content word of its own, or they differ in numbers, names, labels.

    *Month after January* and *month after March* are a family. Texts are none when they differ in nothing but articles, when
    one of them only says more, or in two labels of one concept.
    """
    first, second = list(one.words[one.start :]), list(other.words[other.start :])
    head = _shared(first, second)
    tail = min(_shared(first[::-1], second[::-1]), len(first) - head, len(second) - head)
    here, there = _piece(pool, one, head, tail), _piece(pool, other, head, tail)
    if not (here or there) or _concepts(pool, here) & _concepts(pool, there):
        return False
    if all(any(pool.vocabulary.is_content(number) for number, _ in piece) for piece in (here, there)):
        return True
    return _is_telling(pool, one, here) and _is_telling(pool, other, there)


def _shared(first: list[int], second: list[int]) -> int:
    """How many numbers at the start are the same."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(first, second, strict=False)))


def _piece(pool: Pool, facts: Facts, head: int, tail: int) -> list[tuple[int, str]]:
    """The words between head and tail as numbers and as written, articles left out."""
    words = tokens.words(facts.item.entry.text)[facts.start :]
    pairs = list(zip(facts.words[facts.start :], (word.text for word in words), strict=True))
    return [pair for pair in pairs[head : len(pairs) - tail] if pair[0] not in pool.vocabulary.articles]


def _concepts(pool: Pool, piece: list[tuple[int, str]]) -> set[str]:
    number = pool.phrases.number([number for number, _ in piece])
    return set() if number is None else {pool.facts(row).concept for row in pool.phrases.owners[number]}


def _is_telling(pool: Pool, facts: Facts, piece: list[tuple[int, str]]) -> bool:
    """Whether every content word is a number, a name, a word of the own labels or of some label."""
    numbers = [number for number, _ in piece]
    of_labels = {one for first, after, _ in pool.phrases.places(numbers) for one in numbers[first:after]}
    own = [pool.vocabulary.keys[one].lstrip("~=") for phrase in facts.phrases for one in pool.phrases.words[phrase]]
    return all(
        number in of_labels or text[0].isupper() or _is_known(pool, pool.vocabulary.keys[number].lstrip("~="), own)
        for number, text in piece
        if pool.vocabulary.is_content(number)
    )


def _is_known(pool: Pool, word: str, own: list[str]) -> bool:
    """Whether the word is a number, or kin to a word of the own labels: *rents* to *renter*."""
    is_number = any(map(str.isdigit, word)) or word in lexicon.words(pool.vocabulary.language, "number_words")
    return is_number or any(word[:KIN] == label[:KIN] or (len(word) >= KIN and word in label) for label in own)


def embedded(pool: Pool, row: int) -> list[Embedding]:
    """The definitions of other concepts that stand inside this text: whole, or most of one when not at its start."""
    facts = pool.facts(row)
    found: dict[str, Embedding] = {}
    words = tuple(facts.words)
    for at in range(facts.start, len(words) - facts_of.RUN + 1):
        for other in pool.in_order(pool.openings.rows(hash(words[at : at + facts_of.RUN]))):
            its = pool.facts(other)
            size = _run(facts, at, its)
            if its.concept != facts.concept and _is_embedded(facts, its, size, is_start=at == facts.start):
                found.setdefault(its.item.id, Embedding(its.item, at, at + size))
    return list(found.values())


def _run(facts: Facts, at: int, its: Facts) -> int:
    return _shared(list(facts.words[at:]), list(its.words[its.start :]))


def _is_embedded(facts: Facts, its: Facts, size: int, *, is_start: bool) -> bool:
    whole = len(its.words) - its.start
    is_covered = size == whole if is_start else size >= facts_of.RUN and size * 100 >= whole * COVERED
    is_longer = len(facts.words) - facts.start > whole
    return is_covered and is_longer and fuzz.ratio(facts.text, its.text) < ALIKE


def same_words(pool: Pool, row: int) -> list[Item]:
    """The definitions of other concepts with the same words in whatever order and form, articles left out; not the same text."""
    facts = pool.facts(row)
    rows = [other for other in pool.in_order(pools.alike(pool, row)) if pool.facts(other).concept != facts.concept]
    counted = Counter(_listed(pool, row)) if rows else None
    return [
        pool.facts(other).item
        for other in rows
        if pool.facts(other).text != facts.text and Counter(_listed(pool, other)) == counted
    ]


def is_same_order(pool: Pool, row: int, other: int) -> bool:
    """Whether the texts have the same words in the same order, in whatever form, articles left out."""
    return _listed(pool, row) == _listed(pool, other)


def _listed(pool: Pool, row: int) -> list[int]:
    facts = pool.facts(row)
    return [number for number in facts.words[facts.start :] if number not in pool.vocabulary.articles]
