"""No two findings of a report mark the same words: one flaw, one finding."""

from collections import Counter

import pytest

from rules import catalogue, engine, profiles
from rules.entry import Entry
from rules.kit import Style
from rules.marks import Span
from rules.profiles import Profile
from tests.rules.test_waiting import everything


def doubled(entry: Entry, profile: Profile) -> list[Span]:
    spans = Counter(finding.span for finding in engine.check(entry, profile).findings if finding.span is not None)
    return [span for span, count in spans.items() if count > 1]


@pytest.mark.parametrize("style", Style)
def test_rule_marks_what_no_other_marks_when_all_are_on(style: Style) -> None:
    profile = everything(style)
    examples = [(rule.code, example) for rule in catalogue.rules() for example in rule.examples]

    assert [(code, example.text) for code, example in examples if doubled(example.entry, profile)] == []


@pytest.mark.parametrize("style", Style)
def test_profiles_differ_in_rules_only_so_that_all_on_stands_for_each(style: Style) -> None:
    limits = everything(style).limits

    assert [name for name in profiles.names() if profiles.profile(name, style).limits != limits] == []
