"""What a web answers, and cases that examples leave out."""

import dataclasses

import pytest

from rules import catalogue, engine, profiles, tokens
from rules.entry import Context, Designation, Entry
from rules.kit import ContextKind, DesignationKind, Outcome, Severity, Verdict
from rules.marks import Hit, Span
from rules.profiles import Profile
from rules.reading import Reading
from rules.rule import Rule
from rules.web import automaton, judging, reports, styles
from rules.web import web as webs
from rules.web.circles import Circles
from rules.web.item import Item
from rules.web.phrasebook import Phrasebook
from rules.web.resemblance import Reason, Similar
from rules.web.sight import Sight
from rules.web.usage import Annotation
from rules.web.vocabulary import Vocabulary, find
from rules.web.web import Web
from rules.web.wording import wording

BLADES = "grey tool for cutting soft green leather with blades"
LAW = (Context(ContextKind.LEGAL, "law"),)


def item(identity: str, term: str, text: str, *others: Designation, locale: str = "en") -> Item:
    return Item(id=identity, concept=identity, entry=Entry(term=term, text=text, locale=locale, designations=others))


def web_of(*items: Item, profile: Profile | None = None) -> Web:
    web = Web(profile or profiles.profile())
    web.put(items)
    return web


LEASE = item("1", "lease", "contract on a dwelling", Designation("tenancy"))
LESSOR = item("2", "lessor", "person who signs leases, or a tenancy")
SUBLESSOR = item("3", "sublessor", "person who signs leases and is no lessor")


def codes(web: Web, identity: str) -> list[str]:
    return [finding.rule_code for finding in web.findings(identity) if finding.rule_code.startswith("GLO")]


def test_web_knows_what_it_holds() -> None:
    web = web_of(LEASE, LESSOR)

    assert (len(web), "1" in web, "9" in web, web.item("2"), web.items_of("1")) == (2, True, False, LESSOR, [LEASE])


def test_uses_are_the_places_of_labels_of_others() -> None:
    web = web_of(LEASE, LESSOR, SUBLESSOR)

    assert web.uses("2") == (Annotation(Span(17, 23), ("1",)), Annotation(Span(30, 37), ("1",)))
    assert web.used_by("1") == (("2", Span(17, 23)), ("2", Span(30, 37)), ("3", Span(17, 23)))
    assert web.used_by("2") == (("3", Span(34, 40)),)


def test_definition_that_is_not_here_has_nothing() -> None:
    web = web_of(LEASE)

    assert (web.uses("9"), web.used_by("9"), web.findings("9"), web.remove(["9"])) == ((), (), (), set())


def test_annotations_are_of_the_language() -> None:
    web = web_of(LEASE)

    assert web.annotate("two Leases", "en-GB") == [Annotation(Span(4, 10), ("1",))]
    assert web.annotate("two Leases", "nl") == []


def test_similar_definitions_come_with_their_reasons() -> None:
    twin = dataclasses.replace(LEASE, id="4", concept="4", entry=dataclasses.replace(LEASE.entry, contexts=LAW))
    web = web_of(LEASE, LESSOR, twin, item("5", "loan", "contract on dwellings", Designation("tenancy")))
    asked = Entry(term="Lease", text="Contract on a dwelling.", locale="en", contexts=LAW)

    assert web.similar(asked, first=3) == [
        Similar("1", 1.0, (Reason.SAME_TERM, Reason.SAME_TEXT)),
        Similar("4", 1.0, (Reason.SAME_TERM, Reason.SAME_TEXT, Reason.SAME_CONTEXT)),
        Similar("5", 0.9302, (Reason.NEAR_TEXT,)),
    ]
    assert [one.id for one in web.similar(asked, first=3, exclude="1")] == ["4", "5"]


def test_designation_alone_is_a_likeness() -> None:
    web = web_of(LEASE)

    found = web.similar(Entry(term="tenancy", text="", locale="en"), first=5)

    assert found == [Similar("1", 0.7, (Reason.SAME_DESIGNATION,))]
    assert web.similar(Entry(term="tenancy", text="", locale="nl"), first=5) == []


def test_text_that_shares_little_is_not_similar() -> None:
    web = web_of(item("1", "lease", "contract on a red dwelling of somebody"))

    assert web.similar(Entry(term="loan", text="dwelling contract", locale="en"), first=5) == []


def test_word_that_too_many_texts_have_finds_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("rules.web.resemblance.MOST_HOLDERS", 0)

    assert web_of(LEASE).similar(Entry(term="loan", text="contract on dwellings", locale="en"), first=5) == []


