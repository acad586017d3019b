"""The audit trail: entries commit with the act, seals follow within a second and chain them.

A chain made inside the transaction would make every writer wait for every other one (measured: 4 times slower).
"""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from uuid import UUID

from models import store
from models.keys import uuid7

_GENESIS = bytes(32)


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """What is to be recorded. `changes` holds `{"path": [str], "before": str | None, "after": str | None}`."""

    actor_kind: str
    actor_id: UUID | None
    action: str
    subject_kind: str
    subject_id: UUID
    request_id: str
    changes: Sequence[dict[str, object]] = field(default_factory=list)


def change(name: str, before: str | None, after: str | None) -> dict[str, object]:
    """What became of one field, as `Act.changes` and the changes of a version hold it."""
    return {"path": [name], "before": before, "after": after}


async def record(acts: Sequence[Act]) -> None:
    """The acts are on record, in the order given, once the current transaction commits."""
    sql = """
        INSERT INTO audit_log (id, actor_kind, actor_id, action, subject_kind, subject_id, changes, request_id)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
    """
    values = [
        (
            uuid7(),
            act.actor_kind,
            act.actor_id,
            act.action,
            act.subject_kind,
            act.subject_id,
            list(act.changes),
            act.request_id,
        )
        for act in acts
    ]
    if values:
        await store.run_many(sql, values)


async def seal(limit: int = 1000) -> int:
    """How many entries were sealed just now, in order of their keys. Only the leader of the relay calls this.

    Entries of slower transactions may carry keys below the last sealed one; an hour back is looked through again.
    """
    async with store.transaction():
        last = await store.row("SELECT seq, hash, audit_id FROM audit_seals ORDER BY seq DESC LIMIT 1")
        entries = await _unsealed(last["audit_id"] if last else None, limit)
        seq, chain = (last["seq"], bytes(last["hash"])) if last else (0, _GENESIS)
        seals: list[tuple[object, ...]] = []
        for entry in entries:
            seq, chain = seq + 1, _link(chain, entry)
            seals.append((seq, entry["id"], chain))
        if seals:
            await store.run_many("INSERT INTO audit_seals (seq, audit_id, hash) VALUES ($1, $2, $3)", seals)
    return len(seals)


async def first_broken_seal() -> int | None:
    """The number of the first seal that does not match its entry, or whose entry is gone; null when the chain holds."""
    chain, after = _GENESIS, 0
    while True:
        rows = await store.rows(
            "SELECT s.seq, s.hash, a.* FROM audit_seals s LEFT JOIN audit_log a ON a.id = s.audit_id WHERE s.seq > $1 ORDER BY s.seq LIMIT 1000",
            after,
        )
        for row in rows:
            if row["seq"] != after + 1 or row["id"] is None or bytes(row["hash"]) != _link(chain, row):
                return after + 1
            chain, after = bytes(row["hash"]), row["seq"]
        if not rows:
            return None


async def make_partitions() -> None:
    """Partitions exist for this and the next three months, and for the next two million events."""
    await store.row("SELECT begrip_make_audit_partitions(3), begrip_make_event_partitions(2)")


async def _unsealed(last_sealed: UUID | None, limit: int) -> list[store.Row]:
    # The 48 bits of milliseconds lead a UUIDv7, so an hour earlier is a smaller number in them.
    bound = UUID(int=max(last_sealed.int - (3_600_000 << 80), 0)) if last_sealed else UUID(int=0)
    return await store.rows(
        "SELECT a.* FROM audit_log a LEFT JOIN audit_seals s ON s.audit_id = a.id WHERE s.seq IS NULL AND a.id > $1 ORDER BY a.id LIMIT $2",
        bound,
        limit,
    )


def _link(previous: bytes, entry: store.Row) -> bytes:
    names = (
        "id",
        "occurred_at",
        "actor_kind",
        "actor_id",
        "action",
        "subject_kind",
        "subject_id",
        "changes",
        "request_id",
    )
    facts = [entry[name] if name == "changes" else str(entry[name]) for name in names]
    return hashlib.sha256(previous + json.dumps(facts, ensure_ascii=False, sort_keys=True).encode()).digest()
