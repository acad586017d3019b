"""Changes of glossaries that wait for the upkeep: noted in the transaction of the change, claimed by one worker per glossary."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from models import store
from models.job_queue import LeaseLost
from models.keys import uuid7


@dataclass(frozen=True, slots=True)
class Change:
    """What one transaction changed in one glossary. With neither ids it asks to look whether the rules changed."""

    glossary_id: UUID
    definition_ids: frozenset[UUID] = frozenset()
    concept_ids: frozenset[UUID] = frozenset()
    """Concepts whose relations changed."""


@dataclass(frozen=True, slots=True)
class Lease:
    """A glossary that `holder` looks after. While `generation` is the same, nobody else did in between."""

    glossary_id: UUID
    holder: UUID
    generation: int


@dataclass(frozen=True, slots=True)
class Waiting:
    """What waits in one glossary. `ids` are the rows, to be deleted once they are dealt with."""

    ids: frozenset[UUID]
    definition_ids: frozenset[UUID]
    concept_ids: frozenset[UUID]


async def note(changes: Sequence[Change]) -> None:
    """The changes wait for the upkeep once this transaction commits."""
    if not changes:
        return
    rows = [
        {
            "id": str(uuid7()),
            "glossary_id": str(one.glossary_id),
            "definition_ids": [str(id_) for id_ in one.definition_ids],
            "concept_ids": [str(id_) for id_ in one.concept_ids],
        }
        for one in changes
    ]
    await store.run(
        """INSERT INTO glossary_changes (id, glossary_id, definition_ids, concept_ids)
        SELECT r.id, g.id, r.definition_ids, r.concept_ids FROM json_to_recordset($1::json) AS r (
            id uuid, glossary_id uuid, definition_ids uuid[], concept_ids uuid[]) JOIN glossaries g ON g.id = r.glossary_id""",
        rows,
    )


async def claim(holder: UUID, lease: timedelta, *, busy: Collection[UUID] = ()) -> Lease | None:
    """The glossary that has waited longest and that nobody else looks after, now ours; null when there is none.

    One that an import is filling waits for its end: each chunk would be looked at several times.
    """
    row = await store.row(
        """WITH next AS (
            SELECT c.glossary_id FROM glossary_changes c LEFT JOIN glossary_upkeep u ON u.glossary_id = c.glossary_id
            WHERE c.glossary_id <> ALL($3::uuid[])
                AND (u.holder IS NULL OR u.holder = $1 OR u.lease_until <= now())
                AND NOT EXISTS (SELECT 1 FROM jobs j JOIN job_parts p ON p.job_id = j.id
                    WHERE j.glossary_id = c.glossary_id AND j.kind = 'IMPORT' AND j.status = 'RUNNING' AND p.lease_until > now())
            ORDER BY c.created_at LIMIT 1)
        INSERT INTO glossary_upkeep AS u (glossary_id, holder, generation, lease_until)
        SELECT glossary_id, $1, 1, now() + $2::interval FROM next
        ON CONFLICT (glossary_id) DO UPDATE SET holder = $1, lease_until = EXCLUDED.lease_until,
            generation = u.generation + CASE WHEN u.holder = $1 THEN 0 ELSE 1 END
        WHERE u.holder IS NULL OR u.holder = $1 OR u.lease_until <= now()
        RETURNING glossary_id, generation""",
        holder,
        lease,
        list(busy),
    )
    return None if row is None else Lease(row["glossary_id"], holder, row["generation"])


async def hold(held: Lease, lease: timedelta) -> None:
    """The glossary is ours for another `lease`, and locked until the transaction ends.

    Raises:
        LeaseLost: somebody else looks after it by now.
    """
    row = await store.row(
        """UPDATE glossary_upkeep SET lease_until = now() + $4::interval
        WHERE glossary_id = $1 AND holder = $2 AND generation = $3 RETURNING glossary_id""",
        held.glossary_id,
        held.holder,
        held.generation,
        lease,
    )
    if row is None:
        raise LeaseLost


async def release(holder: UUID) -> None:
    """Others need not wait for the leases of this holder to end; what it knows is still good if it comes back first."""
    await store.run("UPDATE glossary_upkeep SET lease_until = now() WHERE holder = $1", holder)


async def waiting(glossary_id: UUID) -> Waiting:
    """Everything that waits in the glossary now."""
    rows = await store.rows(
        "SELECT id, definition_ids, concept_ids FROM glossary_changes WHERE glossary_id = $1", glossary_id
    )
    return Waiting(
        frozenset(row["id"] for row in rows),
        frozenset(id_ for row in rows for id_ in row["definition_ids"]),
        frozenset(id_ for row in rows for id_ in row["concept_ids"]),
    )


async def done(held: Lease, ids: Collection[UUID], lease: timedelta) -> None:
    """These rows wait no longer, and the glossary is ours for another `lease`.

    Raises:
        LeaseLost: somebody else looks after it by now.
    """
    async with store.transaction():
        await hold(held, lease)
        await store.run("DELETE FROM glossary_changes WHERE id = ANY($1::uuid[])", list(ids))


async def put_off(held: Lease, wait: timedelta) -> None:
    """Nobody looks before `wait` has passed; nothing happens when it is no longer ours."""
    await store.run(
        """UPDATE glossary_upkeep SET holder = $4, generation = generation + 1, lease_until = now() + $5::interval
        WHERE glossary_id = $1 AND holder = $2 AND generation = $3""",
        held.glossary_id,
        held.holder,
        held.generation,
        uuid7(),
        wait,
    )
