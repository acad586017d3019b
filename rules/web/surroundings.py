"""Which concepts stand so near a changed one that their findings may change with it."""

from collections.abc import Collection

from rules.web import hierarchy_paths
from rules.web.hierarchy import Hierarchy


def of_words(hierarchy: Hierarchy, concepts: Collection[str]) -> set[str]:
    """The concepts whose findings may name one of these, or rest on its words or its state; these themselves included."""
    found = set(concepts)
    for concept in concepts:
        found |= hierarchy.touched(concept)
    return found


def of_relations(hierarchy: Hierarchy, moved: Collection[str], asked: Collection[str]) -> set[str]:
    """The concepts whose findings may rest on where these stand; `moved` are those of which a fact has changed."""
    if "GLO-13" in asked:
        return hierarchy_paths.reached(moved, hierarchy.graph.children)
    return set(moved)
