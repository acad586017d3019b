"""Dead letters: seen by whoever runs the server, tried once more, given up."""

import asyncio
from collections.abc import Iterator
from datetime import timedelta
from uuid import UUID

import pytest

from auth.errors import Forbidden, Unauthenticated
from models import dead_letter_rows, outbox
from models.dead_letter_rows import DeadLetterFilter, NewLetter
from models.errors import NotFound
from models.keys import uuid7
from models.kinds import DeadGroup, DeadStatus, JobKind, Role, RunStatus
from models.store import Store, rows
from models.store import run as execute
from resolvers import bulk_validations, checking, dead_letters, job_work, jobs
from resolvers.errors import Conflict, LimitExceeded
from resolvers.paging import Slice
from tests.resolvers import validated

GOING = asyncio.Event()


@pytest.fixture
def broken(monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    with monkeypatch.context() as patch:
        patch.setattr(job_work, "BACKOFF", timedelta(0))
        patch.setattr(checking, "report_many", None)
        yield patch


async def buried() -> tuple[UUID, UUID]:
    """A job that failed, and its letter."""
    owner = await validated.glossary()
    await validated.definition(owner, "is a text etc.")
    job = (await bulk_validations.start(validated.as_system(), owner.id)).job
    while await job_work.work_one(GOING):
        pass
    (letter,) = await dead_letter_rows.open_ids()
    return job.id, letter


async def of_event() -> UUID:
    payload: dict[str, object] = {
        "event_id": str(uuid7()),
        "type": "X",
        "glossary_id": None,
        "subject_id": str(uuid7()),
        "data": {"a": 1},
    }
    letter = NewLetter(
        group=DeadGroup.EVENTS, kind="X", payload=payload, reason="unreadable", attempt_count=1, event_seq=7
    )
    key = await dead_letter_rows.add(letter)
    assert key is not None
    assert await dead_letter_rows.add(letter) is None
    return key


async def test_only_who_runs_the_server_sees_and_decides(store: Store) -> None:
    letter = await of_event()
    editor = validated.as_user(await validated.user(role=Role.EDITOR))

    for ctx, refusal in ((validated.anonymous(), Unauthenticated), (editor, Forbidden)):
        with pytest.raises(refusal):
            await dead_letters.page(ctx, Slice())
        with pytest.raises(refusal):
            await dead_letters.replay(ctx, [letter])
        with pytest.raises(refusal):
            await dead_letters.discard(ctx, [letter])
        assert await dead_letters.find(ctx, letter) is None
    assert await dead_letter_rows.open_ids() == [letter]
    assert await outbox.pending() == 0


async def test_a_replayed_part_makes_its_job_succeed(store: Store, broken: pytest.MonkeyPatch) -> None:
    job_id, letter = await buried()
    broken.undo()
    admin = await validated.user(role=Role.ADMIN)

    (replayed,) = await dead_letters.replay(validated.as_user(admin), [letter])
    resumed = await jobs.get(validated.as_system(), job_id)
    assert await job_work.work_one(GOING)

    assert (replayed.status, replayed.resolved_by_id) == (DeadStatus.REPLAYED, admin.id)
    assert resumed.status is RunStatus.RUNNING
    assert resumed.failure_reason is None
    job = await jobs.get(validated.as_system(), job_id)
    assert (job.status, job.done_count) == (RunStatus.SUCCEEDED, 1)
    told = await rows("SELECT data ->> 'after' AS after FROM outbox WHERE type = 'JobStatusChanged' ORDER BY id")
    assert [event["after"] for event in told] == ["QUEUED", "RUNNING", "FAILED", "RUNNING", "SUCCEEDED"]
    (entry,) = await rows("SELECT action FROM audit_log WHERE subject_kind = 'DeadLetter'")
    assert entry["action"] == "dead-letter.replay"


async def test_a_part_that_fails_again_is_buried_again(store: Store, broken: pytest.MonkeyPatch) -> None:
    _, letter = await buried()
    await dead_letters.replay(validated.as_system(), [letter])

    while await job_work.work_one(GOING):
        pass

    (again,) = await dead_letter_rows.open_ids()
    assert again != letter


async def test_a_discarded_letter_leaves_its_job_failed(store: Store, broken: pytest.MonkeyPatch) -> None:
    job_id, letter = await buried()

    (discarded,) = await dead_letters.discard(validated.as_system(), [letter])

    assert discarded.status is DeadStatus.DISCARDED
    assert (await jobs.get(validated.as_system(), job_id)).status is RunStatus.FAILED
    with pytest.raises(Conflict):
        await dead_letters.replay(validated.as_system(), [letter])


async def test_an_event_is_told_again_under_its_own_id(store: Store) -> None:
    letter = await of_event()

    await dead_letters.replay(validated.as_system(), [letter])

    ((event),) = await outbox.number()
    found = await dead_letter_rows.find(letter)
    assert found is not None
    assert (event.type, event.data, str(event.event_id)) == ("X", {"a": 1}, found.payload["event_id"])


async def test_all_or_none_are_decided_on(store: Store, broken: pytest.MonkeyPatch) -> None:
    job_id, letter = await buried()
    await execute("UPDATE jobs SET status = 'CANCELED' WHERE id = $1", job_id)
    other = await of_event()

    with pytest.raises(Conflict, match="its job was canceled"):
        await dead_letters.replay(validated.as_system(), [other, letter])
    with pytest.raises(NotFound):
        await dead_letters.discard(validated.as_system(), [other, uuid7()])
    with pytest.raises(LimitExceeded):
        await dead_letters.discard(validated.as_system(), [uuid7() for _ in range(101)])

    assert await dead_letter_rows.open_ids() == [letter, other]
    assert await outbox.number() is not None


async def test_letters_are_listed_newest_first_and_filtered(store: Store, broken: pytest.MonkeyPatch) -> None:
    _, first = await buried()
    second = await of_event()
    ctx = validated.as_system()

    everything = await dead_letters.page(ctx, Slice())
    of_jobs = await dead_letters.page(ctx, Slice(), DeadLetterFilter(group=(DeadGroup.JOBS,)))
    settled = await dead_letters.page(ctx, Slice(), DeadLetterFilter(status=(DeadStatus.DISCARDED,)))

    assert [edge.node.id for edge in everything.edges] == [second, first]
    assert [edge.node.id for edge in of_jobs.edges] == [first]
    assert settled.edges == []
    assert {row["kind"] for row in await rows("SELECT kind FROM jobs")} == {JobKind.BULK_VALIDATION}
