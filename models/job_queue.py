"""Jobs: listed for who started them, claimed by workers under a lease, moved on in the transactions of their effects."""

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from models import store, value_filters
from models.job import Job
from models.kinds import JobKind, RunStatus
from models.paging import Key, Listing
from models.records import Json
from models.value_filters import IdFilter
from models.values import Values

MOST_FAILURES = 5
NEWEST_FIRST = (Key("d.id", "uuid", is_descending=True),)
_COLUMNS = (
    "id", "kind", "glossary_id", "status", "done_count", "total_count", "started_by_id", "created_at", "finished_at",
    "failure_reason", "progress", "attempts", "lease_until", "is_cancel_requested",
)  # fmt: skip
"""Without `input` and `report`, which may hold a whole file."""
COLUMNS = ", ".join(f"d.{name}" for name in _COLUMNS)


@dataclass(frozen=True, slots=True, kw_only=True)
class JobFilter:
    """Fields are combined with AND; null asks nothing."""

    kind: tuple[JobKind, ...] | None = None
    status: tuple[RunStatus, ...] | None = None
    glossary_id: IdFilter[UUID] | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """A job that we hold. `attempt` proves it: whoever takes over counts one further."""

    job: Job
    before: RunStatus
    attempt: int


class LeaseLost(Exception):
    """The job was taken over, or has ended; what this transaction did must not count."""


def job(row: store.Row) -> Job:
    """The job in a row of `COLUMNS`."""
    kinds = {"kind": JobKind(row["kind"]), "status": RunStatus(row["status"])}
    return Job.construct(_saved_in_db=True, **{name: row[name] for name in _COLUMNS} | kinds)


def listing(started_by: UUID | None, filter_: JobFilter | None, *, is_everyones: bool) -> Listing:
    """Jobs, newest first: everyone's, or those that one person started."""
    values = Values()
    own = "TRUE" if is_everyones else f"d.started_by_id = {values.add(started_by)}::uuid"
    asked = [] if filter_ is None else _conditions(filter_, values)
    return Listing(("SELECT * FROM jobs",), NEWEST_FIRST, values, " AND ".join([own, *asked]), COLUMNS)


async def find(job_id: UUID) -> Job | None:
    """The job, without input and report."""
    row = await store.row(f"SELECT {COLUMNS} FROM jobs d WHERE d.id = $1", job_id)
    return None if row is None else job(row)


async def add(new: Job) -> Job:
    """The job, waiting for a worker, or held already when it says so."""
    await new.save(force_create=True)
    return new


async def given(job_id: UUID) -> Json:
    """What the job was given to do."""
    row = await store.row("SELECT input FROM jobs WHERE id = $1", job_id)
    return {} if row is None else row["input"]


async def claim(lease: timedelta, job_id: UUID | None = None) -> Claim | None:
    """The oldest job that waits, or whose holder let the lease expire, or this one; null when there is none.

    Two callers never get the same.

    An expired lease counts as a failure: work that kills its worker must not go round for ever.
    """
    row = await store.row(
        f"""WITH next AS (
            SELECT id, status FROM jobs WHERE (status = 'QUEUED' OR (status = 'RUNNING' AND lease_until <= now()))
                AND ($2::uuid IS NULL OR id = $2)
            ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED)
        UPDATE jobs d SET status = 'RUNNING', attempts = d.attempts + 1, lease_until = now() + $1::interval, progress =
            d.progress || jsonb_build_object('failures', coalesce((d.progress ->> 'failures')::int, 0) + (next.status = 'RUNNING')::int)
        FROM next WHERE d.id = next.id RETURNING {COLUMNS}, next.status AS before""",
        lease,
        job_id,
    )
    return None if row is None else Claim(job(row), RunStatus(row["before"]), row["attempts"])


