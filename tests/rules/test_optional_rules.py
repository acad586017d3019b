"""Cases of rules that are off by default, which their examples leave out."""

import pytest

from rules import engine, profiles, tokens
from rules.entry import Entry, Source


def marked(code: str, entry: Entry) -> list[str | None]:
    profile = profiles.profile().with_setting(code, is_enabled=True)
    return [finding.excerpt for finding in engine.check(entry, profile, codes=[code]).findings]


@pytest.mark.parametrize("text", ["report after the standard (ISO 704) of terms", "acid (H2SO4) of a battery"])
def test_code_in_brackets_is_no_aside(text: str) -> None:
    assert marked("FRM-15", Entry(term="report", text=text, locale="en")) == []


def test_phrase_is_no_verb_out_of_the_infinitive() -> None:
    entry = Entry(term="die verhuurt", text="een woning tegen betaling in gebruik geven", locale="nl")

    assert marked("TRM-09", entry) == []


def test_address_that_cannot_be_taken_apart_is_malformed() -> None:
    sources = (Source("page", "https://[half-open"),)

    assert marked("ENT-03", Entry(term="lease", text="contract on a dwelling", locale="en", sources=sources)) == [None]


@pytest.mark.parametrize(
    ("word", "language", "is_plain"), [("person", "en", True), ("qwrtzp", "en", False), ("person", "de", False)]
)
def test_word_is_plain_when_the_tables_of_its_language_know_it(word: str, language: str, *, is_plain: bool) -> None:
    assert tokens.is_plain(word, language) is is_plain
