"""What was promised holds until the day on which a deprecation said that it would end; the changelog says it in sentences."""

from datetime import date
from pathlib import Path

import pytest
from graphql import GraphQLSchema, build_schema

from schema import build, changelog, deprecations, history, sdl

OLD = """
type Query {
  "A house. Slow."
  house: House @deprecated(reason: "Use `Query.home` instead. Removed on 2027-04-01.")
  home(size: Int): Home
}
type House { rooms: Int }
type Home { rooms: Int, doors: Int }
enum Kind { FLAT }
"""
WITHOUT_THE_HOUSE = OLD.replace("house: House", "#").replace("type House { rooms: Int }", "")
DUE = date(2027, 4, 1)
EARLY = date(2027, 3, 31)


def released(text: str = OLD) -> history.Release:
    return history.Release((1, 0, 0), date(2026, 12, 1), text)


def reason(text: str) -> GraphQLSchema:
    return build_schema(f'type Query {{ old: Int @deprecated(reason: "{text}") new: Int }}')


def test_what_was_announced_to_end_may_be_gone_on_its_day() -> None:
    assert history.broken(released(), WITHOUT_THE_HOUSE, DUE) == []


def test_what_was_announced_to_end_may_not_be_gone_a_day_early() -> None:
    assert history.broken(released(), WITHOUT_THE_HOUSE, EARLY) == [
        "House was removed.",
        "Field Query.house was removed.",
    ]


@pytest.mark.parametrize(
    ("was", "now", "broken"),
    [
        ("doors: Int", "", "Field Home.doors was removed."),
        ("home(size: Int)", "home", "Argument Query.home(size:) was removed."),
        ("rooms: Int, doors", "rooms: String, doors", "Field Home.rooms changed type from Int to String."),
    ],
)
def test_what_was_not_announced_stays(was: str, now: str, broken: str) -> None:
    assert history.broken(released(), OLD.replace(was, now), DUE) == [broken]


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("Use `Query.new` instead. Removed on 2027-04-01.", None),
        ("Use `Query.new` instead. It counts better. Removed on 2027-04-01.", None),
        ("No longer supported", "form"),
        ("Use `Query.new` instead.", "form"),
        ("Use Query.new instead. Removed on 2027-04-01.", "form"),
        ("Use `Query.new` instead. Removed on 2027-02-30.", "form"),
        ("Use `Query.newer` instead. Removed on 2027-04-01.", "Query.newer is not there"),
        ("Use `Query.old` instead. Removed on 2027-04-01.", "deprecated itself"),
        ("Use `Query.new` instead. Removed on 2027-04-02.", "first of a quarter"),
    ],
)
def test_a_deprecation_names_successor_and_day(text: str, fault: str | None) -> None:
    found = deprecations.faults(reason(text))

    assert [one for one in found if fault is None or fault not in one] == []
    assert bool(found) is (fault is not None)


def test_every_deprecation_of_ours_names_successor_and_day() -> None:
    assert deprecations.faults(build_schema(sdl.text(build.build()))) == []


@pytest.mark.parametrize(("day", "is_short"), [(date(2027, 1, 1), False), (date(2027, 1, 2), True)])
def test_a_deprecation_gives_ninety_days(day: date, is_short: bool) -> None:  # noqa: FBT001 - an expected value
    after = reason("Use `Query.new` instead. Removed on 2027-04-01.")
    before = build_schema("type Query { old: Int new: Int }")

    assert bool(deprecations.short_notices(before, after, day)) is is_short
    assert deprecations.short_notices(after, after, date(2027, 3, 30)) == []


