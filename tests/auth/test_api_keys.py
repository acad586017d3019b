import random
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auth import api_keys

SEEDS = st.integers(min_value=0, max_value=2**32)


def test_a_key_reads_back() -> None:
    key = api_keys.new("production")

    assert api_keys.parse(key.text) == key
    assert api_keys.looks_like(key.text)
    assert key.text.startswith(f"{key.prefix}_")
    assert key.prefix.startswith("begrip_production_")
    assert len(key.text) == len("begrip_production_") + 8 + 1 + 43 + 6


def test_two_keys_share_nothing() -> None:
    one, other = api_keys.new("development"), api_keys.new("development")

    assert one.prefix != other.prefix
    assert one.secret != other.secret
    assert not one.is_of(other.secret_hash)
    assert one.is_of(one.secret_hash)


@given(SEEDS)
def test_a_wrong_character_is_seen_without_a_database(seed: int) -> None:
    luck = random.Random(seed)
    text = api_keys.new("development").text
    place = luck.randrange(len("begrip_development_"), len(text))
    letter = luck.choice([one for one in string.ascii_letters + string.digits if one != text[place]])

    assert api_keys.parse(text[:place] + letter + text[place + 1 :]) is None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "begrip_",
        "begrip_development",
        "begrip_development_abcdefgh_",
        "begrip__abcdefgh_" + "a" * 49,
        "begrip_Development_abcdefgh_" + "a" * 49,
        "begrip_development_abcdefgh_" + "a" * 48,
        "begrip_development_abcdefgh_" + "a" * 50,
        "begrip_development_abcdefg-_" + "a" * 49,
        "begrip_development_abcdefgh_" + "é" * 49,
        "ghp_" + "a" * 60,
    ],
)
def test_what_is_no_key_is_none(text: str) -> None:
    assert api_keys.parse(text) is None


def test_blanks_around_a_key_are_not_part_of_it() -> None:
    assert api_keys.parse(api_keys.new("development").text + "\n") is None
