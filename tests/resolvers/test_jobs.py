"""Jobs followed, canceled, carried out and taken over; bulk validation."""

import asyncio
from datetime import timedelta
from uuid import uuid4

import pytest

from auth.errors import Unauthenticated
from models import job_parts, job_queue
from models.definition import Definition
from models.definition_filters import DefinitionFilter
from models.errors import NotFound
from models.glossary import Glossary
from models.job_queue import JobFilter, LeaseLost
from models.kinds import DefinitionStatus, JobKind, Role, RunStatus
from models.store import Store, rows
from models.store import run as execute
from models.value_filters import IdFilter
from resolvers import bulk_validations, checking, job_work, jobs
from resolvers.context import Context
from resolvers.errors import Conflict
from resolvers.paging import Slice
from tests.resolvers import validated

GOING = asyncio.Event()


async def finished(count: int = 1) -> None:
    for _ in range(count):
        assert await job_work.work_one(GOING)


async def test_anonymous_callers_start_no_job(store: Store) -> None:
    owner = await validated.glossary()

    with pytest.raises(Unauthenticated):
        await bulk_validations.start(validated.anonymous(), owner.id)

    assert await rows("SELECT 1 FROM jobs") == []


async def test_bulk_validation_gives_every_definition_one_run(store: Store) -> None:
    owner = await validated.glossary()
    made = [await validated.definition(owner, f"is a text {place} etc.") for place in range(3)]
    started = await bulk_validations.start(validated.as_system(), owner.id)

    await finished()

    job = await jobs.get(validated.as_system(), started.job.id)
    runs = await rows("SELECT definition_id, status FROM validation_runs ORDER BY definition_id")
    assert (job.status, job.done_count, job.total_count) == (RunStatus.SUCCEEDED, 3, 3)
    assert [(run["definition_id"], run["status"]) for run in runs] == [
        (row.id, "SUCCEEDED") for row in sorted(made, key=lambda row: row.id)
    ]
    told = await rows("SELECT type, data ->> 'after' AS after FROM outbox WHERE type LIKE 'Job%' ORDER BY id")
    assert [(event["type"], event["after"]) for event in told] == [
        ("JobStatusChanged", "QUEUED"),
        ("JobStatusChanged", "RUNNING"),
        ("JobProgressed", None),
        ("JobStatusChanged", "SUCCEEDED"),
    ]
    assert not await job_work.work_one(GOING)


async def test_bulk_validation_of_nothing_succeeds(store: Store) -> None:
    owner = await validated.glossary()
    started = await bulk_validations.start(validated.as_system(), owner.id)

    await finished()

    assert (await jobs.get(validated.as_system(), started.job.id)).status is RunStatus.SUCCEEDED


async def test_a_filter_chooses_what_is_validated(store: Store) -> None:
    owner = await validated.glossary()
    wanted, _ = await validated.definition(owner, "one"), await validated.definition(owner, "two")

    await bulk_validations.start(validated.as_system(), owner.id, filter_=DefinitionFilter(id=IdFilter(eq=wanted.id)))
    await finished()

    assert [run["definition_id"] for run in await rows("SELECT definition_id FROM validation_runs")] == [wanted.id]


async def test_users_validate_what_they_read_and_archived_texts_are_left_out(store: Store) -> None:
    owner = await validated.glossary()
    author = await validated.user()
    own = await validated.definition(owner, "own", author=author)
    await validated.definition(owner, "draft of somebody else")
    archived = await validated.definition(owner, "archived", author=author)
    await Definition.filter(id=archived.id).update(status=DefinitionStatus.ARCHIVED)
    in_force = await validated.definition(owner, "in force")
    await validated.established(in_force)

    started = await bulk_validations.start(validated.as_user(author), owner.id)
    await finished()

    checked = {run["definition_id"] for run in await rows("SELECT definition_id FROM validation_runs")}
    assert checked == {own.id, in_force.id}
    assert started.job.started_by_id == author.id


