"""The outbox and its numbers."""

import asyncio
from uuid import UUID

import pytest

from models import outbox
from models import store as stores
from models.keys import uuid7


def told(text: str = "x") -> dict[str, object]:
    return {"type": "DefinitionCreated", "glossary_id": None, "subject_id": uuid7(), "data": {"text": text}}


async def tell(*texts: str) -> None:
    async with stores.transaction():
        await outbox.tell_all([told(text) for text in texts])


async def test_numbers_start_at_one_and_have_no_gap(store: stores.Store) -> None:
    await tell("a", "b", "c")

    numbered = await outbox.number()

    assert [(event.seq, event.data["text"]) for event in numbered] == [(1, "a"), (2, "b"), (3, "c")]


async def test_next_batch_goes_on_where_the_last_one_ended(store: stores.Store) -> None:
    await tell("a", "b", "c")
    await outbox.number(limit=2)

    numbered = await outbox.number(limit=2)

    assert [event.seq for event in numbered] == [3]


async def test_numbered_events_leave_the_outbox(store: stores.Store) -> None:
    await tell("a")
    await outbox.number()

    assert await outbox.pending() == 0
    assert await outbox.number() == []


async def test_rolled_back_events_are_never_told(store: stores.Store) -> None:
    with pytest.raises(RuntimeError, match="undo"):
        await _tell_and_fail()

    assert await outbox.number() == []


async def _tell_and_fail() -> None:
    async with stores.transaction():
        await outbox.tell_all([told()])
        raise RuntimeError("undo")


async def test_concurrent_commits_share_the_numbers_without_gap(store: stores.Store) -> None:
    await asyncio.gather(*(tell(f"{writer}") for writer in range(20)))

    numbered = await outbox.number()

    assert [event.seq for event in numbered] == list(range(1, 21))


async def test_log_is_read_after_a_number(store: stores.Store) -> None:
    await tell("a", "b", "c")
    await outbox.number()

    assert [event.seq for event in await outbox.logged(after=1)] == [2, 3]


async def test_head_is_the_last_number_given(store: stores.Store) -> None:
    await tell("a", "b")
    before = await outbox.head()
    await outbox.number()

    after = await outbox.head()

    assert (before.seq, after.seq) == (0, 2)
    assert before.epoch == after.epoch


async def test_oldest_of_an_empty_log_is_null(store: stores.Store) -> None:
    assert await outbox.oldest() is None


async def test_event_keeps_its_identity(store: stores.Store) -> None:
    subject = uuid7()
    async with stores.transaction():
        await outbox.tell_all(
            [{"type": "JobProgressed", "glossary_id": subject, "subject_id": subject, "data": {"n": 1}}]
        )

    (event,) = await outbox.number()

    assert (event.type, event.glossary_id, event.subject_id, event.data) == (
        "JobProgressed",
        subject,
        subject,
        {"n": 1},
    )
    assert isinstance(event.event_id, UUID)
