import pytest

from models.definition import Definition
from models.errors import Refusal
from models.job import Job
from models.keys import uuid7
from models.kinds import DefinitionStatus, JobKind, Role, RunStatus
from models.validation import ValidationRun
from resolvers import nodes
from resolvers.context import Context
from resolvers.errors import InvalidInput
from resolvers.nodes import Key
from rules import catalogue
from rules.kit import Verdict
from tests import people
from tests.resolvers import shelf

pytestmark = pytest.mark.usefixtures("store")


async def test_every_kind_of_node_is_found_by_its_key() -> None:
    admin, owner = await shelf.person(Role.ADMIN), await shelf.glossary()
    row = await shelf.in_force(owner, "home")
    version = await shelf.version(row, 3, DefinitionStatus.ESTABLISHED)
    run = await _run(row)
    job = await Job.create(kind=JobKind.BULK_VALIDATION, glossary=owner, started_by_id=admin.viewer.user_id)
    rule = catalogue.rules()[0]
    user_id = admin.viewer.user_id
    assert user_id is not None
    wanted: list[tuple[str, Key]] = [
        ("Definition", row.id), ("DefinitionVersion", version.id), ("Glossary", owner.id), ("Concept", row.concept_id),
        ("ValidationRun", run.id), ("User", user_id), ("Job", job.id), ("Rule", rule.code),
    ]  # fmt: skip

    found = await nodes.load_many(admin, wanted)

    assert [getattr(one, "code", None) or getattr(one, "id", None) for one in found] == [key for _, key in wanted]


@pytest.mark.parametrize(
    "kind",
    ["Definition", "DefinitionVersion", "Glossary", "Concept", "ValidationRun", "Finding", "User", "Session", "AuditEntry", "Job", "Nonsense"],
)  # fmt: skip
async def test_what_is_absent_is_null(kind: str) -> None:
    await people.configure(None)
    for ctx in (shelf.anonymous(), await shelf.person(Role.ADMIN)):
        assert await _quietly(ctx, kind, uuid7()) is None
        assert await _quietly(ctx, kind, "text") is None


async def test_an_unknown_rule_is_null() -> None:
    assert await nodes.load(shelf.anonymous(), "Rule", "NOPE-1") is None
    assert await nodes.load(shelf.anonymous(), "Rule", uuid7()) is None


async def test_nodes_keep_their_order_and_their_gaps() -> None:
    owner = await shelf.glossary()
    one, two, hidden = await shelf.in_force(owner, "a"), await shelf.in_force(owner, "b"), await shelf.draft(owner, "c")
    wanted: list[tuple[str, Key] | None] = [
        ("Definition", two.id), None, ("Definition", hidden.id), ("Glossary", owner.id), ("Definition", one.id), ("Definition", two.id),
    ]  # fmt: skip

    found = await nodes.load_many(shelf.anonymous(), wanted)

    assert [getattr(row, "id", None) for row in found] == [two.id, None, None, owner.id, one.id, two.id]


async def test_a_hidden_object_is_null_for_each_kind() -> None:
    owner = await shelf.glossary(is_public=False)
    row = await shelf.in_force(owner, "vault")
    version, run = await shelf.version(row, 3, DefinitionStatus.ESTABLISHED), await _run(row)
    wanted: list[tuple[str, Key]] = [
        ("Definition", row.id), ("DefinitionVersion", version.id), ("Glossary", owner.id), ("Concept", row.concept_id),
        ("ValidationRun", run.id),
    ]  # fmt: skip

    assert await nodes.load_many(shelf.anonymous(), wanted) == [None] * 5


async def test_more_than_a_hundred_ids_are_refused() -> None:
    with pytest.raises(InvalidInput) as refused:
        await nodes.load_many(shelf.anonymous(), [None] * 101)

    assert refused.value.path == ("ids",)


async def _quietly(ctx: Context, kind: str, key: Key) -> object | None:
    try:
        return await nodes.load(ctx, kind, key)
    except Refusal as err:
        return err


async def _run(row: Definition) -> ValidationRun:
    return await ValidationRun.create(
        definition=row,
        version_number=3,
        text_hash=row.text_hash,
        profile_fingerprint="f",
        status=RunStatus.SUCCEEDED,
        score=100,
        verdict=Verdict.ACCEPTED,
        finished_at=shelf.NOON,
    )
