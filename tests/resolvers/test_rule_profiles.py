"""The rule profile of a glossary: who may change it, what comes of it, what is told and validated again."""

import asyncio
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from auth.errors import Forbidden, Unauthenticated
from models import store as stores
from models.errors import NotFound, VersionConflict
from models.glossary import Glossary
from models.keys import uuid7
from models.kinds import Role, RunStatus, Transition
from resolvers import checking, definitions, gates, glossaries, job_work, jobs, rule_profiles, validations
from resolvers.context import Context
from resolvers.errors import InvalidInput
from resolvers.rule_inputs import ParameterInput
from rules import catalogue, profiles
from rules.kit import Severity, Style
from tests.resolvers import ruling, writing

pytestmark = pytest.mark.usefixtures("store")

GOING = asyncio.Event()
OFF = ruling.setting(is_enabled=False)


async def fresh(owner: Glossary) -> Glossary:
    return await glossaries.get(writing.ANONYMOUS, owner.id)


async def update(
    owner: Glossary, *changes: object, ctx: Context | None = None, **fields: object
) -> rule_profiles.Changed:
    asked = ruling.change(await fresh(owner), *changes, **fields)  # type: ignore[arg-type]
    return await rule_profiles.update(ctx or await ruling.admin(), asked)


async def test_only_who_holds_the_scope_changes_rules() -> None:
    owner = await writing.glossary()
    editor = await writing.somebody(Role.EDITOR)
    before = await ruling.everything()

    with pytest.raises(Unauthenticated):
        await rule_profiles.update(writing.ANONYMOUS, ruling.change(owner, OFF))
    with pytest.raises(Forbidden):
        await rule_profiles.update(editor, ruling.change(owner, OFF))

    assert await ruling.everything() == before


async def test_a_setting_changes_the_profile_and_everybody_hears_of_it() -> None:
    owner = await writing.glossary()

    changed = await update(owner, OFF)

    row = await fresh(owner)
    assert checking.profile_of(row).setting("FRM-04").is_enabled is False
    assert row.profile_fingerprint == checking.profile_of(row).fingerprint != owner.profile_fingerprint
    assert (changed.glossary.version, row.version) == (2, 2)
    assert await ruling.told() == ["RuleSettingsChanged", "JobStatusChanged"]
    assert await ruling.acts() == ["glossary.update-rule-profile"]
    (act,) = await stores.rows("SELECT changes FROM audit_log")
    assert act["changes"] == [{"path": ["settings", "FRM-04", "isEnabled"], "before": None, "after": "false"}]
    assert [row["glossary_id"] for row in await stores.rows("SELECT glossary_id FROM glossary_changes")] == [owner.id]


async def test_fields_left_open_stay_as_they_were_set() -> None:
    owner = await writing.glossary()
    await update(owner, ruling.setting(is_enabled=False, parameters=(ParameterInput(name="max_words", value="20"),)))

    await update(owner, ruling.setting(severity=Severity.ERROR))

    found = checking.profile_of(await fresh(owner)).setting("FRM-04")
    assert (found.is_enabled, found.severity, dict(found.parameters)) == (False, Severity.ERROR, {"max_words": 20})


async def test_a_profile_that_is_given_starts_over_before_settings_apply() -> None:
    owner = await writing.glossary()
    await update(owner, OFF, style=Style.FREE)

    await update(owner, ruling.setting("FRM-05", is_enabled=False), profile="nl-sbb")

    row = await fresh(owner)
    wanted = profiles.profile("nl-sbb").with_setting("FRM-05", is_enabled=False)
    assert (row.profile, row.style) == ("nl-sbb", Style.SENTENCE)
    assert checking.profile_of(row).fingerprint == wanted.fingerprint


async def test_a_style_of_its_own_wins_and_keeps_the_settings() -> None:
    owner = await writing.glossary()
    await update(owner, OFF)

    await update(owner, style=Style.SENTENCE)

    row = await fresh(owner)
    assert (row.profile, row.style) == ("default", Style.SENTENCE)
    assert checking.profile_of(row).setting("FRM-04").is_enabled is False


@given(code=st.sampled_from([rule.code for rule in catalogue.rules()]))
@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
async def test_a_rule_switched_off_and_on_leaves_the_fingerprint_as_it_was(code: str) -> None:
    owner = await writing.glossary(f"g-{uuid7().hex}")
    was = checking.profile_of(owner).setting(code).is_enabled

    turned = await update(owner, ruling.setting(code, is_enabled=not was))
    back = await update(owner, ruling.setting(code, is_enabled=was))

    assert turned.glossary.profile_fingerprint != owner.profile_fingerprint
    assert back.glossary.profile_fingerprint == owner.profile_fingerprint


async def test_nothing_different_is_no_version_no_event_and_no_job() -> None:
    owner = await writing.glossary()
    before = await ruling.everything()

    same = await rule_profiles.update(await ruling.admin(), ruling.change(owner, ruling.setting(), style=owner.style))

    assert (same.job, same.glossary.version) == (None, 1)
    assert await ruling.everything() == before


