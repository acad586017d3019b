"""Which reader a file needs, by its name."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePath

from exchange import csv_rows, json_lines, skos
from exchange.rows import Row

CSV = (".csv", ".tsv", ".txt")
JSON_LINES = (".jsonl", ".ndjson", ".json")
SUFFIXES = (*CSV, *JSON_LINES, *skos.SUFFIXES)


class UnknownFormat(ValueError):
    """A file whose name ends in nothing that we read."""

    def __init__(self, name: str) -> None:
        super().__init__(f"{name!r} is no file that can be read here; give one that ends in {', '.join(SUFFIXES)}")


def read(
    name: str, source: Iterable[bytes] | Iterable[str], *, columns: Mapping[str, str] | None = None
) -> Iterator[Row]:
    """The rows and problems of a file of that name, in order. `columns` matter to tables alone, not to SKOS.

    Raises:
        UnknownFormat: the name ends in nothing that we read.
    """
    suffix = PurePath(name).suffix.casefold()
    if suffix in CSV:
        return csv_rows.read(source, columns=columns)
    if suffix in JSON_LINES:
        return json_lines.read(source, columns=columns)
    if suffix in skos.SUFFIXES:
        return skos.read(source, suffix)
    raise UnknownFormat(name)
