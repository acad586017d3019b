"""An operation that nobody should send, and the answer that it gets."""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from schema import ids
from tests.e2e.shelf import Shelf

Variables = dict[str, object]
NOWHERE = ids.encode("Definition", UUID(int=7))
MEGABYTE = "x" * 1_000_000


@dataclass(frozen=True, slots=True)
class Case:
    """`who` sends the document. `code` is of the payload when `is_data`, else of the top-level error."""

    name: str
    who: str
    document: str
    variables: Callable[[Shelf], Variables]
    code: str
    path: list[str] | None = None
    is_data: bool = True


def of_input(name: str, document: str, given: Callable[[Shelf], Variables], code: str, *path: str) -> Case:
    """An administrator's mutation, turned down as data."""
    return Case(name, "admin", document, lambda shelf: {"input": given(shelf)}, code, list(path) or None)


def of_document(
    name: str, document: str, given: Callable[[Shelf], Variables], code: str, *, who: str = "editor"
) -> Case:
    """An operation turned down as a whole."""
    return Case(name, who, document, given, code, is_data=False)
