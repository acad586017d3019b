import asyncio
import unicodedata

import bcrypt
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auth import errors, passwords
from auth.passwords import Algorithm, Passwords
from tests import people

BARE = bcrypt.hashpw(b"a bcrypt password", b"$2b$04$abcdefghijklmnopqrstuu").decode()


def _book(algorithm: Algorithm = Algorithm.ARGON2ID, pepper: bytes = b"pepper") -> Passwords:
    return Passwords(algorithm, pepper=pepper, cost=people.CHEAP)


def test_shipped_cost_is_what_owasp_asks_for() -> None:
    assert Passwords(pepper=b"")._make(b"x").startswith("$argon2id$v=19$m=19456,t=2,p=1$")


@pytest.mark.parametrize("algorithm", Algorithm)
async def test_hash_verifies_its_password_and_no_other(algorithm: Algorithm) -> None:
    book = _book(algorithm)

    stored = await book.hash("gnome lantern drift 8")

    assert await book.verify("gnome lantern drift 8", stored)
    assert not await book.verify("gnome lantern drift 9", stored)
    assert not book.is_outdated(stored)


@pytest.mark.parametrize("algorithm", Algorithm)
async def test_nothing_is_cut_off(algorithm: Algorithm) -> None:
    book = _book(algorithm)

    stored = await book.hash("x" * 1023 + "y")

    assert await book.verify("x" * 1023 + "y", stored)
    assert not await book.verify("x" * 1023 + "z", stored)


@pytest.mark.parametrize("algorithm", Algorithm)
async def test_composed_and_decomposed_spelling_are_one_password(algorithm: Algorithm) -> None:
    book = _book(algorithm)

    stored = await book.hash(unicodedata.normalize("NFD", "één ökologische tüin"))

    assert await book.verify(unicodedata.normalize("NFC", "één ökologische tüin"), stored)
    assert not await book.verify("een okologische tuin", stored)


@pytest.mark.parametrize("algorithm", Algorithm)
async def test_nul_is_a_character_like_any_other(algorithm: Algorithm) -> None:
    book = _book(algorithm)

    stored = await book.hash("gnome\0lantern\0drift")

    assert await book.verify("gnome\0lantern\0drift", stored)
    assert not await book.verify("gnome\0lantern\0drifT", stored)


@pytest.mark.parametrize(
    ("password", "stored"),
    [
        ("\ud800", BARE),
        ("x" * 1025, BARE),
        ("é" * 600, BARE),
        ("x" * 1_000_000, BARE),
        ("a bcrypt password\0", BARE),
        ("x" * 73, BARE),
        ("anything", None),
        ("anything", ""),
        ("anything", "plain text"),
        ("anything", "$argon2id$broken"),
        ("anything", "$argon2id$v=19$m=8,t=1,p=1$YQ$YQ"),
        ("anything", "bcrypt-sha384:nonsense"),
        ("anything", "$2b$04$short"),
    ],
)
async def test_wrong_is_wrong_and_costs_one_hash(password: str, stored: str | None) -> None:
    book = _book()

    assert not await book.verify(password, stored)
    assert book.checks_done == 1


async def test_imported_bcrypt_is_verified_and_outdated() -> None:
    for book in (_book(), _book(Algorithm.BCRYPT)):
        assert await book.verify("a bcrypt password", BARE)
        assert book.is_outdated(BARE)


async def test_each_algorithm_verifies_the_other_and_calls_it_outdated() -> None:
    argon, peppered = _book(), _book(Algorithm.BCRYPT)
    of_argon, of_bcrypt = await argon.hash("gnome lantern drift"), await peppered.hash("gnome lantern drift")

    assert await peppered.verify("gnome lantern drift", of_argon)
    assert await argon.verify("gnome lantern drift", of_bcrypt)
    assert (peppered.is_outdated(of_argon), argon.is_outdated(of_bcrypt)) == (True, True)


async def test_other_cost_is_outdated() -> None:
    dear = Passwords(pepper=b"", cost=passwords.Cost(argon2_kibibytes=16, argon2_rounds=1))

    assert dear.is_outdated(await _book().hash("gnome lantern drift"))


async def test_peppered_bcrypt_needs_its_pepper() -> None:
    stored = await _book(Algorithm.BCRYPT).hash("gnome lantern drift")

    assert not await _book(Algorithm.BCRYPT, pepper=b"another").verify("gnome lantern drift", stored)


async def test_password_that_no_policy_accepts_is_not_hashed() -> None:
    with pytest.raises(ValueError, match="no policy accepts"):
        await _book().hash("\ud800")


async def test_spent_hash_still_verifies_and_is_known_as_spent() -> None:
    book = _book()
    stored = await book.hash("one time only secret")

    spent = passwords.spend(passwords.spend(stored))

    assert await book.verify("one time only secret", spent)
    assert (passwords.is_spent(spent), passwords.is_spent(stored), passwords.is_spent(None)) == (True, False, False)
    assert not book.is_outdated(spent)


async def test_too_many_at_once_are_turned_away() -> None:
    book = _book()

    checks = [book.verify("anything", None) for _ in range(100)]
    outcomes = await asyncio.gather(*checks, return_exceptions=True)

    refused = [outcome for outcome in outcomes if isinstance(outcome, errors.Overloaded)]
    assert (len(refused), book.checks_done) == (36, 64)


@settings(max_examples=50, deadline=None)
@given(st.text(max_size=300))
async def test_any_text_that_can_be_stored_verifies(text: str) -> None:
    book = _book()
    encoded = passwords.encode(text)

    assert encoded is None or await book.verify(text, await book.hash(text))
