"""What a validation run leaves behind: its own row, and the score of its definition.

Every statement takes any number of rows, so that a save of one text and of a hundred cost the same round trips.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from models import recordsets, store
from models.definition import Definition
from models.kinds import RunStatus
from models.records import Json, RunRecord
from models.validation_rows import RUN_COLUMNS, run_record
from rules.kit import Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class NewRun:
    """A run as it ends, or as it is queued."""

    id: UUID
    definition_id: UUID
    version_number: int
    text_hash: str
    profile_fingerprint: str
    status: RunStatus
    verdict: Verdict | None = None
    score: int | None = None
    rule_count: int = 0
    evaluated_rule_count: int = 0
    rule_codes: list[str] | None = None
    contributions: Sequence[Json] = ()
    started_by_id: UUID | None = None
    failure_reason: str | None = None
    is_web: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Standard:
    """The score that a definition has from now on; all three null when its text could not be checked.

    One that counts what was found across the glossary is for readers of working texts only.
    """

    definition_id: UUID
    version: int
    run_id: UUID | None
    score: int | None
    verdict: Verdict | None
    is_web: bool = False


def ended(run: RunRecord) -> datetime:
    """When the finished run ended."""
    assert run.finished_at is not None, "only finished runs settle"  # noqa: S101 - a law of the two statements below
    return run.finished_at


async def insert_runs(runs: Sequence[NewRun]) -> dict[UUID, RunRecord]:
    """The stored runs by id.

    The server's clock says when they ended, so that what happened to one definition is in the order of its row lock.
    """
    columns = "id, definition_id, version_number, text_hash, profile_fingerprint, status, verdict, score, rule_count, evaluated_rule_count, rule_codes, contributions, started_by_id, failure_reason, is_web"
    ended = "CASE WHEN r.status = 'QUEUED' THEN NULL ELSE statement_timestamp() END"
    rows = await store.rows(
        f"""INSERT INTO validation_runs ({columns}, attempts, queued_at, started_at, finished_at)
        SELECT {columns}, 0, statement_timestamp(), {ended}, {ended} FROM json_to_recordset($1::json) AS r (
            id uuid, definition_id uuid, version_number int, text_hash text, profile_fingerprint text, status text,
            verdict text, score smallint, rule_count int, evaluated_rule_count int, rule_codes jsonb,
            contributions jsonb, started_by_id uuid, failure_reason text, is_web boolean)
        RETURNING {RUN_COLUMNS}""",
        recordsets.all_of(runs),
    )
    return {row["id"]: run_record(row) for row in rows}


async def finish_run(run: NewRun) -> RunRecord | None:
    """The running run as it ended; null when it is no longer running."""
    row = await store.row(
        f"""UPDATE validation_runs SET version_number = $2, text_hash = $3, profile_fingerprint = $4, status = $5, verdict = $6,
            score = $7, rule_count = $8, evaluated_rule_count = $9, contributions = $10, failure_reason = $11,
            finished_at = statement_timestamp(), lease_until = NULL
        WHERE id = $1 AND status = 'RUNNING' RETURNING {RUN_COLUMNS}""",
        run.id,
        run.version_number,
        run.text_hash,
        run.profile_fingerprint,
        run.status,
        run.verdict,
        run.score,
        run.rule_count,
        run.evaluated_rule_count,
        list(run.contributions),
        run.failure_reason,
    )
    return run_record(row) if row else None


async def score_definitions(standards: Sequence[Standard]) -> None:
    """Working texts carry the score, and so do the texts in force that are of the same version."""
    values = recordsets.all_of(standards)
    recordset = "json_to_recordset($1::json) AS r (definition_id uuid, version int, run_id uuid, score smallint, verdict text, is_web boolean)"
    assignment = "latest_run_id = r.run_id, score = r.score, verdict = r.verdict"
    await store.run(f"UPDATE definitions AS d SET {assignment} FROM {recordset} WHERE d.id = r.definition_id", values)
    await store.run(
        f"UPDATE definitions_in_force AS d SET {assignment} FROM {recordset} WHERE d.definition_id = r.definition_id AND d.version = r.version AND NOT r.is_web",
        values,
    )


async def lock_definitions(definition_ids: Collection[UUID]) -> list[Definition]:
    """Those that still exist, locked in id order until the transaction ends."""
    return await Definition.filter(id__in=list(definition_ids)).order_by("id").select_for_update()


async def definition(definition_id: UUID) -> Definition:
    """The working row, not locked: who locks a run first and its definition then would meet whoever does the reverse."""
    return await Definition.get(id=definition_id)


async def definitions(definition_ids: Collection[UUID]) -> list[Definition]:
    """The working rows of those that still exist, not locked."""
    return await Definition.filter(id__in=list(definition_ids)).order_by("id")


async def drafts(definition_ids: Collection[UUID]) -> dict[UUID, UUID | None]:
    """The authors of those whose working text is not what is in force, by definition."""
    rows = await store.rows(
        "SELECT id, created_by_id FROM definitions WHERE id = ANY($1::uuid[]) AND status <> 'ESTABLISHED'",
        list(definition_ids),
    )
    return {row["id"]: row["created_by_id"] for row in rows}


async def adopt_score(definition_id: UUID) -> store.Row | None:
    """Run, score and verdict of the text in force, now those of the working text as well; null when nothing is in force."""
    return await store.row(
        """UPDATE definitions AS d SET latest_run_id = f.latest_run_id, score = f.score, verdict = f.verdict
        FROM definitions_in_force AS f WHERE f.definition_id = d.id AND d.id = $1
        RETURNING d.latest_run_id, d.score, d.verdict""",
        definition_id,
    )
