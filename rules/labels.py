"""When two labels are one to a reader: equal but for capitals, width and spacing."""

import unicodedata

from rules.entry import Designation, Entry
from rules.kit import DesignationKind


def folded(label: str) -> str:
    """The label as it is compared."""
    plain = label if label.isascii() else unicodedata.normalize("NFKC", label)
    return " ".join(plain.casefold().split())


def allowed(entry: Entry) -> tuple[str, ...]:
    """The labels that may be used: the term and what is admitted beside it."""
    return (entry.term, *(item.text for item in of_kind(entry, DesignationKind.ADMITTED)))


def of_kind(entry: Entry, kind: DesignationKind) -> tuple[Designation, ...]:
    """The designations of this kind."""
    return tuple(item for item in entry.designations if item.kind is kind)
