"""A file as an RDF parser may have it: in lines, counted, bounded, and without what makes XML unsafe."""

import io
from collections.abc import Iterable, Iterator
from xml.parsers import expat  # refuses entities here, before the parser of RDF meets them

LARGEST_FILE = 256 * 1024 * 1024  # bytes
DEEPEST = 100  # elements inside each other; the parser of RDF/XML takes time in the square of the depth
PIECE = 65_536  # bytes of a line that come at once


class Unsafe(ValueError):
    """A file that is not given to the parser. Never leaves the reader of SKOS."""


class Feed(io.RawIOBase):
    """The bytes of a file, one line at a time, so that `line` says how far a parser has read."""

    def __init__(self, source: Iterable[bytes] | Iterable[str], *, is_xml: bool) -> None:
        super().__init__()
        self.line = 0
        self._pieces = _pieces(source)
        self._size = 0
        self._watch = _watch() if is_xml else None

    def readable(self) -> bool:
        """True: this is what a parser asks first."""
        return True

    def read(self, size: int = -1) -> bytes:  # noqa: ARG002 a parser takes what it gets; a line is never cut for it
        """The next line, or piece of a long one; nothing at the end.

        Raises:
            Unsafe: the file is too large, or is XML with entities, too deep, or broken.
        """
        piece = next(self._pieces, b"")
        self.line += piece.endswith(b"\n") or not piece
        self._size += len(piece)
        if self._size > LARGEST_FILE:
            raise Unsafe(f"the file is larger than {LARGEST_FILE // 1024 // 1024} MiB")
        if self._watch is not None:
            self._look(self._watch, piece)
        return piece

    def _look(self, watch: "expat.XMLParserType", piece: bytes) -> None:
        try:
            watch.Parse(piece, not piece)
        except expat.ExpatError as error:
            raise Unsafe(f"the file is no XML from line {error.lineno} on ({expat.ErrorString(error.code)})") from error


def _pieces(source: Iterable[bytes] | Iterable[str]) -> Iterator[bytes]:
    rest = b""
    for chunk in source:
        *lines, rest = (rest + (chunk.encode() if isinstance(chunk, str) else chunk)).split(b"\n")
        yield from (line + b"\n" for line in lines)
        while len(rest) > PIECE:
            yield rest[:PIECE]
            rest = rest[PIECE:]
    if rest:
        yield rest


def _watch() -> "expat.XMLParserType":
    depth = 0

    def opened(_: str, __: object) -> None:
        nonlocal depth
        depth += 1
        if depth > DEEPEST:
            raise Unsafe(f"elements lie more than {DEEPEST} deep inside each other")

    def closed(_: str) -> None:
        nonlocal depth
        depth -= 1

    def declared(*_: object) -> None:
        raise Unsafe("the file declares XML entities, which are not expanded here; save it without them")

    watch = expat.ParserCreate()
    watch.StartElementHandler, watch.EndElementHandler = opened, closed
    watch.EntityDeclHandler = declared
    return watch
