"""What every sink of the relay keeps: order, each event once, its head; and a poison event is put aside."""

import json
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest
import pytest_asyncio
from redis.asyncio import Redis

from models import dead_letter_rows, outbox
from models.kinds import DeadGroup
from models.outbox import NumberedEvent
from models.store import Store, rows
from subscriptions import dead_stream, history, stream
from subscriptions.cursor import Position
from subscriptions.file_sink import FileSink
from subscriptions.outlet import PUT_ASIDE
from subscriptions.redis_sink import RedisSink
from subscriptions.relay import KEPT, Relay
from subscriptions.sink import EventSink, SinkAway
from tests import harness
from tests.subscriptions import happenings, proxy

EPOCH = "e" * 32


async def numbered(count: int) -> list[NumberedEvent]:
    await happenings.tell(*(happenings.created(version) for version in range(count)))
    return await outbox.number()


@pytest_asyncio.fixture(params=["redis", "file"])
async def sink(request: pytest.FixtureRequest, redis: Redis, tmp_path: Path) -> AsyncIterator[EventSink]:
    sinks: dict[str, EventSink] = {"redis": RedisSink(redis), "file": FileSink(tmp_path / "events")}
    yield sinks[request.param]


async def test_an_empty_sink_has_no_head(sink: EventSink) -> None:
    assert await sink.head(EPOCH) == 0


async def test_the_head_is_the_highest_number(store: Store, sink: EventSink) -> None:
    batch = await numbered(5)

    await sink.append(EPOCH, batch[:3])
    await sink.append(EPOCH, batch[3:])

    assert await sink.head(EPOCH) == 5
    assert await sink.head("another") == 0


async def test_what_is_held_is_passed_over(store: Store, sink: EventSink) -> None:
    batch = await numbered(4)
    await sink.append(EPOCH, batch[:3])

    await sink.append(EPOCH, batch)
    await sink.append(EPOCH, [])

    assert await held(sink) == [1, 2, 3, 4]


async def test_epochs_are_kept_apart(store: Store, sink: EventSink) -> None:
    batch = await numbered(2)

    await sink.append("another", batch)
    await sink.append(EPOCH, batch[:1])

    assert (await held(sink), await sink.head("another")) == ([1], 2)


async def held(sink: EventSink) -> list[int]:
    if isinstance(sink, FileSink):
        return [int(event["sequence"]) for event in lines(sink)]
    assert isinstance(sink, RedisSink)
    return [seq for seq, _ in await stream.after(sink.redis, EPOCH, 0, 100)]


def texts(sink: FileSink) -> list[str]:
    return [file.read_text() for file in sorted(sink.folder.glob(f"{EPOCH}-*.jsonl"))]


def lines(sink: FileSink) -> list[dict[str, str]]:
    return [json.loads(line) for text in texts(sink) for line in text.splitlines()]


async def test_a_line_cut_short_by_a_crash_is_written_anew(store: Store, tmp_path: Path) -> None:
    sink, batch = FileSink(tmp_path), await numbered(3)
    await sink.append(EPOCH, batch)
    (file,) = tmp_path.glob("*.jsonl")  # noqa: ASYNC240 - a small folder of the test
    whole = file.read_bytes()
    file.write_bytes(whole[:-20])

    assert await sink.head(EPOCH) == 2
    await sink.append(EPOCH, batch)

    assert file.read_bytes() == whole


