"""Labels: the words that stand for a concept, folded so that they can be looked up."""

from collections.abc import Iterable, Mapping

from models.keys import term_key


def keys(term: str, designations: Iterable[Mapping[str, str]]) -> list[str]:
    """What the column `label_keys` holds: the term and its designations folded like `term_key`; hidden ones are misspellings and left out."""
    return sorted({term_key(term), *(term_key(item["text"]) for item in designations if item["kind"] != "HIDDEN")})
