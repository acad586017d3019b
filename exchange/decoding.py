"""Lines of text out of whatever a file yields."""

import codecs
from collections.abc import Iterable, Iterator

from exchange.rows import RowProblem

BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
LONGEST_LINE = 1_000_000  # characters


def lines(source: Iterable[bytes] | Iterable[str]) -> Iterator[str | RowProblem]:
    """The lines with their ends, whatever the size of the chunks; a problem ends them.

    UTF-8 with or without byte order mark, UTF-16 with one. Problems: another encoding, a line over 1,000,000 characters.
    """
    rest, count = "", 0
    for piece in _pieces(source):
        if isinstance(piece, RowProblem):
            yield RowProblem(count + 1, piece.message)
            return
        *whole, rest = (rest + piece).split("\n")
        for line in whole:
            count += 1
            yield line + "\n"
        if len(rest) > LONGEST_LINE:
            yield RowProblem(count + 1, f"the line is longer than {LONGEST_LINE:,} characters")
            return
    if rest:
        yield rest


def _pieces(source: Iterable[bytes] | Iterable[str]) -> Iterator[str | RowProblem]:
    decoder: codecs.IncrementalDecoder | None = None
    is_first = True
    for chunk in source:
        if isinstance(chunk, str):
            yield chunk.removeprefix("\ufeff") if is_first else chunk
        else:
            decoder = decoder or codecs.getincrementaldecoder(_encoding(chunk))()
            yield from _decoded(decoder, chunk)
        is_first = False
    if decoder is not None:
        yield from _decoded(decoder, b"", is_last=True)


def _decoded(decoder: codecs.IncrementalDecoder, chunk: bytes, *, is_last: bool = False) -> Iterator[str | RowProblem]:
    try:
        yield decoder.decode(chunk, is_last)
    except UnicodeDecodeError as error:
        yield error.object[: error.start].decode(error.encoding, "ignore")
        yield RowProblem(0, f"the file is not UTF-8 text (byte 0x{error.object[error.start]:02x}); save it as UTF-8")


def _encoding(start: bytes) -> str:
    return next((name for mark, name in BOMS if start.startswith(mark)), "utf-8")
