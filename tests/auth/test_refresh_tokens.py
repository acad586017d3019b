import pytest
from hypothesis import given
from hypothesis import strategies as st

from auth import refresh_tokens


def test_made_token_is_read_back() -> None:
    token = refresh_tokens.make()

    assert refresh_tokens.parse(token.text) == token
    assert (len(token.handle), len(token.secret)) == (22, 43)


def test_successor_stays_in_the_family_and_has_the_form_of_a_token() -> None:
    token = refresh_tokens.make()

    following = refresh_tokens.successor(token, b"key")

    assert (following.handle_hash, refresh_tokens.parse(following.text)) == (token.handle_hash, following)
    assert following.secret_hash != token.secret_hash


def test_only_the_server_can_tell_the_successor() -> None:
    token = refresh_tokens.make()

    assert refresh_tokens.successor(token, b"key") == refresh_tokens.successor(token, b"key")
    assert refresh_tokens.successor(token, b"key") != refresh_tokens.successor(token, b"guess")


def test_handles_and_secrets_are_never_the_same_twice() -> None:
    made = [refresh_tokens.make() for _ in range(1000)]

    assert (len({token.handle for token in made}), len({token.secret for token in made})) == (1000, 1000)


@pytest.mark.parametrize("change", [" {}", "{}\n", "{}.", "{}A", ".{}", "{}\0", "é{}", '"{}"', "Bearer {}"])
def test_decorated_token_is_none(change: str) -> None:
    assert refresh_tokens.parse(change.format(refresh_tokens.make().text)) is None


@given(st.text())
def test_any_text_is_a_token_or_is_not(text: str) -> None:
    found = refresh_tokens.parse(text)

    assert found is None or found.text == text
