"""The rows that one concept of an RDF graph makes: one for every language in which it has words."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from exchange import cells
from exchange.rows import Row, RowProblem, RowRelation
from exchange.skos_graph import Graph, Thing, Value

FIELDS: Mapping[str, tuple[str, ...]] = {
    "designations": ("altLabel", "hiddenLabel", "altLabelNode", "hiddenLabelNode"),
    "sources": ("source",),
    "explanation": ("comment",),
    "examples": ("example",),
    "notes": ("note", "scopeNote"),
}
"""Field of a row to the properties that it is read from. NL-SBB: uitleg is rdfs:comment, toelichting a scope note."""


def given(things: Iterable[Thing]) -> frozenset[str]:
    """The fields that any of these concepts has; an update leaves the others alone."""
    names = {name for thing in things for name in thing.values}
    return frozenset({field for field, properties in FIELDS.items() if names & {*properties}}) | {"term", "text"}


def rows(
    graph: Graph,
    identity: str,
    *,
    relations: Sequence[RowRelation],
    given: frozenset[str],
    remarks: Iterable[RowProblem],
) -> Iterator[Row]:
    """The rows of the concept by language, in the order in which the languages appear; a problem for each that is none.

    Words without a language are taken as the first language that the concept has. The remarks go with the first row.
    """
    thing = graph[identity]
    home = home_of(graph, thing)
    terms, texts = by_language(labels(graph, thing, "prefLabel"), home), by_language(definitions(graph, thing), home)
    waiting = tuple(remarks)
    for language in dict.fromkeys([*terms, *texts]):
        if language not in terms:
            yield RowProblem(
                thing.line, f"{identity} has a definition but no preferred label in {language}", "prefLabel"
            )
            continue
        made = cells.row(thing.line, _values(graph, thing, language, home))
        if isinstance(made, RowProblem):
            yield RowProblem(made.line, f"{identity}: {made.message}", made.column)
            continue
        yield replace(
            made,
            given=given | made.given & {"locale"},
            concept=None if identity.startswith("_:") else identity,
            relations=tuple(relations),
            notations=tuple(value.text for value in thing.texts("notation")),
            remarks=waiting,
        )
        waiting = ()
    if not terms and not texts:
        yield RowProblem(thing.line, f"{identity} has no preferred label", "prefLabel")


def home_of(graph: Graph, thing: Thing) -> str | None:
    """The first language that a preferred label or a definition names; None when none does."""
    values = [*labels(graph, thing, "prefLabel"), *definitions(graph, thing)]
    return next((value.language for value in values if value.language is not None), None)


def labels(graph: Graph, thing: Thing, name: str) -> list[Value]:
    """The labels of that kind, those of SKOS-XL included (their literal form is the label, SKOS-XL S55)."""
    nodes = (graph[node] for node in thing.things(f"{name}Node") if node in graph)
    return [*thing.texts(name), *(value for node in nodes for value in node.texts("literalForm"))]


def definitions(graph: Graph, thing: Thing) -> list[Value]:
    """The definitions; of one that is a thing of its own, its value."""
    nodes = (graph[node] for node in thing.things("definition") if node in graph)
    return [*thing.texts("definition"), *(value for node in nodes for value in node.texts("value"))]


def by_language(values: Iterable[Value], home: str | None) -> dict[str | None, list[str]]:
    """The texts by language, those without one with the others of `home`."""
    found: dict[str | None, list[str]] = {}
    for value in values:
        found.setdefault(value.language or home, []).append(value.text)
    return found


def _values(graph: Graph, thing: Thing, language: str | None, home: str | None) -> Mapping[str, cells.Value]:
    def told(values: Iterable[Value]) -> list[str]:
        return by_language(values, home).get(language, [])

    term, *further = told(labels(graph, thing, "prefLabel"))
    text, *others = told(definitions(graph, thing)) or [""]
    values: dict[str, cells.Value] = {
        "term": term,
        "text": text,
        "synonyms": [*further, *told(labels(graph, thing, "altLabel"))],
        "hidden": told(labels(graph, thing, "hiddenLabel")),
        "sources": _sources(graph, thing, language, home),
        "explanation": "\n\n".join(told(thing.texts("comment"))),
        "examples": told(thing.texts("example")),
        "notes": [*others, *told(thing.texts("note")), *told(thing.texts("scopeNote"))],
    }
    return values if language is None else values | {"locale": language}


def _sources(
    graph: Graph, thing: Thing, language: str | None, home: str | None
) -> list[str | Mapping[str, str | None]]:
    named: list[str | Mapping[str, str | None]] = []
    for value in thing.all("source"):
        if value.is_thing:
            named.append(_source(value.text, graph.get(value.text), language))
        elif value.text.strip() and (value.language or language) == (language or home):
            url = value.text.strip() if _is_address(value.text.strip()) else None
            named.append({"title": value.text, "url": url})
    return [source for source in named if isinstance(source, dict) and source["title"]]


def _source(identity: str, thing: Thing | None, language: str | None) -> Mapping[str, str | None]:
    """A source that is a thing: what the file says of it, else its address."""
    address = identity if _is_address(identity) else None
    if thing is None:
        return {"title": "" if identity.startswith("_:") else identity, "url": address}
    titles = [*thing.texts("title"), *thing.texts("prefLabel"), *thing.texts("label")]
    title = next((one.text for one in titles if one.language == language), titles[0].text if titles else None)
    citation = next((one.text for one in thing.texts("bibliographicCitation")), None)
    page = next(iter(thing.things("page")), address)
    named = (title or citation or page or "").strip()
    return {"title": named, "url": page, "locator": citation if title else None}


def _is_address(text: str) -> bool:
    return text.startswith(("https://", "http://")) and " " not in text
