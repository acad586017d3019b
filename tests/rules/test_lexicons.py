"""Every phrase of every word list brings a text that it must mark and one that it must leave alone."""

import pytest

from rules import catalogue, lexicon
from rules.entry import Entry
from rules.kit import Outcome
from rules.lexicon import Phrase
from rules.rule import Rule
from tests.rules.conftest import RunRule

LISTS = [
    pytest.param(rule, language, lexicon.phrases(language, name), id=f"{rule.code}-{language}-{name}")
    for rule in catalogue.rules()
    for name in rule.lexicons
    for language in lexicon.LANGUAGES
]
"""One test a list: thousands of phrases as tests of their own cost more than what they test."""


def outcomes(run_rule: RunRule, rule: Rule, language: str, text: str) -> list[Outcome]:
    return [finding.outcome for finding in run_rule(rule, Entry(term="example", text=text, locale=language), None)]


@pytest.mark.parametrize(("rule", "language", "phrases"), LISTS)
def test_phrases_are_found_where_they_must(
    run_rule: RunRule, rule: Rule, language: str, phrases: tuple[Phrase, ...]
) -> None:
    expected = [Outcome.NEEDS_JUDGEMENT if rule.group == "ASK" else Outcome.VIOLATED]

    assert [one for one in phrases if outcomes(run_rule, rule, language, one.hits)[:1] != expected] == []


@pytest.mark.parametrize(("rule", "language", "phrases"), LISTS)
def test_phrases_leave_alone_what_they_must(
    run_rule: RunRule, rule: Rule, language: str, phrases: tuple[Phrase, ...]
) -> None:
    assert [one for one in phrases if outcomes(run_rule, rule, language, one.spares) != []] == []


@pytest.mark.parametrize(("rule", "language", "phrases"), LISTS)
def test_phrases_stand_in_their_own_example(rule: Rule, language: str, phrases: tuple[Phrase, ...]) -> None:
    assert [one for one in phrases if lexicon.compiled([one.phrase]).search(one.hits) is None] == []


def test_both_languages_have_the_same_lists() -> None:
    names = {
        language: sorted(name for found, name, _ in lexicon.files() if found == language) for language in ("en", "nl")
    }

    assert names["en"] == names["nl"]


def test_longest_phrase_wins() -> None:
    found = lexicon.compiled(["term", "term used for"]).match("term used for a tax")

    assert found is not None
    assert found[0] == "term used for"


def test_gap_spans_a_clause_but_no_sentence() -> None:
    pattern = lexicon.compiled(["onder … wordt verstaan"])

    assert pattern.search("onder een huurder wordt verstaan") is not None
    assert pattern.search("onder water. Dat wordt verstaan") is None


def test_unknown_language_has_no_words() -> None:
    assert lexicon.words("xx", "articles") == frozenset()


def test_digest_is_a_hash_of_all_lists() -> None:
    assert len(lexicon.digest()) == 64