def test_report_counts_every_rule_that_judges() -> None:
    web = web_of(item("1", "lessor", "party that signs a lease"), item("2", "lease", "contract that a lessor signs"))
    entry = web.item("1").entry
    text = engine.check(entry, web.profile)

    whole = reports.merged(text, web.findings("1"), web.profile, entry)

    assert {one.rule_code for one in whole.findings} >= {"GLO-01"}
    assert whole.verdict is Verdict.REJECTED
    assert whole.rule_count == text.rule_count + sum(rule.judge is not None for rule in _on(web.profile))
    assert whole.score < text.score


def _on(profile: Profile) -> list[Rule]:
    return [rule for rule in catalogue.rules() if profile.setting(rule.code).is_enabled]


def test_many_changes_at_once_come_to_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    slow, quick = web_of(LEASE, LESSOR), web_of(LEASE, LESSOR)
    changed = [dataclasses.replace(LESSOR, entry=dataclasses.replace(LESSOR.entry, text="party to a lease")), SUBLESSOR]
    slow.put(changed)
    monkeypatch.setattr(webs, "MANY", 1)

    named = quick.put(changed)

    assert named == {"1", "2", "3"}
    assert dict(quick.findings_of()) == dict(slow.findings_of())


def test_rules_that_are_off_name_nobody() -> None:
    profile = profiles.profile()
    for rule in _on(profile):
        profile = profile.with_setting(rule.code, is_enabled=False)
    web = web_of(LEASE, LESSOR, SUBLESSOR, profile=profile)

    named = web.put(
        [item("1", "dwelling", "building that a lessor owns", Designation("sublease", DesignationKind.DEPRECATED))]
    )

    assert named == {"1"}
    assert dict(web.findings_of()) == {"1": (), "2": (), "3": ()}


