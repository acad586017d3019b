"""Runs started, carried out, canceled and read; findings as each reader sees them."""

import asyncio
from uuid import uuid4

import pytest

from auth.errors import Forbidden, Unauthenticated
from models import outbox, run_queue
from models.definition import Definition, DefinitionInForce
from models.errors import NotFound
from models.kinds import Role, RunStatus
from models.records import RunRecord
from models.store import Row, Store, rows
from models.store import run as execute
from models.validation_reads import FindingFilter, RunFilter
from models.value_filters import IdFilter, IntFilter
from resolvers import checking, definitions, glossaries, run_work, validations
from resolvers.context import Context
from resolvers.errors import Conflict, IdempotencyKeyReused, InvalidInput
from resolvers.paging import Slice
from rules.kit import Severity
from rules.marks import Report
from tests.resolvers import validated
from tests.resolvers.validated import finding, report

BAD = "is a house etc."


async def told() -> list[Row]:
    return await rows("SELECT type, data FROM outbox ORDER BY id")


async def names() -> list[str]:
    return [row["type"] for row in await told()]


async def test_anonymous_callers_start_nothing(store: Store) -> None:
    owner = await validated.glossary()
    row = await validated.definition(owner)

    with pytest.raises(Unauthenticated):
        await validations.start(validated.anonymous(), row.id)

    assert await told() == []


async def test_a_started_run_waits_and_is_told(store: Store) -> None:
    owner = await validated.glossary()
    row = await validated.definition(owner, BAD)

    started = await validations.start(validated.as_system(), row.id)

    assert (started.run.status, started.run.version_number, started.position) == (
        RunStatus.QUEUED,
        1,
        (await outbox.head()).seq,
    )
    (event,) = await told()
    assert (event["type"], event["data"]["before"], event["data"]["after"]) == (
        "ValidationStatusChanged",
        None,
        "QUEUED",
    )


async def test_a_worker_carries_a_run_out(store: Store) -> None:
    owner = await validated.glossary()
    row = await validated.definition(owner, BAD)
    started = await validations.start(validated.as_system(), row.id)

    assert await run_work.work_one(validated.as_system())

    ended, expected = await validations.get(validated.as_system(), started.run.id), await checking.report(row, owner)
    assert isinstance(expected, Report)
    assert (ended.status, ended.score, ended.verdict) == (RunStatus.SUCCEEDED, expected.score, expected.verdict)
    assert len(await validated.open_rows(row)) == len(expected.findings) > 0
    assert (await Definition.get(id=row.id)).latest_run_id == ended.id
    statuses = [
        (one["data"]["before"], one["data"]["after"])
        for one in await told()
        if one["type"] == "ValidationStatusChanged"
    ]
    assert statuses == [(None, "QUEUED"), ("QUEUED", "RUNNING"), ("RUNNING", "SUCCEEDED")]
    assert not await run_work.work_one(validated.as_system())


async def test_the_same_key_is_the_same_run(store: Store) -> None:
    owner = await validated.glossary()
    row = await validated.definition(owner)
    ctx = validated.as_user(await validated.user(role=Role.EDITOR))
    first = await validations.start(ctx, row.id, idempotency_key="k")

    again = await validations.start(ctx, row.id, idempotency_key="k")

    assert again == first
    with pytest.raises(IdempotencyKeyReused):
        await validations.start(ctx, row.id, rule_codes=["FRM-01"], idempotency_key="k")


@pytest.mark.parametrize("codes", [[], ["NOPE-1"], ["FRM-01"] * 201])
async def test_codes_must_be_known(store: Store, codes: list[str]) -> None:
    owner = await validated.glossary()
    row = await validated.definition(owner)

    with pytest.raises(InvalidInput):
        await validations.start(validated.as_system(), row.id, rule_codes=codes)

    assert await told() == []


