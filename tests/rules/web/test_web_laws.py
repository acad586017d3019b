"""Laws of a web, for any sequence of changes: few words, so that circles, duplicates and homographs do occur."""

import dataclasses

from hypothesis import given, settings
from hypothesis import strategies as st

from rules import catalogue, profiles, tokens
from rules.entry import Context, Designation, Entry
from rules.kit import ContextKind, DesignationKind, Outcome, RelationKind, Style
from rules.marks import Finding
from rules.profiles import Profile
from rules.rule import Rule
from rules.web import automaton, judging
from rules.web.item import Item, Relation
from rules.web.phrasebook import Phrasebook
from rules.web.vocabulary import Vocabulary
from rules.web.web import Web

WORDS = [
    "lease", "leases", "lessor", "social lease", "dwelling", "The", "the", "of", "a", "not", "IT", "it", "under", "person", "fluxgrid",
    "person who lets the whole dwelling of somebody else to a lessor for money", "two", "three", "contract", "under the lease", ".",
    ";", "(", ")",
]  # fmt: skip
LABELS = [
    "lease",
    "Lease",
    "leases",
    "lessor",
    "social lease",
    "dwelling",
    "IT",
    "of",
    "contract",
    "person",
    "fluxgrid",
    "",
    "%",
]
IDS = ["a", "b", "c", "d", "e", "f", "g"]
CONCEPTS = ["A", "B", "C", "D", "E"]


def every_rule(style: Style = Style.PHRASE) -> Profile:
    """All rules that see a web, with bounds that a handful of definitions reaches."""
    profile = profiles.profile("default", style)
    for rule in catalogue.rules():
        profile = profile.with_setting(rule.code, is_enabled=rule.judge is not None)
    profile = profile.with_setting("GLO-01", parameters={"users": 2, "percent": 40, "longest": 3})
    profile = profile.with_setting("GLO-03", parameters={"crowd": 3, "percent": 80})
    profile = profile.with_setting("GLO-06", parameters={"texts": 2})
    return profile.with_setting("GLO-10", parameters={"texts": 5, "percent": 60})


PROFILE = every_rule()

texts = st.lists(st.sampled_from(WORDS), max_size=6).map(" ".join)
entries = st.builds(
    Entry,
    term=st.sampled_from(LABELS),
    text=texts,
    locale=st.sampled_from(["en", "en", "en-GB", "nl"]),
    contexts=st.sampled_from([(), (), (Context(ContextKind.LEGAL, "law"),)]),
    designations=st.lists(
        st.builds(Designation, st.sampled_from(LABELS), st.sampled_from(DesignationKind)), max_size=2
    ).map(tuple),
)
relations = st.builds(
    Relation,
    st.sampled_from([RelationKind.BROADER, RelationKind.NARROWER, RelationKind.RELATED, RelationKind.EXACT_MATCH]),
    st.sampled_from(CONCEPTS),
)
any_relations = st.builds(
    Relation,
    st.sampled_from(RelationKind),
    st.sampled_from([*CONCEPTS, "https://example.org/1", "https://example.org/2"]),
)
items = st.builds(
    Item,
    id=st.sampled_from(IDS),
    entry=entries,
    concept=st.sampled_from(CONCEPTS),
    relations=st.lists(relations, max_size=2).map(tuple),
    notations=st.sampled_from([(), ("1",)]),
    is_established=st.booleans(),
)
puts = st.lists(items, min_size=1, max_size=3)
removals = st.lists(st.sampled_from(IDS), min_size=1, max_size=2)
firsts = st.lists(items, min_size=5, max_size=9)
changes = st.tuples(firsts, st.lists(st.one_of(puts, puts, removals), min_size=1, max_size=6)).map(
    lambda one: [one[0], *one[1]]
)
Change = list[Item] | list[str]


def apply(web: Web, change: Change) -> set[str]:
    new = [one for one in change if isinstance(one, Item)]
    return web.put(new) if new else web.remove(one for one in change if isinstance(one, str))


