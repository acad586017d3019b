"""Tables become rows, or problems that say what to do."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exchange import csv_rows
from exchange.rows import ImportRow, RowContext, RowDesignation, RowProblem, RowSource


def read(text: str, **columns: str) -> list[ImportRow | RowProblem]:
    return list(csv_rows.read(text.splitlines(keepends=True), columns=columns))


def terms(rows: list[ImportRow | RowProblem]) -> list[tuple[int, str, str]]:
    return [(row.line, row.term, row.text) for row in rows if isinstance(row, ImportRow)]


def test_row_holds_every_field() -> None:
    header = "Begrip;Definitie;Taal;Category;Context;Wet;Synoniemen;Afkorting;Verborgen;Bron;URL;Vindplaats;Uitleg;Voorbeelden;Toelichting"
    cells = "huur;prijs;NL;type;a|b;BW;verhuur|pacht;HR;hure;Wet;https://x.nl;art. 1;simpel;een|twee;let op"

    assert read(f"{header}\n{cells}\n") == [
        ImportRow(
            line=2, term="huur", text="prijs", locale="nl", category="TYPE",
            contexts=(RowContext("ORGANISATIONAL", "a"), RowContext("ORGANISATIONAL", "b"), RowContext("STATUTORY", "BW")),
            designations=(
                RowDesignation("verhuur"), RowDesignation("pacht"), RowDesignation("hure", "HIDDEN"),
                RowDesignation("HR", "ADMITTED", "ABBREVIATION"),
            ),
            sources=(RowSource("Wet", "https://x.nl", "art. 1"),), explanation="simpel",
            examples=("een", "twee"), notes=("let op",),
            given=frozenset({
                "term", "text", "locale", "category", "contexts", "designations", "sources", "explanation", "examples", "notes",
            }),
        )
    ]  # fmt: skip


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_delimiter_is_seen_from_the_header(delimiter: str) -> None:
    assert terms(read(f"term{delimiter}text\nlease{delimiter}contract\n")) == [(2, "lease", "contract")]


def test_line_is_where_the_row_begins() -> None:
    rows = read('term,text\n\n"a","one\ntwo"\nb,three\n')

    assert terms(rows) == [(3, "a", "one\ntwo"), (5, "b", "three")]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("size", [1, 3, 1000])
def test_text_is_read_whatever_the_chunks(encoding: str, size: int) -> None:
    content = "term,text\ncafé,ruimte\n".encode(encoding)
    head = 4  # a byte order mark comes in one piece
    chunks = [content[:head], *(content[at : at + size] for at in range(head, len(content), size))]

    assert terms(list(csv_rows.read(chunks))) == [(2, "café", "ruimte")]


def test_byte_order_mark_of_a_text_is_no_header() -> None:
    assert terms(read("\ufeffterm,text\na,b\n")) == [(2, "a", "b")]


def test_other_encoding_is_told_with_its_line() -> None:
    rows = list(csv_rows.read(["term,text\nlease,x\ncafé,y\nlater,z\n".encode("latin-1")]))

    assert rows[1:] == [RowProblem(3, "the file is not UTF-8 text (byte 0xe9); save it as UTF-8")]
    assert terms(rows) == [(2, "lease", "x")]


def test_file_cut_off_inside_a_character_is_told() -> None:
    rows = list(csv_rows.read(["term,text\na,é".encode()[:-1]]))

    assert rows[-1] == RowProblem(2, "the file is not UTF-8 text (byte 0xc3); save it as UTF-8")


PROBLEMS = [
    ("", 1, "the file is empty", None),
    ("\n\n", 1, "the file is empty", None),
    ("a,b\n1,2\n", 1, "there is no column for term and text; there are 'a', 'b'", None),
    ("term,b\n1,2\n", 1, "there is no column for text; there are 'term', 'b'", None),
    ("term,begrip,text\n1,2,3\n", 1, "columns 'term' and 'begrip' both hold the term; rename one", "begrip"),
    ("term,text\na\n", 2, "the row has 1 cells, the header 2", None),
    ("term,text\na,b,c\n", 2, "the row has 3 cells, the header 2", None),
    ("term,text\n ,b\n", 2, "the term is empty", "term"),
    ("term,Text\na,b\0\n", 2, "the value holds a NUL character", "Text"),
    ("term,text\na,\ud800\n", 2, "the value holds half a character (a lone surrogate)", "text"),
    ("term,text,taal\na,b,n l\n", 2, "'n l' is no language tag such as nl or en-GB", "taal"),
    ("term,text,category\na,b,x\n", 2, "category is one of TYPE, PROCESS, RESULT, INSTANCE", "category"),
    ('term,text\na,b\nc,"d\ne,f\n', 3, "a quotation mark is opened here and never closed; nothing from this line on was read", None),
    ('term,text\n"a"b,c\n', 2, "a quotation mark inside a quoted cell is not doubled, or the cell has no end; nothing from this line on was read", None),
    (f"term,text\na,{'x' * 120_000}\n", 2, "the value is longer than 100,000 characters", "text"),
    (f"term,text\na,{'x' * 200_000}\n", 2, "a cell is too long, or a quotation mark is opened here and never closed; nothing from this line on was read", None),
    (f"term,text\na,{'x' * 1_000_001}", 2, "the line is longer than 1,000,000 characters", None),
    (f"{'x' * 1_000_001}", 1, "the line is longer than 1,000,000 characters", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "line", "message", "column"), PROBLEMS)
def test_broken_table_is_told_in_one_sentence(text: str, line: int, message: str, column: str | None) -> None:
    assert [row for row in read(text) if isinstance(row, RowProblem)] == [RowProblem(line, message, column)]


def test_broken_row_leaves_the_others() -> None:
    assert terms(read("term,text\na\nb,c\n")) == [(3, "b", "c")]


def test_columns_go_before_our_own_guess() -> None:
    assert terms(read("name,term,text\na,b,c\n", term="Name")) == [(2, "a", "c")]


def test_column_that_is_absent_is_told() -> None:
    assert read("a,b\n1,2\n", term="x") == [RowProblem(1, "there is no column 'x' for term; there are 'a', 'b'", "x")]


def test_field_that_is_absent_is_told() -> None:
    [problem] = read("a,b\n1,2\n", colour="a")

    assert isinstance(problem, RowProblem)
    assert problem.message.startswith("there is no field colour; there are term, text, ")


def test_many_headers_are_told_in_short() -> None:
    [problem] = read(",".join(f"h{n}" for n in range(30)) + "\n")

    assert isinstance(problem, RowProblem)
    assert problem.message.endswith("'h19' …")


def test_address_without_title_is_its_own_title() -> None:
    [row] = read("term,text,url\na,b,https://x.nl\n")

    assert isinstance(row, ImportRow)
    assert row.sources == (RowSource("https://x.nl", "https://x.nl"),)


@given(st.text(max_size=200) | st.text("term,text\n\"';\t\r\0\ufeff", max_size=100))
def test_no_text_raises(text: str) -> None:
    assert all(isinstance(row, ImportRow | RowProblem) for row in csv_rows.read([text]))


@given(st.binary(max_size=200))
def test_no_bytes_raise(content: bytes) -> None:
    assert list(csv_rows.read([b"term,text\n", content])) is not None
