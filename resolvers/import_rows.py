"""Rows of a file as items of a bulk upsert, and as JSON that waits in a job."""

from dataclasses import asdict, replace
from typing import TypeVar
from uuid import UUID

from exchange.rows import ImportRow, RowContext, RowDesignation, RowProblem, RowRelation, RowSource
from models import store
from models.records import Json
from resolvers.inputs import UNSET, ContextInput, DesignationInput, SourceInput, Unset, UpsertItem
from rules.kit import Category, ContextKind, DesignationForm, DesignationKind

Value = TypeVar("Value")


def in_language(row: ImportRow, locale: str) -> ImportRow:
    """The row, in this language unless it names its own."""
    return row if row.locale else replace(row, locale=locale)


def item(row: ImportRow, concept_id: UUID | None = None) -> UpsertItem:
    """The row as an item, of this concept when one is given; what the file has no column for is left as it is."""
    return UpsertItem(
        concept_id=UNSET if concept_id is None else concept_id,
        locale=row.locale or "",
        term=row.term,
        text=row.text,
        category=_given(row, "category", Category(row.category) if row.category else None),
        contexts=_given(row, "contexts", tuple(ContextInput(ContextKind(one.kind), one.name) for one in row.contexts)),
        designations=_given(row, "designations", tuple(_designation(one) for one in row.designations)),
        sources=_given(row, "sources", tuple(SourceInput(one.title, one.url, one.locator) for one in row.sources)),
        explanation=_given(row, "explanation", row.explanation),
        examples=_given(row, "examples", row.examples),
        notes=_given(row, "notes", row.notes),
    )


def packed(row: ImportRow) -> Json:
    """The row as JSON."""
    return asdict(row) | {"given": sorted(row.given)}


def unpacked(stored: store.Row) -> ImportRow:
    """The row that `packed` made this JSON of."""
    parts = {
        "given": frozenset(stored["given"]),
        "contexts": tuple(RowContext(**one) for one in stored["contexts"]),
        "designations": tuple(RowDesignation(**one) for one in stored["designations"]),
        "sources": tuple(RowSource(**one) for one in stored["sources"]),
        "examples": tuple(stored["examples"]),
        "notes": tuple(stored["notes"]),
        "relations": tuple(RowRelation(**one) for one in stored.get("relations", ())),
        "notations": tuple(stored.get("notations", ())),
        "remarks": tuple(RowProblem(**one) for one in stored.get("remarks", ())),
    }
    return ImportRow(**stored | parts)


def _given(row: ImportRow, field: str, value: Value) -> Value | Unset:
    return value if field in row.given else UNSET


def _designation(word: RowDesignation) -> DesignationInput:
    return DesignationInput(word.text, DesignationKind(word.kind), DesignationForm(word.form))
