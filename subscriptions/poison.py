"""Poison: an event that cannot be rendered is put aside, and subscribers hear of a gap in its place."""

import logging
from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import TypeVar

from models import engine, outbox
from subscriptions import cursor, outlet
from subscriptions.cursor import Position
from subscriptions.envelope import Checkpoint, Envelope, Gap

Rendering = TypeVar("Rendering")

_LOG = logging.getLogger("begrip.live")


async def rendered(render: Callable[[Envelope], Awaitable[Rendering]], envelope: Envelope) -> Rendering:
    """The event rendered; or, when it cannot be, word of a gap that ends with it, and there is one dead letter of it.

    Raises:
        Exception: the database is away, or not even word of the stream can be rendered.
    """
    if isinstance(envelope.event, Checkpoint | Gap):
        return await render(envelope)
    reason = ""
    for attempt in range(outlet.MOST_ATTEMPTS):
        try:
            return await render(envelope)
        except Exception as error:
            # An event that is late for its database is no poison: it is tried until that is back.
            if engine.is_away(error):
                raise
            _LOG.warning("an event could not be rendered, attempt %d", attempt + 1, exc_info=True)
            reason = f"it cannot be rendered: {type(error).__name__}: {error}"
    position = cursor.read(envelope.cursor)
    await _put_aside(position, reason)
    before = Position(position.epoch, position.seq - 1)
    return await render(replace(envelope, event=Gap(cursor.write(before), envelope.cursor)))


async def _put_aside(position: Position, reason: str) -> None:
    for row in await outbox.logged(position.seq - 1, 1):
        if row.seq == position.seq:
            await outlet.put_aside(row, reason, attempt_count=outlet.MOST_ATTEMPTS)
