"""Words have one key in all their forms."""

import pytest

from rules import tokens


@pytest.mark.parametrize(
    ("word", "language", "initial"),
    [("Leases", "en", "l"), ("leases", "en", "l"), ("leden", "nl", "l"), ("Went", "en", "g"), ("fluxgrid", "en", "f")],
)
def test_initial_is_that_of_the_lemma(word: str, language: str, initial: str) -> None:
    assert tokens.initial(word, language) == initial
