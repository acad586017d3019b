"""Every phrase of every word list brings a text that it must mark and one that it must leave alone."""

import pytest

from rules import catalogue, lexicon
from rules.entry import Entry
from rules.kit import Outcome
from rules.lexicon import Phrase
from rules.rule import Rule
from tests.rules.conftest import RunRule

CASES = [
    pytest.param(rule, language, phrase, id=f"{language}-{name}-{phrase.phrase}")
    for rule in catalogue.rules()
    for name in rule.lexicons
    for language in lexicon.LANGUAGES
    for phrase in lexicon.phrases(language, name)
]


@pytest.mark.parametrize(("rule", "language", "phrase"), CASES)
def test_phrase_is_found_where_it_must(run_rule: RunRule, rule: Rule, language: str, phrase: Phrase) -> None:
    findings = run_rule(rule, Entry(term="example", text=phrase.hits, locale=language), None)

    assert [finding.outcome for finding in findings[:1]] == [Outcome.NEEDS_JUDGEMENT if rule.group == "ASK" else Outcome.VIOLATED]


@pytest.mark.parametrize(("rule", "language", "phrase"), CASES)
def test_phrase_leaves_alone_what_it_must(run_rule: RunRule, rule: Rule, language: str, phrase: Phrase) -> None:
    assert run_rule(rule, Entry(term="example", text=phrase.spares, locale=language), None) == ()


@pytest.mark.parametrize(("language", "phrase"), [(case.values[1], case.values[2]) for case in CASES])
def test_phrase_stands_in_its_own_example(language: str, phrase: Phrase) -> None:
    found = lexicon.compiled([phrase.phrase]).search(phrase.hits)

    assert found is not None, language


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
