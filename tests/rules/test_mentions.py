"""Labels that are looked up in an index are found where the web of a glossary finds them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rules import mentions, profiles
from rules.entry import Designation, Entry
from rules.kit import DesignationKind
from rules.marks import Span
from rules.mentions import Keys, Mention
from rules.web.item import Item
from rules.web.web import Web

WORDS = [
    "huur",
    "huurder",
    "huurders",
    "sociale",
    "Woningen",
    "woning",
    "de",
    "van",
    "WOZ",
    "woz",
    "a",
    "recht",
    ",",
    "%",
]
some = st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map(" ".join)
shelves = st.lists(st.tuples(some, st.sampled_from(DesignationKind), some), max_size=8)
texts = st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join)


def keyed(entry: Entry) -> list[Keys]:
    return [mentions.keys(label, entry.language) for label in mentions.labels(entry)]


@settings(deadline=None, max_examples=60)
@given(shelves, texts)
def test_mentions_are_those_of_the_web(shelf: list[tuple[str, DesignationKind, str]], text: str) -> None:
    entries = {
        f"{at}": Entry(term=term, text="x", locale="nl", designations=(Designation(other, kind),))
        for at, (term, kind, other) in enumerate(shelf)
    }
    web = Web(profiles.profile())
    web.put(Item(id=one, concept=one, entry=entry) for one, entry in entries.items())
    known = mentions.known((label, one) for one, entry in entries.items() for label in keyed(entry))

    found = {(span, frozenset(targets)) for span, targets in mentions.mentions(text, "nl", known)}

    assert found == {(one.span, frozenset(one.targets)) for one in web.annotate(text, "nl")}


@settings(deadline=None, max_examples=60)
@given(st.lists(some, max_size=8), texts)
def test_every_label_that_a_text_mentions_is_among_its_starts(labels: list[str], text: str) -> None:
    keys = [mentions.keys(label, "nl") for label in labels]
    known = mentions.known((label, "\n".join(label)) for label in keys)

    found = {target for one in mentions.mentions(text, "nl", known) for target in one.targets}

    assert {mentions.start(tuple(target.split("\n"))) for target in found} <= mentions.starts(text, "nl")


def test_longest_label_wins_and_those_who_share_it_come_in_order() -> None:
    keys = [(mentions.keys(label, "en"), bearer) for label, bearer in [
        ("lease", "b"), ("social lease", "c"), ("Leases", "a"), ("lease", "b"), ("of", "d"),
    ]]  # fmt: skip

    found = list(mentions.mentions("social leases of a lease", "en", mentions.known(keys)))

    assert found == [Mention(Span(0, 13), ("c",)), Mention(Span(19, 24), ("b", "a"))]


@pytest.mark.parametrize(
    ("label", "text", "is_found"),
    [
        ("IT", "so it goes", False), ("IT", "so IT goes", True), ("a", "a thing", False), ("of the", "of the", False),
        ("%", "a %", False), ("under lease", "Under leases", True),
    ],
)  # fmt: skip
def test_label_is_found_by_its_words_unless_it_would_stand_everywhere(label: str, text: str, is_found: bool) -> None:  # noqa: FBT001 a case
    known = mentions.known([(mentions.keys(label, "en"), "1")])

    assert bool(list(mentions.mentions(text, "en", known))) == is_found


def test_misspelling_is_no_label() -> None:
    others = (Designation("leese", DesignationKind.HIDDEN), Designation("let"), Designation("lease"))

    assert mentions.labels(Entry(term="lease", text="x", locale="en", designations=others)) == ("lease", "let")


def test_words_of_a_text_come_in_one_form_and_content_without_function_words() -> None:
    assert mentions.words("the leases of Lease", "en") == mentions.words("lease of the", "en")
    assert mentions.content("the leases of IT", "en") == [*mentions.keys("lease", "en"), "=IT"]


def test_keys_say_what_they_are_made_with() -> None:
    assert {word for word in mentions.tables().split() if word.isalpha()} == {"simplemma", "PyStemmer"}
