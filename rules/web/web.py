"""A glossary as a web: what changes with every change, and what the rules say of each definition in it."""

import itertools
from collections.abc import Iterable, Iterator, Mapping, Sequence

from rules.entry import Entry
from rules.marks import Finding, Span
from rules.profiles import Profile
from rules.reading import Case, Reading
from rules.web import bounds, collector, facts, judging, resemblance, signs, surroundings, upkeep, usage
from rules.web.facts import Facts
from rules.web.hierarchy import Hierarchy, Standing
from rules.web.item import Item
from rules.web.judging import Judge
from rules.web.pool import Pool, alike
from rules.web.resemblance import Similar
from rules.web.sight import Sight
from rules.web.usage import Annotation

MANY = 500
"""Definitions that change at once; from here on everything counts as affected, which is cheaper than looking."""


class Web:
    """One glossary under one profile; `locales` are the languages that it wants. Not safe to share between threads.

    Law: what is asked of a web depends on the definitions it holds, never on how they came.
    """

    def __init__(self, profile: Profile, *, locales: Sequence[str] = ()) -> None:
        self.profile = profile
        self.locales = tuple(locales)
        self.hierarchy = Hierarchy()
        self._judges = judging.judges(profile)
        self._asked = frozenset(rule.code for rule, _ in self._judges)
        self._enabled = frozenset(code for code, setting in profile.settings.items() if setting.is_enabled)
        self._awake: dict[tuple[Case, frozenset[str]], tuple[Judge, ...]] = {}
        self._pools: dict[str, Pool] = {}
        self._items: dict[str, Item] = {}
        self._concepts: dict[str, tuple[str, ...]] = {}

    def __contains__(self, identity: str) -> bool:
        """Whether the definition is here."""
        return identity in self._items

    def __len__(self) -> int:
        """How many definitions are here."""
        return len(self._items)

    def item(self, identity: str) -> Item:
        """The definition as it was put last; KeyError when it is not here."""
        return self._items[identity]

    def items_of(self, concept: str) -> Sequence[Item]:
        """The definitions of a concept in all languages, by id."""
        return [self._items[one] for one in self._concepts.get(concept, ())]

    # ── changes ──

    def put(self, items: Iterable[Item]) -> set[str]:
        """The definitions are as given, new or in the place of those with their ids.

        Ids of definitions that are here whose findings may differ from before: all that do, and few that do not.
        """
        new = {item.id: item for item in items}
        return self._change({one: item for one, item in new.items() if self._items.get(one) != item})

    def remove(self, ids: Iterable[str]) -> set[str]:
        """The definitions are gone; ids that are not here are passed over. Ids as of `put`."""
        return self._change(dict.fromkeys(one for one in ids if one in self._items))

    def _change(self, changes: Mapping[str, Item | None]) -> set[str]:
        if not changes:
            return set()
        before = [self._items[one] for one in changes if one in self._items]
        after = [item for item in changes.values() if item is not None]
        concepts = {item.concept for item in (*before, *after)}
        if len(changes) > MANY or not self._items:
            with collector.at_rest():
                self._load(before, after)
                self._record(before, after)
                self.hierarchy.put({one: self._standing(one) for one in concepts})
            return set(self._items)
        changed = [(self._items.get(one), item) for one, item in changes.items()]
        named = concepts | surroundings.of_faces(self.hierarchy, changed)
        affected = self._repool(before, after)
        self._record(before, after)
        moved = self.hierarchy.put({one: self._standing(one) for one in concepts})
        named |= surroundings.of_faces(self.hierarchy, changed)
        named |= surroundings.of_relations(self.hierarchy, moved, self._asked)
        items = [item for concept in named for item in self.items_of(concept)]
        affected.update(item.id for item in items)
        if moved and "GLO-12" in self._asked:
            affected |= self._likened(items)
        return {one for one in affected if one in self._items}

    def _repool(self, before: Iterable[Item], after: Iterable[Item]) -> set[str]:
        affected: set[str] = set()
        languages = {item.entry.language for item in (*before, *after)}
        for language in sorted(languages):
            gone = [item.id for item in before if item.entry.language == language]
            come = [self._facts(item) for item in after if item.entry.language == language]
            affected |= upkeep.Change(self._pool(language), self._asked).apply(gone, come)
        return affected

    def _load(self, before: Iterable[Item], after: Iterable[Item]) -> None:
        for item in before:
            pool = self._pool(item.entry.language)
            pool.take_out(pool.rows[item.id])
        for item in after:
            self._pool(item.entry.language).put_in(self._facts(item))
        for pool in self._pools.values():
            pool.settle(has_circles="GLO-01" in self._asked)

    def _record(self, before: Iterable[Item], after: Iterable[Item]) -> None:
        for item in before:
            del self._items[item.id]
            left = tuple(one for one in self._concepts.pop(item.concept) if one != item.id)
            if left:
                self._concepts[item.concept] = left
        for item in after:
            self._items[item.id] = item
            self._concepts[item.concept] = tuple(sorted((*self._concepts.get(item.concept, ()), item.id)))

    def _standing(self, concept: str) -> Standing | None:
        items = self.items_of(concept)
        if not items:
            return None
        relations = frozenset(relation for item in items for relation in item.relations)
        return Standing(relations, frozenset(notation for item in items for notation in item.notations))

    def _likened(self, items: Iterable[Item]) -> set[str]:
        pools = ((self._pool(item.entry.language), item.id) for item in items)
        return {one for pool, identity in pools for one in pool.ids(alike(pool, pool.rows[identity]))}

    def _facts(self, item: Item) -> Facts:
        return facts.facts(item, self._reading(item), self._pool(item.entry.language).vocabulary)

    def _pool(self, language: str) -> Pool:
        pool = self._pools.get(language)
        if pool is None:
            pool = self._pools[language] = Pool(language, bounds.of(self.profile.limits))
        return pool

    # ── findings ──

    def findings(self, identity: str) -> tuple[Finding, ...]:
        """What the rules of scope NEIGHBOURS and GLOSSARY say of the definition, in the order of a report; none when it is not here."""
        item = self._items.get(identity)
        if item is None:
            return ()
        reading = self._reading(item)
        judges = self._judges_of(item, reading.case)
        return judging.findings(judges, self._sight(item, reading)) if judges else ()

    def sight(self, identity: str) -> Sight:
        """What the rules read of the definition; KeyError when it is not here."""
        item = self._items[identity]
        return self._sight(item, self._reading(item))

    def _reading(self, item: Item) -> Reading:
        return Reading(item.entry, self.profile.style, self.profile.limits)

    def _judges_of(self, item: Item, case: Case) -> tuple[Judge, ...]:
        """Those of the rules that may have something to say of the definition."""
        pool = self._pool(item.entry.language)
        shown = signs.signs(pool, pool.rows[item.id], self.hierarchy, has_wanted=bool(self.locales))
        found = self._awake.get((case, shown))
        if found is None:
            found = self._awake[case, shown] = judging.awake(judging.of_case(self._judges, case), shown)
        return found

    def findings_of(self, ids: Iterable[str] | None = None) -> Iterator[tuple[str, tuple[Finding, ...]]]:
        """The findings of these definitions, of all when None, each with its id."""
        # A collector that runs meanwhile walks the whole web again and again: a quarter of the time of a glossary.
        wanted = iter(list(self._items) if ids is None else ids)
        while batch := list(itertools.islice(wanted, MANY)):
            with collector.at_rest():
                found = [(identity, self.findings(identity)) for identity in batch]
            yield from found

    def _sight(self, item: Item, reading: Reading) -> Sight:
        pool = self._pool(item.entry.language)
        return Sight(
            reading,
            pool,
            pool.rows[item.id],
            locales=self.locales,
            items_of=self.items_of,
            hierarchy=self.hierarchy,
            enabled=self._enabled,
        )

    # ── questions of readers ──

    def uses(self, identity: str) -> tuple[Annotation, ...]:
        """Where the text of the definition uses labels of other concepts, in order of place; none when it is not here."""
        item = self._items.get(identity)
        return () if item is None else usage.of_definition(self._pool(item.entry.language), item)

    def used_by(self, identity: str) -> tuple[tuple[str, Span], ...]:
        """Where other texts use a label of the definition: their ids in order, and the place; none when it is not here."""
        item = self._items.get(identity)
        return () if item is None else usage.by_others(self._pool(item.entry.language), item)

    def annotate(self, text: str, locale: str) -> list[Annotation]:
        """Where labels stand in a text, in whatever form, leftmost and longest first, with the definitions that own them."""
        pool = self._pools.get(Entry(term="", text=text, locale=locale).language)
        return [] if pool is None else usage.annotations(pool, text)

    def similar(self, entry: Entry, *, first: int, exclude: str | None = None) -> list[Similar]:
        """At most `first` definitions of the language that are like this one, most like first, each with why."""
        pool = self._pools.get(entry.language)
        return [] if pool is None else resemblance.similar(pool, entry, first=first, exclude=exclude)
