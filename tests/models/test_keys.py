"""Keys made by the application."""

import time
from uuid import RFC_4122

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models import keys


def test_keys_are_version_7() -> None:
    key = keys.uuid7()

    assert (key.version, key.variant) == (7, RFC_4122)


def test_key_starts_with_the_time() -> None:
    before = time.time_ns() // 1_000_000

    key = keys.uuid7()

    assert before <= key.int >> 80 <= time.time_ns() // 1_000_000


def test_keys_are_unique() -> None:
    assert len({keys.uuid7() for _ in range(10_000)}) == 10_000


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Huur", "huur"),
        ("STRASSE", "straße"),
        ("cafe\u0301", "café"),
        ("  lease   contract ", "lease contract"),
        ("ﬁnance", "finance"),
        ("Ａ", "a"),
    ],
)
def test_spellings_of_one_term_share_a_key(first: str, second: str) -> None:
    assert keys.term_key(first) == keys.term_key(second)


@given(st.text())
def test_key_of_a_key_is_itself(term: str) -> None:
    assert keys.term_key(keys.term_key(term)) == keys.term_key(term)


@given(st.text())
def test_tidying_twice_changes_nothing(term: str) -> None:
    assert keys.tidy(keys.tidy(term)) == keys.tidy(term)
