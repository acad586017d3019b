"""Lines of JSON become rows, or problems that say what to do."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exchange import json_lines, reading
from exchange.rows import ImportRow, RowContext, RowDesignation, RowProblem, RowSource


def read(*lines: str, **columns: str) -> list[ImportRow | RowProblem]:
    return list(json_lines.read([line + "\n" for line in lines], columns=columns))


def test_row_holds_lists_and_objects() -> None:
    line = json.dumps({
        "term": "lease", "definition": "contract", "locale": "en_gb", "explanation": None, "id": 7,
        "contexts": ["city", {"kind": "legal", "name": "law"}],
        "designations": ["tenancy", {"text": "T", "kind": "hidden", "form": "symbol"}],
        "sources": [{"title": "Act", "url": "https://x.nl", "locator": None}], "examples": ["one"], "notes": "two",
    })  # fmt: skip

    assert read(line) == [
        ImportRow(
            line=1, term="lease", text="contract", locale="en-gb",
            contexts=(RowContext("ORGANISATIONAL", "city"), RowContext("LEGAL", "law")),
            designations=(RowDesignation("tenancy"), RowDesignation("T", "HIDDEN", "SYMBOL")),
            sources=(RowSource("Act", "https://x.nl"),), examples=("one",), notes=("two",),
            given=frozenset({
                "term", "text", "locale", "contexts", "designations", "sources", "explanation", "examples", "notes",
            }),
        )
    ]  # fmt: skip


PROBLEMS = [
    ("[]", "the line is no JSON object", None),
    ("{", "the line is no JSON: Expecting property name enclosed in double quotes at character 2", None),
    ('{"term":"a","term":"b"}', "the key 'term' stands twice in one object", None),
    ('{"term":"a"}', "there is no column for text; there are 'term'", None),
    ('{"term":"a","text":3}', "a text, or a list of texts or of objects with texts, is expected here", "text"),
    ('{"term":"a","text":"b","notes":[3]}', "a text, or a list of texts or of objects with texts, is expected here", "notes"),
    ('{"term":"a","text":"b","notes":[{"x":3}]}', "a text, or a list of texts or of objects with texts, is expected here", "notes"),
    ('{"term":"a","text":["b"]}', "one text is expected here, not a list", "text"),
    ('{"term":"a","text":"b","notes":[{"x":"y"}]}', "an item has no text", "notes"),
    ('{"term":"a","text":"b","contexts":[{"name":"y","kind":"odd"}]}', "kind is one of ORGANISATIONAL, LEGAL, STATUTORY", "contexts"),
    ('{"term":"a","text":"\\ud800"}', "the value holds half a character (a lone surrogate)", "text"),
    ('{"term":"a","text":"b","notes":["c","\\u0000"]}', "the value holds a NUL character", "notes"),
    ("[" * 100_000, "the line is nested too deeply", None),
]  # fmt: skip


@pytest.mark.parametrize(("line", "message", "column"), PROBLEMS)
def test_broken_line_is_told_in_one_sentence(line: str, message: str, column: str | None) -> None:
    assert read(line) == [RowProblem(1, message, column)]


def test_broken_line_leaves_the_others() -> None:
    rows = read("{}", "", '{"term":"a","text":"b"}')

    assert [(row.line, isinstance(row, ImportRow)) for row in rows] == [(1, False), (3, True)]


def test_empty_file_is_told() -> None:
    assert read(" ") == [RowProblem(1, "the file is empty")]


def test_other_encoding_is_told() -> None:
    assert list(json_lines.read([b"\xff"])) == [
        RowProblem(1, "the file is not UTF-8 text (byte 0xff); save it as UTF-8")
    ]


def test_columns_name_keys() -> None:
    [row] = read('{"a":"x","b":"y"}', term="a", text="b")

    assert isinstance(row, ImportRow)
    assert (row.term, row.text) == ("x", "y")


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    )
)
def test_no_value_raises(value: object) -> None:
    rows = read(json.dumps({"term": "a", "text": "b", "notes": value, "contexts": value, "source": value}))

    assert len(rows) == 1


@pytest.mark.parametrize(("name", "text"), [("a.CSV", "term,text\na,b\n"), ("a.jsonl", '{"term":"a","text":"b"}\n')])
def test_name_of_the_file_chooses_the_reader(name: str, text: str) -> None:
    [row] = reading.read(name, [text])

    assert isinstance(row, ImportRow)


def test_unknown_name_is_refused() -> None:
    with pytest.raises(
        reading.UnknownFormat, match=r"'a.xlsx' is no file that can be read here; give one that ends in .csv, "
    ):
        reading.read("a.xlsx", [])
