"""Parts of jobs: claimed by workers under a lease, done in the transaction of their effects, retried, buried."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from models import store
from models.job_queue import LeaseLost
from models.keys import uuid7
from models.kinds import PartAction
from models.records import Json

_NOW = timedelta(0)


@dataclass(frozen=True, slots=True)
class NewPart:
    """What a part does, with what, and how much the job has done more afterwards."""

    action: PartAction
    payload: Json
    size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A part that we hold. `attempt` proves it: whoever takes over counts one further."""

    part_id: UUID
    job_id: UUID
    number: int
    action: PartAction
    payload: Json
    size: int
    failures: int
    attempt: int


async def add(job_id: UUID, parts: Sequence[NewPart]) -> None:
    """The parts wait, numbered in the order given."""
    await store.run_many(
        "INSERT INTO job_parts (id, job_id, number, action, payload, size) VALUES ($1, $2, $3, $4, $5, $6)",
        [(uuid7(), job_id, place, part.action, part.payload, part.size) for place, part in enumerate(parts)],
    )


async def claim(
    lease: timedelta, *, part_id: UUID | None = None, job_id: UUID | None = None, unseen: timedelta = _NOW
) -> Claim | None:
    """A part that is due, or whose holder let the lease expire; null when there is none. Two callers never get the same.

    The first parts of all jobs come first, so that a small job does not wait for a large one. `unseen`: how long nobody
    must have cared for it. An expired lease counts as a failure: work that kills its worker must not go round for ever.
    """
    row = await store.row(
        f"""WITH next AS (
            SELECT p.id, p.status FROM job_parts p JOIN jobs j ON j.id = p.job_id
            WHERE {_READY} AND (p.sent_at IS NULL OR p.sent_at <= now() - $4::interval)
                AND ($2::uuid IS NULL OR p.id = $2) AND ($3::uuid IS NULL OR p.job_id = $3)
            ORDER BY p.number, p.job_id LIMIT 1 FOR UPDATE OF p SKIP LOCKED)
        UPDATE job_parts p SET status = 'RUNNING', attempt = p.attempt + 1, lease_until = now() + $1::interval,
            failures = p.failures + (next.status = 'RUNNING')::int
        FROM next WHERE p.id = next.id
        RETURNING p.id AS part_id, p.job_id, p.number, p.action, p.payload, p.size, p.failures, p.attempt""",
        lease,
        part_id,
        job_id,
        unseen,
    )
    return None if row is None else Claim(**{**row, "action": PartAction(row["action"])})


async def due(limit: int) -> list[UUID]:
    """At most `limit` parts that became due and that the group was not told of yet; now they count as told."""
    found = await store.rows(
        f"""UPDATE job_parts SET sent_at = now() WHERE id IN (
            SELECT p.id FROM job_parts p JOIN jobs j ON j.id = p.job_id
            WHERE p.status = 'WAITING' AND {_READY.replace("$4::interval", "interval '0'")} AND p.sent_at IS NULL
            ORDER BY p.number, p.job_id LIMIT $1 FOR UPDATE OF p SKIP LOCKED)
        RETURNING id, number""",
        limit,
    )
    return [row["id"] for row in sorted(found, key=lambda row: row["number"])]


async def extend(claim_: Claim, lease: timedelta) -> bool:
    """Whether the part is still ours; if so, for the length of the lease."""
    changed = await store.run(
        f"UPDATE job_parts SET lease_until = now() + $3::interval WHERE {_OURS}", *_proof(claim_), lease
    )
    return changed == 1


async def hold(claim_: Claim) -> None:
    """Nobody else can take the part until the transaction ends.

    Raises:
        LeaseLost: it is not ours any more.
    """
    if await store.row(f"SELECT 1 FROM job_parts WHERE {_OURS} FOR UPDATE", *_proof(claim_)) is None:
        raise LeaseLost


async def complete(claim_: Claim) -> None:
    """The part is done.

    Raises:
        LeaseLost: it is not ours any more.
    """
    await _leave(claim_, "status = 'DONE', lease_until = NULL")


async def put_off(claim_: Claim, wait: timedelta) -> None:
    """One failure more; nobody takes the part before `wait` has passed.

    Raises:
        LeaseLost: it is not ours any more.
    """
    await _leave(claim_, f"{_WAITS}, failures = failures + 1, due_at = now() + $3::interval", wait)


async def let_go(claim_: Claim) -> None:
    """Anybody may take the part at once; that is no failure.

    Raises:
        LeaseLost: it is not ours any more.
    """
    await _leave(claim_, f"{_WAITS}, due_at = now()")


async def bury(claim_: Claim) -> None:
    """Nobody takes the part any more until it is replayed.

    Raises:
        LeaseLost: it is not ours any more.
    """
    await _leave(claim_, "status = 'DEAD', lease_until = NULL, failures = failures + 1")


async def revive(job_id: UUID, number: int) -> bool:
    """Whether the dead part of this number waits again, as if it had never failed."""
    return (
        await store.run(
            f"UPDATE job_parts SET {_WAITS}, due_at = now(), failures = 0 WHERE job_id = $1 AND number = $2 AND status = 'DEAD'",
            job_id,
            number,
        )
        == 1
    )


async def payloads(job_id: UUID, first: int, count: int) -> list[Json]:
    """What the parts from this number on were given."""
    found = await store.rows(
        "SELECT payload FROM job_parts WHERE job_id = $1 AND number >= $2 AND number < $3 ORDER BY number",
        job_id,
        first,
        first + count,
    )
    return [row["payload"] for row in found]


async def waiting_seconds() -> float:
    """How long the part that is due longest has waited; 0 when none is due."""
    row = await store.row(
        f"""SELECT coalesce(extract(epoch FROM now() - min(p.due_at)), 0)::float8 AS age
        FROM job_parts p JOIN jobs j ON j.id = p.job_id WHERE p.status = 'WAITING' AND {_READY.replace("$4::interval", "interval '0'")}"""
    )
    return 0.0 if row is None else float(row["age"])


async def purge() -> int:
    """Parts of jobs that ended well, or were canceled, are gone; how many."""
    return await store.run(
        "DELETE FROM job_parts p USING jobs j WHERE j.id = p.job_id AND j.status IN ('SUCCEEDED', 'CANCELED')"
    )


_READY = """j.status IN ('QUEUED', 'RUNNING')
    AND ((p.status = 'WAITING' AND p.due_at <= now()) OR (p.status = 'RUNNING' AND p.lease_until <= now() - $4::interval))
    AND NOT (j.is_sequential AND EXISTS (
        SELECT 1 FROM job_parts e WHERE e.job_id = p.job_id AND e.number < p.number AND e.status <> 'DONE'))"""
_WAITS = "status = 'WAITING', lease_until = NULL, sent_at = NULL"
_OURS = "id = $1 AND attempt = $2 AND status = 'RUNNING'"


async def _leave(claim_: Claim, change: str, *values: object) -> None:
    if await store.run(f"UPDATE job_parts SET {change} WHERE {_OURS}", *_proof(claim_), *values) != 1:
        raise LeaseLost


def _proof(claim_: Claim) -> tuple[UUID, int]:
    return claim_.part_id, claim_.attempt
