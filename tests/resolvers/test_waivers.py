"""Findings accepted with a reason."""

from datetime import UTC, datetime, timedelta

import pytest

from auth.errors import Forbidden, Unauthenticated
from models.kinds import Role
from models.store import Store, rows
from models.store import run as execute
from resolvers import validations, waivers
from resolvers.errors import Conflict, InvalidInput
from tests.resolvers import validated
from tests.resolvers.validated import finding, report

LATER = datetime.now(UTC) + timedelta(days=1)


async def test_anonymous_callers_waive_nothing(store: Store) -> None:
    owner = await validated.glossary()
    row = await validated.definition(owner)
    await validated.saved(row, owner, report(finding("A")))
    (found,) = await validated.open_rows(row)

    with pytest.raises(Unauthenticated):
        await waivers.waive(validated.anonymous(), found["id"], reason="fine")

    assert await rows("SELECT 1 FROM waivers") == []


async def test_a_waiver_is_on_the_finding_and_told(store: Store) -> None:
    owner = await validated.glossary()
    editor = await validated.user(role=Role.EDITOR)
    row = await validated.definition(owner)
    await validated.saved(row, owner, report(finding("A")))
    (found,) = await validated.open_rows(row)

    waived = await waivers.waive(validated.as_user(editor), found["id"], reason="agreed", expires_at=LATER)

    assert waived.waiver is not None
    assert (waived.waiver.reason, waived.waiver.waived_by_id, waived.waiver.expires_at) == ("agreed", editor.id, LATER)
    (event,) = await rows("SELECT data FROM outbox WHERE type = 'FindingChanged'")
    assert (event["data"]["finding_id"], event["data"]["previous_finding_id"], event["data"]["run_id"]) == (
        str(found["id"]),
        str(found["id"]),
        None,
    )
    (act,) = await rows("SELECT action, subject_id FROM audit_log")
    assert (act["action"], act["subject_id"]) == ("finding.waive", found["id"])


async def test_a_waiver_survives_later_runs(store: Store) -> None:
    owner = await validated.glossary()
    row = await validated.definition(owner)
    await validated.saved(row, owner, report(finding("A")))
    (before,) = await validated.open_rows(row)
    await waivers.waive(validated.as_system(), before["id"], reason="agreed")

    await validated.saved(row, owner, report(finding("A", at=7)))

    (after,) = await validated.open_rows(row)
    moved = await validations.finding(validated.as_system(), after["id"])
    assert after["id"] != before["id"]
    assert moved.waiver is not None


async def test_waiving_again_replaces_the_reason(store: Store) -> None:
    owner = await validated.glossary()
    row = await validated.definition(owner)
    await validated.saved(row, owner, report(finding("A")))
    (found,) = await validated.open_rows(row)
    await waivers.waive(validated.as_system(), found["id"], reason="first")

    again = await waivers.waive(validated.as_system(), found["id"], reason="second")

    assert again.waiver is not None
    assert again.waiver.reason == "second"


async def test_an_expired_waiver_does_not_hold(store: Store) -> None:
    owner = await validated.glossary()
    row = await validated.definition(owner)
    await validated.saved(row, owner, report(finding("A")))
    (found,) = await validated.open_rows(row)
    await waivers.waive(validated.as_system(), found["id"], reason="for now", expires_at=LATER)
    await execute("UPDATE waivers SET expires_at = now() - interval '1 second'")

    assert (await validations.finding(validated.as_system(), found["id"])).waiver is None
    with pytest.raises(Conflict):
        await waivers.revoke(validated.as_system(), found["id"])


async def test_a_revoked_waiver_is_gone(store: Store) -> None:
    owner = await validated.glossary()
    row = await validated.definition(owner)
    await validated.saved(row, owner, report(finding("A")))
    (found,) = await validated.open_rows(row)
    await waivers.waive(validated.as_system(), found["id"], reason="agreed")

    assert (await waivers.revoke(validated.as_system(), found["id"])).waiver is None
    with pytest.raises(Conflict):
        await waivers.revoke(validated.as_system(), found["id"])


@pytest.mark.parametrize(
    ("reason", "expires_at"),
    [("", None), ("  ", None), ("x" * 1001, None), ("a\x00", None), ("fine", datetime(2020, 1, 1, tzinfo=UTC))],
)
async def test_bad_waivers_change_nothing(store: Store, reason: str, expires_at: datetime | None) -> None:
    owner = await validated.glossary()
    row = await validated.definition(owner)
    await validated.saved(row, owner, report(finding("A")))
    (found,) = await validated.open_rows(row)

    with pytest.raises(InvalidInput):
        await waivers.waive(validated.as_system(), found["id"], reason=reason, expires_at=expires_at)

    assert await rows("SELECT 1 FROM waivers") == []


async def test_users_waive_on_their_own_drafts_only(store: Store) -> None:
    owner = await validated.glossary()
    author, other = await validated.user(), await validated.user("bob@example.org")
    row = await validated.definition(owner, author=author)
    await validated.saved(row, owner, report(finding("A")))
    await validated.established(row)
    (found,) = await validated.open_rows(row)

    with pytest.raises(Forbidden):
        await waivers.waive(validated.as_user(other), found["id"], reason="mine")
    assert (await waivers.waive(validated.as_user(author), found["id"], reason="mine")).waiver is not None


async def test_readers_of_the_text_in_force_hear_of_waivers_on_it(store: Store) -> None:
    owner = await validated.glossary()
    row = await validated.definition(owner)
    await validated.saved(row, owner, report(finding("A")))
    await validated.established(row)
    await validated.saved(row, owner, report(finding("A", at=3)))
    (draft,) = await validated.open_rows(row)

    await waivers.waive(validated.as_system(), draft["id"], reason="agreed")

    told = await rows("SELECT data FROM outbox WHERE type = 'FindingChanged' AND data ->> 'run_id' IS NULL ORDER BY id")
    assert [event["data"]["concerns_force"] for event in told] == [True, False]
