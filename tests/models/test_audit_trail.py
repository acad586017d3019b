"""The audit trail and its seals."""

import asyncio

from models import audit_trail
from models import store as stores
from models.audit import AuditEntry, AuditSeal
from models.keys import uuid7
from tests import harness


def act(action: str = "definition.update") -> audit_trail.Act:
    return audit_trail.Act(
        actor_kind="SYSTEM",
        actor_id=None,
        action=action,
        subject_kind="Definition",
        subject_id=uuid7(),
        request_id="r1",
        changes=[{"path": ["term"], "before": "huur", "after": "pacht"}],
    )


async def recorded(*actions: str) -> None:
    async with stores.transaction():
        await audit_trail.record([act(action) for action in actions])


async def test_acts_are_kept_in_order(store: stores.Store) -> None:
    await recorded("a", "b", "c")

    assert [entry.action for entry in await AuditEntry.all().order_by("id")] == ["a", "b", "c"]


async def test_every_entry_gets_one_seal(store: stores.Store) -> None:
    await recorded("a", "b")

    assert await audit_trail.seal() == 2
    assert await audit_trail.seal() == 0
    assert [seal.seq for seal in await AuditSeal.all().order_by("seq")] == [1, 2]


async def test_untouched_chain_holds(store: stores.Store) -> None:
    await recorded("a", "b")
    await audit_trail.seal()
    await recorded("c")
    await audit_trail.seal()

    assert await audit_trail.first_broken_seal() is None


async def test_changed_entry_breaks_its_seal(store: stores.Store, owner_url: str) -> None:
    await recorded("a", "b", "c")
    await audit_trail.seal()
    await tampered(owner_url, "UPDATE audit_log SET action = 'forged' WHERE action = 'b'")

    assert await audit_trail.first_broken_seal() == 2


async def test_missing_entry_breaks_its_seal(store: stores.Store, owner_url: str) -> None:
    await recorded("a", "b", "c")
    await audit_trail.seal()
    await tampered(owner_url, "DELETE FROM audit_log WHERE action = 'c'")

    assert await audit_trail.first_broken_seal() == 3


async def test_entry_that_commits_late_is_sealed_too(store: stores.Store) -> None:
    late = uuid7()
    await recorded("early")
    await audit_trail.seal()
    await AuditEntry.create(
        id=late, actor_kind="SYSTEM", action="late", subject_kind="X", subject_id=late, request_id="r"
    )

    assert await audit_trail.seal() == 1
    assert await audit_trail.first_broken_seal() is None


async def test_concurrent_writers_do_not_wait_for_each_other(store: stores.Store) -> None:
    await asyncio.gather(*(recorded(f"{writer}") for writer in range(10)))

    assert await audit_trail.seal() == 10


async def test_entries_lie_in_the_partition_of_their_month(store: stores.Store) -> None:
    await recorded("a")

    rows = await stores.rows("SELECT tableoid::regclass::text AS name FROM audit_log")

    assert [row["name"].startswith("audit_log_2") for row in rows] == [True]


async def tampered(owner_url: str, statement: str) -> None:
    connection = await harness.connect(owner_url)
    await connection.execute("ALTER TABLE audit_log DISABLE TRIGGER audit_log_immutable")
    await connection.execute(statement)
    await connection.execute("ALTER TABLE audit_log ENABLE TRIGGER audit_log_immutable")
    await connection.close()
