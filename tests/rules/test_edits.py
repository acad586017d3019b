"""Fixes: made together they change what they say, and a fix that was made is not asked for again."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rules import catalogue, edits, engine, profiles
from rules.entry import Entry
from rules.kit import Style
from rules.marks import Finding, Span, TextEdit
from rules.profiles import Profile
from rules.rule import EXAMPLE, Example, Rule
from rules.web.web import Web

FIXED = [
    (rule, example)
    for rule in catalogue.rules()
    if rule.has_fix
    for example in rule.examples
    if not example.is_compliant
]
PIECES = (
    "is ", "means any ", "The ", "for the purposes of this Act, ", "person ", "who who ", "rents\u00ad ", "a\t", "<br>",
    "home ", "the the ", "&amp; ", "**large** ", "A tenant is ", ".",
)  # fmt: skip
MOST_ROUNDS = 20


def profile_of(example: Example, rule: Rule) -> Profile:
    style = example.style or (rule.styles[0] if rule.styles else Style.PHRASE)
    return profiles.profile(profiles.DEFAULT, style).with_setting(rule.code, is_enabled=True)


def fixable(entry: Entry, profile: Profile) -> list[Finding]:
    return [finding for finding in engine.check(entry, profile).findings if finding.fix is not None]


def fixes_in_its_glossary(example: Example, text: str, rule: Rule) -> list[Finding]:
    """What the rule has to mend in the example with this text, among the other definitions of its glossary."""
    profile = profile_of(example, rule)
    web = Web(profile, locales=example.locales)
    items = [replace(one, entry=replace(one.entry, text=text)) if one.id == EXAMPLE else one for one in example.items]
    web.put(items)
    entry = next(one.entry for one in items if one.id == EXAMPLE)
    found = (*engine.check(entry, profile).findings, *web.findings(EXAMPLE))
    return [one for one in found if one.fix is not None and one.rule_code == rule.code]


def compatible(findings: list[Finding]) -> list[TextEdit]:
    """As many of the fixes as can be made together, the worst findings first."""
    chosen: list[TextEdit] = []
    for finding in findings:
        assert finding.fix is not None
        chosen += [finding.fix] if edits.overlap([*chosen, finding.fix]) is None else []
    return chosen


def mended(entry: Entry, findings: list[Finding]) -> Entry:
    text = edits.applied(entry.text, compatible(findings))
    return Entry(term=entry.term, text=text, locale=entry.locale)


@pytest.mark.parametrize(("rule", "example"), FIXED, ids=lambda one: getattr(one, "code", None))
def test_a_fix_that_was_made_is_not_asked_for_again(rule: Rule, example: Example) -> None:
    found = fixes_in_its_glossary(example, example.text, rule)

    text = edits.applied(example.text, [one.fix for one in found if one.fix is not None])
    left = [one.fingerprint for one in fixes_in_its_glossary(example, text, rule)]

    assert found
    assert left == []


@settings(deadline=None, max_examples=50)
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=12))
def test_fixes_made_again_and_again_come_to_an_end(pieces: list[str]) -> None:
    profile = profiles.profile(profiles.DEFAULT, Style.PHRASE).with_setting("FRM-06", is_enabled=True)
    entry = Entry(term="tenant", text="".join(pieces), locale="en")
    rounds = 0
    while found := fixable(entry, profile):
        entry = mended(entry, found)
        rounds += 1

        assert rounds <= MOST_ROUNDS


@given(st.text(max_size=30), st.data())
def test_edits_change_what_they_cover_and_nothing_else(text: str, data: st.DataObject) -> None:
    marks = sorted(data.draw(st.sets(st.integers(0, len(text)), max_size=6)))
    made = [TextEdit(Span(*pair), "X") for pair in zip(marks[::2], marks[1::2], strict=False)]
    kept = [text[start:end] for start, end in zip([0, *marks[1::2]], [*marks[: 2 * len(made) : 2], None], strict=False)]

    assert edits.overlap(made) is None
    assert edits.applied(text, data.draw(st.permutations(made))) == "X".join(kept)


@pytest.mark.parametrize(
    ("spans", "found"),
    [
        ([(0, 2), (2, 4)], None), ([(2, 4), (0, 3)], (1, 0)), ([(1, 1), (1, 1)], (0, 1)), ([(0, 3), (1, 1)], (0, 1)),
        ([(1, 1), (1, 3)], None), ([(0, 3), (0, 3)], (0, 1)), ([], None),
    ],
)  # fmt: skip
def test_edits_in_the_way_of_each_other_are_named(spans: list[tuple[int, int]], found: tuple[int, int] | None) -> None:
    assert edits.overlap([TextEdit(Span(*one), "") for one in spans]) == found
