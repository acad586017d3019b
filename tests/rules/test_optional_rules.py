"""Cases of rules that are off by default, which their examples leave out."""

import pytest

from rules import engine, profiles, readability, syllables, tokens
from rules.entry import Context, Entry, Source
from rules.kit import ContextKind


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


def test_pronoun_at_the_start_is_no_question() -> None:
    assert marked("ASK-04", Entry(term="curfew", text="it forbids people to be out of doors", locale="en")) == []


def test_context_of_one_letter_is_no_name() -> None:
    contexts = (Context(ContextKind.ORGANISATIONAL, "A"),)

    assert marked("ENT-20", Entry(term="tax", text="A levy on goods", locale="en", contexts=contexts)) == []


@pytest.mark.parametrize(
    ("word", "language", "count"),
    [
        ("house", "en", 1), ("houses", "en", 2), ("table", "en", 2), ("walked", "en", 1), ("wanted", "en", 2), ("tenancy", "en", 3),
        ("the", "en", 1), ("rhythm", "en", 1), ("huurovereenkomst", "nl", 5), ("meeuwen", "nl", 2), ("nieuwe", "nl", 2), ("mkb", "nl", 1),
    ],
)  # fmt: skip
def test_syllables_are_counted_by_vowels(word: str, language: str, count: int) -> None:
    assert syllables.count(word, language) == count


def test_ease_is_the_formula() -> None:
    text = "The cat sat on the mat and the dog ran to the door."  # 13 words of one syllable

    assert readability.ease(text, "en", readability.FLESCH) == round(206.835 - 1.015 * 13 - 84.6)


def test_short_text_has_no_ease() -> None:
    assert readability.ease("The cat sat.", "en", readability.FLESCH) is None


def test_unknown_word_that_is_near_no_other_is_left_alone() -> None:
    assert marked("CNT-26", Entry(term="x", text="house of a qwrtzplk", locale="en")) == []


def test_negation_that_defines_is_told_once() -> None:
    assert marked("CNT-06", Entry(term="renter", text="not an owner of a house", locale="en")) == []
