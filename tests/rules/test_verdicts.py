"""How right the rules were when people read their findings."""

import pytest

from rules import catalogue, verdicts
from rules.kit import Severity
from rules.rule import Rule

READ = [rule for rule in catalogue.rules() if rule.measured_precision is not None]


@pytest.mark.parametrize(
    "rule", [rule for rule in READ if rule.severity is not Severity.INFO], ids=lambda rule: rule.code
)
def test_rule_that_counts_is_right_in_eight_of_ten(rule: Rule) -> None:
    assert rule.measured_precision is not None
    assert rule.measured_precision >= 0.8


def test_precision_is_the_share_that_was_right() -> None:
    read = verdicts.verdicts()["CNT-02"]

    assert verdicts.precision("CNT-02") == len(read["right"]) / (len(read["right"]) + len(read["wrong"]))


def test_rule_that_nobody_read_has_no_precision() -> None:
    assert verdicts.precision("FRM-99") is None


def test_verdicts_are_on_rules_that_exist() -> None:
    assert {code for code in verdicts.verdicts() if catalogue.find(code) is None} == set()
