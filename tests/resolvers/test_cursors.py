from datetime import UTC, datetime
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resolvers import cursors
from resolvers.errors import InvalidInput

ID = UUID(int=7)
values = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=200).map(lambda value: ("text", value)),
    st.integers(-(2**31), 2**31 - 1).map(lambda value: ("int", value)),
    st.floats(allow_nan=False, allow_infinity=False).map(lambda value: ("float8", value)),
    st.datetimes(timezones=st.just(UTC)).map(lambda value: ("timestamptz", value)),
    st.uuids().map(lambda value: ("uuid", value)),
)


@given(st.lists(values, max_size=5))
def test_what_was_signed_is_read(typed: list[tuple[str, object]]) -> None:
    types, position = [kind for kind, _ in typed], tuple(value for _, value in typed)

    assert cursors.read(cursors.sign("list", position), "list", types) == position


def test_a_cursor_of_another_list_is_refused() -> None:
    cursor = cursors.sign("definitions by term", ("a", ID))

    with pytest.raises(InvalidInput) as refused:
        cursors.read(cursor, "definitions by score", ["text", "uuid"])

    assert (refused.value.path, refused.value.constraint) == (("after",), "cursor")


@given(st.text(max_size=100))
def test_made_up_text_is_refused(text: str) -> None:
    with pytest.raises(InvalidInput):
        cursors.read(text, "list", ["text", "uuid"])


@pytest.mark.parametrize("text", ["", "a", "====", "é", "-" * 5_000, "arrayconnection:-5", "\x00", "\ud800"])
def test_text_that_is_no_cursor_is_refused(text: str) -> None:
    with pytest.raises(InvalidInput):
        cursors.read(text, "list", ["text", "uuid"], path=("before",))


def test_every_changed_character_breaks_the_seal() -> None:
    cursor = cursors.sign("list", ("term", datetime(2026, 1, 1, tzinfo=UTC), ID))
    forged = [
        cursor[:place] + ("A" if cursor[place] != "A" else "B") + cursor[place + 1 :]
        for place in range(len(cursor) - 1)
    ]

    assert [is_refused(one) for one in forged] == [True] * len(forged)


def test_another_key_ends_every_cursor(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cursors, "_SIGNER", cursors.Signer())
    cursors.configure(b"one key")
    cursor = cursors.sign("list", ("a",))

    cursors.configure(b"another key")

    assert is_refused(cursor)


def is_refused(cursor: str) -> bool:
    try:
        cursors.read(cursor, "list", ["text", "timestamptz", "uuid"])
    except InvalidInput:
        return True
    return False