async def test_a_partial_run_leaves_other_rules_and_the_score_alone(store: Store) -> None:
    owner = await validated.glossary()
    row = await validated.definition(owner, BAD)
    await validated.saved(
        row, owner, report(finding("FRM-01"), finding("OTHER"), score=33), text="house that somebody rents"
    )
    run = (await validations.start(validated.as_system(), row.id, rule_codes=["FRM-01"])).run

    await run_work.work_one(validated.as_system())

    assert [found["rule_code"] for found in await validated.open_rows(row)] == ["OTHER"]
    assert ((await Definition.get(id=row.id)).score, (await Definition.get(id=row.id)).latest_run_id) == (
        33,
        row.latest_run_id,
    )
    assert (await validations.get(validated.as_system(), run.id)).status is RunStatus.SUCCEEDED


async def test_a_run_of_a_replaced_text_keeps_its_result_to_itself(store: Store) -> None:
    owner = await validated.glossary()
    row = await validated.definition(owner, BAD)
    started = await validations.start(validated.as_system(), row.id)
    save, _ = await validated.saved(row, owner, report(finding("NEW"), score=44))

    await run_work.work_one(validated.as_system())

    assert (await validations.get(validated.as_system(), started.run.id)).status is RunStatus.SUCCEEDED
    assert [found["rule_code"] for found in await validated.open_rows(row)] == ["NEW"]
    assert ((await Definition.get(id=row.id)).latest_run_id, row.score) == (save.id, 44)


async def test_an_expired_lease_is_taken_over_and_counted_once(store: Store) -> None:
    owner = await validated.glossary()
    row = await validated.definition(owner, BAD)
    started = await validations.start(validated.as_system(), row.id)
    lost = await run_queue.claim(run_work.LEASE)
    await execute("UPDATE validation_runs SET lease_until = now() - interval '1 second'")

    await run_work.work_one(validated.as_system())

    assert lost is not None
    assert not await run_queue.holds(lost)
    assert (await validations.get(validated.as_system(), started.run.id)).status is RunStatus.SUCCEEDED
    assert len(await rows("SELECT 1 FROM validation_runs")) == 1


async def test_a_run_interrupted_too_often_fails(store: Store) -> None:
    owner = await validated.glossary()
    row = await validated.definition(owner, BAD)
    started = await validations.start(validated.as_system(), row.id)
    await execute("UPDATE validation_runs SET attempts = 5")

    await run_work.work_one(validated.as_system())

    ended = await validations.get(validated.as_system(), started.run.id)
    assert (ended.status, ended.failure_reason) == (RunStatus.FAILED, "the run was interrupted 5 times")


async def test_two_workers_never_take_the_same_run(store: Store) -> None:
    owner = await validated.glossary()
    row = await validated.definition(owner, BAD)
    for _ in range(4):
        await validations.start(validated.as_system(), row.id)

    claims = await asyncio.gather(*(run_queue.claim(run_work.LEASE) for _ in range(6)))

    taken = [claim.run.id for claim in claims if claim]
    assert len(taken) == len(set(taken)) <= 4


async def test_whoever_started_a_run_may_cancel_it(store: Store) -> None:
    owner = await validated.glossary()
    author = await validated.user()
    row = await validated.definition(owner, BAD, author=author)
    ctx = validated.as_user(author)
    started = await validations.start(ctx, row.id)

    canceled = await validations.cancel(ctx, started.run.id)

    assert canceled.status is RunStatus.CANCELED
    assert await validations.cancel(ctx, started.run.id) == canceled
    assert not await run_work.work_one(ctx)
    assert (await told())[-1]["data"]["after"] == "CANCELED"


async def test_a_run_canceled_meanwhile_leaves_nothing(store: Store) -> None:
    owner = await validated.glossary()
    row = await validated.definition(owner, BAD)
    started = await validations.start(validated.as_system(), row.id)
    claim = await run_queue.claim(run_work.LEASE)
    await validations.cancel(validated.as_system(), started.run.id)

    assert claim is not None
    await run_work._finish(validated.as_system(), claim, report(finding("A")))

    assert await validated.open_rows(row) == []