async def test_the_same_key_is_the_same_job(store: Store) -> None:
    owner = await validated.glossary()
    ctx = validated.as_user(await validated.user(role=Role.EDITOR))
    first = await bulk_validations.start(ctx, owner.id, idempotency_key="k")

    again = await bulk_validations.start(ctx, owner.id, idempotency_key="k")

    assert (again.job.id, again.position) == (first.job.id, first.position)
    assert len(await rows("SELECT 1 FROM jobs")) == 1


async def test_a_takeover_after_a_crash_repeats_nothing(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bulk_validations, "CHUNK", 2)
    owner = await validated.glossary()
    for place in range(5):
        await validated.definition(owner, f"is a text {place} etc.")
    started = await bulk_validations.start(validated.as_system(), owner.id)
    dead = await job_work.claimed()
    assert dead is not None
    await execute("UPDATE job_parts SET lease_until = now() - interval '1 second' WHERE status = 'RUNNING'")

    await finished(3)
    await job_work.carry_out(dead, GOING)

    runs = await rows("SELECT count(*) AS runs, count(DISTINCT definition_id) AS texts FROM validation_runs")
    assert (runs[0]["runs"], runs[0]["texts"]) == (5, 5)
    job = await jobs.get(validated.as_system(), started.job.id)
    assert (job.status, job.done_count) == (RunStatus.SUCCEEDED, 5)


async def test_parts_shared_by_many_are_done_once_and_progress_only_grows(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bulk_validations, "CHUNK", 1)
    owner = await validated.glossary()
    for place in range(12):
        await validated.definition(owner, f"is a text {place} etc.")
    await bulk_validations.start(validated.as_system(), owner.id)

    await asyncio.gather(*(finished(3) for _ in range(4)))

    told = await rows("SELECT data FROM outbox WHERE type LIKE 'Job%' ORDER BY id")
    done = [event["data"]["done_count"] for event in told if "done_count" in event["data"]]
    assert done == list(range(1, 13))
    assert told[-1]["data"]["after"] == "SUCCEEDED"
    assert len(await rows("SELECT 1 FROM validation_runs")) == 12


