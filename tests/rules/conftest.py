"""What the tests of the rules share: a way to run one rule on one entry."""

from collections.abc import Callable

import pytest

from rules import engine, profiles
from rules.entry import Entry
from rules.kit import Style
from rules.marks import Finding
from rules.rule import Rule

RunRule = Callable[[Rule, Entry, Style | None], tuple[Finding, ...]]


@pytest.fixture
def run_rule() -> RunRule:
    """Findings of one enabled rule, in the given style, else in one that the rule judges."""

    def run(rule: Rule, entry: Entry, style: Style | None = None) -> tuple[Finding, ...]:
        chosen = style or next(iter(rule.styles), Style.PHRASE)
        profile = profiles.profile("default", chosen).with_setting(rule.code, is_enabled=True)
        return engine.evaluate(entry, profile, rules=[rule]).findings

    return run
