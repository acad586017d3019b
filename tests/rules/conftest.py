"""What the tests of the rules share: a way to run one rule on one entry, or on one of its examples."""

from collections.abc import Callable
from functools import cache

import pytest

from rules import engine, profiles
from rules.entry import Entry
from rules.kit import Style
from rules.marks import Finding
from rules.profiles import Profile
from rules.rule import EXAMPLE, Example, Rule
from rules.web.web import Web

RunRule = Callable[[Rule, Entry, Style | None], tuple[Finding, ...]]


@cache
def _switched_on(style: Style, code: str) -> Profile:
    return profiles.profile("default", style).with_setting(code, is_enabled=True)


@pytest.fixture
def run_rule() -> RunRule:
    """Findings of one enabled rule, in the given style, else in one that the rule judges."""

    def run(rule: Rule, entry: Entry, style: Style | None = None) -> tuple[Finding, ...]:
        chosen = style or next(iter(rule.styles), Style.PHRASE)
        profile = _switched_on(chosen, rule.code)
        return engine.evaluate(entry, profile, rules=[rule]).findings

    return run


def found(rule: Rule, example: Example) -> list[Finding]:
    """What the rule, enabled, finds in its example; one that sees a web, in that of the example and its neighbours."""
    style = example.style or next(iter(rule.styles), Style.FREE if rule.judge else Style.PHRASE)
    profile = profiles.profile("default", style).with_setting(rule.code, is_enabled=True)
    if rule.judge is None:
        return list(engine.evaluate(example.entry, profile, rules=[rule]).findings)
    web = Web(profile, locales=example.locales)
    web.put(example.items)
    return [finding for finding in web.findings(EXAMPLE) if finding.rule_code == rule.code]
