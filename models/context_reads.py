"""Contexts in use in a glossary, as one reader sees them: the choices of an editor."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from models import store, value_filters, visibility
from models.paging import Key, Listing
from models.value_filters import StringFilter
from models.values import Values
from models.visibility import Reader
from rules.kit import ContextKind


@dataclass(frozen=True, slots=True, kw_only=True)
class ContextUse:
    """A context, spelled as most definitions spell it, and how many hold in it."""

    kind: ContextKind
    name: str
    definition_count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ContextChoice:
    """Which contexts are asked for; null asks nothing."""

    kind: Sequence[ContextKind] | None = None
    name: StringFilter | None = None


KEYS = (
    Key("d.definition_count", "int", is_descending=True),
    Key("d.name_key", "text"),
    Key("d.kind", "text"),
)


def listing(reader: Reader, glossary_id: UUID, choice: ContextChoice) -> Listing:
    """The contexts of the definitions that the reader sees, archived ones left out: most used first, then by name.

    Two spellings that differ in letter case are one context.
    """
    values = Values()
    own = f"d.glossary_id = {values.add(glossary_id)}::uuid AND d.contexts <> '[]' AND d.status <> 'ARCHIVED'"
    texts = " UNION ALL ".join(
        f"SELECT d.contexts FROM ({branch}) d WHERE {own}" for branch in visibility.branches(reader, values)
    )
    # "C": sorted the same on every server, and walked by the keyset in the same order.
    source = (
        "SELECT c.item ->> 'kind' AS kind, lower(c.item ->> 'name') COLLATE \"C\" AS name_key, "
        "mode() WITHIN GROUP (ORDER BY (c.item ->> 'name') COLLATE \"C\") AS name, count(*)::int AS definition_count "
        f"FROM ({texts}) t, jsonb_array_elements(t.contexts) AS c (item) GROUP BY 1, 2"
    )
    return Listing((source,), KEYS, values, _condition(choice, values))


def use(row: store.Row) -> ContextUse:
    """The context in a row of the list."""
    return ContextUse(kind=ContextKind(row["kind"]), name=row["name"], definition_count=row["definition_count"])


def _condition(choice: ContextChoice, values: Values) -> str:
    conditions = value_filters.any_of("d.kind", choice.kind, values)
    if choice.name is not None:
        conditions += value_filters.string_conditions(choice.name, "d.name", "d.name_key", values)
    return " AND ".join(conditions) or "TRUE"
