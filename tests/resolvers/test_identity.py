import pytest

from auth import errors as auth_errors
from auth.passwords import Algorithm
from models import store as stores
from resolvers import identity, sessions
from tests import people


def test_identity_that_was_not_configured_is_a_bug(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(identity, "_HOLDER", identity._Holder())

    with pytest.raises(RuntimeError, match="was not called"):
        identity.current()


def test_short_secret_cannot_be_built_with() -> None:
    with pytest.raises(ValueError, match="at least 32 bytes"):
        identity.build(people.options(people.clock(), secret_key=b"short"), None)


async def test_change_of_algorithm_takes_people_along(store: stores.Store) -> None:
    await people.configure(None)
    await people.person()
    await people.configure(None, hasher=Algorithm.BCRYPT)

    first = await sessions.sign_in(people.context(), "ada@example.org", people.PASSWORD)
    second = await sessions.sign_in(people.context(), "ada@example.org", people.PASSWORD)

    assert first.user.id == second.user.id


async def test_another_secret_ends_refresh_tokens_of_the_one_before_only_on_replay(store: stores.Store) -> None:
    await people.configure(None)
    await people.person()
    signed_in = await sessions.sign_in(people.context(), "ada@example.org", people.PASSWORD)
    await people.configure(None, secret_key=b"another secret, of 32 bytes too.")

    refreshed = await sessions.refresh(people.context(), signed_in.tokens.refresh_token)

    assert (await people.context_of(refreshed)).viewer.user_id == signed_in.user.id


async def test_token_of_another_issuer_on_the_same_store_is_refused(store: stores.Store) -> None:
    await people.configure(None)
    await people.person()
    signed_in = await sessions.sign_in(people.context(), "ada@example.org", people.PASSWORD)
    await people.configure(None, issuer="https://other.test")

    with pytest.raises(auth_errors.InvalidToken):
        await people.context_of(signed_in)