async def test_an_ended_run_cannot_be_canceled(store: Store) -> None:
    owner = await validated.glossary()
    row = await validated.definition(owner)
    run, _ = await validated.saved(row, owner, report())

    with pytest.raises(Conflict):
        await validations.cancel(validated.as_system(), run.id)


async def test_others_may_not_cancel(store: Store) -> None:
    owner = await validated.glossary()
    row = await validated.definition(owner)
    await validated.saved(row, owner, report())
    await validated.established(row)
    started = await validations.start(validated.as_system(), row.id)

    with pytest.raises(Forbidden):
        await validations.cancel(validated.as_user(await validated.user()), started.run.id)


async def test_absent_rows_do_not_exist(store: Store) -> None:
    with pytest.raises(NotFound):
        await validations.get(validated.as_system(), uuid4())
    with pytest.raises(NotFound):
        await validations.finding(validated.as_system(), uuid4())
    with pytest.raises(NotFound):
        await validations.start(validated.as_system(), uuid4())


async def _seen(ctx: Context, row: Definition) -> tuple[list[RunRecord], list[str]]:
    record = await definitions.get(ctx, row.id)
    runs = await validations.page(ctx, Slice(), definition=record)
    found = await validations.findings(ctx, record, Slice())
    return [edge.node for edge in runs.edges], [edge.node.rule_code for edge in found.edges]


async def test_redrafting_changes_nothing_that_anonymous_callers_read(store: Store) -> None:
    owner = await validated.glossary()
    row = await validated.definition(owner)
    await validated.saved(row, owner, report(finding("A"), finding("B")))
    await validated.established(row)
    before = await _seen(validated.anonymous(), row)
    in_glossary = await validations.findings(validated.anonymous(), owner, Slice())

    await validated.saved(row, owner, report(finding("B", at=9), finding("C")))
    await validations.start(validated.as_system(), row.id)
    await run_work.work_one(validated.as_system())

    assert await _seen(validated.anonymous(), row) == before
    assert before[1] == ["A", "B"]
    after = await validations.findings(validated.anonymous(), owner, Slice())
    assert [edge.node for edge in after.edges] == [edge.node for edge in in_glossary.edges]
    assert (await DefinitionInForce.get(definition_id=row.id)).latest_run_id == before[0][0].id


async def test_findings_come_most_severe_first_and_by_place(store: Store) -> None:
    owner = await validated.glossary()
    row = await validated.definition(owner)
    await validated.saved(
        row,
        owner,
        report(
            finding("I", severity=Severity.INFO),
            finding("W", at=7),
            finding("E", at=9, severity=Severity.ERROR),
            finding("V", at=2),
        ),
    )
    record = await definitions.get(validated.as_system(), row.id)

    first = await validations.findings(validated.as_system(), record, Slice(first=2))
    rest = await validations.findings(validated.as_system(), record, Slice(first=2, after=first.edges[-1].cursor))
    count = await first.count(10)

    assert [edge.node.rule_code for edge in [*first.edges, *rest.edges]] == ["E", "V", "W", "I"]
    assert (first.has_next, rest.has_next, count.value) == (True, False, 4)


async def test_a_run_keeps_the_findings_that_it_reported(store: Store) -> None:
    owner = await validated.glossary()
    row = await validated.definition(owner)
    first, _ = await validated.saved(row, owner, report(finding("A"), finding("B")))
    second, _ = await validated.saved(row, owner, report(finding("B"), finding("C")))
    await validated.checked_again(row, owner, report())

    ctx = validated.as_system()
    of_first = await validations.findings(ctx, first, Slice())
    of_second = await validations.findings(ctx, second, Slice())

    assert sorted(edge.node.rule_code for edge in of_first.edges) == ["A", "B"]
    assert sorted(edge.node.rule_code for edge in of_second.edges) == ["B", "C"]


