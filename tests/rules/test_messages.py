"""What findings say."""

import string

import pytest

from rules import catalogue, messages
from rules.rule import Rule
from tests.rules.conftest import found

RULES = catalogue.rules()


def code_of(rule: Rule) -> str:
    return rule.code


@pytest.mark.parametrize("rule", RULES, ids=code_of)
@pytest.mark.parametrize("locale", messages.LOCALES)
def test_rule_speaks_both_languages(rule: Rule, locale: str) -> None:
    spoken = [messages.name, messages.question, messages.remedy]

    assert all(say(rule.code, locale) for say in spoken)
    assert messages.message(rule.code, {}, locale) != messages.message("FRM-99", {}, locale).replace(
        "FRM-99", rule.code
    )


@pytest.mark.parametrize("rule", RULES, ids=code_of)
@pytest.mark.parametrize("locale", messages.LOCALES)
def test_message_of_an_example_is_filled(rule: Rule, locale: str) -> None:
    bad = next(example for example in rule.examples if not example.is_compliant)
    [finding, *_] = found(rule, bad)

    sentence = messages.message(rule.code, finding.arguments, locale)

    assert "…" not in sentence
    assert [field for _, field, _, _ in string.Formatter().parse(sentence) if field] == []


def test_locale_is_reduced_to_a_language_we_speak() -> None:
    assert [messages.language(locale) for locale in ("nl-NL", "NL", "en_GB", "fr", "")] == [
        "nl",
        "nl",
        "en",
        "en",
        "en",
    ]


def test_unknown_rule_still_says_something() -> None:
    assert messages.message("FRM-99", {}, "nl") == "Regel FRM-99 heeft een opmerking."
    assert (messages.name("FRM-99", "nl"), messages.question("FRM-99", "nl"), messages.remedy("FRM-99", "nl")) == (
        "FRM-99",
        "",
        "",
    )


def test_missing_argument_shows_as_an_ellipsis() -> None:
    assert messages.message("FRM-02", {}, "en") == "The text has only … words."


def test_braces_in_an_argument_stay_as_they_are() -> None:
    assert messages.message("FRM-02", {"count": "{0}"}, "en") == "The text has only {0} words."


def test_failure_is_told_as_such() -> None:
    assert messages.message("FRM-02", {"failure": "KeyError"}, "en") == "Rule FRM-02 failed on this text (KeyError)."


def test_case_chooses_the_sentence() -> None:
    assert messages.message("TRM-04", {"case": "term"}, "nl") == "De term heeft geen tekst."
