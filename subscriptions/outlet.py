"""Outlets: one sink of the relay with what it may lack, and with what it cannot take put aside."""

import logging
from collections.abc import Sequence
from dataclasses import dataclass, replace

from models import dead_letter_rows, outbox
from models.dead_letter_rows import NewLetter
from models.kinds import DeadGroup
from models.outbox import NumberedEvent
from subscriptions.sink import EventSink, SetBack, SinkAway

PUT_ASIDE = "PutAside"
"""Type of the entry that stands where an event was put aside: numbers have no holes, and readers pass over what they do not know."""
MOST_ATTEMPTS = 2
_BATCH = 500
_LOG = logging.getLogger("begrip.relay")


@dataclass(slots=True)
class Outlet:
    """A sink. `is_behind`: it may lack events of the log; so after every trouble, and when the office is new."""

    sink: EventSink
    is_behind: bool = True

    async def put(self, epoch: str, rows: Sequence[NumberedEvent]) -> None:
        """The sink holds the events, or is behind."""
        try:
            await self._put(epoch, rows)
        except SinkAway as err:
            # Some may have arrived. What is missing is sent again from the log, before anything newer.
            self.is_behind = True
            _LOG.warning("%s is away: %s", type(self.sink).__name__, err)

    async def catch_up(self, epoch: str, last: int) -> None:
        """The sink holds everything up to `last` that the log still has, or is behind still.

        Raises:
            SetBack: it holds what the log does not know.
        """
        try:
            held = await self.sink.head(epoch)
            if held > last:
                # Not `last`: whoever held the office before may just have numbered and put a batch.
                last = (await outbox.head()).seq
            if held > last:
                raise SetBack(f"{type(self.sink).__name__} holds event {held}, and the log ends at {last}")
            while held < last:
                rows = await outbox.logged(held, _BATCH)
                if not rows:
                    break
                await self._put(epoch, rows)
                held = rows[-1].seq
        except SinkAway:
            return
        self.is_behind = False

    async def _put(self, epoch: str, rows: Sequence[NumberedEvent]) -> None:
        try:
            await self.sink.append(epoch, rows)
        except SinkAway:
            raise
        except Exception:  # noqa: BLE001 - the loop of the worker: one event must not stop those after it
            _LOG.warning("a batch of events was refused; they are put one by one", exc_info=True)
            for row in rows:
                await self._put_alone(epoch, row)

    async def _put_alone(self, epoch: str, row: NumberedEvent) -> None:
        # An event that cannot be written down cannot be later either, and whoever waits here stops every stream:
        # so it is tried twice, at once, and not five times with growing pauses as a part of a job is.
        try:
            await self.sink.append(epoch, [row])
        except SinkAway:
            raise
        except Exception as err:  # noqa: BLE001 - as above
            await put_aside(row, f"{type(err).__name__}: {err}", attempt_count=MOST_ATTEMPTS)
            await self.sink.append(epoch, [replace(row, type=PUT_ASIDE, data={})])


async def put_aside(row: NumberedEvent, reason: str, *, attempt_count: int = 1) -> None:
    """There is one dead letter of the event, from which it can be told anew."""
    _LOG.error("event %d (%s) is put aside: %s", row.seq, row.type, reason)
    payload: dict[str, object] = {
        "event_id": str(row.event_id),
        "type": row.type,
        "glossary_id": None if row.glossary_id is None else str(row.glossary_id),
        "subject_id": str(row.subject_id),
        "data": row.data,
    }
    letter = NewLetter(
        group=DeadGroup.EVENTS,
        kind=row.type,
        payload=payload,
        reason=reason,
        attempt_count=attempt_count,
        event_seq=row.seq,
    )
    await dead_letter_rows.add(letter)
