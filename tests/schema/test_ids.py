from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.keys import uuid7
from resolvers.errors import InvalidInput
from rules import catalogue
from schema import ids

KINDS = st.sampled_from(sorted(set(ids.KINDS.values()) - {"Rule"}))


@given(KINDS, st.uuids())
def test_an_id_names_what_it_was_made_of(kind: str, key: UUID) -> None:
    assert ids.parts(ids.encode(kind, key)) == (kind, key)
    assert ids.decode(kind, ids.encode(kind, key)) == key


@given(st.text(max_size=80))
def test_whatever_else_is_no_id(text: str) -> None:
    found = ids.parts(text)

    assert found is None or ids.encode(*found) == text


def test_a_rule_is_named_by_its_code() -> None:
    rule = catalogue.rules()[0]

    assert ids.decode_code(ids.of(rule)) == rule.code
    assert ids.find("Rule", ids.of(rule)) is None


@pytest.mark.parametrize("text", ["", "x", "=", "é", "Definition:1", "RGVmaW5pdGlvbjo", "a" * 500, "\0"])
def test_nonsense_is_refused_with_its_path(text: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        ids.decode("Definition", text, "items", "3", "id")

    assert (caught.value.path, caught.value.constraint) == (("items", "3", "id"), "id")


def test_the_id_of_another_kind_is_refused() -> None:
    text = ids.encode("Glossary", uuid7())

    assert ids.find("Definition", text) is None
    assert ids.find_code(text) is None
    with pytest.raises(InvalidInput):
        ids.decode_code(text)


def test_any_kind_will_do_where_any_is_asked_for() -> None:
    key = uuid7()

    assert ids.decode_any(ids.encode("Glossary", key)) == key
    with pytest.raises(InvalidInput):
        ids.decode_any(ids.encode("Rule", "FRM-01"))


def test_padded_and_loose_forms_are_no_ids() -> None:
    text = ids.encode("Definition", uuid7())

    assert ids.parts(text + "=") is None
    assert ids.parts(text + "\n") is None