async def test_a_setting_that_says_what_holds_anyway_judges_nothing_otherwise() -> None:
    owner = await writing.glossary()

    said = await update(owner, ruling.setting(is_enabled=True))

    assert (said.job, said.glossary.version, said.glossary.profile_fingerprint) == (None, 2, owner.profile_fingerprint)
    assert await ruling.told() == []
    assert await ruling.acts() == ["glossary.update-rule-profile"]


async def test_an_impossible_setting_changes_nothing() -> None:
    owner, admin = await writing.glossary(), await ruling.admin()
    before = await ruling.everything()

    with pytest.raises(InvalidInput) as refused:
        await rule_profiles.update(admin, ruling.change(owner, OFF, ruling.setting("FRM-99")))

    assert refused.value.path == ("settings", "1", "code")
    assert await ruling.everything() == before


async def test_who_read_an_older_version_is_told_so() -> None:
    owner, admin = await writing.glossary(), await ruling.admin()
    before = await ruling.everything()

    with pytest.raises(VersionConflict):
        await rule_profiles.update(admin, ruling.change(owner, OFF, expected_version=7))
    with pytest.raises(NotFound) as refused:
        await rule_profiles.update(admin, ruling.change(owner, OFF, glossary_id=uuid7()))

    assert refused.value.path == ("glossaryId",)
    assert await ruling.everything() == before


async def test_runs_are_stale_at_once_and_fresh_when_the_job_has_passed() -> None:
    owner, author = await writing.glossary(), await writing.somebody(Role.EDITOR)
    record = await writing.draft(author, owner.id, text="container that is called e.g. a bin and holds waste")
    record = await writing.step(author, record, Transition.SUBMIT)
    admin = await ruling.admin()
    assert "run-is-fresh" not in await unmet(admin, record.id)

    changed = await update(owner, ruling.setting("CNT-08", severity=Severity.ERROR), ctx=admin)

    assert "run-is-fresh" in await unmet(admin, record.id)
    assert await job_work.work_one(GOING)
    assert "run-is-fresh" not in await unmet(admin, record.id)
    assert changed.job is not None
    done = await jobs.get(admin, changed.job.id)
    assert (done.status, done.done_count, done.total_count) == (RunStatus.SUCCEEDED, 1, 1)
    positions = await stores.rows("SELECT min(id) AS first FROM outbox WHERE subject_id = $1", changed.job.id)
    assert positions[0]["first"] > changed.position


async def unmet(ctx: Context, definition_id: UUID) -> list[str]:
    record = await definitions.get(Context(ctx.viewer, "test"), definition_id)
    gate = await gates.evaluate(Context(ctx.viewer, "test"), record, Transition.APPROVE)
    return [condition.code for condition in gate.unmet()]


async def test_the_job_covers_drafts_of_everybody_and_leaves_archived_ones_alone() -> None:
    owner, author, admin = await writing.glossary(), await writing.somebody(Role.EDITOR), await ruling.admin()
    mine = await writing.draft(author, owner.id, "one")
    gone = await writing.draft(author, owner.id, "two")
    await writing.step(admin, gone, Transition.ARCHIVE)

    await update(owner, OFF, ctx=Context(admin.viewer, "test"))

    (part,) = await stores.rows("SELECT payload FROM job_parts")
    (job,) = await stores.rows("SELECT input FROM jobs")
    assert part["payload"] == {"ids": [str(mine.id)]}
    assert job["input"] == {"is_renewal": True}


async def test_what_was_checked_by_the_rules_of_the_moment_is_passed_over() -> None:
    owner, author = await writing.glossary(), await writing.somebody(Role.EDITOR)
    await writing.draft(author, owner.id)
    await update(owner, OFF)
    await update(owner, ruling.setting("FRM-05", is_enabled=False))

    assert await job_work.work_one(GOING)
    runs = await writing.count("validation_runs")
    assert await job_work.work_one(GOING)

    assert await writing.count("validation_runs") == runs == 2
    assert [job["status"] for job in await stores.rows("SELECT status FROM jobs")] == ["SUCCEEDED"] * 2


async def test_a_run_of_single_rules_renews_nothing() -> None:
    owner, author = await writing.glossary(), await writing.somebody(Role.EDITOR)
    record = await writing.draft(author, owner.id)
    changed = await update(owner, OFF)
    await stores.run(
        "UPDATE validation_runs SET rule_codes = '[\"FRM-01\"]', profile_fingerprint = $1",
        changed.glossary.profile_fingerprint,
    )

    assert await job_work.work_one(GOING)

    reader = await ruling.admin()
    run = await validations.latest(reader, await definitions.get(reader, record.id))
    assert run is not None
    assert await writing.count("validation_runs") == 2
