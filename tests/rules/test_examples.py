"""Every example of every rule is a test."""

import pytest

from rules import catalogue
from rules.kit import Outcome, Severity
from rules.rule import Example, Rule
from tests.rules.conftest import RunRule

RULES = [
    rule for rule in catalogue.rules() if rule.judge is None
]  # those that see a web: tests/rules/web/test_examples.py
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
def test_good_example_stays_silent(run_rule: RunRule, rule: Rule, example: Example) -> None:
    assert run_rule(rule, example.entry, example.style) == ()


@pytest.mark.parametrize(("rule", "example"), BAD, ids=named)
def test_bad_example_is_marked_at_its_place(run_rule: RunRule, rule: Rule, example: Example) -> None:
    findings = run_rule(rule, example.entry, example.style)

    assert [(finding.excerpt, finding.outcome) for finding in findings] == [(example.marked, expected(rule))]


def expected(rule: Rule) -> Outcome:
    return Outcome.NEEDS_JUDGEMENT if rule.group == "ASK" else Outcome.VIOLATED


JUDGED = [(rule, locale) for rule in RULES for locale in rule.locales or ("en", "nl")]


@pytest.mark.parametrize(("rule", "locale"), JUDGED, ids=named)
@pytest.mark.parametrize("is_compliant", [True, False])
def test_rule_has_a_good_and_a_bad_example_per_language(rule: Rule, locale: str, is_compliant: bool) -> None:  # noqa: FBT001 a column of the table
    assert any(item.entry.language == locale and item.is_compliant is is_compliant for item in rule.examples)


@pytest.mark.parametrize("rule", RULES, ids=named)
def test_fix_is_offered_by_the_rules_that_say_so(run_rule: RunRule, rule: Rule) -> None:
    bad = [example for example in rule.examples if not example.is_compliant]

    offered = {finding.fix is not None for item in bad for finding in run_rule(rule, item.entry, item.style)}

    assert (True in offered) is rule.has_fix


def fixable() -> list[tuple[Rule, Example]]:
    return [(rule, example) for rule, example in BAD if rule.has_fix]


@pytest.mark.parametrize(("rule", "example"), fixable(), ids=named)
def test_fixed_example_stays_silent(run_rule: RunRule, rule: Rule, example: Example) -> None:
    [finding] = run_rule(rule, example.entry, example.style)
    assert finding.fix is not None
    span = finding.fix.span
    text = example.text[: span.start] + finding.fix.replacement + example.text[span.end :]

    again = Example(text=text, locale=example.locale, is_compliant=True, term=example.term)

    assert run_rule(rule, again.entry, example.style) == ()


def test_codes_are_unique_and_sorted() -> None:
    codes = [rule.code for rule in catalogue.rules()]

    assert codes == sorted(set(codes))


def test_catalogue_holds_the_first_slice() -> None:
    asked = {
        "FRM": "01 02 03 04 05 07 08 10 11 12 17 18 19 20 22 24",
        "CNT": "01 02 05 08 09 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25",
        "TRM": "03 04 05 07 08 09 10 11 12 13 14 15 16 17 18 19",
        "ENT": "02 03 05 07",
        "LEG": "01 02",
        "RDB": "01 02 05 06",
    }

    wanted = {f"{group}-{number}" for group, numbers in asked.items() for number in numbers.split()}

    assert wanted <= {rule.code for rule in catalogue.rules()}


def test_unknown_code_finds_no_rule() -> None:
    assert catalogue.find("FRM-99") is None


def test_version_is_sixteen_digits() -> None:
    assert len(catalogue.version()) == 16


def test_severities_follow_the_research() -> None:
    errors = {rule.code for rule in catalogue.rules() if rule.severity is Severity.ERROR}

    assert {
        "FRM-01",
        "FRM-03",
        "FRM-07",
        "FRM-08",
        "FRM-17",
        "FRM-18",
        "FRM-20",
        "CNT-01",
        "CNT-19",
        "TRM-04",
    } <= errors
