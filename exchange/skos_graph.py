"""What an RDF file says of each thing in it, as far as a glossary can use it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import IO, NamedTuple, cast

import pyoxigraph

from exchange import skos_feed, skos_guard, skos_names
from exchange.rows import RowProblem


class Format(NamedTuple):
    """A way to write RDF: what the parser calls it, what people do, and what watches over it."""

    form: pyoxigraph.RdfFormat
    name: str
    guard: Callable[[], skos_guard.Guard] | None = None


RDF_XML = Format(pyoxigraph.RdfFormat.RDF_XML, "RDF/XML", skos_guard.xml)
FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        ".ttl": Format(pyoxigraph.RdfFormat.TURTLE, "Turtle"),
        ".nt": Format(pyoxigraph.RdfFormat.N_TRIPLES, "N-Triples"),
        ".rdf": RDF_XML,
        ".xml": RDF_XML,
        ".jsonld": Format(pyoxigraph.RdfFormat.JSON_LD, "JSON-LD", skos_guard.json),
    }
)
BASE = "urn:begrip:file"
"""What relative addresses are resolved against when the file names no base."""
REMOTE = "the file refers to a context elsewhere, which is not fetched; put the context into the file"


class Value(NamedTuple):
    """A text with its language, or the id of a thing."""

    text: str
    language: str | None = None
    is_thing: bool = False


@dataclass(slots=True)
class Thing:
    """What the file says of one subject: values by name of property, in order, each once; the line where that begins."""

    line: int
    values: dict[str, dict[Value, None]] = field(default_factory=dict)
    unknown: list[str] = field(default_factory=list)

    def all(self, name: str) -> list[Value]:
        """The values of a property."""
        return list(self.values.get(name, ()))

    def texts(self, name: str) -> list[Value]:
        """Those values that are texts."""
        return [value for value in self.all(name) if not value.is_thing]

    def things(self, name: str) -> list[str]:
        """The ids of those that are things."""
        return [value.text for value in self.all(name) if value.is_thing]


Graph = dict[str, Thing]


def graph(source: Iterable[bytes] | Iterable[str], suffix: str) -> Graph | RowProblem:
    """The things of the file by id, in the order in which they appear, or why it cannot be read.

    Nothing raises, whatever the file holds. Nothing is fetched. A file that breaks off says nothing at all, for what
    follows the break may belong to what stands before it.
    """
    form, name, guard = FORMATS[suffix]
    feed = skos_feed.Feed(source, guard and guard())
    found: Graph = {}
    try:
        for quad in pyoxigraph.parse(cast("IO[bytes]", feed), format=form, base_iri=BASE):
            _add(found, quad, feed.line)
    except skos_guard.Unsafe as error:
        return RowProblem(max(feed.line, 1), f"{error}; nothing was read")
    except SyntaxError as error:
        line = error.lineno or max(feed.line, 1)
        is_remote = "remote context" in str(error)
        said = REMOTE if is_remote else f"the file is no {name} from line {line} on"
        return RowProblem(line, f"{said}; nothing was read")
    return found


def _add(found: Graph, quad: pyoxigraph.Quad, line: int) -> None:
    subject = _id(quad.subject)
    if subject is None:
        return
    thing = found.get(subject)
    if thing is None:
        thing = found[subject] = Thing(line)
    iri = quad.predicate.value
    name = skos_names.NAMES.get(iri)
    if name is None:
        _note(thing, iri)
        return
    value = _value(quad.object)
    if value is not None:
        thing.values.setdefault(name, {})[value] = None


def _note(thing: Thing, iri: str) -> None:
    """A name in the space of SKOS that SKOS does not have is a slip of the pen, and would lose data."""
    name = iri.removeprefix(skos_names.SKOS)
    if name != iri and name not in skos_names.LEFT:
        thing.unknown.append(name)


def _id(term: object) -> str | None:
    match term:
        case pyoxigraph.NamedNode():
            return term.value
        case pyoxigraph.BlankNode():
            return f"_:{term.value}"
    return None


def _value(term: object) -> Value | None:
    if isinstance(term, pyoxigraph.Literal):
        return Value(term.value, term.language)
    identity = _id(term)
    return None if identity is None else Value(identity, is_thing=True)
