"""First pages of the open findings of many definitions in one statement: what a list of definitions shows beside each."""

from collections import defaultdict
from collections.abc import Sequence
from uuid import UUID

from models import store, validation_lists, visibility
from models.paging import Found
from models.records import DefinitionRecord, Edition
from models.validation_lists import MOST_SEVERE_FIRST
from models.validation_reads import FindingFilter, finding_condition
from models.values import Values
from models.visibility import Reader


async def first_pages(
    reader: Reader, records: Sequence[DefinitionRecord], filter_: FindingFilter | None, size: int
) -> dict[UUID, Found]:
    """By definition: its most severe findings, at most `size`, as `validation_lists.findings_of_definition` lists them."""
    values = Values()
    rows = await store.rows(_statement(reader, records, filter_, size, values), *values.all)
    grouped: defaultdict[UUID, list[store.Row]] = defaultdict(list)
    for row in rows:
        grouped[row["definition_id"]].append(row)
    return {
        one.id: Found(grouped[one.id][:size], has_next=len(grouped[one.id]) > size, has_previous=False)
        for one in records
    }


def _statement(
    reader: Reader, records: Sequence[DefinitionRecord], filter_: FindingFilter | None, size: int, values: Values
) -> str:
    owners = ", ".join(
        f"{values.add(column)}::{kind}[]"
        for column, kind in (
            ([one.id for one in records], "uuid"),
            ([one.version for one in records], "int"),
            ([one.edition is Edition.WORKING for one in records], "boolean"),
        )
    )
    source = validation_lists.FINDINGS + (
        " WHERE f.definition_id = o.definition_id AND CASE WHEN o.is_working THEN f.resolved_run_id IS NULL ELSE "
        "f.opened_version <= o.version AND (f.resolved_version IS NULL OR f.resolved_version > o.version) END "
        f"AND {visibility.web_predicate(reader, values, is_working='o.is_working')}"
    )
    columns = ", ".join(["d.*", *(f"{key.expression} AS key_{place}" for place, key in enumerate(MOST_SEVERE_FIRST))])
    order = ", ".join(f"key_{place}" for place in range(len(MOST_SEVERE_FIRST)))
    asked = finding_condition(filter_, values) if filter_ else "TRUE"
    return (
        f"SELECT p.* FROM unnest({owners}) AS o (definition_id, version, is_working) JOIN LATERAL ("
        f"SELECT {columns} FROM ({source}) d WHERE {asked} ORDER BY {order} LIMIT {int(size) + 1}"
        f") p ON TRUE ORDER BY p.definition_id, {order}"
    )