async def test_files_hold_so_many_events_each(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("subscriptions.file_sink.PER_FILE", 2)
    sink = FileSink(tmp_path)

    await sink.append(EPOCH, await numbered(5))

    assert [len(text.splitlines()) for text in texts(sink)] == [1, 2, 2]
    assert await sink.head(EPOCH) == 5


async def test_sinks_that_cannot_be_reached_are_away(redis_url: str, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    async with proxy.wired(redis_url) as (wire, client):
        wire.cut()
        sinks: list[EventSink] = [RedisSink(client), FileSink(tmp_path / "file")]
        for sink in sinks:
            with pytest.raises(SinkAway):
                await sink.head(EPOCH)


async def test_the_relay_fills_every_sink_and_what_was_away_catches_up(
    store: Store, redis: Redis, database_url: str, tmp_path: Path
) -> None:
    blocked = tmp_path / "events"
    blocked.write_text("in the way")
    files = FileSink(blocked)
    relay = Relay(redis, database_url, sinks=[files])
    await happenings.tell(happenings.created(), happenings.created())
    assert await relay.turn() == 2
    blocked.unlink()

    await relay.turn()

    epoch = (await outbox.head()).epoch
    assert await files.head(epoch) == 2
    assert await RedisSink(redis).head(epoch) == 2


@dataclass
class Choosy:
    """A sink that cannot take one event."""

    poison: int
    taken: list[tuple[int, str]] = field(default_factory=list)

    async def append(self, epoch: str, batch: Sequence[NumberedEvent]) -> None:
        del epoch
        if any(row.seq == self.poison and row.type != PUT_ASIDE for row in batch):
            raise UnicodeError("cannot be written down")
        self.taken += [(row.seq, row.type) for row in batch]

    async def head(self, epoch: str) -> int:
        del epoch
        return max((seq for seq, _ in self.taken), default=0)


async def test_an_event_that_cannot_be_published_stops_no_other(store: Store, redis: Redis, database_url: str) -> None:
    choosy = Choosy(poison=2)
    relay = Relay(redis, database_url, sinks=[choosy])
    await happenings.tell(*(happenings.created(version) for version in range(4)))

    assert await relay.turn() == 4

    kind = "DefinitionCreated"
    assert choosy.taken == [(1, kind), (2, PUT_ASIDE), (3, kind), (4, kind)]
    (letter,) = await rows("SELECT event_seq, kind, reason, attempt_count FROM dead_letters")
    assert dict(letter) == {
        "event_seq": 2, "kind": kind, "reason": "UnicodeError: cannot be written down", "attempt_count": 2
    }  # fmt: skip
    assert await redis.xlen(dead_stream.key(DeadGroup.EVENTS)) == 1


async def test_an_event_that_nobody_can_read_is_put_aside_and_the_next_is_heard(
    store: Store, redis: Redis, database_url: str
) -> None:
    await happenings.tell(happenings.created(1), happenings.created(2), happenings.created(3))
    await rows("UPDATE outbox SET data = '{}' WHERE data ->> 'version' = '2' RETURNING id")

    await Relay(redis, database_url).turn()

    head = await outbox.head()
    found = await history.after(redis, Position(head.epoch, 0))
    assert isinstance(found, list)
    assert [(seq, record is not None) for seq, record in found] == [(1, True), (2, False), (3, True)]
    (key,) = await dead_letter_rows.open_ids()
    letter = await dead_letter_rows.find(key)
    assert letter is not None
    assert (letter.event_seq, letter.payload["type"]) == (2, "DefinitionCreated")


@pytest_asyncio.fixture
async def whole_log(store: Store, owner_url: str) -> AsyncIterator[None]:
    """The partitions of the log are there again afterwards."""
    yield
    await harness.empty(owner_url)
    await rows("SELECT begrip_make_event_partitions(2)")


async def test_an_old_partition_goes_and_a_cursor_into_it_finds_a_gap(whole_log: None) -> None:
    await happenings.tell(happenings.created())
    await rows("UPDATE outbox SET occurred_at = now() - interval '31 days' RETURNING id")
    await outbox.number()
    await rows("UPDATE stream_state SET last_seq = 2500000 RETURNING id")
    await numbered(1)
    epoch = (await outbox.head()).epoch

    await outbox.forget(KEPT)

    found = await history.after(None, Position(epoch, 0))
    assert isinstance(found, history.Hole)
    assert found.oldest.seq == 2_500_000
