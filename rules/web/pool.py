"""The definitions of one language as the web holds them: rows of facts, and the tables in which rows meet."""

from collections import Counter
from collections.abc import Collection, Hashable, Iterator, Sequence

from rules.kit import DesignationKind
from rules.web import automaton
from rules.web import facts as facts_of
from rules.web.bounds import Bounds, step
from rules.web.buckets import Buckets
from rules.web.circles import Circles
from rules.web.facts import Facts
from rules.web.phrasebook import Phrasebook
from rules.web.shares import Shares
from rules.web.vocabulary import Vocabulary, find

FEWEST_LETTERS = 4
"""Of a label that can make a circle (terminology.md 2.7, GLO-01)."""


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
        self._ends: dict[int, Sequence[int]] = {}
        self.known_as: dict[DesignationKind, Counter[int]] = {kind: Counter() for kind in DesignationKind}
        self._kinds: dict[int, frozenset[DesignationKind | None]] = {}
        self._facts: list[Facts | None] = []
        self._free: list[int] = []

    def facts(self, row: int) -> Facts:
        """The facts of a row that a definition has."""
        found = self._facts[row]
        assert found is not None, "a row without a definition was asked for"  # noqa: S101 a bug of ours, not of a caller
        return found

    def ids(self, rows: Collection[int]) -> set[str]:
        """The definitions of these rows."""
        return {self.facts(row).id for row in rows}

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
        return sorted(rows, key=self._id) if len(rows) > 1 else list(rows)

    def _id(self, row: int) -> str:
        return self.facts(row).id

    def put_in(self, new: Facts) -> int:
        """The row of a definition that had none. Its phrases are owned; what its text uses is not looked for yet."""
        row = self._free.pop() if self._free else len(self._facts)
        if row == len(self._facts):
            self._facts.append(None)
        self._facts[row] = new
        self.rows[new.id] = row
        self.shares.add(new.style)
        of_label = self.vocabulary.of_label
        new.phrases = tuple([self.phrases.own(of_label(label), row) for label, _ in facts_of.named(new.item.entry)])
        for number in set(new.phrases):
            # `Counter.update` takes a microsecond before it counts anything.
            for word in set(self.phrases.words[number]):
                self.label_words[word] += 1
            self._forget(number)
        self._count(new, 1)
        for table, keys in self._keys(new):
            table.add_each(keys, row)
        return row

    def take_out(self, row: int) -> None:
        """The row has no definition any more."""
        old = self.facts(row)
        self.use(row, ())
        for table, keys in self._keys(old):
            for key in keys:
                table.remove(key, row)
        for number in set(old.phrases):
            self.label_words.subtract(set(self.phrases.words[number]))
            self.phrases.disown(number, row)
            self._forget(number)
        self._count(old, -1)
        self.shares.remove(old.style)
        del self.rows[old.id]
        self._facts[row] = None
        self._free.append(row)

    def _count(self, facts: Facts, step: int) -> None:
        for number, kind in zip(facts.phrases, facts.kinds, strict=True):
            if kind is not None:
                known = self.known_as[kind]
                known[number] += step
                if not known[number]:
                    del known[number]

    def _forget(self, number: int) -> None:
        self._ends.pop(number, None)
        self._kinds.pop(number, None)

    def use(self, row: int, found: tuple[int, ...]) -> None:
        """The text of the row uses these phrases, and no others."""
        facts = self.facts(row)
        users = self.phrases.users
        for number in facts.found:
            users[number] -= 1
        for number in found:
            users[number] += 1
        facts.found, facts.leads = found, None

    def settle(self, *, has_circles: bool) -> None:
        """Every text is read anew, and every circle known: after many a `put_in` and `take_out`."""
        self.phrases.settle_all()
        found = automaton.finder(self.phrases, words=len(self.vocabulary.keys))
        for row in self.rows.values():
            self.use(row, found(self.facts(row).words))
        self.weigh()
        if has_circles:
            self.circles.refresh_all(self.rows.values())

    def _keys(self, facts: Facts) -> Iterator[tuple[Buckets, Collection[Hashable]]]:
        if facts.text:
            yield self.same, (facts.text,)
        if facts.opening is not None:
            yield self.openings, (facts.opening,)
        yield self.alike, facts.likeness
        yield self.postings, set(self.vocabulary.content(facts.words))
        yield self.endings, self.phrases.words[facts.phrases[0]][-1:]

    # ── uses ──

    def out(self, row: int) -> Sequence[int]:
        """The rows that the text uses in a way that can make a circle, in order: labels that can only mean one concept."""
        facts = self._facts[row]
        if facts is None:
            return ()
        own = facts.concept
        ahead = {end for number in self.leads(row) for end in self.ends(number) if self.facts(end).concept != own}
        return self.in_order(ahead)

    def leads(self, row: int) -> tuple[int, ...]:
        """The phrases in the first clause of the text, outside brackets: only they define, the rest explains."""
        facts = self.facts(row)
        if facts.clause >= len(facts.words) and not facts.asides:
            return facts.found
        if facts.leads is None:
            placed = self.phrases.places(facts.words)
            facts.leads = tuple(sorted({number for first, after, number in placed if facts.defines(first, after)}))
        return facts.leads

    def ends(self, number: int) -> Sequence[int]:
        """The rows of the one concept that the phrase means; none when it may mean several, is short, or is everywhere."""
        return () if self.is_everywhere(number) else self._meant(number)

    def _meant(self, number: int) -> Sequence[int]:
        found = self._ends.get(number)
        if found is None:
            owners = self.phrases.owners[number]
            is_one = len({self.facts(one).concept for one in owners}) == 1
            found = self._ends[number] = owners if is_one and self.phrases.letters[number] >= FEWEST_LETTERS else ()
        return found

    def is_everywhere(self, number: int) -> bool:
        """Whether so many texts use the phrase that it is an ordinary word."""
        return self.phrases.users[number] > self.most_users

    def weigh(self) -> int:
        """How many texts may use a label before it counts as an ordinary word, as from now."""
        # In steps of a tenth, so that one definition more hardly ever moves it.
        self.most_users = max(self.bounds.fewest_users, step(len(self.rows)) * self.bounds.most_percent // 100)
        return self.most_users

    def users(self, number: int) -> list[int]:
        """The rows whose text uses the phrase."""
        return [row for row in self.holders(number) if number in self.facts(row).found]

    def holders(self, number: int) -> Sequence[int]:
        """Rows that have the rarest word of the phrase: all that may use it, and some that do not."""
        words = self.vocabulary.content(self.phrases.words[number])
        return self.postings.rows(min(words, key=self.postings.count)) if words else ()

    def kinds(self, number: int) -> frozenset[DesignationKind | None]:
        """As what the phrase is known: None for a term, else the kind of designation."""
        found = self._kinds.get(number)
        if found is None:
            owners = self.phrases.owners[number]
            found = frozenset(kind for owner in owners for kind in self.kinds_of(owner, number))
            self._kinds[number] = found
        return found

    def kinds_of(self, row: int, number: int) -> Iterator[DesignationKind | None]:
        """As what the row owns the phrase."""
        facts = self.facts(row)
        return (kind for own, kind in zip(facts.phrases, facts.kinds, strict=True) if own == number)

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