def test_large_load_without_rules_has_no_circles(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(webs, "MANY", 1)
    profile = profiles.profile().with_setting("GLO-01", is_enabled=False)

    web = web_of(item("1", "lessor", "party to a lease"), item("2", "lease", "contract of a lessor"), profile=profile)

    assert codes(web, "1") == []


def test_rule_that_fails_says_so_and_no_more() -> None:
    def fail(_: Sight) -> list[Hit]:
        raise ZeroDivisionError

    web = web_of(LEASE)
    broken = dataclasses.replace(catalogue.rules()[0], judge=fail)
    sight = web._sight(LEASE, Reading(LEASE.entry, web.profile.style))

    assert judging.findings([(catalogue.rules()[0], web.profile.setting(broken.code))], sight) == ()
    [finding] = judging.findings([(broken, web.profile.setting(broken.code))], sight)

    assert (finding.outcome, finding.severity, finding.arguments) == (
        Outcome.ERRORED,
        Severity.INFO,
        {"failure": "ZeroDivisionError"},
    )


def test_long_circle_is_a_warning_and_a_longer_one_than_asked_for_is_none() -> None:
    ring = [item(str(at), f"part {'abcde'[at]}x", f"thing of a part {'abcde'[(at + 1) % 5]}x") for at in range(5)]
    longer = profiles.profile().with_setting("GLO-01", parameters={"longest": 5})

    assert codes(web_of(*ring), "0") == []
    [finding] = [one for one in web_of(*ring, profile=longer).findings("0") if one.rule_code == "GLO-01"]
    assert (finding.severity, finding.excerpt) == (Severity.WARNING, "part bx")


def test_word_of_every_text_leads_nowhere() -> None:
    texts = [item(f"t{at}", f"word {at}", f"lease of thing number {at}") for at in range(12)]

    web = web_of(item("1", "lease", "contract of a lessor"), item("2", "lessor", "party to a lease"), *texts)

    assert "GLO-01" not in codes(web, "1")


@pytest.mark.parametrize(
    ("first", "second", "found"),
    [
        ("grey tool for the cutting of soft green leather", "grey tool for the cuttings of soft green leather", True),
        (BLADES, "grey tool for cutting soft green leather with sharp blades", True),
        (BLADES, "grey tool for cutting soft green leather with 2 blades", False),
        (BLADES, "grey tool for cutting soft green leather with Ghent blades", False),
        (BLADES, "grey tool for cutting soft green leather with pruning blades", False),
        (BLADES, "grey tool for cutting soft green leather with lease blades", False),
        (BLADES, "grey tool for cutting soft green leather with blaxes", False),
        (f"{BLADES} of a lease", f"{BLADES} of a tenancy", True),
    ],
)
def test_near_duplicates_differ_in_what_says_nothing(first: str, second: str, found: bool) -> None:  # noqa: FBT001 a column of the table
    profile = profiles.profile().with_setting("GLO-03", parameters={"percent": 80})

    web = web_of(LEASE, item("7", "splitter", first), item("8", "pruner", second), profile=profile)

    assert ("GLO-03" in codes(web, "7")) is found


def test_fix_is_offered_only_where_it_fits() -> None:
    old = (Designation("Hut", DesignationKind.DEPRECATED), Designation("abode", DesignationKind.DEPRECATED))
    owner = item("1", "Dwelling", "building", *old)
    texts = ["a hut", "an abode", "huts", "Abode"]
    web = web_of(owner, *(item(str(at), f"term {at}", text) for at, text in enumerate(texts, 2)))

    fixes = [
        one.fix and one.fix.replacement
        for at in range(2, 6)
        for one in web.findings(str(at))
        if one.rule_code == "GLO-14"
    ]

    assert fixes == ["dwelling", None, None, "Dwelling"]


def test_deprecated_label_of_two_concepts_has_no_fix() -> None:
    old = Designation("hut", DesignationKind.DEPRECATED)
    web = web_of(
        item("1", "dwelling", "building", old), item("2", "shed", "other building", old), item("3", "x", "old hut")
    )

    assert [one.fix for one in web.findings("3") if one.rule_code == "GLO-14"] == [None]


@pytest.mark.parametrize(
    ("text", "style"),
    [
        ("", (None, None, None)),
        ("the vehicle", (True, False, False)),
        ("Vehicle.", (False, True, True)),
        ("Amsterdam vehicle", (False, None, False)),
        ("NATO vehicle etc.", (False, None, None)),
        ("2 vehicles;", (False, None, None)),
        ("(vehicle). It moves.", (False, None, None)),
    ],
)
def test_style_is_told_where_it_shows(text: str, style: styles.Style) -> None:
    reading = Reading(Entry(term="car", text=text, locale="en"), profiles.profile().style)

    assert styles.style(wording(reading, tokens.WORD.findall(text), has_copula=False)) == style


def test_missing_trait_is_marked_where_it_is_missing() -> None:
    usual = [item(f"u{at}", f"term {at}", f"the vehicle number {at}.") for at in range(20)]
    web = web_of(*usual, item("1", "car", "a"), item("2", "bus", "vehicle with wheels"))

    found = {
        one.arguments["case"]: (one.excerpt, one.fix is not None)
        for one in web.findings("2")
        if one.rule_code == "GLO-10"
    }

    assert found == {"without_article": ("vehicle", False), "without_stop": ("s", True)}
    assert codes(web, "1") == ["GLO-10"]


def test_lone_article_is_not_taken_away() -> None:
    profile = profiles.profile().with_setting("FRM-06", is_enabled=False)
    usual = [item(f"u{at}", f"term {at}", f"vehicle number {at}") for at in range(20)]

    web = web_of(*usual, item("1", "car", "the"), profile=profile)

    assert [one.fix for one in web.findings("1") if one.rule_code == "GLO-10"] == [None]


def test_more_words_than_characters_are_found_one_text_at_a_time() -> None:
    vocabulary = Vocabulary("en")
    phrases = Phrasebook(vocabulary)
    phrases.own(vocabulary.of_label("lease"), 0)
    phrases.settle_all()

    found = automaton.finder(phrases, words=automaton.MOST_WORDS + 1)

    assert found(list(vocabulary.of_label("lease"))) == (0,)


def test_run_is_found_at_whole_words_only() -> None:
    of = Vocabulary("en").of_words
    words = of(())
    words.extend((256, 1, 0, 1))
    run = of(())
    run.append(1)
    part = of(())
    part.append(0x01000000)

    assert (find(words, run), find(words, part)) == (1, None)


def test_component_of_many_rows_is_one_knot() -> None:
    ahead = {0: [1], 1: [2, 3], 2: [0], 3: [4], 4: []}
    circles = Circles(lambda row: ahead[row], 3)

    circles.refresh_all(ahead)

    assert [circles.path(row) for row in ahead] == [(0, 1, 2), (1, 2, 0), (2, 0, 1), (), ()]


def test_circle_that_takes_another_way_is_forgotten_where_it_was() -> None:
    ahead = {1: [2], 2: [1], 3: [1]}
    circles = Circles(lambda row: ahead[row], 4)
    circles.refresh_all(ahead)
    ahead |= {1: [3], 2: [1]}

    changed = circles.refresh([1])

    assert changed == {1, 2, 3}
    assert (circles.path(1), circles.path(2), circles.path(3)) == ((1, 3), (), (3, 1))
    assert set(circles.passing(2)) == set()
