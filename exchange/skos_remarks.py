"""What an RDF file says of a concept that no row can hold, or that SKOS forbids."""

from collections.abc import Iterator

from exchange import skos_names, skos_relations, skos_rows
from exchange.rows import RowProblem
from exchange.skos_graph import Graph, Thing


def remarks(graph: Graph, identity: str, *, is_top: bool) -> list[RowProblem]:
    """The remarks on one concept, each naming the property."""
    thing = graph[identity]
    said = (
        *_doubled(graph, thing),
        *_untagged(graph, thing),
        *_ends(graph, thing),
        *_lost(graph, identity),
        *_place(thing, is_top=is_top),
    )
    return [RowProblem(thing.line, message, name) for message, name in said]


def tops(graph: Graph) -> set[str]:
    """The concepts that the file calls top concepts, at whichever end (SKOS S8: the two are inverse)."""
    stated = {one for one, thing in graph.items() if thing.things("topConceptOf")}
    return stated | {one for thing in graph.values() for one in thing.things("hasTopConcept")}


def _doubled(graph: Graph, thing: Thing) -> Iterator[tuple[str, str]]:
    """SKOS S14: one preferred label in a language at most. A row holds one definition too."""
    home = skos_rows.home_of(graph, thing)
    for language, texts in skos_rows.by_language(skos_rows.labels(graph, thing, "prefLabel"), home).items():
        if len(texts) > 1:
            yield (
                f"{len(texts)} preferred labels in {language}: the first is the term, the others are further labels",
                "prefLabel",
            )
    for language, texts in skos_rows.by_language(skos_rows.definitions(graph, thing), home).items():
        if len(texts) > 1:
            yield f"{len(texts)} definitions in {language}: the first is the text, the others are notes", "definition"


def _untagged(graph: Graph, thing: Thing) -> Iterator[tuple[str, str]]:
    """Words without a language, beside words in several."""
    for name in skos_names.LABEL_NAMES:
        languages = {value.language for value in skos_rows.labels(graph, thing, name)}
        if None in languages and len(languages) > 2:  # noqa: PLR2004 none, and more than one other
            yield f"a label without a language is taken as {skos_rows.home_of(graph, thing)}", name


def _ends(graph: Graph, thing: Thing) -> Iterator[tuple[str, str]]:
    """SKOS S19, S20: a relation joins concepts."""
    for name in skos_names.RELATIONS:
        if thing.texts(name):
            yield f"{name} leads to a text; it must lead to a concept", name
        for target in thing.things(name):
            if skos_relations.is_misplaced(graph, target):
                kind = skos_relations.other_kind(graph.get(target)) or "a thing without a URI"
                yield f"{name} leads to {kind}; it must lead to a concept", name


def _lost(graph: Graph, identity: str) -> Iterator[tuple[str, str]]:
    """Relations that end at a concept of the same vocabulary of which the file says nothing: mostly a slip of the pen."""
    for name in skos_names.RELATIONS:
        for target in graph[identity].things(name):
            if target not in graph and _space(target) == _space(identity):
                yield f"{name} leads to {target}, of which the file says nothing", name


def _space(uri: str) -> str:
    return uri[: max(uri.rfind("/"), uri.rfind("#")) + 1]


def _place(thing: Thing, *, is_top: bool) -> Iterator[tuple[str, str]]:
    kind = skos_relations.other_kind(thing)
    if kind is not None:
        yield f"the concept is also {kind}, which SKOS forbids (S9, S37)", "type"
    if is_top and any(end in skos_names.BROADER for end, _ in skos_relations.stated(thing)):
        yield "the concept is called a top concept and has a broader one; the broader one counts", "topConceptOf"
    for name in dict.fromkeys(thing.unknown):
        yield f"skos:{name} is no name of SKOS, so it is not read", name
