"""Fixes as they are stored with findings, and whether they were made for the text that stands now."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from models import store
from rules.marks import Span, TextEdit


@dataclass(frozen=True, slots=True)
class StoredFix:
    """What a finding of one definition would mend. `is_current`: a run of the working text reported the finding."""

    edit: TextEdit | None
    is_open: bool
    is_current: bool


async def of_findings(definition_id: UUID, ids: Sequence[UUID]) -> dict[UUID, StoredFix]:
    """The fixes of those of the findings that are of this definition. One statement.

    A finding that a later run reports again keeps its row, so the latest run counts beside the one that opened it.
    """
    rows = await store.rows(
        """SELECT f.id, f.fix, f.resolved_run_id IS NULL AS is_open, d.text_hash IN (o.text_hash, l.text_hash) AS is_current
        FROM findings f JOIN definitions d ON d.id = f.definition_id JOIN validation_runs o ON o.id = f.opened_run_id
        LEFT JOIN validation_runs l ON l.id = d.latest_run_id WHERE f.definition_id = $1 AND f.id = ANY($2::uuid[])""",
        definition_id,
        list(ids),
    )
    return {row["id"]: StoredFix(_edit(row), row["is_open"], bool(row["is_current"])) for row in rows}


def _edit(row: store.Row) -> TextEdit | None:
    fix = row["fix"]
    return None if fix is None else TextEdit(Span(fix["start"], fix["end"]), fix["replacement"])
