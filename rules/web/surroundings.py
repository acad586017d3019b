"""Which concepts stand so near a changed one that their findings may change with it."""

from collections.abc import Collection, Iterable

from rules.web import hierarchy_paths
from rules.web.hierarchy import Hierarchy
from rules.web.item import Item


def of_faces(hierarchy: Hierarchy, changed: Iterable[tuple[Item | None, Item | None]]) -> set[str]:
    """The concepts whose findings may name one that was given another face: before and after of every definition that changed.

    Other concepts know a definition by its terms, its language and its standing alone, never by its text.
    """
    faces = ((before, after) for before, after in changed if _face(before) != _face(after))
    shown = {item.concept for pair in faces for item in pair if item is not None}
    return shown.union(*(hierarchy.touched(concept) for concept in shown))


def _face(item: Item | None) -> tuple[object, ...] | None:
    if item is None:
        return None
    entry = item.entry
    return item.concept, entry.locale, entry.term, entry.designations, item.is_established


def of_relations(hierarchy: Hierarchy, moved: Collection[str], asked: Collection[str]) -> set[str]:
    """The concepts whose findings may rest on where these stand; `moved` are those of which a fact has changed."""
    if "GLO-13" in asked:
        return hierarchy_paths.reached(moved, hierarchy.graph.children)
    return set(moved)
