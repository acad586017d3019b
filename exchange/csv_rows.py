"""Rows of a table in CSV: comma, semicolon or tab between the cells, one header line."""

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from exchange import cells, decoding, headers
from exchange.rows import Row, RowProblem

DELIMITERS = (",", ";", "\t")
BROKEN = {
    "unexpected end of data": "a quotation mark is opened here and never closed",
    "' expected after '": "a quotation mark inside a quoted cell is not doubled, or the cell has no end",
    "field larger": "a cell is too long, or a quotation mark is opened here and never closed",
}


def read(source: Iterable[bytes] | Iterable[str], *, columns: Mapping[str, str] | None = None) -> Iterator[Row]:
    """The rows in order, and a problem for every line that is none. Nothing raises, whatever the file holds.

    `columns` says by header which column is which field. A problem with headers, encoding or quotation marks ends the
    rows, for what follows could be read wrongly. Blank lines are passed over.
    """
    table = _Table(decoding.lines(source))
    heading = next(table, None)
    if heading is None:
        yield table.problem or RowProblem(1, "the file is empty")
        return
    yield from _body(table, heading, columns)
    if table.problem is not None:
        yield table.problem


def _body(table: "_Table", heading: "_Record", columns: Mapping[str, str] | None) -> Iterator[Row]:
    places = headers.mapped(heading.cells, columns, heading.line)
    if isinstance(places, RowProblem):
        yield places
        table.close()
        return
    for record in table:
        yield _row(record, heading.cells, places)


def _row(record: "_Record", names: Sequence[str], places: Mapping[str, int]) -> Row:
    if len(record.cells) != len(names):
        return RowProblem(record.line, f"the row has {len(record.cells)} cells, the header {len(names)}")
    made = cells.row(record.line, {name: record.cells[place] for name, place in places.items()})
    if isinstance(made, RowProblem) and made.column is not None:
        return RowProblem(made.line, made.message, names[places[made.column]])
    return made


@dataclass(frozen=True, slots=True)
class _Record:
    line: int
    cells: list[str]


@dataclass
class _Table:
    """Records of a CSV text. When they end, `problem` says why they ended early, if they did."""

    lines: Iterator[str | RowProblem]
    problem: RowProblem | None = None
    count: int = 0
    _records: Iterator[list[str]] | None = field(default=None, init=False)

    def __iter__(self) -> "_Table":
        return self

    def __next__(self) -> _Record:
        while True:
            start = self.count + 1
            cells_ = self._next(start)
            if any(cell.strip() for cell in cells_):
                return _Record(start, cells_)

    def close(self) -> None:
        """Nothing more is read."""
        self._records = iter(())

    def _next(self, start: int) -> list[str]:
        if self._records is None:
            self._records = self._opened()
        try:
            return next(self._records)
        except csv.Error as error:
            said = next((text for part, text in BROKEN.items() if part in str(error)), f"the line is no CSV ({error})")
            self.problem = self.problem or RowProblem(start, f"{said}; nothing from this line on was read")
            self.close()
            raise StopIteration from None

    def _opened(self) -> Iterator[list[str]]:
        first = next(self._counted(), "")
        delimiter = max(DELIMITERS, key=lambda mark: _known(first, mark))
        return csv.reader(self._with(first), delimiter=delimiter, strict=True)

    def _with(self, first: str) -> Iterator[str]:
        if first:
            yield first
        yield from self._counted()

    def _counted(self) -> Iterator[str]:
        for line in self.lines:
            if isinstance(line, RowProblem):
                self.problem = line
                return
            self.count += 1
            yield line


def _known(line: str, delimiter: str) -> tuple[int, int]:
    names = [name.strip().strip('"') for name in line.split(delimiter)]
    return sum(headers.field_of(name) is not None for name in names), len(names)
