"""However the concepts of a glossary changed, its findings are those of one that was made at once."""

import dataclasses
from datetime import UTC, datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from rules.entry import Entry
from rules.kit import RelationKind
from rules.marks import Finding
from rules.web.item import Item, Relation
from rules.web.web import Web
from tests.rules.relations.town import PROFILE, web

LOCALES = ("en", "nl")
CONCEPTS = [f"c{number}" for number in range(6)]
TARGETS = [*CONCEPTS, "https://x.nl/a", "https://x.nl/b"]
kinds = st.sampled_from([RelationKind.BROADER] * 12 + [RelationKind.RELATED] * 3 + list(RelationKind))
items = st.builds(
    lambda concept, locale, term, **more: Item(
        id=f"{concept}@{locale}", concept=concept, entry=Entry(term=term, text="lease", locale=locale), **more
    ),
    st.sampled_from(CONCEPTS),
    st.sampled_from(["en", "en", "en", "nl"]),
    st.sampled_from(["lease", "tenant", "net"]),
    relations=st.lists(st.builds(Relation, kinds, st.sampled_from(TARGETS)), max_size=3, unique=True).map(tuple),
    notations=st.sets(st.sampled_from(["1", "2"]), max_size=2).map(lambda found: tuple(sorted(found))),
    is_established=st.booleans(),
    text_changed_at=st.none() | st.integers(1, 3).map(lambda day: datetime(2026, 1, day, tzinfo=UTC)),
)
batches = st.lists(items, min_size=1, max_size=6, unique_by=lambda one: one.id)
steps = st.lists(batches | st.sampled_from(CONCEPTS), max_size=6)


def take(place: Web, step: list[Item] | str) -> set[str]:
    return place.remove([f"{step}@en", f"{step}@nl"]) if isinstance(step, str) else place.put(step)


def findings(place: Web) -> dict[str, tuple[Finding, ...]]:
    return dict(place.findings_of())


@settings(max_examples=60, deadline=None)
@given(steps)
def test_kept_findings_are_fresh_ones_and_every_changed_one_was_announced(changes: list[list[Item] | str]) -> None:
    kept = Web(PROFILE, locales=LOCALES)
    before = findings(kept)
    for step in changes:
        announced = take(kept, step)
        after = findings(kept)

        assert after == findings(web([kept.item(one) for one in after], locales=LOCALES))
        assert {one for one in after if before.get(one) != after[one]} <= announced
        before = after


@settings(max_examples=30, deadline=None)
@given(batches)
def test_what_is_put_again_affects_nothing(found: list[Item]) -> None:
    place = web(found)

    assert place.put(dataclasses.replace(one) for one in found) == set()


@settings(max_examples=30, deadline=None)
@given(batches)
def test_relation_is_seen_from_both_ends(found: list[Item]) -> None:
    graph = web(found).hierarchy.graph

    stated = [(one.concept, relation) for one in found for relation in one.relations]
    assert all(Relation(one.kind.inverse, concept) in graph.relations(one.target) for concept, one in stated)
