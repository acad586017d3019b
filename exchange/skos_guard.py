"""What no parser of RDF is shown: XML and JSON that are small on disk and endless in memory."""

import re
from collections.abc import Callable
from xml.parsers import expat  # refuses entities here, before the parser of RDF meets them

DEEPEST = 100
"""Elements, objects or lists inside each other. The parsers take time or memory in the square of the depth (measured)."""
CONTEXT = b"@context"
KEY = rb'"' + b"".join(rb"(?:%c|\\u00(?i:%02x))" % (letter, letter) for letter in CONTEXT) + rb'"'
"""The key that opens a context, also where its letters are written as escapes."""
LONGEST_KEY = len(CONTEXT) * len(r"\u0040") + 2
TOKEN = re.compile(KEY + rb'|\\.|["\[\]{}]', re.DOTALL)
Guard = Callable[[bytes], None]
"""Takes the next piece of the file, nothing at its end."""


class Unsafe(ValueError):
    """A file that is not given to the parser. Never leaves the reader of SKOS."""


def xml() -> Guard:
    """Raises Unsafe on entities, on elements too deep, and on what is no XML."""
    depth = 0

    def opened(_: str, __: object) -> None:
        nonlocal depth
        depth += 1
        _check(depth)

    def closed(_: str) -> None:
        nonlocal depth
        depth -= 1

    def declared(*_: object) -> None:
        raise Unsafe("the file declares XML entities, which are not expanded here; save it without them")

    parser = expat.ParserCreate()
    parser.StartElementHandler, parser.EndElementHandler = opened, closed
    parser.EntityDeclHandler = declared

    def look(piece: bytes) -> None:
        try:
            parser.Parse(piece, not piece)
        except expat.ExpatError as error:
            raise Unsafe(f"the file is no XML from line {error.lineno} on ({expat.ErrorString(error.code)})") from error

    return look


def json() -> Guard:
    """Raises Unsafe on objects too deep, and on a context in the reach of another: each one copies all that it inherits."""
    rest, is_text = b"", False
    contexts = [False]

    def look(piece: bytes) -> None:
        nonlocal rest, is_text
        data = rest + piece
        safe = len(data) - LONGEST_KEY if piece else len(data)
        done = 0
        for found in TOKEN.finditer(data):
            if found.start() >= safe:
                break
            done = found.end()
            is_text = _step(found[0], contexts, is_text=is_text)
        rest = data[max(done, safe, 0) :]

    return look


def _step(token: bytes, contexts: list[bool], *, is_text: bool) -> bool:
    """Whether the file is inside a text after this token. `contexts` says of each open object whether it has a context."""
    match token:
        case b'"':
            return not is_text
        case b"{" | b"[" if not is_text:
            contexts.append(False)
            _check(len(contexts) - 1)
        case b"}" | b"]" if not is_text and len(contexts) > 1:
            contexts.pop()
        case _ if len(token) > len(CONTEXT) and not is_text:
            if any(contexts):
                raise Unsafe("the file has a context inside the reach of another; put all of it into the first one")
            contexts[-1] = True
    return is_text


def _check(depth: int) -> None:
    if depth > DEEPEST:
        raise Unsafe(f"elements lie more than {DEEPEST} deep inside each other")
