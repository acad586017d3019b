"""Every example of every rule that sees a web is a test."""

import pytest

from rules import catalogue
from rules.kit import Outcome
from rules.rule import Example, Rule
from tests.rules.conftest import found

RULES = [rule for rule in catalogue.rules() if rule.judge is not None]
EXAMPLES = [(rule, example) for rule in RULES for example in rule.examples]
GOOD = [pair for pair in EXAMPLES if pair[1].is_compliant]
BAD = [pair for pair in EXAMPLES if not pair[1].is_compliant]


def named(value: object) -> str:
    match value:
        case Rule():
            return value.code
        case Example():
            return f"{value.locale}-{value.text[:20]!r}"
    return repr(value)


@pytest.mark.parametrize(("rule", "example"), GOOD, ids=named)
def test_good_example_stays_silent(rule: Rule, example: Example) -> None:
    assert found(rule, example) == []


@pytest.mark.parametrize(("rule", "example"), BAD, ids=named)
def test_bad_example_is_marked_at_its_place(rule: Rule, example: Example) -> None:
    findings = found(rule, example)

    assert [(finding.excerpt, finding.outcome) for finding in findings] == [(example.marked, Outcome.VIOLATED)]


@pytest.mark.parametrize("rule", RULES, ids=named)
def test_fix_is_offered_by_the_rules_that_say_so(rule: Rule) -> None:
    offered = {one.fix is not None for item in rule.examples if not item.is_compliant for one in found(rule, item)}

    assert (True in offered) is rule.has_fix