async def test_runs_are_filtered(store: Store) -> None:
    owner, other = await validated.glossary(), await validated.glossary("other")
    row, elsewhere = await validated.definition(owner), await validated.definition(other)
    good, _ = await validated.saved(row, owner, report(score=90))
    bad, _ = await validated.saved(row, owner, report(finding("A", severity=Severity.ERROR), score=10))
    far, _ = await validated.saved(elsewhere, other, report(score=50))
    ctx = validated.as_system()

    async def found(**asked: object) -> list[object]:
        page = await validations.page(ctx, Slice(), filter_=RunFilter(**asked))  # type: ignore[arg-type]
        return [edge.node.id for edge in page.edges]

    assert await found() == [far.id, bad.id, good.id]
    assert await found(score=IntFilter(gte=50)) == [far.id, good.id]
    assert await found(glossary_id=IdFilter(eq=other.id)) == [far.id]
    assert await found(definition_id=IdFilter(eq=row.id), not_=RunFilter(score=IntFilter(lt=50))) == [good.id]
    assert await found(rule_id=IdFilter(eq="A")) == [bad.id]
    assert await found(or_=(RunFilter(score=IntFilter(eq=50)), RunFilter(verdict=("REJECTED",)))) == [far.id, bad.id]  # type: ignore[arg-type]
    assert await found(and_=(), status=(RunStatus.FAILED,)) == []
    assert await found(or_=()) == []
    assert await found(rule_id=IdFilter()) == [far.id, bad.id, good.id]


async def test_findings_are_filtered(store: Store) -> None:
    owner = await validated.glossary()
    row = await validated.definition(owner)
    await validated.saved(row, owner, report(finding("A"), finding("B", severity=Severity.ERROR)))
    record = await definitions.get(validated.as_system(), row.id)

    async def found(**asked: object) -> list[str]:
        page = await validations.findings(validated.as_system(), record, Slice(), FindingFilter(**asked))  # type: ignore[arg-type]
        return [edge.node.rule_code for edge in page.edges]

    assert await found(severity=(Severity.ERROR,)) == ["B"]
    assert await found(rule_id=IdFilter(ne="B"), is_waived=False) == ["A"]
    assert await found(is_waived=True) == []


async def test_a_run_is_stale_when_text_or_profile_changed(store: Store) -> None:
    owner = await validated.glossary()
    row = await validated.definition(owner, BAD)
    await validations.start(validated.as_system(), row.id)
    await run_work.work_one(validated.as_system())
    record = await definitions.get(validated.as_system(), row.id)
    run = await validations.latest(validated.as_system(), record)
    glossary = await glossaries.get(validated.as_system(), owner.id)

    assert run is not None
    assert not validations.is_stale(run, record, glossary)
    await validated.saved(row, owner, report())
    assert validations.is_stale(run, await definitions.get(validated.as_system(), row.id), glossary)


async def test_a_text_never_validated_has_no_latest_run(store: Store) -> None:
    owner = await validated.glossary()
    row = await validated.definition(owner)

    assert await validations.latest(validated.as_system(), await definitions.get(validated.as_system(), row.id)) is None


async def test_a_run_that_breaks_waits_for_its_next_attempt(store: Store) -> None:
    owner = await validated.glossary()
    row = await validated.definition(owner, BAD)
    started = await validations.start(validated.as_system(), row.id)
    claim = await run_queue.claim(run_work.LEASE)

    assert claim is not None
    await run_queue.put_back(claim, run_work.BACKOFF)

    assert await run_queue.claim(run_work.LEASE) is None
    assert (await validations.get(validated.as_system(), started.run.id)).status is RunStatus.RUNNING


async def test_a_run_whose_settling_breaks_keeps_its_lease_and_tries_later(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    owner = await validated.glossary()
    row = await validated.definition(owner, BAD)
    started = await validations.start(validated.as_system(), row.id)

    async def broken(*_: object) -> None:
        raise OSError("connection lost")

    monkeypatch.setattr(run_work, "_finish", broken)

    assert await run_work.work_one(validated.as_system())
    assert not await run_work.work_one(validated.as_system())
    assert (await validations.get(validated.as_system(), started.run.id)).status is RunStatus.RUNNING
    assert await validated.open_rows(row) == []
