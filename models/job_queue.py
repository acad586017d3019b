"""Jobs as rows: listed for who started them, begun, moved on and ended in the transactions of their parts."""

from dataclasses import dataclass
from uuid import UUID

from models import store, value_filters
from models.job import Job
from models.kinds import JobKind, RunStatus
from models.paging import Key, Listing
from models.records import Json
from models.value_filters import IdFilter
from models.values import Values

NEWEST_FIRST = (Key("d.id", "uuid", is_descending=True),)
_COLUMNS = (
    "id", "kind", "glossary_id", "status", "done_count", "total_count", "started_by_id", "created_at", "finished_at",
    "failure_reason", "input", "is_sequential",
)  # fmt: skip
"""Without `report`, which may be long."""
COLUMNS = ", ".join(f"d.{name}" for name in _COLUMNS)


@dataclass(frozen=True, slots=True, kw_only=True)
class JobFilter:
    """Fields are combined with AND; null asks nothing."""

    kind: tuple[JobKind, ...] | None = None
    status: tuple[RunStatus, ...] | None = None
    glossary_id: IdFilter[UUID] | None = None


class LeaseLost(Exception):
    """What was held was taken over, or has ended; what this transaction did must not count."""


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
    """The job, without its report."""
    row = await store.row(f"SELECT {COLUMNS} FROM jobs d WHERE d.id = $1", job_id)
    return None if row is None else job(row)


async def add(new: Job) -> Job:
    """The job, waiting for workers; it needs at least one part to end."""
    await new.save(force_create=True)
    return new


async def begin(job_id: UUID) -> Job | None:
    """The job, running, when it was only queued before; null otherwise."""
    return await _changed("status = 'RUNNING'", "d.status = 'QUEUED'", job_id)


async def advance(job_id: UUID, done: int, report: list[Json]) -> Job:
    """The job with so much more done, locked until the transaction ends: progress is told in the order in which it is made.

    Raises:
        LeaseLost: the job has ended, for example because somebody canceled it.
    """
    moved = await _changed(
        "done_count = d.done_count + $2, report = d.report || $3", "d.status = 'RUNNING'", job_id, done, report
    )
    if moved is None:
        raise LeaseLost
    return moved


async def end(job_id: UUID) -> Job | None:
    """The job, ended, when nothing of it can go on; null otherwise. Its row must be locked by `advance` or `lock`.

    Its parts are counted in a statement of its own, so that what was committed while we waited for the lock is seen.
    """
    reason = "'parts that failed for good: ' || c.dead || '; see deadLetters'"
    row = await store.row(
        f"""WITH counted AS (
            SELECT count(*) FILTER (WHERE status IN ('WAITING', 'RUNNING')) AS open,
                count(*) FILTER (WHERE status = 'DEAD') AS dead FROM job_parts WHERE job_id = $1)
        UPDATE jobs d SET status = CASE c.dead WHEN 0 THEN 'SUCCEEDED' ELSE 'FAILED' END, finished_at = now(),
            failure_reason = CASE c.dead WHEN 0 THEN NULL ELSE {reason} END
        FROM counted c WHERE d.id = $1 AND d.status = 'RUNNING' AND (c.open = 0 OR (d.is_sequential AND c.dead > 0))
        RETURNING {COLUMNS}""",
        job_id,
    )
    return None if row is None else job(row)


async def lock(job_id: UUID) -> Job | None:
    """The job, locked until the transaction ends, while it runs; null when it does not."""
    row = await store.row(f"SELECT {COLUMNS} FROM jobs d WHERE d.id = $1 AND d.status = 'RUNNING' FOR UPDATE", job_id)
    return None if row is None else job(row)


async def resume(job_id: UUID) -> Job | None:
    """The job, running again after it failed; null when it did not fail."""
    return await _changed(
        "status = 'RUNNING', finished_at = NULL, failure_reason = NULL", "d.status = 'FAILED'", job_id
    )


async def cancel(job_id: UUID) -> tuple[Job, RunStatus] | None:
    """The job, canceled, and its status before; null when it had ended already.

    Parts that are being done meanwhile find that it has ended, and leave nothing behind.
    """
    row = await store.row(
        f"""WITH open AS (SELECT id, status FROM jobs WHERE id = $1 AND status IN ('QUEUED', 'RUNNING') FOR UPDATE)
        UPDATE jobs d SET status = 'CANCELED', finished_at = now()
        FROM open WHERE d.id = open.id RETURNING {COLUMNS}, open.status AS before""",
        job_id,
    )
    return None if row is None else (job(row), RunStatus(row["before"]))


async def report(job_id: UUID) -> list[Json]:
    """What the job has to say of every row, so far."""
    row = await store.row("SELECT report FROM jobs WHERE id = $1", job_id)
    return [] if row is None else row["report"]


async def _changed(change: str, where: str, job_id: UUID, *values: object) -> Job | None:
    row = await store.row(
        f"UPDATE jobs d SET {change} WHERE d.id = $1 AND {where} RETURNING {COLUMNS}", job_id, *values
    )
    return None if row is None else job(row)


def _conditions(asked: JobFilter, values: Values) -> list[str]:
    return [
        *value_filters.any_of("d.kind", asked.kind, values),
        *value_filters.any_of("d.status", asked.status, values),
        *(value_filters.id_conditions(asked.glossary_id, "d.glossary_id", values) if asked.glossary_id else []),
    ]
