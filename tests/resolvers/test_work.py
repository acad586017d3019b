"""The transaction door."""

import pytest

from auth.viewer import SYSTEM
from models import store as stores
from models.errors import Refusal
from models.glossary import Glossary
from models.keys import uuid7
from resolvers import work
from resolvers.context import Context
from resolvers.work import Bell, Tell
from subscriptions.events import RuleSettingsChanged
from tests.resolvers import writing

pytestmark = pytest.mark.usefixtures("store")

SYSTEM_CONTEXT = Context(viewer=SYSTEM, request_id="of the test")
EVENT = RuleSettingsChanged(glossary_id=uuid7(), profile_fingerprint="f")


async def some_row() -> None:
    await Glossary.create(slug="x", name="x", name_key="x", profile_fingerprint="x")


async def refused_work() -> None:
    async with work.work(SYSTEM_CONTEXT) as tell:
        await some_row()
        tell(EVENT)
        tell.audit("glossary.create", "Glossary", EVENT.glossary_id)
        raise Refusal("no")


async def refused_savepoint(tell: Tell) -> None:
    async with tell.savepoint():
        await some_row()
        tell(EVENT)
        tell.audit("glossary.create", "Glossary", EVENT.glossary_id)
        raise Refusal("no")


async def test_what_was_told_and_done_commits_together() -> None:
    async with work.work(SYSTEM_CONTEXT) as tell:
        await some_row()
        tell(EVENT)
        tell.audit("glossary.create", "Glossary", EVENT.glossary_id, [{"path": ["name"], "before": None, "after": "x"}])

    row = await stores.row("SELECT actor_kind, actor_id, subject_kind, request_id, changes FROM audit_log")
    assert row is not None
    assert tuple(row.values()) == (
        "SYSTEM",
        None,
        "Glossary",
        "of the test",
        [{"path": ["name"], "before": None, "after": "x"}],
    )
    assert await writing.told() == ["RuleSettingsChanged"]


async def test_rolled_back_work_stays_silent() -> None:
    rung: list[None] = []
    work.BELL.hang(lambda: rung.append(None))

    with pytest.raises(Refusal):
        await refused_work()
    work.BELL.take_down()

    assert (await writing.told(), await writing.audited(), await writing.count("glossaries"), rung) == ([], [], 0, [])


async def test_a_rehearsal_changes_nothing_and_ends_well() -> None:
    async with work.work(SYSTEM_CONTEXT, is_rehearsal=True) as tell:
        await some_row()
        tell(EVENT)

    assert (await writing.told(), await writing.count("glossaries")) == ([], 0)


async def test_work_may_turn_out_to_be_a_rehearsal() -> None:
    async with work.work(SYSTEM_CONTEXT) as tell:
        await some_row()
        tell.is_rehearsal = True

    assert await writing.count("glossaries") == 0


async def test_an_abandoned_savepoint_takes_back_what_it_told() -> None:
    async with work.work(SYSTEM_CONTEXT) as tell:
        tell(EVENT)
        with pytest.raises(Refusal):
            await refused_savepoint(tell)

    assert (await writing.told(), await writing.audited(), await writing.count("glossaries")) == (
        ["RuleSettingsChanged"],
        [],
        0,
    )


async def test_a_kept_savepoint_keeps_what_it_told() -> None:
    async with work.work(SYSTEM_CONTEXT) as tell, tell.savepoint():
        await some_row()
        tell(EVENT)

    assert (await writing.told(), await writing.count("glossaries")) == (["RuleSettingsChanged"], 1)


async def test_nobody_is_rung_when_nothing_was_told() -> None:
    rung: list[None] = []
    work.BELL.hang(lambda: rung.append(None))

    async with work.work(SYSTEM_CONTEXT):
        await some_row()
    work.BELL.take_down()

    assert rung == []


async def test_people_and_strangers_are_told_apart_on_record() -> None:
    user = await writing.somebody()

    async with work.work(user) as tell:
        tell.audit("a", "Glossary", EVENT.glossary_id)
    async with work.work(writing.ANONYMOUS) as tell:
        tell.audit("b", "Glossary", EVENT.glossary_id)

    rows = await stores.rows("SELECT actor_kind, actor_id FROM audit_log ORDER BY action")
    assert [tuple(row.values()) for row in rows] == [("USER", user.viewer.user_id), ("ANONYMOUS", None)]


async def test_a_bell_without_a_listener_may_be_rung() -> None:
    Bell().ring()


async def test_what_was_loaded_before_is_read_anew_afterwards() -> None:
    ctx = Context(viewer=SYSTEM, request_id="test")
    before = ctx.loaders

    async with work.work(ctx):
        await some_row()

    assert ctx.loaders is not before
