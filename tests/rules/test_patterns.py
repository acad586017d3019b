"""Rules of a glossary's own: patterns that are refused, spans in code points, and what hostile ones cost."""

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rules import choices, engine, messages, patterns, profiles
from rules.choices import Choices
from rules.entry import Entry
from rules.kit import RuleStatus, Severity, Style
from rules.marks import Span
from rules.patterns import BadPattern, Pattern
from rules.rule import bad, good

JARGON = Pattern(
    code="X-JARGON",
    name="Jargon",
    question="Is the text free of jargon?",
    severity=Severity.ERROR,
    locale="en",
    pattern=r"(?i)\bsynerg(?:y|ies)\b",
)
TEXTS = ("a" * 10_000, "ab" * 5_000, "a é 漢 🦊 " * 1_250)


def pattern(text: str, locale: str = "en") -> Pattern:
    return Pattern(code="X-A", name="N", question="Q?", severity=Severity.WARNING, locale=locale, pattern=text)


def codes(entry: Entry, *own: Pattern) -> list[str]:
    profile = profiles.profile().with_rules([patterns.rule(one) for one in own])
    return [finding.rule_code for finding in engine.check(entry, profile, codes=["X-A", "X-JARGON"]).findings]


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("X-A", True), ("X-HOUSE-12", True), ("X-" + "A" * 58, True), ("X-" + "A" * 59, False), ("FRM-01", False), ("X-", False),
        ("X-a", False), ("X-A-", False), ("X--A", False), ("X-A\n", False), ("", False), ("X-É", False),
    ],
)  # fmt: skip
def test_code_of_a_glossary_never_collides_with_a_built_in_one(text: str, *, is_one: bool) -> None:
    assert patterns.is_code(text) is is_one


def test_no_built_in_rule_has_a_code_of_a_glossary() -> None:
    assert [rule.code for rule in profiles.profile().rules if patterns.is_code(rule.code)] == []


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("(", "is no RE2 pattern: missing )"), (r"(a)\1", "is no RE2 pattern: invalid escape sequence"), ("a(?=b)", "invalid perl operator"),
        ("x{1001}", "invalid repetition size"), ("((a{100}){100}){100}", "invalid repetition size"), (r".{0,1000}x", "is too large"),
        (r"\pL{1,300}x", "pattern too large"), ("(" * 250 + ")" * 250, "matches nothing"), ("", "matches nothing"), ("x*", "matches nothing"),
        (r"a\C", "single bytes"), (r"\\\C", "single bytes"), ("a" * 501, "longer than 500"), ("\ud800", "surrogate"), ("(?P<a", "invalid named capture"),
    ],
)  # fmt: skip
def test_bad_pattern_says_why(text: str, reason: str) -> None:
    with pytest.raises(BadPattern) as refused:
        patterns.size(text)

    assert reason in str(refused.value)


@pytest.mark.parametrize(
    "text",
    [
        "(a+)+$", ".*.*.*.*.*.*.*.*x", "(?:a?){250}a{250}", "(?:a|b){900}c", "(x+x+)+y", "(a|b)*a(a|b){200}c", "(?s).*" * 80 + "x", "(?:.*b)?$|zz",
        r"\pL+\d", "a" * 500, "(?P<first>a)(?P<second>b)?", "[^b]{400}b", r"\b|x", "a.*b|a", "(?i)" + "k" * 490,
    ],
)  # fmt: skip
def test_hostile_pattern_is_refused_or_fast(text: str) -> None:
    began = time.perf_counter()

    try:
        found = [patterns.spans(text, one) for one in TEXTS]
    except BadPattern:
        found = []

    assert all(len(spans) <= patterns.MOST_HITS for spans in found)
    assert time.perf_counter() - began < 2  # the worst takes 0.4 s on a quiet core


@pytest.mark.parametrize(
    ("text", "where", "spans"),
    [
        ("b+", "🦊🦊 bb a b", [Span(3, 5), Span(8, 9)]), ("漢|🦊", "é🦊漢", [Span(1, 2), Span(2, 3)]),
        (r"\b|o", "no", [Span(1, 2)]), ("x", "\ud800x", [Span(1, 2)]), (r"\x{1F98A}", "a🦊", [Span(1, 2)]), (r"^b", "b\nb", [Span(0, 1)]),
    ],
)  # fmt: skip
def test_spans_count_code_points_and_are_never_empty(text: str, where: str, spans: list[Span]) -> None:
    assert patterns.spans(text, where) == spans


