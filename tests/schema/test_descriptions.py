"""Descriptions say more than the name that they stand beside, as sentences."""

import re

import pytest
from graphql import build_schema, get_named_type, is_object_type

from schema import coordinates, sdl

SCHEMA = build_schema(sdl.COMMITTED.read_text())
OURS = coordinates.every(SCHEMA)
LINKS = {
    f"{kind.name}.{name}"
    for kind in SCHEMA.type_map.values()
    for name, field in getattr(kind, "fields", {}).items()
    if is_object_type(kind) and is_object_type(get_named_type(field.type))
}
"""Fields that lead to another object: its own type says what it is."""

_FILLING = frozenset({"a", "an", "the", "its", "of", "this", "that", "is", "it", "s"})


def words(text: str) -> set[str]:
    parted = re.sub(r"([a-z])([A-Z])", r"\1 \2", text)
    return set(re.findall(r"[a-z0-9]+", parted.lower().replace("_", " "))) - _FILLING


def merely_repeats(name: str, description: str) -> bool:
    """Whether every word of the description stands in the name itself."""
    return words(description) <= words(re.sub(r".*[.(@]", "", name.rstrip(":)")))


@pytest.mark.parametrize(
    ("name", "description", "repeats"),
    [
        ("Rule.code", "The code.", True),
        ("Definition.createdAt", "Created at.", True),
        ("Order.TERM", "Term", True),
        ("Query.rule(by:)", "By.", True),
        ("Rule.code", "Short stable code such as `FRM-07`.", False),
        ("RuleCount", "How many open findings of one rule there are.", False),
    ],
)
def test_a_repeated_name_is_recognised(name: str, description: str, repeats: bool) -> None:  # noqa: FBT001 - an expected value
    assert merely_repeats(name, description) is repeats


def test_no_description_merely_repeats_a_name() -> None:
    assert [name for name, one in OURS.items() if name not in LINKS and merely_repeats(name, one.description)] == []


def test_every_description_is_a_sentence_with_an_end() -> None:
    assert [name for name, one in OURS.items() if one.description.rstrip()[-1:] not in {".", ")"}] == []