async def extend(claim_: Claim, lease: timedelta) -> bool:
    """Whether the job is still ours; if so, for the length of the lease."""
    return (
        await store.run(f"UPDATE jobs SET lease_until = now() + $3::interval WHERE {_OURS}", *_proof(claim_), lease)
        == 1
    )


async def hold(claim_: Claim) -> Job:
    """The job as it stands, locked until the transaction ends.

    Raises:
        LeaseLost: it is not ours any more.
    """
    row = await store.row(f"SELECT {COLUMNS} FROM jobs d WHERE {_OURS} FOR UPDATE", *_proof(claim_))
    if row is None:
        raise LeaseLost
    return job(row)


async def advance(claim_: Claim, *, done: int, progress: Json, report: list[Json], total: int | None = None) -> None:
    """More is done, and the next holder goes on from `progress`; failures so far are forgiven.

    Raises:
        LeaseLost: it is not ours any more.
    """
    changed = await store.run(
        f"""UPDATE jobs SET done_count = $3, progress = $4, report = report || $5, total_count = coalesce($6, total_count)
        WHERE {_OURS}""",
        *_proof(claim_),
        done,
        progress | {"failures": 0},
        report,
        total,
    )
    if changed != 1:
        raise LeaseLost


async def finish(claim_: Claim, status: RunStatus, reason: str | None = None) -> Job:
    """The job, ended.

    Raises:
        LeaseLost: it is not ours any more.
    """
    row = await store.row(
        f"""UPDATE jobs d SET status = $3, failure_reason = $4, finished_at = now(), lease_until = NULL
        WHERE {_OURS} RETURNING {COLUMNS}""",
        *_proof(claim_),
        status,
        reason,
    )
    if row is None:
        raise LeaseLost
    return job(row)


async def put_off(claim_: Claim, wait: timedelta) -> None:
    """Nobody takes the job before `wait` has passed; the claim after that counts a failure."""
    await store.run(f"UPDATE jobs SET lease_until = now() + $3::interval WHERE {_OURS}", *_proof(claim_), wait)


async def let_go(claim_: Claim) -> None:
    """Anybody may go on at once. The takeover counts one failure, which this is not: so one is taken off."""
    await store.run(
        f"""UPDATE jobs SET lease_until = now(), progress = progress
            || jsonb_build_object('failures', coalesce((progress ->> 'failures')::int, 0) - 1) WHERE {_OURS}""",
        *_proof(claim_),
    )


async def cancel(job_id: UUID) -> tuple[Job, RunStatus] | None:
    """The job and its status before: canceled when nobody had begun, else asked to end; null when it had ended already."""
    row = await store.row(
        f"""WITH open AS (SELECT id, status FROM jobs WHERE id = $1 AND status IN ('QUEUED', 'RUNNING') FOR UPDATE)
        UPDATE jobs d SET is_cancel_requested = TRUE, status = CASE open.status WHEN 'QUEUED' THEN 'CANCELED' ELSE d.status END,
            finished_at = CASE open.status WHEN 'QUEUED' THEN now() END
        FROM open WHERE d.id = open.id RETURNING {COLUMNS}, open.status AS before""",
        job_id,
    )
    return None if row is None else (job(row), RunStatus(row["before"]))


async def report(job_id: UUID) -> list[Json]:
    """What the job has to say of every row, so far."""
    row = await store.row("SELECT report FROM jobs WHERE id = $1", job_id)
    return [] if row is None else row["report"]


_OURS = "id = $1 AND attempts = $2 AND status = 'RUNNING'"


def _proof(claim_: Claim) -> tuple[UUID, int]:
    return claim_.job.id, claim_.attempt


def _conditions(asked: JobFilter, values: Values) -> list[str]:
    return [
        *value_filters.any_of("d.kind", asked.kind, values),
        *value_filters.any_of("d.status", asked.status, values),
        *(value_filters.id_conditions(asked.glossary_id, "d.glossary_id", values) if asked.glossary_id else []),
    ]
