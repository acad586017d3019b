"""A file as an RDF parser may have it: in lines, counted, bounded and watched."""

import io
from collections.abc import Iterable, Iterator

from exchange.skos_guard import Guard, Unsafe

LARGEST_FILE = 256 * 1024 * 1024  # bytes
PIECE = 65_536  # bytes of a line that come at once


class Feed(io.RawIOBase):
    """The bytes of a file, one line at a time, so that `line` says how far a parser has read."""

    def __init__(self, source: Iterable[bytes] | Iterable[str], guard: Guard | None) -> None:
        super().__init__()
        self.line = 0
        self._pieces = _pieces(source)
        self._size = 0
        self._rest = b""
        self._starts_line = True
        self._guard = guard

    def readable(self) -> bool:
        """True: this is what a parser asks first."""
        return True

    def read(self, size: int = -1) -> bytes:
        """The next line, or as much of it as fits; nothing at the end.

        Raises:
            Unsafe: the file is too large, or the guard stops it.
        """
        piece = self._rest or self._next()
        # A parser that gets more than it asked for aborts the process.
        piece, self._rest = (piece, b"") if size < 0 else (piece[:size], piece[size:])
        return piece

    def _next(self) -> bytes:
        piece = next(self._pieces, b"")
        self.line += self._starts_line and bool(piece)
        self._starts_line = piece.endswith(b"\n")
        self._size += len(piece)
        if self._size > LARGEST_FILE:
            raise Unsafe(f"the file is larger than {LARGEST_FILE // 1024 // 1024} MiB")
        if self._guard is not None:
            self._guard(piece)
        return piece


def _pieces(source: Iterable[bytes] | Iterable[str]) -> Iterator[bytes]:
    rest = b""
    for chunk in source:
        *lines, rest = (rest + (chunk.encode(errors="surrogatepass") if isinstance(chunk, str) else chunk)).split(b"\n")
        yield from (line + b"\n" for line in lines)
        while len(rest) > PIECE:
            yield rest[:PIECE]
            rest = rest[PIECE:]
    if rest:
        yield rest