@given(st.text(max_size=60))
@settings(max_examples=60, deadline=None)
def test_spans_lie_in_whatever_text(text: str) -> None:
    spans = patterns.spans(r"\w+|[^\x00-\x7f]", text)

    assert all(0 <= one.start < one.end <= len(text) for one in spans)
    assert all(one.end <= other.start for one, other in pairwise(spans))


def test_text_is_not_searched_for_ever_for_nothing() -> None:
    found = [patterns.spans(r"\b|!", "a " * count + "!") for count in (10, 1_000)]

    assert found == [[Span(20, 21)], []]


def test_a_rule_marks_fifty_places_at_most() -> None:
    assert len(patterns.spans("a", "a" * 60)) == 50


def test_rule_speaks_in_the_words_of_its_author() -> None:
    profile = profiles.profile().with_rules([patterns.rule(JARGON)])

    report = engine.check(Entry(term="car", text="synergy of wheels", locale="en-GB"), profile)

    (finding,) = [one for one in report.findings if one.rule_code == "X-JARGON"]
    assert (finding.excerpt, finding.severity) == ("synergy", Severity.ERROR)
    assert messages.message("X-JARGON", finding.arguments, "nl") == "Jargon: Is the text free of jargon?"
    assert "X-JARGON" in [one.code for one in report.contributions]


@pytest.mark.parametrize(
    ("wanted", "locale", "found"),
    [
        ("nl", "nl", ["X-A"]), ("nl", "nl-BE", ["X-A"]), ("nl-BE", "nl", []), ("nl-be", "nl-BE", ["X-A"]), ("fr", "fr", ["X-A"]),
        ("fr", "en", []), ("n", "nl", []), ("en", "en_GB", ["X-A"]),
    ],
)  # fmt: skip
def test_rule_judges_its_language_and_what_narrows_it(wanted: str, locale: str, found: list[str]) -> None:
    assert codes(Entry(term="x", text="a word", locale=locale), pattern("word", wanted)) == found


def test_blank_text_is_not_judged() -> None:
    assert codes(Entry(term="x", text="  ", locale="en"), pattern(r"\s")) == []


def test_rule_can_be_switched_off_and_set_otherwise() -> None:
    profile = profiles.profile().with_rules([patterns.rule(JARGON)])

    off = profile.with_setting("X-JARGON", is_enabled=False)
    mild = profile.with_setting("X-JARGON", severity=Severity.INFO)

    entry = Entry(term="car", text="synergy of wheels", locale="en")
    assert "X-JARGON" not in [one.rule_code for one in engine.check(entry, off).findings]
    assert [one.severity for one in engine.check(entry, mild, codes=["X-JARGON"]).findings] == [Severity.INFO]
    assert off.with_setting("X-JARGON", is_enabled=True).fingerprint == profile.fingerprint


def test_own_rules_are_part_of_the_fingerprint() -> None:
    plain = profiles.profile()
    one, other = (plain.with_rules([patterns.rule(pattern(text))]) for text in ("a", "b"))

    assert len({plain.fingerprint, one.fingerprint, other.fingerprint}) == 3
    assert one.with_rules(()).fingerprint != one.fingerprint
    assert [rule.code for rule in one.rules][-1] == "X-A"


@pytest.mark.parametrize(
    ("example", "is_held"),
    [(bad("a synergy", "en", marked=None), True), (good("a synergy", "en"), False), (good("a car", "en"), True)],
    ids=["marked", "marked but good", "silent"],
)
def test_example_holds_when_it_is_marked_as_it_says(example: object, *, is_held: bool) -> None:
    assert patterns.holds(JARGON.pattern, example) is is_held  # type: ignore[arg-type]


def test_retired_rule_says_so() -> None:
    assert patterns.rule(JARGON, is_retired=True).status is RuleStatus.RETIRED


def test_pattern_that_no_longer_compiles_costs_the_glossary_one_rule_only() -> None:
    text = choices.written(Choices(own=(JARGON, pattern("("))))

    assert [rule.code for rule in choices.profile("default", Style.FREE, text).own] == ["X-JARGON"]
