"""Which things of an RDF graph are concepts, and how they stand to each other."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from exchange import skos_names
from exchange.rows import RowRelation
from exchange.skos_graph import Graph, Thing

SIGNS = ("inScheme", "topConceptOf", *skos_names.RELATIONS)


def concepts(graph: Graph) -> list[str]:
    """The ids of the concepts, in the order of the file: what is called one, or has the scheme or relations of one.

    SKOS S19 makes every end of a relation a concept; an end of which the file says nothing else is none of this file.
    """
    return [one for one, thing in graph.items() if _is_concept(thing)]


def _is_concept(thing: Thing) -> bool:
    types = thing.things("type")
    if skos_names.CONCEPT in types:
        return True
    has_signs = any(name in thing.values for name in SIGNS) and "prefLabel" in thing.values
    return has_signs and not any(kind in skos_names.OTHERS for kind in types)


def other_kind(thing: Thing | None) -> str | None:
    """What the thing is beside or instead of a concept, such as `a collection`; None for mere concepts and strangers."""
    types = [] if thing is None else thing.things("type")
    return next((skos_names.OTHERS[kind] for kind in types if kind in skos_names.OTHERS), None)


def related(graph: Graph, members: Iterable[str]) -> Mapping[str, Sequence[RowRelation]]:
    """The relations of each concept as they are seen from it, whichever end the file states them at; no doubles."""
    own = dict.fromkeys(members)
    found: defaultdict[str, dict[RowRelation, None]] = defaultdict(dict)
    for one in own:
        for kind, target in stated(graph[one]):
            if not is_misplaced(graph, target):
                found[one][RowRelation(kind, target)] = None
                if target in own:
                    found[target][RowRelation(skos_names.INVERSES.get(kind, kind), one)] = None
    return {one: tuple(relations) for one, relations in found.items()}


def stated(thing: Thing) -> Iterator[tuple[str, str]]:
    """The relations that the file states at this end: kind, and id of the other end."""
    for name, kind in skos_names.RELATIONS.items():
        for target in thing.things(name):
            yield kind, target


def is_misplaced(graph: Graph, target: str) -> bool:
    """Whether a relation may not end here: at a scheme or a collection (SKOS S20), or at a thing without a URI."""
    other = graph.get(target)
    is_other = other_kind(other) is not None and not (other is not None and _is_concept(other))
    return is_other or target.startswith("_:")
