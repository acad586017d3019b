"""What a definition says: bounds, keys, hashes, differences."""

import dataclasses
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.kinds import DefinitionOrigin
from resolvers import bounds, content
from resolvers.content import Wording
from resolvers.errors import InvalidInput
from resolvers.inputs import ContextInput, DesignationInput, GenerationInput, SourceInput
from rules.kit import Category, ContextKind, DesignationKind

WORDING = Wording(
    term="glossary",
    text="list of words",
    locale="en",
    category=None,
    contexts=[],
    designations=[],
    sources=[],
    explanation=None,
    examples=[],
    notes=[],
    origin=DefinitionOrigin.WRITTEN,
    generation=None,
)
PATH = ("x",)

names = st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]), min_size=1, max_size=20)
contexts = st.lists(st.fixed_dictionaries({"kind": st.sampled_from(list(ContextKind)), "name": names}), max_size=5)


@given(contexts, st.randoms())
def test_order_of_contexts_does_not_matter(values: list[dict[str, str]], shuffler: random.Random) -> None:
    shuffled = list(values)
    shuffler.shuffle(shuffled)

    assert content.context_key(shuffled) == content.context_key(values)


@given(contexts)
def test_letter_case_of_contexts_does_not_matter(values: list[dict[str, str]]) -> None:
    folded = [{**value, "name": value["name"].casefold()} for value in values]

    assert content.context_key(folded) == content.context_key(values)


def test_no_context_has_the_empty_key() -> None:
    assert content.context_key([]) == ""


@given(st.text(max_size=50), st.text(max_size=50))
def test_the_hash_tells_texts_apart(one: str, other: str) -> None:
    first, second = (dataclasses.replace(WORDING, text=text) for text in (one, other))

    assert (content.text_hash(first) == content.text_hash(second)) == (one == other)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("term", "word list"),
        ("text", "other"),
        ("locale", "nl"),
        ("category", Category.TYPE),
        ("contexts", [{"kind": "LEGAL", "name": "rent"}]),
        ("designations", [{"text": "x", "kind": "ADMITTED", "form": "FULL_FORM"}]),
        ("sources", [{"title": "x", "url": None, "locator": None}]),
        ("explanation", "x"),
        ("examples", ["x"]),
        ("notes", ["x"]),
    ],
)
def test_the_hash_covers_whatever_a_rule_may_read(name: str, value: object) -> None:
    assert dataclasses.replace(WORDING, **{name: value}).text_hash != WORDING.text_hash  # type: ignore[arg-type]


def test_the_hash_leaves_provenance_out() -> None:
    assert dataclasses.replace(WORDING, origin=DefinitionOrigin.IMPORTED).text_hash == WORDING.text_hash


@given(st.lists(st.text(max_size=5), max_size=4), st.lists(st.text(max_size=5), max_size=4))
def test_equal_contents_and_only_they_do_not_differ(one: list[str], other: list[str]) -> None:
    changes = content.differences(dataclasses.replace(WORDING, notes=one), dataclasses.replace(WORDING, notes=other))

    assert (changes == []) == (one == other)


def test_differences_lead_to_the_item_that_changed() -> None:
    before = dataclasses.replace(WORDING, notes=["a", "b"], category=Category.TYPE)
    after = dataclasses.replace(WORDING, notes=["a"], sources=[{"title": "é", "url": None, "locator": None}])

    assert content.differences(before, after) == [
        {"path": ["category"], "before": "TYPE", "after": None},
        {"path": ["sources", "0"], "before": None, "after": '{"locator": null, "title": "é", "url": null}'},
        {"path": ["notes", "1"], "before": "b", "after": None},
    ]


@pytest.mark.parametrize(
    ("term", "slug"),
    [
        ("Recht van overpad", "recht-van-overpad"),
        ("café-crème (koud)", "cafe-creme-koud"),
        ("Straße", "strasse"),
        ("定義", "定義"),
        ("???", "definition"),
        ("x" * 200, "x" * 100),
    ],
)
def test_a_term_suggests_its_slug(term: str, slug: str) -> None:
    assert content.slug(term) == slug


@given(st.text(max_size=300))
def test_a_slug_is_never_empty_nor_long(term: str) -> None:
    assert 1 <= len(content.slug(term)) <= 100


@pytest.mark.parametrize(
    ("tag", "usual"),
    [
        ("NL", "nl"),
        ("en-gb", "en-GB"),
        ("zh-hant-tw", "zh-Hant-TW"),
        ("sl-rozaj-biske", "sl-rozaj-biske"),
        ("es-419", "es-419"),
        ("de-DE-u-co-phonebk", "de-DE-u-co-phonebk"),
        ("en-x-twain", "en-x-twain"),
    ],
)
def test_a_language_tag_gets_its_usual_case(tag: str, usual: str) -> None:
    assert bounds.locale(tag) == usual