async def test_a_text_saved_meanwhile_is_passed_over(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    owner = await validated.glossary()
    row = await validated.definition(owner, "is a text etc.")
    await bulk_validations.start(validated.as_system(), owner.id)
    report_many = checking.report_many

    async def overtaken(*given: object) -> object:
        reports = await report_many(*given)  # type: ignore[arg-type]
        await validated.saved(row, owner, validated.report(score=12))
        return reports

    monkeypatch.setattr(checking, "report_many", overtaken)
    await finished()

    assert (await Definition.get(id=row.id)).score == 12
    assert len(await rows("SELECT 1 FROM validation_runs")) == 1


async def test_a_poison_part_is_buried_and_the_others_are_done(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bulk_validations, "CHUNK", 1)
    monkeypatch.setattr(job_work, "BACKOFF", timedelta(0))
    owner = await validated.glossary()
    poison, sound = await validated.definition(owner, "poison"), await validated.definition(owner, "sound")
    started = await bulk_validations.start(validated.as_system(), owner.id)
    report_many = checking.report_many

    async def broken(texts: list[Definition], glossary: Glossary) -> object:
        if any(row.id == poison.id for row in texts):
            raise ZeroDivisionError("poison")
        return await report_many(texts, glossary)

    monkeypatch.setattr(checking, "report_many", broken)
    await finished(7)

    job = await jobs.get(validated.as_system(), started.job.id)
    (letter,) = await rows("SELECT consumer_group, kind, payload, reason, attempt_count, status FROM dead_letters")
    assert (job.status, job.done_count) == (RunStatus.FAILED, 1)
    assert job.failure_reason == "parts that failed for good: 1; see deadLetters"
    assert dict(letter) == {
        "consumer_group": "JOBS",
        "kind": "VALIDATE",
        "payload": {"ids": [str(poison.id)]},
        "reason": "ZeroDivisionError: poison",
        "attempt_count": 1 + job_work.MOST_RETRIES,
        "status": "OPEN",
    }
    assert [run["definition_id"] for run in await rows("SELECT definition_id FROM validation_runs")] == [sound.id]
    assert not await job_work.work_one(GOING)


async def test_a_part_that_kills_its_workers_is_buried_too(store: Store) -> None:
    owner = await validated.glossary()
    await bulk_validations.start(validated.as_system(), owner.id)
    for _ in range(1 + job_work.MOST_RETRIES):
        assert await job_work.claimed() is not None
        await execute("UPDATE job_parts SET lease_until = now() - interval '1 second'")

    await finished()

    (letter,) = await rows("SELECT reason FROM dead_letters")
    assert letter["reason"] == "every worker that took this part ended without a word"
    assert [job["status"] for job in await rows("SELECT status FROM jobs")] == ["FAILED"]


async def test_waits_between_attempts_grow_and_differ() -> None:
    waits = [[job_work.backoff(failures).total_seconds() for _ in range(50)] for failures in range(5)]

    assert [(min(some) >= 2**n / 2, max(some) <= 2**n) for n, some in enumerate(waits)] == [(True, True)] * 5
    assert all(len(set(some)) > 1 for some in waits)


async def test_a_part_that_failed_waits_before_it_is_taken_again(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    owner = await validated.glossary()
    await validated.definition(owner)
    await bulk_validations.start(validated.as_system(), owner.id)
    monkeypatch.setattr(checking, "report_many", None)

    await finished()

    (part,) = await rows(
        "SELECT status, failures, due_at > now() AND due_at < now() + interval '1 second' AS is_later FROM job_parts"
    )
    assert dict(part) == {"status": "WAITING", "failures": 1, "is_later": True}
    assert not await job_work.work_one(GOING)


async def test_a_part_told_to_stop_is_let_go_unharmed(store: Store) -> None:
    owner = await validated.glossary()
    await validated.definition(owner)
    started = await bulk_validations.start(validated.as_system(), owner.id)
    stopping = asyncio.Event()
    stopping.set()

    assert await job_work.work_one(stopping)
    claim = await job_work.claimed()

    assert claim is not None
    assert (claim.job_id, claim.failures) == (started.job.id, 0)


async def test_a_job_that_nobody_began_is_canceled_at_once(store: Store) -> None:
    owner = await validated.glossary()
    started = await bulk_validations.start(validated.as_system(), owner.id)

    canceled = await jobs.cancel(validated.as_system(), started.job.id)

    assert canceled.status is RunStatus.CANCELED
    assert canceled.finished_at is not None
    assert (await jobs.cancel(validated.as_system(), started.job.id)).status is RunStatus.CANCELED
    assert not await job_work.work_one(GOING)


async def test_a_running_job_is_canceled_at_once_and_its_worker_leaves_nothing(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    owner = await validated.glossary()
    await validated.definition(owner)
    started = await bulk_validations.start(validated.as_system(), owner.id)
    claim = await job_work.claimed()
    assert claim is not None
    report_many = checking.report_many

    async def canceled_meanwhile(*given: object) -> object:
        await jobs.cancel(validated.as_system(), started.job.id)
        return await report_many(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(checking, "report_many", canceled_meanwhile)
    await job_work.carry_out(claim, GOING)

    assert (await jobs.get(validated.as_system(), started.job.id)).status is RunStatus.CANCELED
    assert await rows("SELECT 1 FROM validation_runs") == []
    told = await rows("SELECT data ->> 'after' AS after FROM outbox WHERE type LIKE 'Job%' ORDER BY id")
    assert [event["after"] for event in told] == ["QUEUED", "RUNNING", "CANCELED"]
    assert not await job_work.work_one(GOING)


async def test_an_ended_job_cannot_be_canceled(store: Store) -> None:
    owner = await validated.glossary()
    started = await bulk_validations.start(validated.as_system(), owner.id)
    await finished()

    with pytest.raises(Conflict):
        await jobs.cancel(validated.as_system(), started.job.id)


async def test_jobs_belong_to_whoever_started_them(store: Store) -> None:
    owner = await validated.glossary()
    ann, bob = await validated.user(), await validated.user("bob@example.org")
    admin = await validated.user("admin@example.org", Role.ADMIN)
    started = await bulk_validations.start(validated.as_user(ann), owner.id)

    with pytest.raises(NotFound):
        await jobs.get(validated.as_user(bob), started.job.id)
    with pytest.raises(NotFound):
        await jobs.cancel(validated.as_user(bob), started.job.id)
    with pytest.raises(Unauthenticated):
        await jobs.cancel(validated.anonymous(), started.job.id)
    assert (await jobs.get(validated.as_user(admin), started.job.id)).id == started.job.id
    assert await jobs.find(validated.as_user(admin), uuid4()) is None


async def test_jobs_are_listed_newest_first_and_filtered(store: Store) -> None:
    owner, other = await validated.glossary(), await validated.glossary("other")
    ann = await validated.user()
    first = (await bulk_validations.start(validated.as_user(ann), owner.id)).job
    second = (await bulk_validations.start(validated.as_user(ann), other.id)).job
    foreign = (await bulk_validations.start(validated.as_system(), owner.id)).job

    async def found(ctx: Context, filter_: JobFilter | None = None) -> list[object]:
        return [edge.node.id for edge in (await jobs.page(ctx, Slice(), filter_)).edges]

    assert await found(validated.as_user(ann)) == [second.id, first.id]
    assert await found(validated.as_system()) == [foreign.id, second.id, first.id]
    assert await found(validated.anonymous()) == []
    assert await found(validated.as_user(ann), JobFilter(glossary_id=IdFilter(eq=owner.id))) == [first.id]
    assert await found(validated.as_user(ann), JobFilter(kind=(JobKind.IMPORT,), status=(RunStatus.QUEUED,))) == []


async def test_two_workers_never_take_the_same_part(store: Store) -> None:
    owner = await validated.glossary()
    for _ in range(3):
        await bulk_validations.start(validated.as_system(), owner.id)

    claims = await asyncio.gather(*(job_work.claimed() for _ in range(6)))

    taken = [claim.part_id for claim in claims if claim]
    assert len(taken) == len(set(taken)) == 3


async def test_whoever_lost_the_lease_changes_nothing(store: Store) -> None:
    owner = await validated.glossary()
    await bulk_validations.start(validated.as_system(), owner.id)
    lost = await job_work.claimed()
    assert lost is not None
    await execute("UPDATE job_parts SET lease_until = now() - interval '1 second'")
    await job_work.claimed()

    assert not await job_parts.extend(lost, job_work.LEASE)
    with pytest.raises(LeaseLost):
        await job_parts.hold(lost)
    with pytest.raises(LeaseLost):
        await job_parts.complete(lost)
    await job_work.carry_out(lost, GOING)

    job = await job_queue.find(lost.job_id)
    assert job is not None
    assert (job.status, job.done_count) == (RunStatus.RUNNING, 0)


async def test_a_small_job_does_not_wait_for_a_large_one(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bulk_validations, "CHUNK", 1)
    owner, other = await validated.glossary(), await validated.glossary("other")
    for place in range(5):
        await validated.definition(owner, f"is a text {place} etc.")
    await bulk_validations.start(validated.as_system(), owner.id)
    small = await bulk_validations.start(validated.as_system(), other.id)

    await finished(2)

    assert (await jobs.get(validated.as_system(), small.job.id)).status is RunStatus.SUCCEEDED
