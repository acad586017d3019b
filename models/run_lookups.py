"""The runs that findings come from, as one reader sees them."""

from collections.abc import Sequence
from uuid import UUID

from models import store, visibility
from models.records import FindingRecord, RunRecord
from models.validation_rows import RUN_COLUMNS, run_record
from models.values import Values
from models.visibility import Reader

_COLUMNS = ", ".join(f"r.{name.strip()}" for name in RUN_COLUMNS.split(","))


async def of_findings(reader: Reader, findings: Sequence[FindingRecord]) -> dict[UUID, RunRecord]:
    """The run that first reported each finding, by the finding's id; where the reader may not see it, the latest of the text in force."""
    values = Values()
    source = visibility.edition_of("f.definition_id", reader, values)
    rows = await store.rows(
        f"SELECT f.id AS finding_id, {_COLUMNS} FROM findings f "
        f"JOIN validation_runs o ON o.id = f.opened_run_id JOIN LATERAL ({source}) d ON TRUE "
        f"JOIN validation_runs r ON r.id = CASE WHEN {visibility.run_predicate('o')} THEN o.id ELSE d.latest_run_id END "
        f"WHERE f.id = ANY({values.add([one.id for one in findings])}::uuid[])",
        *values.all,
    )
    return {row["finding_id"]: run_record(row) for row in rows}
