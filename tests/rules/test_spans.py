"""No two findings of a report mark the same words: one flaw, one finding."""

from collections import Counter

import pytest

from rules import catalogue, engine, profiles
from rules.entry import Entry
from rules.kit import Style
from rules.marks import Span
from rules.rule import Rule

CASES = [(name, style) for name in profiles.names() for style in Style]


def doubled(entry: Entry, profile: profiles.Profile) -> list[Span]:
    spans = Counter(finding.span for finding in engine.check(entry, profile).findings if finding.span is not None)
    return [span for span, count in spans.items() if count > 1]


@pytest.mark.parametrize(("name", "style"), CASES)
def test_examples_are_marked_once(name: str, style: Style) -> None:
    profile = profiles.profile(name, style)
    examples = [example for rule in catalogue.rules() for example in rule.examples]

    assert [example for example in examples if doubled(example.entry, profile)] == []


@pytest.mark.parametrize("rule", [rule for rule in catalogue.rules() if rule.judge is None], ids=lambda rule: rule.code)
def test_rule_marks_what_no_other_marks_when_all_are_on(rule: Rule) -> None:
    profile = profiles.profile()
    for other in catalogue.rules():
        profile = profile.with_setting(other.code, is_enabled=True)

    assert [example for example in rule.examples if doubled(example.entry, profile)] == []
