"""The definitions of one language as the web holds them: rows of facts, and the tables in which rows meet."""

from array import array
from collections import Counter
from collections.abc import Collection, Hashable, Iterator, Sequence
from dataclasses import dataclass

from rules.kit import DesignationKind
from rules.web import facts as facts_of
from rules.web.buckets import Buckets
from rules.web.circles import Circles
from rules.web.facts import Facts
from rules.web.phrasebook import Phrasebook
from rules.web.shares import Shares
from rules.web.vocabulary import ITEM, Vocabulary

FEWEST_LETTERS = 4
"""Of a label that can make a circle (terminology.md 2.7, GLO-01)."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """What a profile says of counts.

    `longest_circle` in definitions; `most_percent`, and never fewer than `fewest_users`, texts that use a label before it counts
    as an ordinary word; `crowd` texts that share half their words follow a formula, and are no duplicates of each other;
    `fewest_texts` with a word make it one to define; a style is usual from `fewest_styled` texts on at `style_percent`.
    """

    longest_circle: int
    most_percent: int
    fewest_users: int
    crowd: int
    fewest_texts: int
    fewest_styled: int
    style_percent: int


class Pool:
    """One language. A definition has a row number while it is here; a later one may get the same number.

    Nothing that can be asked depends on the numbers, nor on the order in which definitions came.
    """

    def __init__(self, language: str, bounds: Bounds) -> None:
        self.vocabulary = Vocabulary(language)
        self.phrases = Phrasebook(self.vocabulary)
        self.shares = Shares(fewest=bounds.fewest_styled, percent=bounds.style_percent)
        self.bounds = bounds
        self.rows: dict[str, int] = {}
        self.same = Buckets()
        self.alike = Buckets()
        self.openings = Buckets()
        self.postings = Buckets()
        self.endings = Buckets()
        self.label_words: Counter[int] = Counter()
        self.circles = Circles(self.out, bounds.longest_circle)
        self.most_users = bounds.fewest_users
        self._facts: list[Facts | None] = []
        self._free: list[int] = []

    def __len__(self) -> int:
        """How many definitions are here."""
        return len(self.rows)

    def facts(self, row: int) -> Facts:
        """The facts of a row that a definition has."""
        found = self._facts[row]
        assert found is not None, "a row without a definition was asked for"  # noqa: S101 a bug of ours, not of a caller
        return found

    def ids(self, rows: Collection[int]) -> set[str]:
        """The definitions of these rows."""
        return {self.facts(row).item.id for row in rows}

    def has(self, row: int) -> bool:
        """Whether a definition has the row."""
        return self._facts[row] is not None

    def phrases_of(self, row: int) -> tuple[int, ...]:
        """The labels of the row, the term first."""
        return self.facts(row).phrases

    def term(self, row: int) -> tuple[int, ...]:
        """The words of its term."""
        return self.phrases.words[self.facts(row).phrases[0]]

    def in_order(self, rows: Collection[int]) -> list[int]:
        """The rows by the ids of their definitions: an order that does not depend on what came first."""
        return sorted(rows, key=lambda row: self.facts(row).item.id) if len(rows) > 1 else list(rows)

    def put_in(self, new: Facts) -> int:
        """The row of a definition that had none. Its phrases are owned; what its text uses is not looked for yet."""
        row = self._free.pop() if self._free else len(self._facts)
        if row == len(self._facts):
            self._facts.append(None)
        self._facts[row] = new
        self.rows[new.item.id] = row
        self.shares.add(new.style)
        labels = facts_of.named(new.item.entry)
        new.phrases = tuple(self.phrases.own(self.vocabulary.of_label(label), row) for label, _ in labels)
        for number in set(new.phrases):
            self.label_words.update(set(self.phrases.words[number]))
        for table, key in self._keys(new):
            table.add(key, row)
        return row

    def take_out(self, row: int) -> None:
        """The row has no definition any more."""
        old = self.facts(row)
        self.use(row, ())
        for table, key in self._keys(old):
            table.remove(key, row)
        for number in set(old.phrases):
            self.label_words.subtract(set(self.phrases.words[number]))
            self.phrases.disown(number, row)
        self.shares.remove(old.style)
        del self.rows[old.item.id]
        self._facts[row] = None
        self._free.append(row)

    def use(self, row: int, found: tuple[int, ...]) -> None:
        """The text of the row uses these phrases, and no others."""
        facts = self.facts(row)
        users = self.phrases.users
        for number in facts.found:
            users[number] -= 1
        for number in found:
            users[number] += 1
        facts.found = found

    def settle(self, *, has_circles: bool) -> None:
        """Every text is read anew, and every circle known: after many a `put_in` and `take_out`."""
        self.phrases.settle_all()
        for row in self.rows.values():
            self.use(row, self.phrases.found(self.facts(row).words))
        self.weigh()
        if has_circles:
            self.circles.refresh_all(self.rows.values())

    def _keys(self, facts: Facts) -> Iterator[tuple[Buckets, Hashable]]:
        if facts.text:
            yield self.same, facts.text
        if facts.opening is not None:
            yield self.openings, facts.opening
        for key in facts.likeness:
            yield self.alike, key
        for word in set(self.vocabulary.content(facts.words)):
            yield self.postings, word
        term = self.phrases.words[facts.phrases[0]]
        if term:
            yield self.endings, term[-1]

    # ── uses ──

    def out(self, row: int) -> Sequence[int]:
        """The rows that the text uses in a way that can make a circle, in order: labels that can only mean one concept."""
        facts = self._facts[row]
        if facts is None:
            return ()
        own = facts.item.concept
        ahead = {end for number in facts.found for end in self.ends(number) if self.facts(end).item.concept != own}
        return self.in_order(ahead)

    def ends(self, number: int) -> Sequence[int]:
        """The rows of the one concept that the phrase means; none when it may mean several, is short, or is everywhere."""
        owners = self.phrases.owners[number]
        if self.phrases.letters[number] < FEWEST_LETTERS or self.is_everywhere(number):
            return ()
        return owners if len(owners) < 2 or len({self.facts(one).item.concept for one in owners}) == 1 else ()  # noqa: PLR2004

    def is_everywhere(self, number: int) -> bool:
        """Whether so many texts use the phrase that it is an ordinary word."""
        return self.phrases.users[number] > self.most_users

    def weigh(self) -> int:
        """How many texts may use a label before it counts as an ordinary word, as from now."""
        # In steps of a tenth, so that one definition more hardly ever moves it.
        self.most_users = max(self.bounds.fewest_users, _step(len(self.rows)) * self.bounds.most_percent // 100)
        return self.most_users

    def users(self, number: int) -> list[int]:
        """The rows whose text uses the phrase."""
        return [row for row in self.holders(number) if number in self.facts(row).found]

    def holders(self, number: int) -> Sequence[int]:
        """Rows that have the rarest word of the phrase: all that may use it, and some that do not."""
        words = self.vocabulary.content(self.phrases.words[number])
        return self.postings.rows(min(words, key=self.postings.count)) if words else ()

    def kinds(self, number: int) -> set[DesignationKind | None]:
        """As what the phrase is known: None for a term, else the kind of designation."""
        return {kind for owner in self.phrases.owners[number] for kind in self.kinds_of(owner, number)}

    def kinds_of(self, row: int, number: int) -> Iterator[DesignationKind | None]:
        """As what the row owns the phrase."""
        facts = self.facts(row)
        for own, (_, kind) in zip(facts.phrases, facts_of.named(facts.item.entry), strict=True):
            if own == number:
                yield kind

    def embedders(self, row: int) -> Iterator[int]:
        """The other rows whose text has the first words of this definition in a row."""
        facts = self.facts(row)
        if facts.opening is None:
            return
        run = facts.words[facts.start : facts.start + facts_of.RUN]
        rarest = min(self.vocabulary.content(run), key=self.postings.count)
        for other in self.postings.rows(rarest):
            if other != row and find(self.facts(other).words, run) is not None:
                yield other

    def ending_in(self, number: int) -> Iterator[int]:
        """The rows whose term ends in the phrase and has words before it."""
        words = self.phrases.words[number]
        for row in self.endings.rows(words[-1]) if words else ():
            term = self.term(row)
            if len(term) > len(words) and term[-len(words) :] == words:
                yield row


def alike(pool: Pool, row: int, *, more: int = 0) -> set[int]:
    """The rows that share half its text with this one, itself included; not where a crowd, or so many more, share a half."""
    keys = (pool.alike.rows(key) for key in pool.facts(row).likeness)
    return {other for rows in keys if len(rows) <= pool.bounds.crowd + more for other in rows}


def find(words: "array[int]", run: "array[int]") -> int | None:
    """Where the run stands in the words, for the first time; None when it does not."""
    text, sought = words.tobytes(), run.tobytes()
    at = text.find(sought)
    while at >= 0 and at % ITEM:
        at = text.find(sought, at + 1)
    return at // ITEM if at >= 0 else None


def _step(size: int) -> int:
    """The largest of 1, 2, 3 … 10, 11, 12, 13, 14 …, each a tenth more than the one before, that is not above `size`."""
    step = 0
    while (following := max(step + 1, step * 11 // 10)) <= size:
        step = following
    return step
