"""Single validation runs that wait for a worker, or that one holds under a lease."""

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from models import store
from models.definition import DefinitionVersion
from models.kinds import RunStatus
from models.records import RunRecord
from models.validation_rows import RUN_COLUMNS, run_record

MOST_ATTEMPTS = 5
_RUN = ", ".join(f"r.{name}" for name in RUN_COLUMNS.split(", "))


@dataclass(frozen=True, slots=True)
class Claim:
    """A run that we hold. `attempt` proves it: whoever takes over counts one further."""

    run: RunRecord
    before: RunStatus
    attempt: int
    codes: list[str] | None

    @property
    def is_exhausted(self) -> bool:
        """Whether it was tried often enough."""
        return self.attempt > MOST_ATTEMPTS


async def claim(lease: timedelta) -> Claim | None:
    """The oldest run that waits, or whose holder let the lease expire; null when there is none. Two callers never get the same."""
    row = await store.row(
        f"""WITH next AS (
            SELECT id, status FROM validation_runs
            WHERE status = 'QUEUED' OR (status = 'RUNNING' AND lease_until <= now())
            ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED)
        UPDATE validation_runs r SET status = 'RUNNING', attempts = r.attempts + 1, lease_until = now() + $1::interval,
            started_at = coalesce(r.started_at, now())
        FROM next WHERE r.id = next.id RETURNING {_RUN}, next.status AS before, r.attempts, r.rule_codes""",
        lease,
    )
    if row is None:
        return None
    return Claim(run_record(row), RunStatus(row["before"]), row["attempts"], row["rule_codes"])


async def holds(claim_: Claim) -> bool:
    """Whether the run is still ours, and locked until the transaction ends."""
    row = await store.row(
        "SELECT 1 FROM validation_runs WHERE id = $1 AND status = 'RUNNING' AND attempts = $2 FOR UPDATE",
        claim_.run.id,
        claim_.attempt,
    )
    return row is not None


async def put_back(claim_: Claim, wait: timedelta) -> None:
    """Nobody takes the run before `wait` has passed; nothing happens when it is no longer ours."""
    await store.run(
        "UPDATE validation_runs SET lease_until = now() + $3::interval WHERE id = $1 AND status = 'RUNNING' AND attempts = $2",
        claim_.run.id,
        claim_.attempt,
        wait,
    )


async def cancel(run_id: UUID) -> tuple[RunRecord, RunStatus] | None:
    """The run, canceled, and its status before; null when it had ended already."""
    row = await store.row(
        f"""WITH open AS (SELECT id, status FROM validation_runs WHERE id = $1 AND status IN ('QUEUED', 'RUNNING') FOR UPDATE)
        UPDATE validation_runs r SET status = 'CANCELED', finished_at = statement_timestamp(), lease_until = NULL
        FROM open WHERE r.id = open.id RETURNING {_RUN}, open.status AS before""",
        run_id,
    )
    return None if row is None else (run_record(row), RunStatus(row["before"]))


async def content(run: RunRecord) -> DefinitionVersion | None:
    """The version that the run is to check; null when its definition is gone."""
    return await DefinitionVersion.get_or_none(definition_id=run.definition_id, number=run.version_number)
