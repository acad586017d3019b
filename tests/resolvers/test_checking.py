"""Reports, and what a save does with them."""

from collections.abc import Sequence

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from models.definition import Definition, DefinitionInForce
from models.keys import uuid7
from models.kinds import DefinitionStatus, RunStatus
from models.store import Store
from resolvers import checking, discarding
from resolvers.work import work
from rules import engine
from rules.kit import Severity, Verdict
from subscriptions.events import FindingChanged, FindingOpened, FindingResolved
from tests.resolvers import validated
from tests.resolvers.validated import finding, report


async def test_report_reads_the_content_of_a_row(store: Store) -> None:
    owner = await validated.glossary()
    row = await validated.definition(owner, "house that somebody rents out to somebody else")

    checked = await checking.report(row, owner)

    assert checked == engine.check(checking.entry(row), checking.profile_of(owner))


async def test_long_texts_are_checked_in_a_thread_with_the_same_report(store: Store) -> None:
    owner = await validated.glossary()
    row = await validated.definition(owner, "house " * 500)

    assert await checking.report(row, owner) == engine.check(checking.entry(row), checking.profile_of(owner))


async def test_checks_that_take_too_long_are_a_failure(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    owner = await validated.glossary()
    row = await validated.definition(owner, "house " * 500)
    monkeypatch.setattr(checking, "DEADLINE", checking.DEADLINE * 0)

    assert await checking.report(row, owner) == checking.Failure("the rules did not finish within 0 s")


async def test_rules_that_break_are_a_failure(store: Store) -> None:
    owner = await validated.glossary()
    row = await validated.definition(owner)
    owner.profile = "gone"

    assert await checking.report(row, owner) == checking.Failure(
        "the rules broke on this text; the cause is in the log of the server"
    )


async def test_store_opens_findings_and_scores_the_definition(store: Store) -> None:
    owner = await validated.glossary()
    row = await validated.definition(owner)

    run, told = await validated.saved(row, owner, report(finding("A"), finding("B", at=None), score=70))

    stored = await Definition.get(id=row.id)
    assert [found["fingerprint"] for found in await validated.open_rows(row)] == ["print-A", "print-B"]
    assert validated.names(told) == ["FindingOpened", "FindingOpened", "ValidationStatusChanged"]
    assert (stored.latest_run_id, stored.score, stored.verdict) == (run.id, 70, Verdict.ACCEPTED)
    assert (run.status, run.score, run.rule_count, run.text_hash) == (RunStatus.SUCCEEDED, 70, 3, row.text_hash)


async def test_storing_the_same_report_twice_opens_and_resolves_nothing(store: Store) -> None:
    owner = await validated.glossary()
    row = await validated.definition(owner)
    await validated.saved(row, owner, report(finding("A"), finding("B", at=None)))
    before = await validated.open_rows(row)

    told = await validated.checked_again(row, owner, report(finding("A"), finding("B", at=None)))

    assert validated.names(told) == ["ValidationStatusChanged"]
    assert await validated.open_rows(row) == before


async def test_another_form_of_a_fault_is_a_change(store: Store) -> None:
    owner = await validated.glossary()
    row = await validated.definition(owner)
    await validated.saved(row, owner, report(finding("A", at=0)))
    (before,) = await validated.open_rows(row)

    _, told = await validated.saved(row, owner, report(finding("A", at=4)))

    (after,) = await validated.open_rows(row)
    changes = [(event.previous_finding_id, event.finding_id) for event in told if isinstance(event, FindingChanged)]
    assert changes == [(before["id"], after["id"])]
    assert (after["span_start"], after["fingerprint"]) == (4, before["fingerprint"])


async def test_a_fault_that_is_gone_is_resolved(store: Store) -> None:
    owner = await validated.glossary()
    row = await validated.definition(owner)
    await validated.saved(row, owner, report(finding("A"), finding("B")))

    run, told = await validated.saved(row, owner, report(finding("B")))

    resolved = [event for event in told if isinstance(event, FindingResolved)]
    assert [(event.rule_code, event.fingerprint, event.run_id) for event in resolved] == [("A", "print-A", run.id)]
    assert validated.names(told) == ["FindingResolved", "ValidationStatusChanged"]


async def test_a_failed_check_keeps_the_save_and_takes_the_score(store: Store) -> None:
    owner = await validated.glossary()
    row = await validated.definition(owner)
    await validated.saved(row, owner, report(finding("A")))

    run, told = await validated.saved(row, owner, checking.Failure("too slow"))

    stored = await Definition.get(id=row.id)
    assert (run.status, run.failure_reason) == (RunStatus.FAILED, "too slow")
    assert (stored.version, stored.latest_run_id, stored.score, stored.verdict) == (3, None, None, None)
    assert validated.names(told) == ["ValidationStatusChanged"]
    assert len(await validated.open_rows(row)) == 1


async def test_redrafting_leaves_findings_and_score_in_force_as_they_were(store: Store) -> None:
    owner = await validated.glossary()
    row = await validated.definition(owner)
    await validated.saved(row, owner, report(finding("A"), finding("B"), score=60))
    await validated.established(row)
    version = row.version
    before = (await validated.force_rows(row, version), await DefinitionInForce.filter(definition_id=row.id).values())

    _, first = await validated.saved(row, owner, report(finding("B", at=5), finding("C"), score=90))
    _, second = await validated.saved(row, owner, report(finding("A")))

    assert (
        await validated.force_rows(row, version),
        await DefinitionInForce.filter(definition_id=row.id).values(),
    ) == before
    assert not any(event.concerns_force for event in [*first, *second])  # type: ignore[union-attr]


async def test_a_further_run_of_the_text_in_force_is_seen_there(store: Store) -> None:
    owner = await validated.glossary()
    row = await validated.definition(owner)
    await validated.saved(row, owner, report(finding("A")))
    await validated.established(row)

    told = await validated.checked_again(row, owner, report(finding("B"), score=50))

    in_force = await DefinitionInForce.get(definition_id=row.id)
    assert [found["rule_code"] for found in await validated.force_rows(row, row.version)] == ["B"]
    assert (in_force.score, in_force.latest_run_id) == (50, row.latest_run_id)
    assert all(event.concerns_force for event in told)  # type: ignore[union-attr]


async def test_a_discarded_draft_gives_back_exactly_what_is_in_force(store: Store) -> None:
    owner = await validated.glossary()
    row = await validated.definition(owner)
    await validated.saved(row, owner, report(finding("A"), finding("B"), score=60))
    await validated.established(row)
    version, before = row.version, await validated.force_rows(row, row.version)
    await validated.saved(row, owner, report(finding("B", at=5), finding("C"), score=90))

    row.status, row.version = DefinitionStatus.ESTABLISHED, row.version + 1
    await row.save()
    async with work(validated.as_system()) as tell:
        await discarding.return_to_force(row, tell=tell)

    assert await validated.force_rows(row, version) == before
    assert validated.ids(await validated.open_rows(row)) == validated.ids(before)
    assert (row.score, (await Definition.get(id=row.id)).score) == (60, 60)
    assert sorted(validated.names(tell.events)) == [
        "FindingOpened",
        "FindingOpened",
        "FindingResolved",
        "FindingResolved",
    ]
    assert not any(event.concerns_force for event in tell.events)  # type: ignore[union-attr]


async def test_many_are_stored_as_one_is(store: Store) -> None:
    owner = await validated.glossary()
    rows = [await validated.definition(owner, f"text {place}") for place in range(3)]

    async with work(validated.as_system()) as tell:
        reports: list[checking.Checked] = [report(finding("A")), report(), checking.Failure("broken")]
        runs = await checking.store_many(
            list(zip(rows, reports, strict=True)), glossary=owner, tell=tell, started_by=None
        )

    assert [(run.definition_id, run.status) for run in runs] == [
        (rows[0].id, RunStatus.SUCCEEDED),
        (rows[1].id, RunStatus.SUCCEEDED),
        (rows[2].id, RunStatus.FAILED),
    ]
    assert validated.names(tell.events) == ["FindingOpened", *["ValidationStatusChanged"] * 3]


async def test_nothing_to_store_is_no_run(store: Store) -> None:
    owner = await validated.glossary()

    async with work(validated.as_system()) as tell:
        assert await checking.store_many([], glossary=owner, tell=tell, started_by=None) == []


FINDINGS = st.lists(
    st.tuples(st.sampled_from("ABCD"), st.integers(0, 2), st.sampled_from([Severity.ERROR, Severity.INFO])),
    max_size=4,
    unique_by=lambda one: one[0],
)


@given(st.lists(FINDINGS, min_size=1, max_size=5))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
async def test_open_findings_are_those_of_the_last_report(
    store: Store, reports: list[list[tuple[str, int, Severity]]]
) -> None:
    owner = await validated.glossary(slug=f"g-{uuid7()}")
    row = await validated.definition(owner)
    alive: set[object] = set()

    for marks in reports:
        _, told = await validated.saved(
            row, owner, report(*(finding(code, at=at, severity=severity) for code, at, severity in marks))
        )
        alive = _followed(alive, told)

    rows = await validated.open_rows(row)
    assert {(found["rule_code"], found["span_start"], found["severity"]) for found in rows} == set(reports[-1])
    assert validated.ids(rows) == alive


def _followed(alive: set[object], told: Sequence[object]) -> set[object]:
    """What a client that only follows events believes to be open."""
    gone = {event.finding_id for event in told if isinstance(event, FindingResolved)} | {
        event.previous_finding_id for event in told if isinstance(event, FindingChanged)
    }
    come = {event.finding_id for event in told if isinstance(event, FindingOpened | FindingChanged)}
    return (alive - gone) | come
