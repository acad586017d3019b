"""The backlog: what a subscriber missed, read at its own pace, until it has caught up with all others."""

import asyncio
import logging
from datetime import UTC, datetime
from functools import partial

from subscriptions import audience, cursor, patience
from subscriptions.cursor import Position
from subscriptions.envelope import Checkpoint, Envelope, Gap
from subscriptions.group import Delivery
from subscriptions.history import Hole
from subscriptions.hub import Hub
from subscriptions.listener import Listener
from subscriptions.pages import Pages
from subscriptions.stream import Found

_PAUSE_SECONDS = 0.02
_LOG = logging.getLogger("begrip.live")


async def bring(pages: Pages, hub: Hub, listener: Listener, *, is_new: bool) -> None:
    """The listener has heard what it missed, after a first checkpoint if it is new, and has joined; or its stream has ended."""
    try:
        if is_new:
            await _say(listener, listener.floor, Checkpoint(is_first=True))
        await _catch_up(pages, hub, listener)
    except Exception:  # noqa: BLE001 - one subscriber must not end the hub of every other
        _LOG.exception("a subscriber could not be brought up to date")
        listener.fail()


async def _catch_up(pages: Pages, hub: Hub, listener: Listener) -> None:
    while True:
        # Between this comparison and the joining nothing else runs: an event that fell between them would be lost.
        if listener.floor == hub.position:
            hub.join(listener)
            return
        found = await patience.insist("read past events", partial(_next, pages, hub, listener))
        if found is None:
            hub.join(listener)
            return
        if not await patience.outlast("check a permission", listener.audience.still_holds):
            listener.revoke()
            return
        if isinstance(found, Hole):
            await _gap(listener, found)
        elif not found:
            # This process has yet to come to the epoch in which the listener is.
            await asyncio.sleep(_PAUSE_SECONDS)
        else:
            await _tell(hub, listener, found)


async def _next(pages: Pages, hub: Hub, listener: Listener) -> list[Found] | Hole | None:
    """What follows the listener's floor; null when the floor is a place that this process has yet to come to."""
    floor, here = listener.floor, hub.position
    if floor.epoch != here.epoch or floor.seq < here.seq:
        return await pages.after(floor, here)
    head = await pages.head(floor)
    if head.epoch == floor.epoch and head.seq >= floor.seq:
        # Meanwhile this process may have got further than the floor, and then there is something to read.
        return None if floor.epoch == hub.position.epoch and floor.seq >= hub.position.seq else []
    # A position that was never reached: the store was set back. What it told is no more.
    return Hole(Position(head.epoch, head.seq), Position(head.epoch, head.seq))


async def _tell(hub: Hub, listener: Listener, found: list[Found]) -> None:
    public = await patience.outlast("read what is public", hub.publicity.ids)
    for seq, record in found:
        listener.floor = Position(listener.floor.epoch, seq)
        if record is None or record.topic is not listener.interest.topic:
            continue
        hearer = listener.group.audience.hearer
        told = audience.heard(record.event, hearer, is_public=record.event.glossary_id in public)
        if told is None or not listener.interest.covers(told):
            continue
        envelope = Envelope(record.topic, cursor.write(listener.floor), record.occurred_at, told)
        text = await patience.outlast("tell an event", partial(listener.group.text, envelope, listener.audience))
        await _give(listener, Delivery(envelope.cursor, listener.floor, text))


async def _say(listener: Listener, position: Position, word: Checkpoint | Gap) -> None:
    envelope = Envelope(listener.interest.topic, cursor.write(position), datetime.now(UTC), word)
    text = await patience.outlast("tell of the stream", partial(listener.group.text, envelope, listener.audience))
    await _give(listener, Delivery(envelope.cursor, position, text, is_word=True))


async def _gap(listener: Listener, hole: Hole) -> None:
    gap = Gap(cursor.write(listener.floor), cursor.write(hole.oldest))
    await _say(listener, hole.resume, gap)


async def _give(listener: Listener, delivery: Delivery) -> None:
    await listener.sink.room()
    listener.give(delivery)
    # One who reads fast never waits for room; others want their turn all the same.
    await asyncio.sleep(0)
