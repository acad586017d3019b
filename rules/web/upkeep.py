"""What a change of definitions does to a pool, and whose findings it can change."""

from array import array
from collections.abc import Collection, Iterable, Iterator, Sequence

from rules.kit import DesignationKind
from rules.web import facts as facts_of
from rules.web import pool as pools
from rules.web import shares
from rules.web.facts import Facts
from rules.web.pool import Pool
from rules.web.styles import Style
from rules.web.vocabulary import NUMBERS, find

TOLD = {"GLO-14": DesignationKind.DEPRECATED, "GLO-15": DesignationKind.ADMITTED}
"""Rules that speak of every use of a designation of one kind."""
Owners = frozenset[tuple[object, ...]]


class Change:
    """One change: some definitions leave, others come, in the place of those with their ids.

    `asked` are the codes of the rules whose findings count.
    """

    def __init__(self, pool: Pool, asked: frozenset[str]) -> None:
        self._pool = pool
        self._asked = asked
        self._told_kinds = {kind for code, kind in TOLD.items() if code in asked}
        self._kept: set[str] = set()
        self._owners: dict[int, Owners] = {}
        self._owning: set[int] = set()
        self._size = 0
        self._counts: dict[int, int] = {}
        self._words: dict[int, tuple[int, bool]] = {}
        self._moved: set[int] = set()
        self._rerouted: dict[int, tuple[int, ...]] = {}

    def apply(self, gone: Collection[str], come: Sequence[Facts]) -> set[str]:
        """Definitions, still here or not, whose findings may differ from before: all that do, and few that do not."""
        pool = self._pool
        self._size = len(come) + len(gone)
        leaving = [pool.rows[one] for one in {*gone, *(new.item.id for new in come)} if one in pool.rows]
        usual, most_users = pool.shares.usual(), pool.most_users
        for row in leaving:
            self._note(pool.facts(row))
        for new in come:
            self._note(new)
        before = {pool.facts(row).id: _face(pool.facts(row)) for row in leaving}
        self._kept = {new.id for new in come if before.get(new.id) == _face(new)}
        affected = pool.ids(self._met(leaving))
        for row in leaving:
            self._use(row, ())
            pool.take_out(row)
        coming = [pool.put_in(new) for new in come]
        self._reroute(coming)
        pool.weigh()
        reowned = {number for number, owners in self._owners.items() if owners != self._ownership(number)}
        rows = self._met(coming) | self._likened(reowned) | self._renamed() | self._counted() | self._worded()
        rows |= self._circled([*leaving, *coming], reowned, most_users) | self._styled(usual)
        # A row that has left may still stand in the circles that were.
        return affected | pool.ids([row for row in rows if pool.has(row)])

    # ── what was before ──

    def _note(self, facts: Facts) -> None:
        """The owners of the labels, and the users of the words, as they are before anything changes."""
        pool = self._pool
        for label, _ in facts_of.named(facts.item.entry):
            number = pool.phrases.known(pool.vocabulary.of_label(label))
            if number is not None and number not in self._owners:
                self._owners[number] = self._ownership(number)
                self._owning.update(pool.phrases.owners[number])
            for word in pool.vocabulary.of_label(label):
                self._words.setdefault(word, self._standing(word))
        for word in facts.words:
            self._words.setdefault(word, self._standing(word))

    def _ownership(self, number: int) -> Owners:
        pool = self._pool
        owners = [(row, pool.facts(row).item) for row in pool.phrases.owners[number]]
        return frozenset((item.id, item.concept, *pool.kinds_of(row, number)) for row, item in owners)

    def _standing(self, word: int) -> tuple[int, bool]:
        return self._pool.postings.count(word), self._pool.label_words[word] > 0

    # ── what a text uses ──

    def _use(self, row: int, found: tuple[int, ...]) -> None:
        for number in {*self._pool.facts(row).found} ^ {*found}:
            self._counts.setdefault(number, self._pool.phrases.users[number])
        self._pool.use(row, found)

    def _reroute(self, coming: Sequence[int]) -> None:
        """Every text is read anew that holds a phrase which is sought from now on, or no longer."""
        pool = self._pool
        numbers = {number for row in coming for number in pool.facts(row).phrases} | self._owners.keys()
        self._owners |= {number: frozenset() for number in numbers - self._owners.keys()}
        self._moved = pool.phrases.settle(numbers)
        holders = {row for number in self._moved for row in self._holding(number)}
        for row in holders.union(coming):
            before = pool.facts(row).found
            after = pool.phrases.found(pool.facts(row).words)
            if after != before:
                self._rerouted[row] = before
                self._use(row, after)

    def _holding(self, number: int) -> Iterator[int]:
        pool = self._pool
        run = array(NUMBERS, pool.phrases.words[number])
        return (row for row in pool.holders(number) if find(pool.facts(row).words, run) is not None)

    # ── whose findings that changes ──

    def _met(self, rows: Iterable[int]) -> set[int]:
        """The rows that meet one of these, as it is now: their findings may name it."""
        found: set[int] = set()
        for row in rows:
            found.add(row)
            found.update(self._near(row))
            if self._pool.facts(row).id not in self._kept:
                found.update(self._using(row))
        return found

    def _near(self, row: int) -> Iterator[int]:
        pool, facts = self._pool, self._pool.facts(row)
        if facts.text:
            yield from pool.same.rows(facts.text)
        yield from pools.alike(pool, row, more=self._size)
        if "GLO-09" in self._asked:
            yield from pool.embedders(row)
        yield from pool.circles.passing(row)

    def _using(self, row: int) -> Iterator[int]:
        """Those that share a label with the row, use one that is not to be used, or have a term that ends in one."""
        pool = self._pool
        for number in set(pool.phrases_of(row)):
            yield from pool.phrases.owners[number]
            if "GLO-08" in self._asked or pool.kinds(number) & self._told_kinds:
                yield from pool.users(number)
            if "GLO-13" in self._asked:
                yield from pool.ending_in(number)

    def _likened(self, reowned: Iterable[int]) -> set[int]:
        """Two texts that differ in a label are a family, unless both labels are one concept's: whose a label is decides that."""
        if "GLO-03" not in self._asked:
            return set()
        holders = {row for number in reowned for row in self._holding(number)}
        return {other for row in holders for other in pools.alike(self._pool, row)}

    def _renamed(self) -> set[int]:
        """Texts in which labels stand at other places than before, where a rule looks at those labels."""
        pool, found = self._pool, set()
        is_anyone = "GLO-08" in self._asked
        for row, before in self._rerouted.items():
            after = pool.facts(row).found
            seconds = (pool.kinds(number) & self._told_kinds for number in {*before, *after})
            if is_anyone or pool.circles.path(row) or any(seconds) or self._has_base({*before} ^ {*after}, row):
                found.add(row)
        return found

    def _has_base(self, numbers: Iterable[int], row: int) -> bool:
        term = self._pool.term(row)
        bases = (self._pool.phrases.words[number] for number in numbers)
        return "GLO-13" in self._asked and any(base == term[-len(base) :] for base in bases)

    def _counted(self) -> set[int]:
        """Owners of labels that are used for the first time, or no longer."""
        if "GLO-07" not in self._asked:
            return set()
        phrases = self._pool.phrases
        few = (one for one, count in self._counts.items() if min(count, phrases.users[one]) <= len(phrases.owners[one]))
        return {owner for number in few for owner in phrases.owners[number]}

    def _worded(self) -> set[int]:
        """Texts with a word that is now used often enough to be defined, or no longer, or is defined by now."""
        if "GLO-06" not in self._asked:
            return set()
        pool, fewest = self._pool, self._pool.bounds.fewest_texts
        found: set[int] = set()
        for word, (count, is_defined) in self._words.items():
            now, is_now_defined = self._standing(word)
            is_moved = (count >= fewest) != (now >= fewest) or is_defined != is_now_defined
            if is_moved and pool.vocabulary.is_rare(word):
                found.update(pool.postings.rows(word))
        return found

    def _circled(self, rows: Sequence[int], reowned: Iterable[int], most_users: int) -> set[int]:
        """Texts that stand on another circle than before."""
        pool = self._pool
        if "GLO-01" not in self._asked:
            return set()
        turned = set(self._turned(most_users))
        changed = {*rows, *(owner for number in turned for owner in pool.phrases.owners[number])}
        for number in reowned:
            changed.update(self._owning, pool.phrases.owners[number])
        for row, before in self._rerouted.items():
            # A use of a label that is sought from now on, or no longer, leads to its owners, which have changed already.
            if not ({*before} ^ {*pool.facts(row).found}) <= self._moved:
                changed.add(row)
        # Another label may lead into a circle that is what it was.
        entered = {row for number in turned.union(reowned) for row in pool.users(number)}
        return pool.circles.refresh(changed) | {row for row in entered if pool.circles.path(row)}

    def _turned(self, most_users: int) -> set[int]:
        """Labels that have become an ordinary word, or no longer are one."""
        pool = self._pool
        users = pool.phrases.users
        numbers: Iterable[int] = range(len(users)) if pool.most_users != most_users else self._counts
        return {
            number
            for number in numbers
            if (self._counts.get(number, users[number]) > most_users) != (users[number] > pool.most_users)
        }

    def _styled(self, before: Style) -> set[int]:
        """Texts that differ from what is usual, when that has changed."""
        pool = self._pool
        now = pool.shares.usual()
        if "GLO-10" not in self._asked or now == before:
            return set()
        return {
            row
            for row in pool.rows.values()
            if shares.is_unusual(pool.facts(row).style, before) != shares.is_unusual(pool.facts(row).style, now)
        }


def _face(facts: Facts) -> tuple[object, ...]:
    """What others can see of a definition without reading its text."""
    entry = facts.item.entry
    return facts.concept, entry.term, entry.designations, frozenset(entry.contexts)
