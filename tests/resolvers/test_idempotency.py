"""Requests repeated under one key."""

import asyncio
from dataclasses import dataclass, replace
from datetime import UTC, datetime

import pytest

from auth.viewer import SYSTEM
from models import store as stores
from models.errors import Refusal
from models.keys import uuid7
from resolvers import idempotency
from resolvers.context import Context
from resolvers.errors import IdempotencyKeyReused, InvalidInput
from resolvers.inputs import UNSET, ContextInput, UpdateDefinition
from resolvers.work import work
from rules.kit import Category, ContextKind
from tests.resolvers import writing

pytestmark = pytest.mark.usefixtures("store")

UPDATE = UpdateDefinition(
    id=uuid7(),
    expected_version=1,
    contexts=(ContextInput(ContextKind.LEGAL, "rent"),),
    category=Category.TYPE,
    idempotency_key="k",
)


@dataclass(frozen=True)
class Anything:
    """An input of whatever kind."""

    value: object
    idempotency_key: str | None = "k"


async def once(ctx: Context, input_: idempotency.Repeatable, result: str = "first", operation: str = "op") -> object:
    async with work(ctx):
        known = await idempotency.recall(ctx, operation, input_)
        if known is None:
            await idempotency.remember(ctx, operation, input_, {"id": result})
    return (known or {}).get("id")


async def refused_after_recall(ctx: Context) -> None:
    async with work(ctx):
        await idempotency.recall(ctx, "op", UPDATE)
        raise Refusal("no")


async def test_the_second_request_gets_the_first_result() -> None:
    user = await writing.somebody()

    assert [await once(user, UPDATE, result) for result in ("first", "second")] == [None, "first"]


async def test_without_a_key_every_request_is_the_first() -> None:
    user = await writing.somebody()

    assert [await once(user, replace(UPDATE, idempotency_key=None)) for _ in range(2)] == [None, None]
    assert await writing.count("idempotency_keys") == 0


async def test_another_input_under_the_key_is_refused() -> None:
    user = await writing.somebody()
    await once(user, UPDATE)
    before = await writing.everything()

    with pytest.raises(IdempotencyKeyReused) as refused:
        await once(user, replace(UPDATE, text=None))

    assert refused.value.path == ("idempotencyKey",)
    assert await writing.everything() == before


async def test_a_key_is_one_persons_for_one_operation() -> None:
    user, other = await writing.somebody(), await writing.somebody()
    await once(user, UPDATE)

    assert await once(other, UPDATE) is None
    assert await once(user, UPDATE, operation="another") is None
    assert await once(Context(viewer=SYSTEM, request_id="test"), UPDATE) is None


async def test_a_key_of_a_rolled_back_request_was_never_used() -> None:
    user = await writing.somebody()
    with pytest.raises(Refusal):
        await refused_after_recall(user)

    assert await once(user, replace(UPDATE, text="other")) is None


async def test_of_parallel_twins_one_goes_first_and_the_others_get_its_result() -> None:
    user = await writing.somebody()

    outcomes = await asyncio.gather(*(once(user, UPDATE, f"{number}") for number in range(5)))

    assert outcomes.count(None) == 1
    assert len(set(outcomes)) == 2


async def test_a_day_later_the_key_is_new() -> None:
    user = await writing.somebody()
    await once(user, UPDATE)
    await stores.run("UPDATE idempotency_keys SET created_at = created_at - interval '25 hours'")

    assert [await once(user, replace(UPDATE, text="other"), result) for result in ("new", "newer")] == [None, "new"]


async def test_old_keys_are_purged() -> None:
    user = await writing.somebody()
    await once(user, UPDATE)
    await stores.run("UPDATE idempotency_keys SET created_at = created_at - interval '25 hours'")
    await once(user, replace(UPDATE, idempotency_key="young"))

    assert await idempotency.purge() == 1
    assert await writing.count("idempotency_keys") == 1


@pytest.mark.parametrize("key", ["", "x" * 201, "a\x00b", "a\ud800"])
async def test_a_key_that_cannot_be_kept_is_refused(key: str) -> None:
    user = await writing.somebody()

    with pytest.raises(InvalidInput):
        await once(user, replace(UPDATE, idempotency_key=key))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (None, UNSET),
        (UNSET, "UNSET"),
        (Category.TYPE, "TYPE"),
        ((), None),
        (("a", "b"), ("ab",)),
        ({"a": 1}, {"a": 2}),
        (1, "1"),
        (datetime(2026, 1, 1, tzinfo=UTC), datetime(2026, 1, 2, tzinfo=UTC)),
    ],
)
def test_inputs_that_differ_have_different_fingerprints(one: object, other: object) -> None:
    assert idempotency.fingerprint(Anything(one)) != idempotency.fingerprint(Anything(other))


def test_the_key_is_no_part_of_the_fingerprint() -> None:
    assert idempotency.fingerprint(Anything(1)) == idempotency.fingerprint(Anything(1, "other"))