@pytest.mark.parametrize(
    ("version", "text", "day", "why"),
    [
        ("1.0.0", OLD, DUE, "1.0.0 is not newer than 1.0.0"),
        ("0.9.0", OLD, DUE, "0.9.0 is not newer than 1.0.0"),
        ("next", OLD, DUE, "next is no version such as 1.2.0"),
        ("1.1.0", WITHOUT_THE_HOUSE, EARLY, "Field Query.house was removed."),
        ("1.1.0", OLD.replace("2027-04-01", "soon"), DUE, "Query.house: the reason has not the form"),
        ("1.1.0", OLD.replace("2027-04", "2027-07"), date(2027, 4, 3), "Query.house: less than 90 days of notice"),
    ],
)
def test_a_release_that_breaks_a_promise_is_refused(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, version: str, text: str, day: date, why: str
) -> None:
    monkeypatch.setattr(history, "FOLDER", tmp_path)
    history.release("1.0.0", OLD, date(2026, 12, 1))

    with pytest.raises(history.Unreleasable, match=why):
        history.release(version, text, day)

    assert [one.version for one in history.releases()] == ["1.0.0"]


def test_releases_stand_in_the_order_of_their_numbers(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(history, "FOLDER", tmp_path)
    history.release("1.9.0", OLD, date(2026, 12, 1))
    history.release("1.10.0", OLD + 'type Spare { "None." nothing: Int }', date(2026, 12, 2))

    page = changelog.page(WITHOUT_THE_HOUSE)

    assert [one.version for one in history.releases()] == ["1.9.0", "1.10.0"]
    assert page.index("## Unreleased") < page.index("## 1.10.0 (2026-12-02)") < page.index("## 1.9.0 (2026-12-01)")


def test_a_file_that_is_no_release_is_named_as_such(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(history, "FOLDER", tmp_path)
    (tmp_path / "1.0.0.graphql").write_text(OLD)

    with pytest.raises(history.Unreleasable):
        history.releases()


@pytest.mark.parametrize(
    ("was", "now", "group", "sentence"),
    [
        ("doors: Int", "", "BREAKING", "Field `Home.doors` was removed."),
        ("enum Kind { FLAT }", "enum Kind { FLAT VILLA }", "DANGEROUS", "Enum value `Kind.VILLA` was added."),
        ("(size: Int)", "(size: Int, age: Int)", "DANGEROUS", "An optional argument `Query.home(age:)` was added."),
        (
            "doors: Int",
            "doors: Int @cost(weight: 5)",
            "DANGEROUS",
            "Marked `@cost(weight: 5)` instead of nothing: `Home.doors`.",
        ),
        (
            "doors: Int",
            'doors: Int @deprecated(reason: "Use a key.")',
            "DEPRECATED",
            "`Home.doors` is deprecated: Use a key.",
        ),
        (
            '@deprecated(reason: "Use `',
            '@unused(reason: "Use `',
            "DEPRECATED",
            "`Query.house` is no longer deprecated.",
        ),
        (
            "doors: Int",
            'doors: Int "Seen from\\nthe street. Not all." windows: Int',
            "ADDED",
            "Field `Home.windows` was added: Seen from the street.",
        ),
        ("A house. Slow.", "A house of stone.", "DESCRIBED", "These are described anew: `Query.house`."),
    ],
)
def test_a_change_is_told_in_a_sentence(was: str, now: str, group: str, sentence: str) -> None:
    marks = "directive @cost(weight: Int) on FIELD_DEFINITION\ndirective @unused(reason: String) on FIELD_DEFINITION\n"
    after = marks + OLD.replace(was, now.replace("\\n", " "))

    found = changelog.groups(marks + OLD, after)

    assert {name: told for name, told in found.items() if told} == {group: [sentence]}


def test_many_rewritten_descriptions_are_counted() -> None:
    fields = [f"f{number}: Int" for number in range(11)]
    before, after = " ".join(fields), " ".join(f'"It." {field}' for field in fields)

    assert changelog.groups(f"type Query {{ {before} }}", f"type Query {{ {after} }}")["DESCRIBED"] == [
        "The descriptions of 11 things say more than before."
    ]


def test_nothing_new_is_said_to_be_nothing() -> None:
    assert changelog.section(OLD, OLD) == "Nothing that a client notices has changed.\n"