@pytest.mark.parametrize("tag", ["", "n", "english", "en_GB", "en-", "e1", "nl-", "nl\n", "ñl", "en-" + "a" * 40])
def test_what_is_no_language_tag_is_refused(tag: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        bounds.locale(tag)

    assert (refused.value.path, refused.value.constraint) == (("locale",), "bcp-47")


@pytest.mark.parametrize("url", ["http://x", "https://example.org/a?b#c", "https://[::1]:8080/", "https://münchen.de"])
def test_an_absolute_url_stays_as_it_is(url: str) -> None:
    assert bounds.url(url, path=PATH) == url


@pytest.mark.parametrize(
    "url",
    [
        "",
        "example.org",
        "ftp://x",
        "https://",
        "javascript:alert(1)",
        "https://a b",
        "http://[",
        "http://x:99999",
        "http://x\x01",
        "http://x/" + "a" * 2000,
    ],
)
def test_what_is_no_absolute_url_is_refused(url: str) -> None:
    with pytest.raises(InvalidInput):
        bounds.url(url, path=PATH)


@pytest.mark.parametrize("value", ["a\x00b", "a\ud800", "\udfffb"])
def test_nul_and_halves_of_surrogate_pairs_are_refused_everywhere(value: str) -> None:
    refusals = []
    for check in (bounds.term, bounds.body):
        with pytest.raises(InvalidInput) as refused:
            check(value)
        refusals.append(refused.value.constraint)

    assert refusals == ["characters", "characters"]


def test_a_term_is_one_tidy_line() -> None:
    assert bounds.term("  cafe\u0301 \n noir ") == "caf\u00e9 noir"


@pytest.mark.parametrize(
    ("term", "constraint"),
    [
        ("", "not-blank"),
        (" \t", "not-blank"),
        ("x" * 201, "max-length"),
        ("x" * 9000, "max-length"),
        ("a\x07b", "characters"),
    ],
)
def test_a_term_that_cannot_be_is_refused(term: str, constraint: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        bounds.term(term)

    assert refused.value.constraint == constraint


def test_bounds_are_counted_in_code_points() -> None:
    assert len(bounds.term("𝒳" * 200)) == 200


def test_a_draft_may_be_blank_but_not_endless() -> None:
    assert bounds.body("") == ""
    with pytest.raises(InvalidInput):
        bounds.body("x" * 10_001)


def test_contexts_are_kept_in_order_and_told_apart_regardless_of_case() -> None:
    values = [ContextInput(ContextKind.LEGAL, " Rent "), ContextInput(ContextKind.STATUTORY, "rent")]

    assert bounds.contexts(values) == [{"kind": "LEGAL", "name": "Rent"}, {"kind": "STATUTORY", "name": "rent"}]
    with pytest.raises(InvalidInput) as refused:
        bounds.contexts([*values, ContextInput(ContextKind.LEGAL, "RENT")])
    assert (refused.value.path, refused.value.constraint) == (("contexts", "2"), "unique")


@pytest.mark.parametrize(
    ("check", "values", "path"),
    [
        (bounds.contexts, [ContextInput(ContextKind.LEGAL, str(number)) for number in range(51)], ("contexts",)),
        (
            bounds.designations,
            [DesignationInput(str(number), DesignationKind.ADMITTED) for number in range(101)],
            ("designations",),
        ),
        (bounds.sources, [SourceInput("x")] * 51, ("sources",)),
    ],
)
def test_lists_have_an_end(check: object, values: object, path: tuple[str, ...]) -> None:
    with pytest.raises(InvalidInput) as refused:
        check(values)  # type: ignore[operator]

    assert (refused.value.path, refused.value.constraint) == (path, "max-items")


def test_a_designation_is_there_once() -> None:
    twice = [DesignationInput("x", DesignationKind.ADMITTED), DesignationInput(" x ", DesignationKind.HIDDEN)]

    with pytest.raises(InvalidInput) as refused:
        bounds.designations(twice)

    assert refused.value.path == ("designations", "1")


def test_a_source_with_a_relative_url_is_refused() -> None:
    with pytest.raises(InvalidInput) as refused:
        bounds.sources([SourceInput("x", "https://x.nl"), SourceInput("x", "page.html")])

    assert refused.value.path == ("sources", "1", "url")


def test_remarks_are_never_blank_nor_long() -> None:
    for value, constraint in ((" ", "not-blank"), ("x" * 4001, "max-length")):
        with pytest.raises(InvalidInput) as refused:
            bounds.remarks(["fine", value], path=("notes",))
        assert (refused.value.path, refused.value.constraint) == (("notes", "1"), constraint)


def test_a_blank_optional_value_is_none() -> None:
    assert (bounds.optional_text(" ", path=PATH), bounds.optional_name(None, path=PATH)) == (None, None)


def test_provenance_is_kept_as_given() -> None:
    assert bounds.generation(None) is None
    assert bounds.generation(GenerationInput("m", "p", None)) == {"model": "m", "prompt": "p", "parameters": None}


def test_a_wording_knows_its_columns() -> None:
    columns = WORDING.columns()

    assert (columns["term_key"], columns["context_key"], columns["text_hash"]) == ("glossary", "", WORDING.text_hash)
    assert content.of(WORDING) == WORDING