def told(web: Web) -> dict[str, tuple[Finding, ...]]:
    return dict(web.findings_of())


def fresh(web: Web) -> Web:
    other = Web(web.profile, locales=web.locales)
    other.put(web.item(one) for one in sorted(told(web), reverse=True))
    return other


@settings(deadline=None, max_examples=20)
@given(changes)
def test_web_after_any_changes_is_as_one_built_fresh(sequence: list[Change]) -> None:
    web = Web(PROFILE, locales=("en", "nl"))
    for change in sequence:
        apply(web, change)

    again = fresh(web)

    assert told(web) == told(again)
    assert {one: web.uses(one) for one in told(web)} == {one: again.uses(one) for one in told(web)}


@settings(deadline=None, max_examples=20)
@given(changes)
def test_every_definition_whose_findings_change_is_named(sequence: list[Change]) -> None:
    web = Web(PROFILE, locales=("en", "nl"))
    for change in sequence:
        before = told(web)

        named = apply(web, change)

        after = told(web)
        assert {one for one in after if after[one] != before.get(one)} <= named <= after.keys()


@settings(deadline=None, max_examples=20)
@given(st.lists(items, min_size=4, max_size=12, unique_by=lambda item: item.id))
def test_no_text_makes_a_rule_fail_and_spans_lie_in_it(given_items: list[Item]) -> None:
    web = Web(PROFILE, locales=("en", "nl"))
    web.put(given_items)

    findings = [(web.item(one).entry.text, finding) for one, found in told(web).items() for finding in found]

    assert Outcome.ERRORED not in {finding.outcome for _, finding in findings}
    places = [(text, one.span) for text, one in findings if one.span is not None]
    edits = [(text, one.fix.span) for text, one in findings if one.fix is not None]
    assert all(0 <= span.start < span.end <= len(text) for text, span in (*places, *edits))


@settings(deadline=None, max_examples=30)
@given(
    st.lists(
        st.builds(dataclasses.replace, items, relations=st.lists(any_relations, max_size=3).map(tuple)),
        min_size=4,
        max_size=12,
        unique_by=lambda item: item.id,
    ),
    st.sampled_from([(), ("en", "nl")]),
)
def test_waiting_loses_no_finding_of_a_web(given_items: list[Item], locales: tuple[str, ...]) -> None:
    web = Web(PROFILE, locales=locales)
    web.put(given_items)
    judges = judging.judges(PROFILE)

    sights = {one: web.sight(one) for one in told(web)}
    every = {one: judging.findings(judging.of_case(judges, sight.reading.case), sight) for one, sight in sights.items()}

    assert told(web) == every


@settings(deadline=None, max_examples=20)
@given(
    st.lists(items, min_size=4, max_size=8),
    st.sampled_from([one for one in catalogue.rules() if one.judge is not None]),
)
def test_switching_off_a_rule_removes_only_its_findings(given_items: list[Item], rule: Rule) -> None:
    web, without = Web(PROFILE), Web(PROFILE.with_setting(rule.code, is_enabled=False))
    web.put(given_items)
    without.put(given_items)

    left = {one: tuple(item for item in found if item.rule_code != rule.code) for one, found in told(web).items()}

    assert told(without) == left


@settings(deadline=None, max_examples=30)
@given(st.lists(st.sampled_from(LABELS)), st.lists(texts, max_size=5))
def test_automaton_finds_what_the_phrasebook_finds(labels: list[str], given_texts: list[str]) -> None:
    vocabulary = Vocabulary("en")
    phrases = Phrasebook(vocabulary)
    [phrases.own(vocabulary.of_label(label), row) for row, label in enumerate(labels)]
    phrases.settle_all()
    read = [vocabulary.of_words(tokens.words(text)) for text in given_texts]

    found = automaton.finder(phrases, words=len(vocabulary.keys))

    assert [found(words) for words in read] == [phrases.found(words) for words in read]
